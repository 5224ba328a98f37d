import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../platform/access/asker.ts';
import { ReadFile } from './files/read-file.ts';
import type { FieldContent, FileAttached, SheetEvent } from './domain/sheet.events.ts';
import { ReadSeries } from './reads/indicator-series/read-series.ts';
import { ReadHistory, ReadSheet } from './reads/sheet.ts';
import { ListSheets, type ListSheetsAsked } from './reads/sheets/list-sheets.ts';
import { acceptance, asked, concluded, first, given as opinion, handedOver, logCommittees, stranger, throughTheOffice } from './reads/testing/committee-in-log.ts';
import { givenReads, type GivenReads } from './reads/testing/given-reads.ts';
import {
  childcareMeasure, clerk, companies, grade, logOffice, noted, opened, plan, policy, promotionMeasure, saved, secretary, sheetOf, text, throughTheLine, value,
} from './reads/testing/office-in-log.ts';

const stream = sheetOf(promotionMeasure);
const sheet = `2026-${promotionMeasure}`;
const actual = `figures/${companies}/actual`;
const file = (id: string): FileAttached =>
  ({ type: 'FileAttached', file: id, field: 'evidence', name: `${id}.pdf`, mediaType: 'application/pdf', bytes: 2048, digest: id });
const sendingBack: SheetEvent = { type: 'FirstEvaluationSentBack', to: 'section', reason: '委員会からの差戻し', comments: [] };

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await logCommittees(given);
  await given.log(stream, opened(promotionMeasure), saved({ remark: text('下書き'), rating: grade('b') }),
    saved({ remark: text('付議された所見'), [actual]: value('150社') }), noted({ memo: text('要確認'), verdict: text('良好') }), file('kept'), file('gone'),
    { type: 'FileRemoved', file: 'gone', field: 'evidence' });
});
afterEach(() => given.close());

const log = (...events: readonly SheetEvent[]) => given.log(stream, ...events);
const read = (who: Asker) => given.ask(ReadSheet, who, { sheet });
const history = async (who: Asker) => (await given.ask(ReadHistory, who, { sheet })).events;
const list = (who: Asker, sought: Partial<ListSheetsAsked> = {}) => given.ask(ListSheets, who, { limit: 50, ...sought });
const finds = async (who: Asker, sought: Partial<ListSheetsAsked>) => (await list(who, sought)).sheets.map(({ id }) => id);
const contents = (fields: Readonly<Record<string, { readonly content: FieldContent | null }>>) =>
  Object.fromEntries(Object.entries(fields).map(([address, { content }]) => [address, content]));

/** Everything of the sheet that a member is told. */
async function allTold(): Promise<unknown> {
  return [await read(first), await history(first), await list(first), await given.ask(ReadSeries, first, { plan, indicator: companies })];
}

