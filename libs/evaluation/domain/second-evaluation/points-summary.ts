import { add, compare, divide, multiply, roundHalfUp, squareRoot, subtract } from '../../../kernel/decimal.ts';
import type { Decimal } from '../../../kernel/value.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Contents } from '../sheet.events.ts';
import type { PointsSummary } from '../stage.events.ts';

const places = 2;

/** What opinions say in points, by field; nothing of a field in which nobody gave any. */
export function summaries(opinions: readonly Contents[], form: Form | undefined): readonly PointsSummary[] {
  return (form?.fields ?? []).filter(({ kind }) => kind === 'points').flatMap(({ id: field }) => {
    const given = opinions.flatMap(({ [field]: content }) => (content?.kind === 'points' ? content.points : []));
    return given.length === 0 ? [] : { field, ...summaryOf(given) };
  });
}

/** Of some points, at least one. */
export function summaryOf(given: readonly Decimal[]): Omit<PointsSummary, 'field'> {
  const ordered = given.toSorted(compare);
  return {
    count: given.length, mean: rounded(over(sum(given), given.length)), least: ordered[0] as Decimal, most: ordered.at(-1) as Decimal,
    spread: rounded(spreadOf(given)),
  };
}

/** The standard deviation of all who gave points: √(nΣx² − (Σx)²) / n is exact up to the root, so that nothing is rounded twice. */
function spreadOf(given: readonly Decimal[]): Decimal {
  const total = sum(given);
  const squares = sum(given.map((points) => multiply(points, points)));
  return over(squareRoot(subtract(multiply(String(given.length), squares), multiply(total, total))), given.length);
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce(add, '0');
}

function over(amount: Decimal, count: number): Decimal {
  return divide(amount, String(count)) as Decimal;
}

function rounded(amount: Decimal): Decimal {
  return roundHalfUp(amount, places);
}
