import { evaluate } from './evaluate.ts';
import type { FormulaContext } from './formula-context.ts';
import type { Formula } from './formula.ts';
import { namesIn, partsOf } from './names-in.ts';

/** Whether some divisor is zero whatever the form holds: no office can mean that. */
export function dividesByZero(formula: Formula): boolean {
  return (formula.kind === 'operation' && formula.sign === '/' && isAlwaysZero(formula.right)) || partsOf(formula).some(dividesByZero);
}

function isAlwaysZero(divisor: Formula): boolean {
  if (namesIn(divisor).length > 0) return false;
  const computed = evaluate(divisor, emptyForm);
  return 'figure' in computed && computed.figure === '0';
}

const emptyForm: FormulaContext = { sibling: () => undefined, cell: () => undefined, column: () => [], price: () => undefined };
