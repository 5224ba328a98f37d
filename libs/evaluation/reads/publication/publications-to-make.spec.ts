import { hash } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordEdition } from '../../../cycle/commands.ts';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import { cycleCatalogue, type PublicationAsked } from '../../../cycle/domain/cycle.events.ts';
import type { RecordEdition as RecordEditionBody } from '../../../cycle/domain/record-edition.ts';
import { newDirectory } from '../../../event-store/contract/given-directory.ts';
import { eventAt } from '../../../event-store/contract/given-events.ts';
import type { EventHeader } from '../../../event-store/event-store.ts';
import type { DomainEvent } from '../../../kernel/decider.ts';
import { reject } from '../../../kernel/decision.ts';
import { EditionStore } from '../../../platform/editions/edition-store.ts';
import { ModelFile } from '../../../platform/reads/model-file.ts';
import { recommendationCatalogue } from '../../domain/recommendations/recommendation.events.ts';
import { sheetId } from '../../domain/sheet.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { childcareMeasure, grade, logOffice, opened, policy, promotionMeasure, saved, sheetOf, throughTheLine } from '../testing/office-in-log.ts';
import { makeEditions, publicationsToMakeModel } from './publications-to-make.ts';

const cycle = cycleStream('mihon', 2026);
const asked: PublicationAsked = { type: 'PublicationAsked', publication: 'publication-1', step: 'public', on: '2026-09-01' };
const final: readonly SheetEvent[] = [
  saved({ rating: grade('a') }), ...throughTheLine, { type: 'FirstEvaluationAccepted', acceptedRevision: 5 },
  { type: 'SheetFinalised', skipped: [] },
];
const catalogue = { ...cycleCatalogue, ...recommendationCatalogue };
const directory = newDirectory();

let given: GivenReads;
let list: ModelFile;
let editions: EditionStore;
let position = 0;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  list = new ModelFile(publicationsToMakeModel, ':memory:', true);
  editions = new EditionStore(directory.file(`editions-${position += 1}`));
});
afterEach(async () => {
  list.close();
  await given.close();
});
afterAll(() => directory.remove());

/** Into the list alone. */
function listed(stream: string, event: DomainEvent): void {
  const { type, ...payload } = event;
  const header = { ...JSON.parse(eventAt(stream, 0, {}, 'e3b0c442-98fc-4c14-9afb-f4c8996fb924').header) as EventHeader, type, version: 1 };
  list.apply([{ position: String(position += 1).padStart(6, '0'), header, payload }], catalogue);
  list.flush();
}

async function asksFor(publication = asked): Promise<void> {
  await given.log(cycle, publication);
  listed(cycle, publication);
}

function onlyItem() {
  const [item, ...more] = makeEditions.next(list, 10);
  if (item === undefined || more.length > 0) throw new Error('one is to be made');
  return item;
}

async function making() {
  const command = await makeEditions.commandFor(onlyItem(), { states: given.states, editions });
  return { command, body: command.body as RecordEditionBody };
}

