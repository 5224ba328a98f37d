import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../platform/access/asker.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { asker, childcareMeasure, clerk, director, logOffice, nurse, promotionMeasure, secretary } from '../testing/office-in-log.ts';
import {
  adoptedInGeneral, adoptedOn, approved, closed, committee, member, recommendationAt, sentBack, submitted, written,
} from '../testing/recommendations-in-log.ts';
import { ListRecommendations, type ListRecommendationsAsked } from './list-recommendations.ts';
import { ReadRecommendation } from './read-recommendation.ts';

const idOf = (n: number) => `40000000-0000-4000-8000-00000000000${n}`;
const [older, first, second, ofNurse, general] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)];

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  const { log } = given;
  await log(recommendationAt(second), adoptedOn(promotionMeasure, 2026, { number: 2, text: '提言2' }), written('検討する。', 'consider'), submitted);
  await log(recommendationAt(first), adoptedOn(promotionMeasure, 2026));
  await log(
    recommendationAt(older), adoptedOn(promotionMeasure, 2025), written('初めの案'), submitted, sentBack, written('改める。'), submitted, approved,
    closed);
  await log(recommendationAt(ofNurse), adoptedOn(childcareMeasure, 2026, { section: 'childcare', department: 'welfare' }));
  await log(recommendationAt(general), adoptedInGeneral);
});
afterEach(() => given.close());

async function listed(who: Asker, asked: Partial<ListRecommendationsAsked> = {}): Promise<readonly string[]> {
  const { recommendations } = await given.ask(ListRecommendations, who, { limit: 100, ...asked });
  return recommendations.map(({ id }) => id);
}
const read = (who: Asker, recommendation: string) => given.ask(ReadRecommendation, who, { recommendation });
const chair: Asker = { ...member, role: 'chair' };
const elsewhere: Asker = { ...member, committee: '30000000-0000-4000-8000-000000000002' };

describe('the list of recommendations', () => {
  it('has the newest year first, and those of one sheet by their numbers', async () => {
    expect(await listed(secretary)).toEqual([general, first, second, ofNurse, older]);
  });

  it('has for everybody what is his: his section\'s, his post\'s, his committee\'s', async () => {
    expect(await listed(clerk)).toEqual([general, first, second, older]);
    expect(await listed(nurse)).toEqual([ofNurse]);
    expect(await listed(director)).toEqual([second, older]);
    expect(await listed(chair)).toHaveLength(5);
    expect(await listed(elsewhere)).toEqual([]);
  });

  it('finds them by year, committee, section, node and phase, and the general ones', async () => {
    expect(await listed(secretary, { year: 2025 })).toEqual([older]);
    expect(await listed(secretary, { committee: elsewhere.committee as string })).toEqual([]);
    expect(await listed(secretary, { committee, section: 'childcare' })).toEqual([ofNurse]);
    expect(await listed(secretary, { node: promotionMeasure })).toEqual([first, second, older]);
    expect(await listed(secretary, { phase: 'on-line' })).toEqual([second]);
    expect(await listed(secretary, { phase: 'answering' })).toEqual([general, first, ofNurse]);
    expect(await listed(secretary, { general: true })).toEqual([general]);
    expect(await listed(secretary, { general: false, year: 2026 })).toEqual([first, second, ofNurse]);
  });

  it('tells the committee neither policy nor phase of a response on its line', async () => {
    const { recommendations } = await given.ask(ListRecommendations, member, { limit: 100 });
    const shown = Object.fromEntries(recommendations.map(({ id, phase, policy }) => [id, { phase, policy }]));
    expect(shown).toMatchObject({ [second]: { phase: 'answering', policy: undefined }, [older]: { phase: 'closed', policy: 'follow' } });
    expect(await listed(member, { phase: 'on-line' })).toEqual([]);
    expect(await listed(member, { phase: 'answering' })).toContain(second);
  });

  it('goes on where a page ended', async () => {
    const page = await given.ask(ListRecommendations, secretary, { limit: 2 });
    expect(page.recommendations.map(({ id }) => id)).toEqual([general, first]);
    expect(await listed(secretary, { limit: 2, after: page.cursor as string })).toEqual([second, ofNurse]);
    const last = await given.ask(ListRecommendations, secretary, { limit: 1, after: ofNurse });
    expect(last).toMatchObject({ recommendations: [{ id: older }] });
    expect(last).not.toHaveProperty('cursor');
  });
});

describe('one recommendation', () => {
  it('shows the office the response on its line, and whose turn it is', async () => {
    expect(await read(clerk, second)).toMatchObject({
      phase: 'on-line', number: 2, text: '提言2', general: false, node: { number: '1-1' },
      response: { policy: 'consider', text: '検討する。', by: { id: 'person-1', name: 'person-1さん' } },
      turn: { step: 'director', parties: [{ section: 'promotion', posts: ['director'] }] },
      history: [{ type: 'RecommendationAdopted' }, { type: 'ResponseWritten' }, { type: 'ResponseSubmitted' }],
    });
  });

  it('shows everything that led to the response to the office, and to the committee what was approved', async () => {
    const [byOffice, byCommittee] = [await read(director, older), await read(member, older)];
    expect(byOffice).toMatchObject({ phase: 'closed', closedFor: '反映したため', sentBack: [{ reason: '時期が不明' }] });
    expect(byOffice.history).toHaveLength(8);
    expect(byCommittee).toMatchObject({ phase: 'closed', response: { text: '改める。' }, sentBack: [], approvals: [{ post: 'director' }] });
    expect(JSON.stringify(byCommittee)).not.toMatch(/初めの案|時期が不明/);
  });

  it('tells the committee nothing of a response before its line is done', async () => {
    const told = await read(chair, second);
    expect(told).toMatchObject({ phase: 'answering', response: undefined, line: [], revision: 0 });
    expect(told.history.map(({ type }) => type)).toEqual(['RecommendationAdopted']);
  });

  it('shows a general one without a node', async () => {
    expect(await read(clerk, general)).toMatchObject({ general: true, node: undefined, number: undefined });
  });

  it('is refused to whom it does not concern, and unknown in another office', async () => {
    expect(await read(nurse, first)).toMatchObject({ code: 'not-allowed' });
    expect(await read(elsewhere, first)).toMatchObject({ code: 'not-allowed' });
    expect(await read({ ...asker('secretariat', 'planning', 'secretary'), municipality: 'kaede' }, first)).toMatchObject({ code: 'unknown' });
  });
});
