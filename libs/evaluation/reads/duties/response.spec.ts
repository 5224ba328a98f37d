import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../platform/access/asker.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import {
  asker, childcareMeasure, chief, clerk, director, logOffice, nurse, opened, policy, promotionMeasure, secretary, sheetOf, submitted as sheetSubmitted,
} from '../testing/office-in-log.ts';
import {
  adoptedInGeneral, adoptedOn, approved, closed, member, recommendationAt, sentBack, submitted, written,
} from '../testing/recommendations-in-log.ts';
import { ListAllDuties, ListDuties } from './list-duties.ts';

const [first, second, ofPolicy, general] = [3, 1, 4, 2].map((n) => `40000000-0000-4000-8000-00000000000${n}`) as [string, string, string, string];
const sheet = `2026-${promotionMeasure}`;
const finalised = { type: 'SheetFinalised', skipped: [] } as const;

let given: GivenReads;
let adoptedBy: string;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), finalised);
  adoptedBy = await given.log(recommendationAt(first), adoptedOn(promotionMeasure, 2026));
});
afterEach(() => given.close());

const happens = (...events: readonly RecommendationEvent[]) => given.log(recommendationAt(first), ...events);
const duties = async (who: Asker) => (await given.ask(ListDuties, who, {})).duties;
const welfareDirector = asker('approver', 'childcare', 'welfare-director');

/** What each owes who owes something. */
async function owed() {
  const all: string[] = [];
  for (const who of [clerk, nurse, chief, director, welfareDirector, secretary, asker('auditor', 'promotion', 'auditor'), member]) {
    all.push(...(await duties(who)).map(({ kind }) => `${who.post} ${kind}`));
  }
  return all;
}

describe('what is owed on a recommendation', () => {
  it('is a response by its section, from its adoption until it is submitted', async () => {
    expect(await duties(clerk)).toEqual([{
      kind: 'write-response', recommendation: { id: first, number: 1, text: '提言1' }, sheet, year: 2026,
      node: { id: promotionMeasure, number: '1-1', name: { ja: '販路開拓', en: '販路開拓' } }, section: 'promotion', department: 'industry',
      by: { staffOf: 'promotion' }, since: { event: adoptedBy, at: '2026-05-20T01:00:00.000Z' }, overdue: false,
    }]);
    await happens(written('改める。'));
    expect((await duties(clerk)).map(({ since }) => since.event)).toEqual([adoptedBy]);
    expect(await owed()).toEqual(['clerk write-response']);
  });

  it('is its approval, step by step, until the line is done', async () => {
    const { line = [] } = sheetSubmitted();
    await happens(written('改める。'), { type: 'ResponseSubmitted', line, municipalityRevision: 0 });
    expect(await owed()).toEqual(['chief approve-response']);
    await happens({ ...approved, post: 'chief', step: 'chief', completes: false });
    expect(await owed()).toEqual(['director approve-response', 'welfare-director approve-response']);
    await happens({ ...approved, step: 'directors', section: 'tourism', completes: false });
    expect(await owed()).toEqual(['welfare-director approve-response']);
    await happens({ ...approved, post: 'welfare-director', step: 'directors', section: 'childcare' });
    expect(await owed()).toEqual([]);
    await happens(closed);
    expect(await owed()).toEqual([]);
  });

  it('is a response again when it was sent back or adopted again, and nothing when it was withdrawn', async () => {
    const back = await happens(written('改める。'), submitted, sentBack);
    expect((await duties(clerk)).map(({ kind, since }) => [kind, since.event])).toEqual([['write-response', back]]);
    expect(await owed()).toEqual(['clerk write-response']);
    await happens(submitted, { type: 'RecommendationWithdrawn', reason: '再審議' });
    expect(await owed()).toEqual([]);
    await happens(adoptedOn(promotionMeasure, 2026, { text: '今年の提言', sheetRevision: 9 }));
    expect(await duties(clerk)).toMatchObject([{ kind: 'write-response', recommendation: { text: '今年の提言' } }]);
  });

  it('comes after what is due by a day: what belongs to no sheet first, then by sheet and number', async () => {
    await given.log(recommendationAt(second), adoptedOn(promotionMeasure, 2026, { number: 2 }));
    await given.log(sheetOf(policy), opened(policy), finalised);
    await given.log(recommendationAt(ofPolicy), adoptedOn(policy, 2026, { number: 3 }));
    await given.log(recommendationAt(general), adoptedInGeneral);
    await given.log(sheetOf(promotionMeasure, 2025), opened(promotionMeasure, 2025));
    const shown = await duties(clerk);
    expect(shown.map(({ kind, recommendation }) => recommendation?.id ?? kind)).toEqual(['submit', general, ofPolicy, first, second]);
    expect(shown[1]).toMatchObject({ kind: 'write-response', recommendation: { id: general, text: '総括的提言' }, section: 'promotion' });
    for (const absent of ['sheet', 'node', 'due']) expect(shown[1]).not.toHaveProperty(absent);
  });

  it('is owed by the section that its own became part of, and told the secretariat by section', async () => {
    expect(await duties({ ...nurse, predecessors: ['promotion'] })).toMatchObject([{ kind: 'write-response', by: { staffOf: 'promotion' } }]);
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure));
    const { sections } = await given.ask(ListAllDuties, secretary, { year: 2026 });
    expect(sections.map(({ section, duties: own }) => [section, own.map(({ kind }) => kind)])).toEqual([
      ['childcare', ['submit']], ['promotion', ['write-response']],
    ]);
  });
});
