import { qualifiersInPrint } from './value-qualifiers.ts';
import type { Absence, Decimal, Figure, Qualifier, Value } from './value.ts';

/** As the offices' papers print it. What somebody typed is shown as typed; this is for what the system says itself. */
export function printValue(value: Value): string {
  switch (value.kind) {
    case 'words':
      return value.words;
    case 'mark':
      return printAbsence(value) + inBrackets(value.note);
    case 'amount':
      return printFigure(value, 'alone') + inBrackets(value.note);
    case 'pair':
      return printPart(value.first, 'alone') + inBrackets(printPart(value.second, 'inside')) + inBrackets(value.note);
  }
}

/** Inside the brackets of a pair there is no room for brackets: 「2,000人（見込）（29回見込）」. */
type Position = 'alone' | 'inside';

function printPart(part: Figure | Absence, position: Position): string {
  return 'amount' in part ? printFigure(part, position) : printAbsence(part);
}

function printFigure(figure: Figure, position: Position): string {
  const words = (place: 'before' | 'after' | 'in-brackets') => printedQualifiers(figure.qualifiers ?? [], place);
  const last = position === 'alone' ? words('in-brackets').map(inBrackets) : words('in-brackets');
  return [
    ...words('before'), printNumber(figure), figure.unit ?? '', ...words('after'), printDivisor(figure.per), ...last,
  ].join('');
}

/** The space keeps the mark apart from a unit that it could be read into. */
function printAbsence(absence: Absence): string {
  const measure = (absence.unit ?? '') + printDivisor(absence.per);
  return measure === '' ? absence.mark : `${absence.mark}　${measure}`;
}

function printNumber({ amount, decimals, signShown }: Figure): string {
  const size = amount.replace('-', '');
  const [integer = '', fraction = ''] = size.split('.');
  const places = fraction.padEnd(decimals ?? 0, '0');
  return printSign(amount, signShown ?? false) + separateThousands(integer) + (places === '' ? '' : `.${places}`);
}

function printSign(amount: Decimal, signShown: boolean): string {
  if (amount.startsWith('-')) return '△';
  if (!signShown) return '';
  return amount === '0' ? '±' : '+';
}

function separateThousands(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

function printDivisor(per: string | undefined): string {
  return per === undefined ? '' : `/${per}`;
}

function printedQualifiers(codes: readonly Qualifier[], place: 'before' | 'after' | 'in-brackets'): string[] {
  return qualifiersInPrint
    .filter((qualifier) => qualifier.place === place && codes.includes(qualifier.code))
    .map(({ spellings: [printed] }) => printed);
}

function inBrackets(text: string | undefined): string {
  return text === undefined ? '' : `（${text}）`;
}
