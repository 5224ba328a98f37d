import { achievement } from '../../../kernel/achievement.ts';
import { add, divide, multiply, roundHalfUp, subtract } from '../../../kernel/decimal.ts';
import type { Decimal, Value } from '../../../kernel/value.ts';
import { combine, isAbsent, unitOfSome, unitsDiffer } from './combine.ts';
import { nameOf, type AchievementFormula, type CellReference, type Formula, type PriceReference, type Sibling, type Sign } from './formula.ts';
import type { Computed, ComputedFigure, Found, FormulaContext, NoFigure } from './formula-context.ts';
import { gather } from './gather.ts';

/** What a computed cell is worth on this form: a figure, or the first reason from the left why there is none. */
export function evaluate(formula: Formula, context: FormulaContext): Computed {
  switch (formula.kind) {
    case 'constant':
      return { figure: formula.amount };
    case 'sibling':
    case 'cell':
    case 'price':
      return figureIn(lookUp(formula, context), nameOf(formula));
    case 'negation':
      return changed(evaluate(formula.operand, context), (figure) => subtract('0', figure));
    case 'rounding':
      return changed(evaluate(formula.operand, context), (figure) => roundHalfUp(figure, formula.places));
    case 'operation':
      return operate(formula.sign, evaluate(formula.left, context), evaluate(formula.right, context));
    case 'across':
      return gather(formula.gathering, formula.operands.map((operand) => evaluate(operand, context)));
    case 'down':
      return gather(formula.gathering, context.column(formula.column.name).map((found) => figureIn(found, formula.column.name)));
    case 'achievement':
      return achieve(formula, context);
  }
}

function lookUp(reference: Sibling | CellReference | PriceReference, context: FormulaContext): Found {
  switch (reference.kind) {
    case 'sibling':
      return context.sibling(reference.name);
    case 'cell':
      return context.cell(reference.row, reference.column);
    case 'price':
      return context.price(reference.name);
  }
}

function figureIn(found: Found, name: string): Computed {
  if (found === undefined) return { none: 'absent', name };
  if (!('kind' in found)) return found;
  switch (found.kind) {
    case 'amount':
      return combine([], found.amount, found.unit);
    case 'mark':
      return { none: 'absent', name };
    case 'pair':
    case 'words':
      return { none: found.kind, name };
  }
}

function changed(operand: Computed, change: (figure: Decimal) => Decimal): Computed {
  return 'none' in operand ? operand : { ...operand, figure: change(operand.figure) };
}

function operate(sign: Sign, left: Computed, right: Computed): Computed {
  if ('none' in left) return left;
  if ('none' in right) return right;
  const operands = [left, right];
  if (sign === '*') return combine(operands, multiply(left.figure, right.figure), unitOfProduct(left, right));
  if (sign === '/') {
    const figure = divide(left.figure, right.figure);
    return figure === undefined ? { none: 'division-by-zero' } : combine(operands, figure, unitOfQuotient(left, right));
  }
  if (unitsDiffer(operands)) return { none: 'units-differ' };
  const figure = sign === '+' ? add(left.figure, right.figure) : subtract(left.figure, right.figure);
  return combine(operands, figure, unitOfSome(operands));
}

/** What 人 times 円 is called, only the form can say. */
function unitOfProduct(left: ComputedFigure, right: ComputedFigure): string | undefined {
  return left.unit === undefined || right.unit === undefined ? left.unit ?? right.unit : undefined;
}

function unitOfQuotient(left: ComputedFigure, right: ComputedFigure): string | undefined {
  return right.unit === undefined ? left.unit : undefined;
}

function achieve({ target, actual, baseline }: AchievementFormula, context: FormulaContext): Computed {
  if (context.achievement === undefined) return { none: 'no-indicator' };
  const values: Value[] = [];
  for (const reference of [target, actual, ...(baseline === undefined ? [] : [baseline])]) {
    const value = wholeCell(lookUp(reference, context));
    if ('none' in value) return value;
    values.push(value);
  }
  const [heldAgainst = blank, reached = blank, from = blank] = values;
  const found = achievement({ ...context.achievement, target: heldAgainst, actual: reached, baseline: from });
  if ('first' in found) return { none: 'pair', name: nameOf(target) };
  return 'figure' in found ? found : { none: found.none };
}

const blank: Value = { kind: 'mark', mark: '' };

/** A cell as it stands; one that was computed before is an amount, or a blank while it lacks something. */
function wholeCell(found: Found): Value | NoFigure {
  if (found === undefined) return blank;
  if ('kind' in found) return found;
  if ('figure' in found) return { kind: 'amount', amount: found.figure, ...(found.unit !== undefined && { unit: found.unit }) };
  return isAbsent(found) ? blank : found;
}
