import type { Column, Field, Moment, TableField } from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Sheet } from '../sheet.ts';
import type { Contents, SheetEvent } from '../sheet.events.ts';
import { fieldAt, filledByOf } from './question.ts';

/**
 * For whom a field is shown: those who keep and audit the records see every one, the office and the members of a committee
 * what the form shows each of them.
 */
export type Viewer = 'records' | 'office' | 'members';

/** How far a sheet has come, for whoever waits to see something. */
const reached: Readonly<Record<Sheet['phase'], readonly Moment[]>> = {
  absent: [],
  drafting: ['always'],
  submitted: ['always', 'submitted'],
  approved: ['always', 'submitted'],
  accepted: ['always', 'submitted', 'accepted'],
  'handed-over': ['always', 'submitted', 'accepted', 'handed-over'],
  concluded: ['always', 'submitted', 'accepted', 'handed-over', 'concluded'],
  final: ['always', 'submitted', 'accepted', 'handed-over', 'concluded'],
  voided: ['always'],
};

/** What the section fills in the office always sees: the form speaks of others. */
export function seesField(viewer: Viewer, field: Field | Column, phase: Sheet['phase'], table?: TableField): boolean {
  const isFilledByOffice = viewer === 'office' && !isNeverTyped(field) && filledByOf(field, table) === 'section';
  // What is kept from the office is no committee's either, unless the form says so.
  return isFilledByOffice || isShown(viewer, field, phase, field.seenBy?.office === 'never' ? 'never' : 'handed-over');
}

function isShown(viewer: Viewer, { seenBy }: Field | Column, phase: Sheet['phase'], toMembers: Moment): boolean {
  if (viewer === 'records') return true;
  return reached[phase].includes(viewer === 'office' ? seenBy?.office ?? 'always' : seenBy?.members ?? toMembers);
}

function isNeverTyped({ kind }: Field | Column): boolean {
  return kind === 'computed' || kind === 'given' || kind === 'roll-up';
}

/** The form without the fields, and the columns of tables, that are not shown to a viewer. */
export function seenForm(form: Form, viewer: Viewer, phase: Sheet['phase']): Form {
  if (viewer === 'records') return form;
  const seen = (fields: readonly Field[]): readonly Field[] => fields.filter((field) => seesField(viewer, field, phase)).map((field) =>
    (field.kind === 'table' ? { ...field, columns: field.columns.filter((column) => seesField(viewer, column, phase, field)) } : field));
  const sections = form.sheetType.sections.map((section) => ({ ...section, fields: seen(section.fields) }));
  return { ...form, sheetType: { ...form.sheetType, sections: sections.filter(({ fields }) => fields.length > 0) }, fields: seen(form.fields) };
}

/** A cell is seen by who sees both its table and its column. */
export function seesAddress(viewer: Viewer, form: Form, address: string, phase: Sheet['phase']): boolean {
  const of = fieldAt(form, address);
  if (of === undefined || !seesField(viewer, of, phase)) return false;
  const [, , id] = address.split('/');
  const column = of.kind === 'table' ? of.columns.find((one) => one.id === id) : undefined;
  return of.kind !== 'table' || column === undefined || seesField(viewer, column, phase, of);
}

/** The fields of a stage that a viewer sees. None of them is the section's to fill in. */
export function seenFields(fields: readonly Field[], viewer: Viewer, phase: Sheet['phase']): readonly Field[] {
  return fields.filter((field) => isShown(viewer, field, phase, 'handed-over'));
}

/** What was filled in at a stage, as a viewer sees it. */
export function seenContents(contents: Contents, fields: readonly Field[], viewer: Viewer, phase: Sheet['phase']): Contents {
  const seen = new Set(seenFields(fields, viewer, phase).map(({ id }) => id));
  return among(contents, (address) => seen.has(address));
}

export function among(contents: Contents, sees: (address: string) => boolean): Contents {
  return Object.fromEntries(Object.entries(contents).filter(([address]) => sees(address)));
}

/**
 * An event as a viewer sees it, with today's rights: without the fields that are not shown to him, and not at all where
 * nothing is left of it. Every way out uses this.
 */
export function seenEvent<Event extends SheetEvent>(event: Event, viewer: Viewer, form: Form, phase: Sheet['phase']): Event | undefined {
  if (viewer === 'records') return event;
  const sees = (address: string): boolean => seesAddress(viewer, form, address, phase);
  if ('fields' in event) {
    const fields = among(event.fields, sees);
    return Object.keys(fields).length === 0 ? undefined : { ...event, fields, ...('was' in event && { was: among(event.was, sees) }) };
  }
  if ('comments' in event) return { ...event, comments: event.comments.filter(({ field }) => sees(field)) };
  if ('field' in event) return sees(event.field) ? event : undefined;
  return event;
}
