import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import { deadlineOn, type Deadline } from '../../../cycle/domain/deadline.ts';
import { planStream } from '../../../plan/domain/plan.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import type { FileAttached } from '../../domain/sheet.events.ts';
import { ReadHistory, ReadSheet } from '../sheet.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import {
  approvedBy, childcareMeasure, clerk, companies, director, grade, logOffice, noted, nurse, opened, plan, policy, promotionMeasure, saved, secretary,
  sheetOf, submitted, text, throughTheLine, value,
} from '../testing/office-in-log.ts';

const stream = sheetOf(promotionMeasure);
const actual = `figures/${companies}/actual`;

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await given.log(stream, opened(promotionMeasure));
});
afterEach(() => given.close());

const read = (who: Asker, node = promotionMeasure, year = 2026) => given.ask(ReadSheet, who, { sheet: `${year}-${node}` });

describe('a sheet', () => {
  it('says what it is, whose, and until when by the deadlines in force', async () => {
    await given.log(cycleStream('mihon', 2026), {
      type: 'DeadlineExtended', period: 'submission', deadline: deadlineOn('2026-07-05') as Deadline, for: { kind: 'department', department: 'industry' },
      reason: '決算',
    });
    expect(await read(clerk)).toMatchObject({
      id: `2026-${promotionMeasure}`, revision: 0, phase: 'drafting', year: 2026, aboutYear: 2025, section: 'promotion', department: 'industry',
      node: { id: promotionMeasure, number: '1-1', name: { ja: '販路開拓' }, owners: { lead: 'promotion', related: ['tourism'] } },
      periods: [
        { id: 'submission', deadline: deadlineOn('2026-07-05') }, { id: 'approval', deadline: deadlineOn('2026-07-10') },
        { id: 'acceptance', deadline: deadlineOn('2026-07-31') },
      ],
      turn: { section: 'promotion' },
    });
  });

  it('has the rows of its tables, what is given, and what is computed, each by address', async () => {
    await given.log(stream, saved({ [actual]: value('150社') }), saved({ 'others/fair/actual': value('3回') }));
    const { tables, given: givenHere, computed, fields } = await read(clerk);
    expect(tables).toEqual({ figures: [{ id: companies, number: '1', label: { ja: '支援企業数', en: '支援企業数' } }], others: [{ id: 'fair' }] });
    expect(givenHere).toEqual({ [`figures/${companies}/target`]: { kind: 'value', year: 2025, value: expect.objectContaining({ typed: '120社' }) } });
    expect(computed).toEqual({ [`figures/${companies}/twice`]: { figure: '300', unit: '社', print: '300社' } });
    expect(fields).toMatchObject({
      [actual]: { content: value('150社'), by: { id: 'person-1', name: 'person-1さん' }, at: '2026-05-20T01:00:00.000Z', revision: 1 },
    });
  });

  it('says why a figure is none', async () => {
    expect((await read(clerk)).computed[`figures/${companies}/twice`]).toMatchObject({ none: 'absent' });
  });

  it('is not seen from elsewhere', async () => {
    expect(await read(nurse)).toMatchObject({ code: 'not-allowed' });
    expect(await read(clerk, plan)).toMatchObject({ code: 'unknown' });
  });

  it('has nothing of what is hidden from whoever reads it: no field, no heading, no file, no revision', async () => {
    const file: FileAttached = {
      type: 'FileAttached', file: 'file-1', field: 'evidence', name: '集計.pdf', mediaType: 'application/pdf', bytes: 2048, digest: 'd1',
    };
    await given.log(stream, file, noted({ memo: text('要確認'), verdict: text('良好') }));
    const shown = await read(clerk);
    expect(shown.revision).toBe(1);
    expect(shown.fields).toEqual({});
    expect(shown.form.sections.map(({ id, fields }) => [id, fields.map((field) => field.id)])).toEqual([['own', ['rating', 'remark', 'figures', 'others', 'evidence']]]);
    expect(shown.files).toEqual([{
      id: 'file-1', field: 'evidence', name: '集計.pdf', mediaType: 'application/pdf', bytes: 2048, by: { id: 'person-1', name: 'person-1さん' },
      at: '2026-05-20T01:00:00.000Z',
    }]);
    const history = await given.ask(ReadHistory, clerk, { sheet: shown.id });
    expect(history.events.map(({ type }) => type)).toEqual(['SheetOpened', 'FileAttached']);
    const all = await read(secretary);
    expect(Object.keys(all.fields)).toEqual(['memo', 'verdict']);
    expect(all.form.sections.map(({ id }) => id)).toEqual(['own', 'records']);
  });

  it('shows its line, who decided, and whose turn it is', async () => {
    const absent = [{ step: 'chief', section: 'promotion', posts: ['chief'] }];
    await given.log(stream, submitted(), approvedBy('director', 'directors', 'tourism', { way: 'over', absent, reason: '出張中' }));
    const shown = await read(director);
    const baba = { id: 'chief', title: { ja: '課長', en: '課長' }, holders: [{ id: 'baba', name: 'babaさん' }] };
    expect(shown.line[0]).toMatchObject({ step: 'chief', parties: [{ section: 'promotion', posts: [baba, { id: 'second-chief', holders: [] }] }] });
    expect(shown.approvals).toMatchObject([{ step: 'directors', section: 'tourism', post: 'director', way: 'over', by: { name: 'person-1さん' } }]);
    expect(shown.turn).toEqual({ to: 'approve', step: 'directors', parties: [{ section: 'childcare', posts: ['welfare-director'] }] });
    expect(shown.toReview).toEqual([{ step: 'chief', section: 'promotion', posts: [baba] }]);
    await given.log(stream, { type: 'FirstEvaluationSentBack', to: 'section', reason: '根拠', comments: [{ field: 'memo', comment: '秘' }] });
    expect(await read(director)).toMatchObject({ line: [], turn: { section: 'promotion' }, sentBack: [{ to: 'section', reason: '根拠', comments: [] }] });
  });
});

