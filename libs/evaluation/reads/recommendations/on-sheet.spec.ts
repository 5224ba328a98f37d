import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { planStream } from '../../../plan/domain/plan.ts';
import { OpenRecommendations } from '../../../plan/open-recommendations.ts';
import { EvidenceExists } from '../../../plan/evidence-exists.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import { LowerRooms } from '../../../platform/commands/lower-rooms.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { sheetId } from '../../domain/sheet.ts';
import { openRecommendations, openRecommendationsOn } from '../../open-recommendations.ts';
import { sheetEvidence } from '../../sheet-evidence.ts';
import { ReadSheet } from '../sheet.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { childcareMeasure, clerk, logOffice, nurse, opened, plan, promotionMeasure, secretary, sheetOf } from '../testing/office-in-log.ts';
import {
  adoptedOn, approved, closed, concludedWith, handedOver, member, recommendationAt, submitted, written,
} from '../testing/recommendations-in-log.ts';

const [first, second, ofThisYear] = [1, 2, 3].map((n) => `40000000-0000-4000-8000-00000000000${n}`) as [string, string, string];

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await given.log(sheetOf(promotionMeasure, 2025), opened(promotionMeasure, 2025), ...concludedWith(first, second));
  await given.log(sheetOf(promotionMeasure), opened(promotionMeasure));
  await given.log(recommendationAt(first), adoptedOn(promotionMeasure, 2025));
});
afterEach(() => given.close());

const answered = [written('改める。'), submitted, approved];
const happens = (...events: readonly RecommendationEvent[]) => given.log(recommendationAt(first), ...events);
async function onSheet(who: Asker = clerk, node: string = promotionMeasure) {
  return (await given.ask(ReadSheet, who, { sheet: sheetId(2026, node) })).recommendations;
}
const open = (node: string = promotionMeasure, year?: number) =>
  openRecommendationsOn(given.states, 'mihon', { plan, node, ...(year !== undefined && { year }) });
const reopened = { type: 'SheetReopened', to: 'committee', reason: '再審議', cycleRevision: 0 } as const;

/** The measure of the industry department became part of the one of the welfare department. */
async function merge(): Promise<void> {
  await given.log(planStream('mihon', plan), { type: 'RevisionOpened', planVersion: 1, reason: '統合' }, {
    type: 'PlanRevised', planVersion: 2, fromYear: 2026, proposals: [], nodesPut: [], nodesDropped: [promotionMeasure], indicatorsPut: [],
    indicatorsDropped: [], lineage: [{ kind: 'merged', from: promotionMeasure, to: [childcareMeasure] }], targetChanges: [], schemeRevision: 0,
    municipalityRevision: 0,
  });
  await given.log(sheetOf(childcareMeasure), opened(childcareMeasure));
}

