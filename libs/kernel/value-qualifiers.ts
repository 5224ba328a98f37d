import type { Qualifier } from './value.ts';

interface QualifierInPrint {
  readonly code: Qualifier;
  /** The first spelling is the printed one; a spelling that begins with another one must come before it. */
  readonly spellings: readonly [string, ...string[]];
  /** Where offices print it: before the figure, after its unit, or after it in brackets of its own. */
  readonly place: 'before' | 'after' | 'in-brackets';
}

/** In the order in which several are printed and stored. */
export const qualifiersInPrint: readonly QualifierInPrint[] = [
  { code: 'yearly', spellings: ['年', '年間'], place: 'before' },
  { code: 'in-total', spellings: ['延べ', 'のべ', '延'], place: 'before' },
  { code: 'cumulative', spellings: ['累計'], place: 'before' },
  { code: 'about', spellings: ['約'], place: 'before' },
  { code: 'at-least', spellings: ['以上'], place: 'after' },
  { code: 'at-most', spellings: ['以下'], place: 'after' },
  { code: 'less-than', spellings: ['未満'], place: 'after' },
  { code: 'expected', spellings: ['見込', '見込み'], place: 'in-brackets' },
  { code: 'forecast', spellings: ['予測'], place: 'in-brackets' },
];

export function inPrintedOrder(codes: ReadonlySet<Qualifier>): Qualifier[] {
  return qualifiersInPrint.map(({ code }) => code).filter((code) => codes.has(code));
}
