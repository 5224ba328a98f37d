import type { PublicationStep } from '../../../cycle/domain/cycle.events.ts';
import { onceForEach } from '../../../kernel/once-for-each.ts';
import type { Column, Field, TableField } from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import { filledByOf } from '../content/question.ts';

/** For whom a publication is: the committee reads its papers, and everybody what the council gets and what is public. */
export type Readers = 'members' | 'public';

export function readersOf(step: PublicationStep): Readers {
  return step === 'committee' ? 'members' : 'public';
}

/** The form as it is published to its readers: without fields, and columns of tables, that are not for them. */
export function publishedForm(form: Form, readers: Readers): Form {
  return publishedForms(form)[readers];
}

const publishedForms = onceForEach((form: Form): Readonly<Record<Readers, Form>> => ({
  members: formFor(form, 'members'), public: formFor(form, 'public'),
}));

function formFor(form: Form, readers: Readers): Form {
  const sections = form.sheetType.sections.map((section) => ({ ...section, fields: publishedFields(section.fields, readers) }))
    .filter(({ fields }) => fields.length > 0);
  return { ...form, sheetType: { ...form.sheetType, sections }, fields: sections.flatMap(({ fields }) => fields) };
}

function publishedFields(fields: readonly Field[], readers: Readers): readonly Field[] {
  return fields.filter((field) => isPublished(field, readers)).map((field) => (field.kind === 'table'
    ? { ...field, columns: field.columns.filter((column) => isPublished(column, readers, field)) } : field));
}

/** What the secretariat fills in is its own unless the form says for whom it is; files are never published. */
function isPublished(field: Field | Column, readers: Readers, table?: TableField): boolean {
  const moment = field.seenBy?.[readers] ?? (filledByOf(field, table) === 'secretariat' ? 'never' : undefined);
  return field.kind !== 'attachments' && moment !== 'never' && (readers === 'public' || moment !== 'published');
}

/** Whether what stands at an address is published to these readers. */
export function isPublishedAddress(form: Form, address: string, readers: Readers): boolean {
  const [id, , column] = address.split('/');
  const field = publishedForm(form, readers).fields.find((one) => one.id === id);
  return field !== undefined && (field.kind !== 'table' || field.columns.some((one) => one.id === column));
}