describe('a member', () => {
  it('sees a sheet from its hand-over to his committee on, and nothing before', async () => {
    await log(...throughTheOffice);
    expect(await read(first)).toMatchObject({ code: 'not-allowed' });
    expect((await list(first)).sheets).toEqual([]);
    await log(handedOver());
    expect(await read(first)).toMatchObject({ phase: 'handed-over', section: 'promotion' });
    expect((await list(first)).sheets).toMatchObject([{ id: sheet, phase: 'handed-over', ratings: { rating: 'b' } }]);
    expect(await read(stranger)).toMatchObject({ code: 'not-allowed' });
    expect((await list(stranger)).sheets).toEqual([]);
  });

  it('sees what stood on it then and is shown to members, and nothing of how it came to be so', async () => {
    await log(...throughTheOffice, handedOver());
    const shown = await read(first);
    expect(contents(shown.fields)).toEqual({ rating: grade('b'), remark: text('付議された所見'), [actual]: value('150社') });
    expect(shown).toMatchObject({ sentBack: [], line: [], approvals: [], files: [{ id: 'kept' }] });
    expect(shown.turn).toBeUndefined();
    expect((await history(first)).map(({ type }) => type)).toEqual(['SheetOpened', 'FieldsSaved', 'FieldsSaved', 'FileAttached', 'SheetHandedOver']);
    for (const untold of ['下書き', '要確認', '良好', '差戻しの理由', 'gone.pdf']) expect(JSON.stringify(await allTold())).not.toContain(untold);
    expect(await given.ask(ReadFile, first, { sheet, file: 'kept' })).toMatchObject({ digest: 'kept' });
    expect(await given.ask(ReadFile, first, { sheet, file: 'gone' })).toMatchObject({ code: 'file-missing' });
  });

  it('notices nothing of what becomes of it afterwards, before it is handed over again', async () => {
    await log(...throughTheOffice, handedOver());
    const before = await allTold();
    await log(noted({ verdict: text('不可') }), sendingBack, saved({ remark: text('書き直した所見'), rating: grade('a'), [actual]: value('999社') }), file('new'),
      { type: 'SheetTransferred', section: 'childcare', department: 'welfare', municipalityRevision: 0, reason: '移管' },
      ...throughTheLine, acceptance, handedOver('meeting'), { type: 'StageDecided', stage: 'meeting', decision: { direction: text('拡充') }, decidedOn: '2026-05-20' });
    expect(await allTold()).toEqual(before);
    expect(await finds(first, { text: '書き直した' })).toEqual([]);
    expect(await finds(first, { text: '付議された' })).toEqual([sheet]);
    expect(await finds(first, { rating: { grade: 'a' } })).toEqual([]);
    expect(await finds(first, { rating: { grade: 'b' }, phase: 'handed-over', section: 'promotion' })).toEqual([sheet]);
    await log(handedOver());
    expect(contents((await read(first)).fields)).toMatchObject({ remark: text('書き直した所見'), rating: grade('a') });
    expect(await read(first)).toMatchObject({ section: 'childcare', stages: [{ id: 'meeting', result: { decision: { direction: text('拡充') } } }, { id: 'committee' }] });
    expect(await finds(first, { text: '付議された' })).toEqual([]);
    expect(JSON.stringify(await allTold())).not.toContain('委員会からの差戻し');
  });

  it('is told that it was reopened where it comes back to his committee, and not why', async () => {
    await log(...throughTheOffice, handedOver(), concluded('結論の内容'));
    expect(await read(first)).toMatchObject({ phase: 'concluded' });
    await log({ type: 'SheetFinalised', skipped: [] }, { type: 'SheetReopened', to: 'committee', reason: '議会の指摘', cycleRevision: 0 });
    expect(await read(first)).toMatchObject({ phase: 'handed-over' });
    expect(JSON.stringify(await allTold())).not.toContain('議会の指摘');
  });

  it('has beside it last year\'s as his committee was given it, else its ratings once it is final', async () => {
    const before = sheetOf(promotionMeasure, 2025);
    await log(...throughTheOffice, handedOver());
    await given.log(before, opened(promotionMeasure, 2025), saved({ remark: text('昨年の所見'), rating: grade('a') }), ...throughTheOffice);
    expect((await read(first)).lastYear).toBeUndefined();
    await given.log(before, { type: 'SheetFinalised', skipped: [] });
    expect((await read(first)).lastYear).toMatchObject({ fields: { rating: grade('a') }, results: [] });
    await given.log(before, { type: 'SheetReopened', to: 'section', reason: '誤り', cycleRevision: 0 }, ...throughTheLine, acceptance, handedOver(), sendingBack,
      saved({ remark: text('昨年の直し') }));
    expect((await read(first)).lastYear).toMatchObject({ phase: 'handed-over', fields: { remark: text('昨年の所見'), rating: grade('a') } });
  });

  it('has rolled up of the sheets below what his committee was given, and what is final', async () => {
    await given.log(sheetOf(policy), opened(policy), ...throughTheOffice, handedOver());
    const below = sheetOf(childcareMeasure);
    await given.log(below, opened(childcareMeasure), saved({ rating: grade('a') }), ...throughTheOffice);
    const rolledUp = async () => (await given.ask(ReadSheet, first, { sheet: `2026-${policy}` })).rollUps.below;
    expect(await rolledUp()).toEqual({ sheets: [], counts: {} });
    await log(...throughTheOffice, handedOver(), sendingBack, saved({ rating: grade('a') }));
    expect(await rolledUp()).toMatchObject({ sheets: [{ id: sheet, phase: 'handed-over', grade: 'b' }], counts: { b: 1 } });
    await given.log(below, { type: 'SheetFinalised', skipped: [] });
    expect(await rolledUp()).toMatchObject({ counts: { a: 1, b: 1 } });
  });
});

describe('the list for the office', () => {
  it('moves when a sheet is handed over or concluded, and not by what the committee says in between', async () => {
    await log(...throughTheOffice);
    const row = async (who: Asker) => (await list(who)).sheets[0];
    const before = await row(clerk);
    await log(handedOver());
    const there = await row(clerk);
    expect([before?.revision, there?.phase]).toEqual([(there?.revision as number) - 1, 'handed-over']);
    await log(opinion('first', '意見'), asked, concluded('案', { toBeConfirmed: true }));
    expect(await row(clerk)).toEqual(there);
    expect(await row(secretary)).toMatchObject({ revision: there?.revision });
    await log(concluded('結論の内容'));
    expect(await row(clerk)).toMatchObject({ phase: 'concluded', revision: (there?.revision as number) + 4 });
  });
});
