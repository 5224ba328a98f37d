import type { Balance, Column, Field, TableField } from './field.ts';
import type { Place, Placed } from './reading.ts';
import type { FormSection } from './scheme.events.ts';

/** Fields that are filled in together, and so may speak of each other. */
export interface PlacedForm {
  readonly fields: readonly PlacedField[];
  /** Names of fields and columns that could not be read: whoever speaks of them is not wrong in that. */
  readonly unread: ReadonlySet<string>;
}

/** A table has only those of its columns and balances that could be read. */
export interface PlacedField extends Placed<Field> {
  readonly columns: readonly Placed<Column>[];
  readonly balances: readonly Placed<Balance>[];
}

export function formOfSections(path: string, sections: readonly FormSection[], place: Place): PlacedForm {
  const readable = place(`${path}.sections`, sections).parts
    .flatMap((section) => place(`${section.path}.fields`, section.part.fields).parts);
  const given = sections.flatMap((section) => listIn(section, 'fields'));
  return formOf(readable, given, place);
}

export function formOfFields(path: string, fields: readonly Field[], place: Place): PlacedForm {
  return formOf(place(path, fields).parts, fields, place);
}

export function fieldIn(form: PlacedForm, id: string): Field | undefined {
  return form.fields.find(({ part }) => part.id === id)?.part;
}

function formOf(readable: readonly Placed<Field>[], given: readonly unknown[], place: Place): PlacedForm {
  const fields = readable.map((field) => withParts(field, place));
  const read = new Set(fields.flatMap(({ part, columns }) => [part.id, ...columns.map((column) => column.part.id)]));
  const named = place('', [...given, ...given.flatMap((field) => listIn(field, 'columns'))]).ids;
  return { fields, unread: new Set([...named].filter((id) => !read.has(id))) };
}

function withParts({ path, part }: Placed<Field>, place: Place): PlacedField {
  if (part.kind !== 'table') return { path, part, columns: [], balances: [] };
  const columns = place(`${path}.columns`, part.columns).parts;
  const balances = place(`${path}.balances`, part.balances ?? []).parts;
  const table: TableField = { ...part, columns: columns.map((one) => one.part), balances: balances.map((one) => one.part) };
  return { path, part: table, columns, balances };
}

/** A list in something that may not be what it should. */
function listIn(part: unknown, member: string): readonly unknown[] {
  const list = (part as Readonly<Record<string, unknown>> | null)?.[member];
  return Array.isArray(list) ? list : [];
}
