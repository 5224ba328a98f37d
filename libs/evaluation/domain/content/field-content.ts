import { isBlank } from '../../../kernel/blank.ts';
import { isDay } from '../../../kernel/day.ts';
import { compare, isMultiple, readDecimal, subtract } from '../../../kernel/decimal.ts';
import { foldWidth } from '../../../kernel/value-figure.ts';
import { typedValue } from '../../../kernel/value-parse.ts';
import type { MeaningOfMark, TypedValue } from '../../../kernel/value.ts';
import type { PointsField, ValueField } from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { FieldContent } from '../sheet.events.ts';
import type { AnswerField } from './question.ts';
import { moneyInYen } from './money.ts';

/** What was typed, as its field understands it: null for an emptied field, undefined for what it cannot hold. */
export function contentOf(field: AnswerField, typed: unknown, form: Form): FieldContent | null | undefined {
  if (typed === null) return null;
  switch (field.kind) {
    case 'checks': return checksOf(field.options, typed);
    case 'value': return valueOf(field, typed);
    default: return typeof typed === 'string' ? textOf(field, typed, form) : undefined;
  }
}

function textOf(field: Exclude<AnswerField, { kind: 'checks' | 'value' }>, typed: string, form: Form): FieldContent | undefined {
  switch (field.kind) {
    case 'text':
      return field.longestLength !== undefined && isLongerThan(typed, field.longestLength) ? undefined : { kind: 'text', text: typed };
    case 'choice':
      return field.options.some(({ id }) => id === typed) ? { kind: 'choice', option: typed } : undefined;
    case 'rating': {
      const scale = form.scales.find((one) => one.id === field.scale);
      return scale?.grades.some((grade) => grade.id === typed) ? { kind: 'rating', grade: typed } : undefined;
    }
    case 'points': return pointsOf(field, typed);
    case 'date': return isDay(typed) ? { kind: 'date', date: typed } : undefined;
  }
}

/** No scheme says points that are longer. */
const longestPoints = 30;

/** In whatever width they are typed; between two steps there are none. */
function pointsOf({ least, most, step }: PointsField, typed: string): FieldContent | undefined {
  const points = typed.length > longestPoints ? undefined : readDecimal(foldWidth(typed).trim());
  if (points === undefined || compare(points, least) < 0 || compare(points, most) > 0) return undefined;
  return isMultiple(subtract(points, least), step) ? { kind: 'points', points } : undefined;
}

/** In the order of the form, whatever the order in which they were checked. */
function checksOf(options: readonly { readonly id: string }[], typed: unknown): FieldContent | undefined {
  if (!Array.isArray(typed)) return undefined;
  const checked = options.map(({ id }) => id).filter((id) => typed.includes(id));
  return checked.length === typed.length ? { kind: 'checks', checked } : undefined;
}

const meanings: readonly MeaningOfMark[] = ['does-not-apply', 'not-yet-started', 'not-measured', 'cancelled', 'unknown'];

/** No cell of any paper is longer: what is said at length belongs in a text. */
const longestValue = 500;

/** A text, or a text with what its mark means: that is never read off the mark. */
function valueOf(field: ValueField, typed: unknown): FieldContent | undefined {
  const { text, meaning } = typeof typed === 'string' ? { text: typed, meaning: undefined } : withMeaning(typed);
  if (text === undefined || text.length > longestValue) return undefined;
  const value = typedValue(text);
  const { understood } = value;
  if (field.figureOnly === true && understood.kind === 'words') return undefined;
  if (meaning !== undefined) {
    return understood.kind === 'mark' ? { kind: 'value', value: { typed: text, understood: { ...understood, meaning } } } : undefined;
  }
  return { kind: 'value', value: field.money === true ? moneyInYen(value) : value };
}

function withMeaning(typed: unknown): { readonly text: string | undefined; readonly meaning: MeaningOfMark | undefined } {
  if (typeof typed !== 'object' || typed === null) return { text: undefined, meaning: undefined };
  const { typed: text, meaning, ...others } = typed as Readonly<Record<string, unknown>>;
  const known = meanings.find((one) => one === meaning);
  return typeof text === 'string' && known !== undefined && Object.keys(others).length === 0
    ? { text, meaning: known } : { text: undefined, meaning: undefined };
}

/** Nothing but blanks is no answer, unless somebody said what the blank means; every grade and every mark is one. */
export function isAnswered(content: FieldContent | null | undefined): boolean {
  switch (content?.kind) {
    case 'text': return !isBlank(content.text);
    case 'checks': return content.checked.length > 0;
    case 'value': return !isBlank(content.value.typed) || meaningOf(content.value) !== undefined;
    case 'choice': case 'rating': case 'date': case 'points': return true;
    case undefined: return false;
  }
}

export function sameContent(one: FieldContent | null, other: FieldContent | null): boolean {
  const [typed, saved] = [typedBy(one), typedBy(other)];
  return typed === saved || (typeof typed === 'object' && JSON.stringify(typed) === JSON.stringify(saved));
}

/** Back to what a person gave. */
export function typedBy(content: FieldContent | null): string | readonly string[] | WithMeaning | null {
  switch (content?.kind) {
    case 'text': return content.text;
    case 'choice': return content.option;
    case 'checks': return content.checked;
    case 'rating': return content.grade;
    case 'date': return content.date;
    case 'points': return content.points;
    case 'value': return typedValueBy(content.value);
    case undefined: return null;
  }
}

interface WithMeaning {
  readonly typed: string;
  readonly meaning: MeaningOfMark;
}

function typedValueBy(value: TypedValue): string | WithMeaning {
  const meaning = meaningOf(value);
  return meaning === undefined ? value.typed : { typed: value.typed, meaning };
}

function meaningOf({ understood }: TypedValue): MeaningOfMark | undefined {
  return understood.kind === 'mark' ? understood.meaning : undefined;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** In graphemes, of which a text has never more than UTF-16 units; counting goes no further than it must. */
function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  const graphemes = segmenter.segment(text)[Symbol.iterator]();
  for (let length = 0; length <= limit; length += 1) if (graphemes.next().done === true) return false;
  return true;
}