describe('the editions that are to be made', () => {
  it('are those that cycles ask for, until each is recorded or refused', async () => {
    await asksFor();
    expect(onlyItem()).toMatchObject({ cycle, publication: asked.publication, recommendations: [] });
    listed(cycle, { type: 'EditionPublished', publication: asked.publication } as DomainEvent);
    expect(makeEditions.next(list, 10)).toEqual([]);
    listed(cycle, asked);
    listed(cycle, { type: 'PublicationRefused', publication: asked.publication, code: 'x' } as DomainEvent);
    expect(makeEditions.next(list, 10)).toEqual([]);
  });

  it('know the general recommendations of their year, and no others', () => {
    const adopted = { type: 'RecommendationAdopted', committee: 'c', text: 't', meeting: 'm', section: 's', department: 'd' };
    listed('recommendation-mihon-general-1', { ...adopted, year: 2026 } as DomainEvent);
    listed('recommendation-mihon-general-2', { ...adopted, year: 2025 } as DomainEvent);
    listed('recommendation-mihon-of-a-sheet', { ...adopted, year: 2026, sheet: 'sheet-1' } as DomainEvent);
    listed(cycle, asked);
    expect(onlyItem().recommendations).toEqual(['general-1']);
  });

  it('have those recommendations, but for what was withdrawn and in the committee\'s own papers', async () => {
    const adopted = { type: 'RecommendationAdopted', year: 2026, committee: 'c', number: 1, text: '早められたい。', meeting: 'm', section: 'promotion', department: 'industry' } as const;
    for (const id of ['kept', 'withdrawn']) {
      await given.log(`recommendation-mihon-${id}`, adopted);
      listed(`recommendation-mihon-${id}`, adopted);
    }
    await given.log('recommendation-mihon-withdrawn', { type: 'RecommendationWithdrawn', reason: '再審議' });
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), ...final);
    const recommended = async (step: PublicationAsked['step']) => {
      await asksFor({ ...asked, publication: step, step });
      return (await making()).body.parts.filter(({ kind }) => kind === 'recommendation').map(({ id }) => id);
    };
    expect([await recommended('committee'), await recommended('council'), await recommended('public')]).toEqual([[], ['kept'], ['kept']]);
  });

  it('have the final sheets as their readers get them, and say why the others are left out', async () => {
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), ...final);
    await given.log(sheetOf(policy), opened(policy), { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    await asksFor();
    const { body } = await making();
    expect(body.leftOut).toEqual([{ sheet: sheetId(2026, policy), reason: 'voided' }, { sheet: sheetId(2026, childcareMeasure), reason: 'not-opened' }]);
    expect(body.parts.map(({ kind, id }) => [kind, id])).toEqual([['sheet', sheetId(2026, promotionMeasure)], ['contents', 'contents']]);
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure));
    expect((await making()).body.leftOut).toContainEqual({ sheet: sheetId(2026, childcareMeasure), reason: 'not-final' });
  });

  it('lie on the disk before they are recorded, each part under its digest', async () => {
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), ...final);
    await asksFor();
    const { body: { file, parts } } = await making();
    let offset = 0;
    for (const part of parts) {
      const bytes = await editions.read('mihon', { ...part, file, offset });
      expect(hash('sha256', bytes, 'hex')).toBe(part.digest);
      offset += part.bytes;
    }
  });

  it('are the same to the byte, by the same command, however often they are made', async () => {
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), ...final);
    await asksFor();
    const [first, again] = [await making(), await making()];
    expect(again.body).toEqual(first.body);
    expect(again.command.asking).toEqual(first.command.asking);
    expect(first.command).toBeInstanceOf(RecordEdition);
  });

  it('roll up only ratings that the same readers may read', async () => {
    await given.log(sheetOf(policy), opened(policy), ...final.slice(1));
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), ...final);
    const gradesIn = async (sheets?: readonly string[]) => {
      await asksFor({ ...asked, publication: `publication of ${sheets?.length ?? 'all'}`, ...(sheets && { sheets }) });
      const { body: { file, parts: [part] } } = await making();
      if (part === undefined) throw new Error('nothing was made');
      const page = JSON.parse((await editions.read('mihon', { ...part, file, offset: 0 })).toString());
      return page.sections[0].fields[0].below.map(({ grade: one }: { grade: { ja: string } }) => one.ja);
    };
    expect(await gradesIn([sheetId(2026, policy)])).toEqual([]);
    expect(await gradesIn()).toEqual(['A']);
  });

  it('are none where no sheet is final, and the cycle is told why', async () => {
    await asksFor();
    const { body } = await making();
    expect(body).toMatchObject({ file: '', parts: [] });
    const told = makeEditions.refusalOf(onlyItem(), reject('no-sheet-final'));
    expect({ stream: told.stream, body: told.body }).toEqual({ stream: cycle, body: { publication: asked.publication, code: 'no-sheet-final' } });
  });
});
