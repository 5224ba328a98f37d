import { nameOf, type Formula, type Reference } from './formula.ts';

/** Everything that a formula reads from elsewhere, each once, in the order of the text. */
export function namesIn(formula: Formula): readonly Reference[] {
  const found = new Map(referencesIn(formula).map((reference) => [`${reference.kind} ${nameOf(reference)}`, reference]));
  return [...found.values()];
}

/** The formulas that stand directly inside another one. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'constant':
    case 'sibling':
    case 'cell':
    case 'price':
    case 'down':
      return [];
    case 'negation':
    case 'rounding':
      return [formula.operand];
    case 'operation':
      return [formula.left, formula.right];
    case 'across':
      return formula.operands;
    case 'achievement':
      return [formula.target, formula.actual, ...(formula.baseline === undefined ? [] : [formula.baseline])];
  }
}

function referencesIn(formula: Formula): readonly Reference[] {
  switch (formula.kind) {
    case 'sibling':
    case 'cell':
    case 'price':
      return [formula];
    case 'down':
      return [formula.column];
    default:
      return partsOf(formula).flatMap(referencesIn);
  }
}