describe('the recommendations on a sheet', () => {
  it('are those of earlier years, with what was answered and what came of them', async () => {
    await happens(...answered, { type: 'ResultReported', year: 2026, text: '増額した。', amount: '1200000' });
    expect(await onSheet()).toEqual([{
      id: first, year: 2025, number: 1, text: '提言1', phase: 'answered', response: { policy: 'follow', text: '改める。' },
      results: [{ year: 2026, text: '増額した。', amount: '1200000', at: expect.any(String) }],
    }]);
  });

  it('are also those of its own conclusion, after the others', async () => {
    await given.log(sheetOf(promotionMeasure), ...concludedWith(ofThisYear));
    await given.log(recommendationAt(ofThisYear), adoptedOn(promotionMeasure, 2026, { text: '今年の提言' }));
    expect((await onSheet()).map(({ text }) => text)).toEqual(['提言1', '今年の提言']);
  });

  it('stay to the end of the year in which they are closed, and go when they are withdrawn', async () => {
    given.at('2026-03-31T14:59:59.999Z');
    await happens(...answered, closed);
    expect(await onSheet()).toEqual([]);
    await happens({ type: 'RecommendationReopened', reason: '継続' });
    expect(await onSheet()).toHaveLength(1);
    given.at('2026-03-31T15:00:00.000Z');
    await happens(closed);
    expect(await onSheet()).toMatchObject([{ phase: 'closed' }]);
    await happens({ type: 'RecommendationWithdrawn', reason: '再審議' });
    expect(await onSheet()).toEqual([]);
  });

  it('are not those whose conclusion was undone', async () => {
    await given.log(sheetOf(promotionMeasure, 2025), reopened);
    expect(await onSheet()).toEqual([]);
  });

  it('are shown on what their node became, there as everybody is told of them', async () => {
    await happens(written('改める。'), submitted);
    await merge();
    expect(await onSheet(nurse, childcareMeasure)).toMatchObject([{ id: first, phase: 'answering', response: undefined }]);
    expect(await onSheet(secretary, childcareMeasure)).toMatchObject([{ id: first, phase: 'on-line', response: { text: '改める。' } }]);
    await happens(approved);
    expect(await onSheet(nurse, childcareMeasure)).toMatchObject([{ phase: 'answered', response: { text: '改める。' } }]);
  });

  it('are told the committee as far as it may see them, and another committee not at all', async () => {
    const otherCommittee = '30000000-0000-4000-8000-000000000002';
    await given.log(sheetOf(promotionMeasure), ...concludedWith().slice(0, -2), handedOver);
    await given.log(sheetOf(promotionMeasure), { ...handedOver, stage: 'other', committee: otherCommittee });
    await happens(written('改める。'), submitted);
    expect(await onSheet(member)).toMatchObject([{ id: first, phase: 'answering', response: undefined }]);
    expect(await onSheet({ ...member, committee: otherCommittee })).toEqual([]);
  });
});

describe('the open recommendations on a node', () => {
  it('are those that are neither closed nor withdrawn, adopted already or about to be', async () => {
    const both = [{ recommendation: first, node: promotionMeasure, text: '提言1' }, { recommendation: second, node: promotionMeasure, text: '提言2' }];
    expect(await open()).toEqual(both);
    await happens(...answered);
    expect(await open()).toEqual(both);
    await happens(closed);
    expect(await open()).toEqual(both.slice(1));
    await given.log(recommendationAt(second), adoptedOn(promotionMeasure, 2025), { type: 'RecommendationWithdrawn', reason: '再審議' });
    expect(await open()).toEqual([]);
  });

  it('are not those whose conclusion was undone, or of other nodes and later years', async () => {
    expect(await open(promotionMeasure, 2025)).toEqual([]);
    expect(await open(childcareMeasure)).toEqual([]);
    await given.log(sheetOf(promotionMeasure, 2025), reopened);
    expect(await open()).toEqual([]);
  });

  it('stand on what their node became, and the plan is told so', async () => {
    await merge();
    const asked = new LowerRooms([openRecommendations], given).asked(OpenRecommendations);
    expect((await asked.on(secretary, plan, [childcareMeasure])).map(({ recommendation, node }) => [recommendation, node]))
      .toEqual([[first, childcareMeasure], [second, childcareMeasure]]);
    expect(await asked.on(secretary, 'plan-elsewhere', [childcareMeasure])).toEqual([]);
    const told = async (who: Asker) => (await asked.on(who, plan, [childcareMeasure])).map(({ text }) => text !== undefined);
    expect([await told(clerk), await told(nurse)]).toEqual([[true, false], [false, false]]);
  });
});

describe('a recommendation as evidence', () => {
  it('is there for whoever may read it, when it is adopted', async () => {
    const evidence = new LowerRooms([sheetEvidence], given).asked(EvidenceExists);
    expect(await evidence.visible(clerk, { recommendation: first })).toBe(true);
    expect(await evidence.visible(nurse, { recommendation: first })).toBe(false);
    expect(await evidence.visible(secretary, { recommendation: second })).toBe(false);
  });
});