describe('last year beside it', () => {
  it('is the newest earlier sheet that counts, as the office may see it', async () => {
    await given.log(sheetOf(promotionMeasure, 2025), opened(promotionMeasure, 2025), saved({ [actual]: value('90社'), rating: grade('a') }),
      noted({ memo: text('要確認') }), submitted());
    const { lastYear, given: givenHere } = await read(secretary);
    expect(lastYear).toEqual({
      id: `2025-${promotionMeasure}`, year: 2025, aboutYear: 2024, phase: 'submitted', revision: 3, fields: { [actual]: value('90社'), rating: grade('a') },
      results: [],
    });
    expect(givenHere[`figures/${companies}/before`]).toEqual({ kind: 'value', year: 2024, value: expect.objectContaining({ typed: '90社' }) });
    await given.log(sheetOf(promotionMeasure, 2025), { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    expect((await read(secretary)).lastYear).toBeUndefined();
  });

  it('is seen by whoever owns the sheet now, whoever owned it then', async () => {
    const before = sheetOf(promotionMeasure, 2025);
    await given.log(before, opened(promotionMeasure, 2025), saved({ rating: grade('b') }), submitted(), { type: 'FirstEvaluationTakenBack' },
      { type: 'SheetTransferred', section: 'childcare', department: 'welfare', municipalityRevision: 0, reason: '移管' });
    expect((await read(clerk)).lastYear?.fields).toEqual({ rating: grade('b') });
  });

  it('is that of the nearest node that it came from, where it has none of its own', async () => {
    await given.log(planStream('mihon', plan), { type: 'RevisionOpened', planVersion: 1, reason: '統合' }, {
      type: 'PlanRevised', planVersion: 2, fromYear: 2026, proposals: [], nodesPut: [], nodesDropped: [promotionMeasure], indicatorsPut: [],
      indicatorsDropped: [], lineage: [{ kind: 'merged', from: promotionMeasure, to: [childcareMeasure] }], targetChanges: [], schemeRevision: 0,
      municipalityRevision: 0,
    });
    await given.log(sheetOf(promotionMeasure, 2025), opened(promotionMeasure, 2025), saved({ rating: grade('b') }), submitted());
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure));
    const lastYear = async () => (await read(nurse, childcareMeasure)).lastYear;
    expect(await lastYear()).toMatchObject({ id: `2025-${promotionMeasure}`, fields: { rating: grade('b') } });
    await given.log(sheetOf(childcareMeasure, 2025), opened(childcareMeasure, 2025), saved({ rating: grade('a') }), submitted());
    expect(await lastYear()).toMatchObject({ id: `2025-${childcareMeasure}`, fields: { rating: grade('a') } });
  });
});

describe('the sheets below', () => {
  it('are rolled up: each as it stands, and how often each grade was given', async () => {
    await given.log(sheetOf(policy), opened(policy));
    await given.log(stream, saved({ rating: grade('a') }), ...throughTheLine);
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure), saved({ rating: grade('b') }));
    const rolledUp = async () => (await read(clerk, policy)).rollUps.below;
    expect(await rolledUp()).toEqual({
      sheets: [
        { id: `2026-${promotionMeasure}`, node: expect.objectContaining({ number: '1-1' }), phase: 'approved', grade: 'a' },
        { id: `2026-${childcareMeasure}`, node: expect.objectContaining({ number: '1-2' }), phase: 'drafting' },
      ],
      counts: { a: 1 },
    });
    await given.log(sheetOf(childcareMeasure), submitted());
    expect((await read(secretary, policy)).rollUps.below).toMatchObject({ counts: { a: 1, b: 1 } });
    // He may not read that sheet, so its grade is not told to him before it is accepted.
    expect(await rolledUp()).toMatchObject({ sheets: [{ grade: 'a' }, {}], counts: { a: 1 } });
    await given.log(sheetOf(childcareMeasure), { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    expect(await rolledUp()).toMatchObject({ sheets: [{ grade: 'a' }], counts: { a: 1 } });
  });
});
