import { typedValue } from '../../../kernel/value-parse.ts';
import type { Field } from '../../../scheme/domain/scheme.events.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { FieldContent } from '../sheet.events.ts';

/** What was typed, as its field understands it: null for an emptied field, undefined for what it cannot hold. */
export function contentOf(field: Field, typed: unknown, form: Form): FieldContent | null | undefined {
  if (typed === null) return null;
  if (typeof typed !== 'string') return undefined;
  switch (field.kind) {
    case 'text':
      return field.longestLength !== undefined && isLongerThan(typed, field.longestLength) ? undefined : { kind: 'text', text: typed };
    case 'rating': {
      const scale = form.scales.find((one) => one.id === field.scale);
      return scale?.grades.some((grade) => grade.id === typed) ? { kind: 'rating', grade: typed } : undefined;
    }
    case 'value':
      return { kind: 'value', value: typedValue(typed) };
  }
}

/** Text of nothing but blanks is no answer; every grade and every mark is one. */
export function isAnswered(content: FieldContent | null | undefined): boolean {
  switch (content?.kind) {
    case 'text': return content.text.trim() !== '';
    case 'rating': return true;
    case 'value': return content.value.typed.trim() !== '';
    case undefined: return false;
  }
}

export function sameContent(one: FieldContent | null, other: FieldContent | null): boolean {
  return typedBy(one) === typedBy(other);
}

/** Back to what a person typed. */
export function typedBy(content: FieldContent | null): string | null {
  switch (content?.kind) {
    case 'text': return content.text;
    case 'rating': return content.grade;
    case 'value': return content.value.typed;
    case undefined: return null;
  }
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** In graphemes, of which a text has never more than UTF-16 units; counting goes no further than it must. */
function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  const graphemes = segmenter.segment(text)[Symbol.iterator]();
  for (let length = 0; length <= limit; length += 1) if (graphemes.next().done === true) return false;
  return true;
}
