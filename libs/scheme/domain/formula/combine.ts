import type { Decimal } from '../../../kernel/value.ts';
import type { Computed, ComputedFigure } from './formula-context.ts';

/** A form whose formulas square each other would otherwise fill the memory with digits. */
const longestFigure = 200;

/** A figure made of others; what one of them has to say of itself, it says as well. */
export function combine(operands: readonly ComputedFigure[], figure: Decimal, unit: string | undefined): Computed {
  if (figure.length > longestFigure) return { none: 'out-of-range' };
  return {
    figure,
    ...(unit !== undefined && { unit }),
    ...(operands.some(({ countedAsZero }) => countedAsZero) && { countedAsZero: true }),
  };
}

/** Whether figures can be added or ranged: a unit that is missing is that of the others. */
export function unitsDiffer(figures: readonly ComputedFigure[]): boolean {
  return new Set(figures.flatMap(({ unit }) => unit ?? [])).size > 1;
}

export function unitOfSome(figures: readonly ComputedFigure[]): string | undefined {
  return figures.find(({ unit }) => unit !== undefined)?.unit;
}

/** Whether nothing stands there, as against something that is no figure; an achievement without its cells is nothing yet. */
export function isAbsent(computed: Computed): boolean {
  return 'none' in computed && ['absent', 'no-target', 'no-actual'].includes(computed.none);
}
