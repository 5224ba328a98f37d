import { multiply, roundHalfUp } from '../../../kernel/decimal.ts';
import { printValue } from '../../../kernel/value-print.ts';
import type { ComputedField } from '../../../scheme/domain/field.ts';
import type { Computed, ComputedFigure } from '../../../scheme/domain/formula/formula-context.ts';

/** What a computed cell came to, to more places than anybody prints, and as it is printed; or why it came to nothing. */
export type ComputedShown = Computed & { readonly print?: string };

export function computedShown(computed: Computed, field: ComputedField): ComputedShown {
  return 'figure' in computed ? { ...computed, figure: roundHalfUp(computed.figure, placesTold), print: printComputed(computed, field) } : computed;
}

/** A third is told as far as this; what is computed from it is computed from the third. */
const placesTold = 12;

/** Rounded for print to as many places as the form says: one where it says nothing, none for money. */
function printComputed({ figure, unit }: ComputedFigure, { decimals, percent, money }: ComputedField): string {
  if (percent === true) return printed(multiply(figure, '100'), '%', decimals ?? 1, true);
  if (money === true) return printed(multiply(figure, '0.001'), '千円', decimals ?? 0, false);
  return printed(figure, unit, decimals ?? 1, decimals !== undefined);
}

function printed(amount: string, unit: string | undefined, places: number, withZeros: boolean): string {
  return printValue({
    kind: 'amount', amount: roundHalfUp(amount, places), ...(unit !== undefined && { unit }), ...(withZeros && { decimals: places }),
  });
}
