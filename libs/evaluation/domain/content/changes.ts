import { reject, type Rejected } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { SheetBody } from '../sheet.ts';
import type { Contents, FieldContent } from '../sheet.events.ts';
import { contentOf, sameContent, typedBy } from './field-content.ts';
import type { Answers } from './unanswered.ts';
import { ownRowIds, questionAt, type GivenRows, type Question } from './question.ts';

/** What somebody typed at some addresses of a sheet that he saw at the revision `basedOn`. */
export interface Typed {
  readonly basedOn: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What decides whether something can stand on a sheet: its form, the rows that the plan gives to its tables, and the year. */
export interface FormFacts {
  readonly form: Form;
  readonly rows: GivenRows;
  /** 対象年度. */
  readonly aboutYear: FiscalYear;
}

export type ChangesRejection = 'based-on-the-future' | 'fields-wrong' | 'fields-changed-since';

/**
 * What changes on the sheet, or why not. `may` says which fields the verb touches at all. Conflicts are about fields and
 * cells, not about the sheet: two people may save different ones at once.
 */
export function changesOf(
  { basedOn, fields: typed }: Typed, sheet: SheetBody, { form, rows }: FormFacts, may: (question: Question) => boolean,
): Contents | Rejected<ChangesRejection> {
  if (basedOn > sheet.revision) return reject('based-on-the-future');
  const wrong: string[] = [];
  const changedSince: object[] = [];
  const changed: Record<string, FieldContent | null> = {};
  for (const [address, one] of Object.entries(typed)) {
    const question = questionAt(form, address, rows);
    const content = question !== undefined && may(question) ? contentOf(question.field, one, form) : undefined;
    if (content === undefined) {
      wrong.push(address);
      continue;
    }
    const saved = sheet.fields[address];
    if (sameContent(content, saved?.content ?? null)) continue;
    if (saved !== undefined && saved.revision > basedOn) {
      changedSince.push({ field: address, yours: one, theirs: typedBy(saved.content), by: saved.by, at: saved.at });
    }
    changed[address] = content;
  }
  wrong.push(...overfullTables(sheet, form, changed));
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  return changedSince.length > 0 ? reject('fields-changed-since', { fields: changedSince }) : changed;
}

/** The sheet as it would be with these changes. */
export function withChanges({ fields, files }: Answers, changed: Contents): Answers {
  return { files, fields: { ...fields, ...Object.fromEntries(Object.entries(changed).map(([address, content]) => [address, { content }])) } };
}

/** Tables that would get more rows than the form has room for. */
function overfullTables(sheet: SheetBody, form: Form, changed: Contents): readonly string[] {
  const tables = form.fields.flatMap((field) =>
    (field.kind === 'table' && field.rows.from === 'section' ? [{ id: field.id, atMost: field.rows.atMost }] : []));
  if (tables.length === 0) return [];
  const after = withChanges(sheet, changed).fields;
  return tables.filter(({ id, atMost }) => ownRowIds(id, after).length > atMost).map(({ id }) => id);
}
