import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../platform/access/asker.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import {
  approvedBy, asker, childcareMeasure, chief, clerk, companies, director, grade, logOffice, noted, nurse, opened, policy, promotionMeasure, saved,
  secretary, sheetOf, submitted, text, throughTheLine, value,
} from '../testing/office-in-log.ts';
import { ListSheets, type ListSheetsAsked } from './list-sheets.ts';

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  for (const year of [2025, 2026]) {
    for (const node of [policy, promotionMeasure, childcareMeasure]) await given.log(sheetOf(node, year), opened(node, year));
  }
});
afterEach(() => given.close());

const list = (who: Asker, asked: Partial<ListSheetsAsked> = {}) => given.ask(ListSheets, who, { limit: 50, ...asked });
const found = async (who: Asker, asked: Partial<ListSheetsAsked> = {}) =>
  (await list(who, asked)).sheets.map(({ year, node }) => `${year} ${node.number}`);

describe('the list of sheets', () => {
  it('is newest first and as the cycle names them, of the year, department, section and phase that are asked for', async () => {
    await given.log(sheetOf(childcareMeasure), submitted());
    expect(await found(secretary)).toEqual(['2026 1', '2026 1-1', '2026 1-2', '2025 1', '2025 1-1', '2025 1-2']);
    expect(await found(secretary, { year: 2025, department: 'industry' })).toEqual(['2025 1', '2025 1-1']);
    expect(await found(secretary, { section: 'childcare' })).toEqual(['2026 1-2', '2025 1-2']);
    expect(await found(secretary, { phase: 'submitted' })).toEqual(['2026 1-2']);
  });

  it('goes on where its page ended', async () => {
    const first = await list(secretary, { limit: 4 });
    expect(first.cursor).toBe('2025.0');
    expect(await found(secretary, { after: { year: 2025, place: 0 } })).toEqual(['2025 1-1', '2025 1-2']);
    expect((await list(secretary, { limit: 6 })).cursor).toBeUndefined();
  });

  it('says of those that were submitted whether they were late', async () => {
    await given.log(sheetOf(promotionMeasure), submitted(true));
    await given.log(sheetOf(childcareMeasure), submitted(false));
    expect(await found(secretary, { late: true })).toEqual(['2026 1-1']);
    expect(await found(secretary, { late: false })).toEqual(['2026 1-2']);
  });

  it('has nothing for a role to which no sheet is shown', async () => {
    expect(await found(asker('admin', 'promotion', 'admin'))).toEqual([]);
  });

  it('shows a section its own, and a post those on whose line it stands', async () => {
    expect(await found(nurse, { year: 2026 })).toEqual(['2026 1-2']);
    expect(await found(director, { year: 2026 })).toEqual([]);
    await given.log(sheetOf(childcareMeasure), submitted());
    expect(await found(chief, { year: 2026 })).toEqual(['2026 1', '2026 1-1', '2026 1-2']);
    expect(await found(director, { year: 2026 })).toEqual(['2026 1-2']);
  });

  it('follows a sheet to another section, away from the line it stood on', async () => {
    const stream = sheetOf(childcareMeasure);
    await given.log(stream, submitted(), { type: 'FirstEvaluationTakenBack' }, {
      type: 'SheetTransferred', section: 'promotion', department: 'industry', municipalityRevision: 0, reason: '移管',
    });
    expect(await found(clerk, { year: 2026 })).toEqual(['2026 1', '2026 1-1', '2026 1-2']);
    expect(await found(nurse, { year: 2026 })).toEqual([]);
    expect(await found(director, { year: 2026 })).toEqual([]);
  });

  it('says where each sheet stands', async () => {
    const phases = async () => (await list(secretary, { year: 2026, section: 'childcare' })).sheets.map(({ phase }) => phase);
    const stream = sheetOf(childcareMeasure);
    await given.log(stream, submitted(), approvedBy('chief', 'chief', 'promotion'));
    expect(await phases()).toEqual(['submitted']);
    await given.log(stream, { type: 'FirstEvaluationSentBack', to: 'section', reason: '根拠', comments: [] });
    expect(await phases()).toEqual(['drafting']);
    await given.log(stream, ...throughTheLine);
    expect(await phases()).toEqual(['approved']);
    await given.log(stream, { type: 'FirstEvaluationAccepted', acceptedRevision: 5 });
    expect(await phases()).toEqual(['accepted']);
    await given.log(stream, { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    expect(await phases()).toEqual(['voided']);
  });
});

describe('a search', () => {
  it('finds words in fields and cells whatever their width, while they stand there', async () => {
    const stream = sheetOf(promotionMeasure);
    await given.log(stream, saved({ remark: text('ＥＣサイトの構築'), [`figures/${companies}/actual`]: value('延べ５社') }));
    expect(await found(clerk, { text: 'ecサイト' })).toEqual(['2026 1-1']);
    expect(await found(clerk, { text: '5社' })).toEqual(['2026 1-1']);
    await given.log(stream, saved({ remark: null }));
    expect(await found(clerk, { text: 'ecサイト' })).toEqual([]);
  });

  it('finds number and name of the node', async () => {
    expect(await found(secretary, { text: '就業' })).toEqual(['2026 1-2', '2025 1-2']);
    expect(await found(secretary, { text: '1-1' })).toEqual(['2026 1-1', '2025 1-1']);
  });

  it('takes no sign for anything but itself', async () => {
    await given.log(sheetOf(promotionMeasure), saved({ remark: text('達成率は100%') }));
    expect(await found(clerk, { text: '0%' })).toEqual(['2026 1-1']);
    expect(await found(clerk, { text: '成_は' })).toEqual([]);
  });

  it('finds a grade, in one field or in any', async () => {
    await given.log(sheetOf(promotionMeasure), saved({ rating: grade('a') }));
    await given.log(sheetOf(childcareMeasure), saved({ rating: grade('b') }));
    expect(await found(secretary, { rating: { grade: 'a' } })).toEqual(['2026 1-1']);
    expect(await found(secretary, { rating: { field: 'rating', grade: 'b' } })).toEqual(['2026 1-2']);
    expect(await found(secretary, { rating: { field: 'own-rating', grade: 'b' } })).toEqual([]);
    expect(await found(secretary, { rating: { grade: 'a' }, text: '就業' })).toEqual([]);
    expect((await list(clerk, { year: 2026 })).sheets.map(({ ratings }) => ratings)).toEqual([{}, { rating: 'a' }]);
  });

  it('tells nobody what stands in a field that is hidden from him', async () => {
    const stream = sheetOf(promotionMeasure);
    const before = await list(clerk);
    await given.log(stream, noted({ memo: text('要確認'), 'own-rating': grade('b'), verdict: text('良好') }));
    expect(await list(clerk)).toEqual(before);
    for (const asked of [{ text: '要確認' }, { text: '良好' }, { rating: { grade: 'b' } }]) {
      expect(await found(clerk, asked)).toEqual([]);
      expect(await found(secretary, asked)).toEqual(['2026 1-1']);
      expect(await found(asker('auditor', 'audit', 'auditor'), asked)).toEqual(['2026 1-1']);
    }
    await given.log(stream, ...throughTheLine, { type: 'FirstEvaluationAccepted', acceptedRevision: 5 });
    expect(await found(clerk, { text: '良好' })).toEqual(['2026 1-1']);
    expect(await found(clerk, { text: '要確認' })).toEqual([]);
  });
});
