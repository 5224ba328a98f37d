import type { Absence, Figure, TypedValue, Value } from '../../../kernel/value.ts';
import { multiply } from '../../../kernel/decimal.ts';

/** Money is stored in yen. A form asks for it in thousands, so a bare figure is one of thousands. */
const zerosOf: ReadonlyMap<string, number> = new Map([['', 3], ['円', 0], ['千円', 3], ['万円', 4], ['百万円', 6], ['億円', 8]]);

export function moneyInYen({ typed, understood }: TypedValue): TypedValue {
  return { typed, understood: inYen(understood) };
}

function inYen(value: Value): Value {
  switch (value.kind) {
    case 'amount': return { kind: 'amount', ...figureInYen(value), ...(value.note !== undefined && { note: value.note }) };
    case 'pair': return { ...value, first: partInYen(value.first), second: partInYen(value.second) };
    case 'mark': case 'words': return value;
  }
}

function partInYen(part: Figure | Absence): Figure | Absence {
  return 'amount' in part ? figureInYen(part) : part;
}

/** A figure of something else stays as it is; places after the point in print were those of thousands. */
function figureInYen(figure: Figure): Figure {
  const zeros = zerosOf.get(figure.unit ?? '');
  if (zeros === undefined || zeros === 0) return figure;
  const { decimals: _decimals, ...others } = figure;
  return { ...others, amount: multiply(figure.amount, `1${'0'.repeat(zeros)}`), unit: '円' };
}
