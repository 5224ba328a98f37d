import type { Answering } from '../../../platform/reads/question.ts';
import { sheetDecider, type OpenedSheet } from '../../domain/sheet.ts';
import { viewerFor } from '../../seeing.ts';
import { placeOfRow, type SheetRow } from './sheets.model.ts';

/** A row of the list as somebody is told of its sheet. */
export interface ToldRow extends SheetRow {
  /** Where he is told of the sheet only as it was handed over, that; else what stands in the model is what he sees. */
  readonly told?: OpenedSheet;
}

/** Of these rows, those that the asker may see, and of each what he is told. */
export async function toldRows(rows: readonly SheetRow[], answering: Answering): Promise<readonly ToldRow[]> {
  const visible = rows.filter((row) => answering.may(placeOfRow(row)));
  if (viewerFor(answering.asker.role) !== 'members') return visible;
  const told = await Promise.all(visible.map((row) => asHandedOver(row, answering)));
  return told.filter((row) => row !== undefined);
}

/** What happened to the sheet before its hand-over, or since, moves nothing that a member is told of it. */
async function asHandedOver(row: SheetRow, { events }: Answering): Promise<ToldRow | undefined> {
  const seen = await events(sheetDecider, row.stream, placeOfRow(row));
  const told = seen.reduce((state, { event, header }) => sheetDecider.evolve(state, event, header), sheetDecider.initial);
  const last = seen.at(-1);
  if (told.phase === 'absent' || last === undefined) return undefined;
  const { section, department, schemeVersion, phase, revision } = told;
  return { ...row, section, department, schemeVersion, phase, late: null, revision, changedAt: last.header.recordedAt, told };
}
