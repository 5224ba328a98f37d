import type { Label } from '../../kernel/label.ts';
import type { MeaningOfMark } from '../../kernel/value.ts';
import type { SimpleField } from '../../scheme/domain/field.ts';
import type { RatingScale } from '../../scheme/domain/scheme.events.ts';
import type { FieldContent } from '../domain/sheet.events.ts';
import type { Given } from '../reads/one-sheet/form-shown.ts';
import type { ComputedShown } from '../reads/one-sheet/print-computed.ts';

/** What is read in a field or a cell: words of somebody, a word of the office, or why there is no figure. */
export type Printed =
  | { readonly text: string; readonly meaning?: MeaningOfMark }
  | { readonly label: Label }
  | { readonly labels: readonly Label[] }
  | { readonly none: string };

/** Values as they were typed; grades and options as the form calls them. Nothing where nothing stands. */
export function printContent(
  content: FieldContent | null | undefined, field: SimpleField, scales: readonly RatingScale[],
): Printed | undefined {
  switch (content?.kind) {
    case 'text': return { text: content.text };
    case 'date': return { text: content.date };
    case 'points': return { text: content.points };
    case 'value': {
      const { typed, understood } = content.value;
      const meaning = understood.kind === 'mark' ? understood.meaning : undefined;
      return { text: typed, ...(meaning !== undefined && { meaning }) };
    }
    case 'rating': return labelled(gradesOf(field, scales), content.grade);
    case 'choice': return labelled(optionsOf(field), content.option);
    case 'checks': return {
      labels: optionsOf(field).flatMap(({ id, label }) => (content.checked.includes(id) ? [label] : [])),
    };
    case undefined: return undefined;
  }
}

interface Named {
  readonly id: string;
  readonly label: Label;
}

function gradesOf(field: SimpleField, scales: readonly RatingScale[]): readonly Named[] {
  return field.kind === 'rating' ? scales.find(({ id }) => id === field.scale)?.grades ?? [] : [];
}

function optionsOf(field: SimpleField): readonly Named[] {
  return field.kind === 'choice' || field.kind === 'checks' ? field.options : [];
}

function labelled(named: readonly Named[], id: string): Printed | undefined {
  const found = named.find((one) => one.id === id);
  return found && { label: found.label };
}

export function printComputed(shown: ComputedShown | undefined): Printed | undefined {
  if (shown === undefined) return undefined;
  return 'none' in shown ? { none: shown.none } : { text: shown.print ?? shown.figure };
}

export function printGiven(given: Given | undefined): Printed | undefined {
  switch (given?.kind) {
    case 'name': return { label: given.name };
    case 'unit': return { text: given.unit };
    case 'value': return { text: given.value.typed };
    case undefined: return undefined;
  }
}
