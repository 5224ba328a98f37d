import type { Label } from '../../kernel/label.ts';
import type { Column, Field, SimpleField, TableField } from '../../scheme/domain/field.ts';
import type { FormSection, RatingScale } from '../../scheme/domain/scheme.events.ts';
import type { FieldContent } from '../domain/sheet.events.ts';
import type { Given, RowShown } from '../reads/one-sheet/form-shown.ts';
import type { ComputedShown } from '../reads/one-sheet/print-computed.ts';
import { printComputed, printContent, printGiven, type Printed } from './print-content.ts';

/** A heading of a form with what is published below it. */
export interface PublishedSection {
  readonly name: Label;
  readonly fields: readonly PublishedField[];
}

export interface PublishedField {
  readonly id: string;
  readonly label: Label;
  /** Absent where nothing stands, and of a table. */
  readonly content?: Printed;
  readonly columns?: readonly { readonly id: string; readonly label: Label }[];
  readonly rows?: readonly PublishedRow[];
  /** Of the sheets below, as they are published themselves. */
  readonly below?: readonly RatedBelow[];
}

export interface PublishedRow extends RowShown {
  /** By column. */
  readonly cells: Readonly<Record<string, Printed>>;
}

/** The sheet of a node below, and how it was rated. */
export interface RatedBelow {
  readonly sheet: string;
  readonly number: string;
  readonly name: Label;
  readonly grade: Label;
}

/** What stands in the fields of a form: answers, and by address or by table what nobody types. */
export interface Standing {
  contentAt(address: string): FieldContent | null | undefined;
  readonly scales: readonly RatingScale[];
  readonly computed: Readonly<Record<string, ComputedShown>>;
  readonly given: Readonly<Record<string, Given>>;
  readonly rows: Readonly<Record<string, readonly RowShown[]>>;
  readonly below: Readonly<Record<string, readonly RatedBelow[]>>;
}

export function publishedSections(sections: readonly FormSection[], standing: Standing): readonly PublishedSection[] {
  return sections.map(({ name, fields }) => ({ fields: fields.map((field) => publishedField(field, standing)), name }));
}

export function publishedField(field: Field, standing: Standing): PublishedField {
  const { id, label } = field;
  switch (field.kind) {
    case 'table': return { columns: field.columns.map((column) => ({ id: column.id, label: column.label })), id, label, rows: rowsOf(field, standing) };
    case 'roll-up': return { below: standing.below[id] ?? [], id, label };
    case 'attachments': return { id, label };
    default: {
      const content = printedAt(id, field, standing);
      return content === undefined ? { id, label } : { content, id, label };
    }
  }
}

function rowsOf({ id, columns }: TableField, standing: Standing): readonly PublishedRow[] {
  return (standing.rows[id] ?? []).map((row) => ({
    ...row,
    cells: Object.fromEntries(columns.flatMap((column) => {
      const content = printedAt(`${id}/${row.id}/${column.id}`, column, standing);
      return content === undefined ? [] : [[column.id, content] as const];
    })),
  }));
}

/** What is printed at an address of the form. */
function printedAt(address: string, field: SimpleField | Column, standing: Standing): Printed | undefined {
  const { scales, computed, given } = standing;
  switch (field.kind) {
    case 'computed': return printComputed(computed[address]);
    case 'given': return printGiven(given[address]);
    default: return printContent(standing.contentAt(address), field, scales);
  }
}
