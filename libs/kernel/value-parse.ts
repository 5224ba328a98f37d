import { foldWidth, readAbsence, readFigure, readQualifier } from './value-figure.ts';
import { inPrintedOrder } from './value-qualifiers.ts';
import type { Absence, Figure, Qualifier, TypedValue, Value } from './value.ts';

/** What the system understands; shown to the person who typed it, who may know better. Text that is no figure is words. */
export function parseValue(typed: string): Value {
  if (typed.trim() === '') return { kind: 'mark', mark: '' };
  const cell = splitBrackets(typed);
  const first = cell && readPart(cell.body);
  const rest = first && readBrackets(first, cell.brackets);
  return rest ?? { kind: 'words', words: typed };
}

export function typedValue(typed: string): TypedValue {
  return { typed, understood: parseValue(typed) };
}

type Part = Figure | Absence;

/** 「45社（累計229社）」 is a body and one pair of brackets. */
interface Cell {
  readonly body: string;
  readonly brackets: readonly string[];
}

/** No paper has more behind one figure; text that has is prose. */
const mostBrackets = 4;

/** A cell that is all brackets, as 「(13社)(累計184社)」, has its first ones for a body: they say which year is meant. */
function splitBrackets(typed: string): Cell | undefined {
  const folded = foldWidth(typed);
  const brackets: string[] = [];
  let end = folded.trimEnd().length;
  while (folded[end - 1] === ')') {
    const start = openingBracket(folded, end - 1);
    if (start === undefined || brackets.length === mostBrackets) return undefined;
    brackets.unshift(typed.slice(start + 1, end - 1).trim());
    end = folded.slice(0, start).trimEnd().length;
  }
  const body = typed.slice(0, end).trim();
  return body === '' ? { body: brackets[0] ?? '', brackets: brackets.slice(1) } : { body, brackets };
}

function openingBracket(folded: string, closing: number): number | undefined {
  let depth = 0;
  for (let index = closing; index >= 0; index -= 1) {
    if (folded[index] === ')') depth += 1;
    if (folded[index] === '(') depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}

function readPart(typed: string): Part | undefined {
  const folded = foldWidth(typed);
  return readFigure(folded) ?? readAbsence(folded, typed);
}

/** What stands in brackets qualifies what stands before it, is the second figure of a pair, or is a note. */
function readBrackets(body: Part, brackets: readonly string[]): Value | undefined {
  let first = body;
  let second: Part | undefined;
  let note: string | undefined;
  for (const content of brackets) {
    const qualifier = 'amount' in first ? readQualifier(foldWidth(content)) : undefined;
    const part = second === undefined ? readPart(content) : undefined;
    if (qualifier !== undefined) {
      first = qualified(first, qualifier);
      second = second && qualified(second, qualifier);
    } else if (part !== undefined) {
      second = part;
    } else if (note === undefined && content !== '') {
      note = content;
    } else {
      return undefined;
    }
  }
  const noted = note === undefined ? {} : { note };
  if (second !== undefined) return { kind: 'pair', first, second, ...noted };
  return 'amount' in first ? { kind: 'amount', ...first, ...noted } : { kind: 'mark', ...first, ...noted };
}

function qualified(part: Part, qualifier: Qualifier): Part {
  if (!('amount' in part)) return part;
  return { ...part, qualifiers: inPrintedOrder(new Set(part.qualifiers).add(qualifier)) };
}
