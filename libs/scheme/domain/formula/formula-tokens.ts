import { officeIdPattern } from '../../../kernel/office-id.ts';
import type { FormulaFault } from './formula.ts';

/** One word of a formula; `end` stands behind the last one. */
export interface Token {
  readonly kind: 'decimal' | 'name' | 'id' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const longestFormula = 500;

/** A hyphen right behind a name belongs to it, so a minus behind a name needs a space. */
const tokenShape = /(?<decimal>\d+(?:\.\d+)?)|(?<name>[a-z][a-z0-9-]*)|"(?<id>[^"]*)"|(?<sign>[-+*/(),])/uy;

/** No figure of a cell is longer either. */
const decimalShape = /^\d{1,30}(?:\.\d{1,15})?$/;

/** The words of a formula, or the first place that is none. */
export function tokensOf(text: string): readonly Token[] | FormulaFault {
  if (text.length > longestFormula) return { at: longestFormula, message: `a formula has at most ${longestFormula} characters` };
  const tokens: Token[] = [];
  let at = endOfSpace(text, 0);
  while (at < text.length) {
    tokenShape.lastIndex = at;
    const found = tokenShape.exec(text);
    if (found === null) return { at, message: `${String.fromCodePoint(text.codePointAt(at) ?? 0)} means nothing in a formula` };
    const token = tokenOf(found.groups ?? {}, at);
    const message = complaint(token);
    if (message !== undefined) return { at, message };
    tokens.push(token);
    at = endOfSpace(text, at + found[0].length);
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function tokenOf({ decimal, name, id, sign }: Partial<Record<string, string>>, at: number): Token {
  if (decimal !== undefined) return { kind: 'decimal', text: decimal, at };
  if (name !== undefined) return { kind: 'name', text: name, at };
  if (id !== undefined) return { kind: 'id', text: id, at };
  return { kind: 'sign', text: sign ?? '', at };
}

function complaint({ kind, text }: Token): string | undefined {
  if (kind === 'decimal' && !decimalShape.test(text)) return 'a number has at most 30 digits before its point and 15 behind it';
  if ((kind === 'name' || kind === 'id') && !officeIdPattern.test(text)) return `"${text}" is not an id`;
  return undefined;
}

function endOfSpace(text: string, from: number): number {
  let end = from;
  while (text[end] === ' ' || text[end] === '\n') end += 1;
  return end;
}
