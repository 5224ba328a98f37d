import { RecordEdition, RecordPublicationRefusal } from '../libs/cycle/commands.ts';
import { cycleDecider, cycleStream, runningPublication, type OpenCycle } from '../libs/cycle/domain/cycle.ts';
import type { EditionPart } from '../libs/cycle/domain/cycle.events.ts';
import { AskPublication, CorrectPublished } from '../libs/evaluation/publication.commands.ts';
import { sheetDecider, sheetStream, type OpenedSheet } from '../libs/evaluation/domain/sheet.ts';
import { systemAsker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { FactReader } from '../libs/platform/commands/verb.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { askerAs, municipality } from './golden-year.new-office.papers.ts';

const general = deriveUuid(origin, 'general recommendation');

/** A final sheet is published, put right, and published again; the council gets nothing that could be made. */
export async function sheetIsPublished(deed: Deed, states: FactReader, year: number, sheet: string): Promise<void> {
  const stream = cycleStream(municipality, year);
  const secretariat = askerAs('secretariat');
  const system = systemAsker(municipality, 'make-editions');
  const running = async (): Promise<string> =>
    runningPublication((await states.fold(cycleDecider, stream)).state as OpenCycle)?.id as string;
  const sheetRevision = async (): Promise<number> =>
    ((await states.fold(sheetDecider, sheetStream(municipality, sheet))).state as OpenedSheet).revision;
  const recorded = async () => ({
    publication: await running(), file: 'e'.repeat(64), leftOut: [{ sheet: `${year}-${deriveUuid(origin, 'node')}`, reason: 'voided' as const }],
  });
  await deed('publication: ask for everything', secretariat, AskPublication, stream, { on: '2026-10-01' });
  await deed('publication: make an edition', system, RecordEdition, stream, {
    ...await recorded(), parts: partsOf(sheet, await sheetRevision()),
  });
  await deed('publication: correct what was read', secretariat, CorrectPublished, sheetStream(municipality, sheet), {
    basedOn: await sheetRevision(), fields: { reason: '販路開拓は概ね計画どおり。', direction: 'end' }, reason: '転記の誤りのため。',
  });
  await deed('publication: ask for the council', secretariat, AskPublication, stream, { step: 'council', on: '2026-10-15' });
  await deed('publication: refuse it', system, RecordPublicationRefusal, stream, { publication: await running(), code: 'no-sheet-final' });
  await deed('publication: ask for one sheet again', secretariat, AskPublication, stream, {
    step: 'public', on: '2026-10-20', sheets: [sheet], reason: '正誤表を付すため。',
  });
  await deed('publication: make the next edition', system, RecordEdition, stream, {
    ...await recorded(), corrects: 1,
    parts: [...partsOf(sheet, await sheetRevision()), { kind: 'errata', id: 'errata', revision: 3, digest: 'd'.repeat(64), bytes: 1_024 }],
  });
}

function partsOf(sheet: string, sheetRevision: number): readonly EditionPart[] {
  return [
    { kind: 'contents', id: 'contents', revision: 1, digest: 'a'.repeat(64), bytes: 2_345 },
    { kind: 'sheet', id: sheet, revision: sheetRevision, digest: 'b'.repeat(64), bytes: 12_345 },
    { kind: 'recommendation', id: general, revision: 10, digest: 'c'.repeat(64), bytes: 678 },
  ];
}
