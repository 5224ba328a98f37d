import type { Absence, Decimal, Figure, Qualifier } from './value.ts';
import { inPrintedOrder, qualifiersInPrint } from './value-qualifiers.ts';

/** No figure of an office is longer, and nothing that `printValue` prints is; so prose need not be looked at. */
const longestFigure = 120;

const spellings = qualifiersInPrint
  .flatMap(({ code, spellings: words, place }) => words.map((word) => ({ code, word, place })))
  .toSorted((one, other) => other.word.length - one.word.length);

const signShape = /^[+±△▲−‐–-]/u;
const numberShape = /^(?<integer>[1-9]\d{0,2}(?:,\d{3}){1,9}|\d{1,30})(?:\.(?<fraction>\d{1,15}))?/u;
/** The long vowel is typed for a dash by mistake; before letters it is more likely a torn-off word. */
const markShape = /^(?:[-‐-―−─━]+|[ーｰ]+(?=\s|$))/u;

/** Hiragana is grammar, hence prose, but for the counters that are written with it; digits only as in m2 or CO2. */
const unitShape = /^(?:つ|か?(?:(?!\p{Script=Hiragana})[\p{L}㌀-㏿%‰℃°]|(?<=\p{Script=Latin})[\d-]){1,12})$/u;

/** 「4月」 and 「2020年度」 say when, 「12件増」 and 「5回実施」 say what happened: neither says how many of what. */
const dateShape = /^(?:月|年度|年末)/u;
const happeningShape = /(?:実施|開催|開設|開始|整備|設置|予定|検討|完了|達成|中止|休止|廃止|終了|増加|減少|増|減|済|中)$/u;
const calendarYearShape = /^[12]\d{3}年$/u;

/** Characters of full width as those of half width; never changes the length, so places in both texts agree. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～]/gu, (wide) => String.fromCodePoint(wide.charCodeAt(0) - 0xfee0));
}

/** The qualifier that this folded text is, and nothing else. */
export function readQualifier(text: string): Qualifier | undefined {
  return spellings.find(({ word }) => word === text)?.code;
}

/** A figure, when this folded text is one from end to end. */
export function readFigure(text: string): Figure | undefined {
  if (text.length > longestFigure || calendarYearShape.test(text)) return undefined;
  const qualifiers = new Set<Qualifier>();
  const unqualified = takeLeadingQualifiers(text.trim(), qualifiers);
  const sign = signShape.exec(unqualified)?.[0] ?? '';
  const unsigned = unqualified.slice(sign.length).trimStart();
  const digits = numberShape.exec(unsigned);
  if (digits === null) return undefined;
  const number = readNumber(sign, digits.groups?.['integer'] ?? '', digits.groups?.['fraction'] ?? '');
  const measure = readMeasure(unsigned.slice(digits[0].length), qualifiers);
  if (number === undefined || measure === undefined) return undefined;
  return { ...number, ...measure, ...(qualifiers.size > 0 && { qualifiers: inPrintedOrder(qualifiers) }) };
}

/** An absent figure, when this folded text is one; the mark is taken from the text as typed. */
export function readAbsence(text: string, typed: string): Absence | undefined {
  if (text.length > longestFigure) return undefined;
  const length = markShape.exec(text)?.[0].length ?? 0;
  if (length === 0) return undefined;
  const qualifiers = new Set<Qualifier>();
  const measure = readMeasure(text.slice(length), qualifiers);
  return measure === undefined || qualifiers.size > 0 ? undefined : { mark: typed.slice(0, length), ...measure };
}

function readNumber(sign: string, integer: string, fraction: string): Pick<Figure, 'amount' | 'decimals' | 'signShown'> | undefined {
  const whole = integer.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  const places = fraction.replace(/0+$/u, '');
  const size: Decimal = places === '' ? whole : `${whole}.${places}`;
  const signShown = sign === '+' || sign === '±';
  // 「±5」 is a tolerance, not a figure.
  if (sign === '±' && size !== '0') return undefined;
  return {
    amount: sign === '' || signShown || size === '0' ? size : `-${size}`,
    ...(fraction.length > places.length && { decimals: fraction.length }),
    ...(signShown && { signShown }),
  };
}

function readMeasure(text: string, qualifiers: Set<Qualifier>): Pick<Figure, 'unit' | 'per'> | undefined {
  const [counted = '', ...divisors] = takeTrailingQualifiers(text.trim(), qualifiers).split('/');
  const unit = foldKana(takeTrailingQualifiers(counted.trim(), qualifiers));
  const per = divisors.map((divisor) => foldKana(divisor.trim()));
  if (unit !== '' && (!unitShape.test(unit) || dateShape.test(unit) || happeningShape.test(unit))) return undefined;
  if (per.length > 1 || per.some((divisor) => !unitShape.test(divisor))) return undefined;
  return { ...(unit !== '' && { unit }), ...(per[0] !== undefined && { per: per[0] }) };
}

function takeLeadingQualifiers(text: string, qualifiers: Set<Qualifier>): string {
  const found = spellings.find(({ word, place }) => place !== 'after' && text.startsWith(word));
  if (found === undefined) return text;
  qualifiers.add(found.code);
  return takeLeadingQualifiers(text.slice(found.word.length).trimStart(), qualifiers);
}

function takeTrailingQualifiers(text: string, qualifiers: Set<Qualifier>): string {
  const found = spellings.find(({ word, place }) => place !== 'before' && text.endsWith(word));
  if (found === undefined) return text;
  qualifiers.add(found.code);
  return takeTrailingQualifiers(text.slice(0, -found.word.length).trimEnd(), qualifiers);
}

function foldKana(text: string): string {
  return text.replace(/[ｦ-ﾟ]+/gu, (narrow) => narrow.normalize('NFKC'));
}
