import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import { deadlineOn, type Deadline } from '../../../cycle/domain/deadline.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import type { FiguresReplaced } from '../../domain/sheet.events.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import {
  approvedBy, asker, childcareMeasure, chief, clerk, director, logOffice, nurse, opened, policy, promotionMeasure, secretary, sheetOf, submitted,
  throughTheLine, value,
} from '../testing/office-in-log.ts';
import { ListAllDuties, ListDuties } from './list-duties.ts';

let given: GivenReads;
let openedBy: string;
const stream = sheetOf(promotionMeasure);
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  openedBy = await given.log(stream, opened(promotionMeasure));
});
afterEach(() => given.close());

const duties = async (who: Asker, asked = {}) => (await given.ask(ListDuties, who, asked)).duties;
const owed = async (who: Asker) => (await duties(who)).map(({ kind, node }) => `${kind} ${node?.number}`);

const secondChief = asker('staff', 'tourism', 'second-chief');
const welfareDirector = asker('approver', 'childcare', 'welfare-director');
const everybody = [clerk, nurse, chief, secondChief, director, welfareDirector, secretary, asker('auditor', 'promotion', 'auditor')];

/** Who owes this, by post; everybody else owes nothing. */
async function whoOwes(duty: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const who of everybody) {
    const all = await owed(who);
    if (all.length > 0) expect(all).toEqual([duty]);
    if (all.includes(duty)) found.push(who.post as string);
  }
  return found;
}

describe('duties on a sheet', () => {
  it('are to submit it, for the staff of its section, from its opening on', async () => {
    expect(await duties(clerk)).toEqual([{
      kind: 'submit', sheet: `2026-${promotionMeasure}`, year: 2026, node: { id: promotionMeasure, number: '1-1', name: { ja: '販路開拓', en: '販路開拓' } },
      section: 'promotion', department: 'industry', by: { staffOf: 'promotion' },
      since: { event: openedBy, at: '2026-05-20T01:00:00.000Z' }, due: deadlineOn('2026-06-30'), overdue: false,
    }]);
    expect(await whoOwes('submit 1-1')).toEqual(['clerk']);
  });

  it('go along its line, step by step, and end with the secretariat', async () => {
    await given.log(stream, submitted());
    expect(await whoOwes('approve 1-1')).toEqual(['chief', 'second-chief']);
    await given.log(stream, approvedBy('chief', 'chief', 'promotion'));
    expect(await whoOwes('approve 1-1')).toEqual(['director', 'welfare-director']);
    await given.log(stream, approvedBy('director', 'directors', 'tourism'));
    expect(await whoOwes('approve 1-1')).toEqual(['welfare-director']);
    await given.log(stream, approvedBy('welfare-director', 'directors', 'childcare', { completes: true }));
    expect(await whoOwes('accept 1-1')).toEqual(['secretary']);
    await given.log(stream, { type: 'FirstEvaluationAccepted', acceptedRevision: 5 });
    expect(await whoOwes('hand-over 1-1')).toEqual(['secretary']);
    await given.log(stream, { type: 'SheetFinalised', skipped: [] });
    expect(await whoOwes('hand-over 1-1')).toEqual([]);
  });

  it('go on being the same while they are owed, and are new when they come again', async () => {
    given.at('2026-05-21T01:00:00.000Z');
    const submission = await given.log(stream, submitted());
    given.at('2026-05-22T01:00:00.000Z');
    const atDirectors = await given.log(stream, approvedBy('chief', 'chief', 'promotion'));
    await given.log(stream, approvedBy('director', 'directors', 'tourism'));
    expect((await duties(welfareDirector)).map(({ since }) => since.event)).toEqual([atDirectors]);
    given.at('2026-05-23T01:00:00.000Z');
    const sentBack = await given.log(stream, { type: 'FirstEvaluationSentBack', to: 'chief', reason: '根拠', comments: [] });
    expect((await duties(chief)).map(({ since }) => since)).toEqual([{ event: sentBack, at: '2026-05-23T01:00:00.000Z' }]);
    expect(sentBack).not.toBe(submission);
    const toSection = await given.log(stream, { type: 'FirstEvaluationSentBack', to: 'section', reason: '根拠', comments: [] });
    expect((await duties(clerk)).map(({ since }) => since.event)).toEqual([toSection]);
    const takenBack = await given.log(stream, submitted(), { type: 'FirstEvaluationTakenBack' });
    expect((await duties(clerk)).map(({ since }) => since.event)).toEqual([takenBack]);
  });

  it('go with a sheet to another section, and end when it is voided', async () => {
    await given.log(stream, { type: 'SheetTransferred', section: 'childcare', department: 'welfare', municipalityRevision: 0, reason: '移管' });
    expect(await whoOwes('submit 1-1')).toEqual(['nurse']);
    await given.log(stream, { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    expect(await whoOwes('submit 1-1')).toEqual([]);
  });

  it('are also to see afterwards what was decided over one, until one has', async () => {
    const absent = [{ step: 'chief', section: 'promotion', posts: ['chief', 'second-chief'] }];
    await given.log(stream, submitted(), approvedBy('director', 'directors', 'tourism', { way: 'over', absent, reason: '出張中' }));
    expect(await owed(chief)).toEqual(['review-afterwards 1-1']);
    expect((await duties(chief))[0]).toMatchObject({ overdue: false });
    expect(await owed(welfareDirector)).toEqual(['approve 1-1']);
    await given.log(stream, { type: 'ReviewedAfterwards', step: 'chief', section: 'promotion' });
    expect(await owed(chief)).toEqual([]);
  });

  it('are also to look at figures that came after one decided', async () => {
    const replaced: FiguresReplaced = {
      type: 'FiguresReplaced', basedOn: 5, fields: { result: value('5社') }, reason: '決算', toBeLookedAtBy: [{ post: 'chief' }, { role: 'secretariat' }],
    };
    await given.log(stream, ...throughTheLine, { type: 'FirstEvaluationAccepted', acceptedRevision: 5 }, replaced, { type: 'SheetFinalised', skipped: [] });
    expect(await whoOwes('look-at 1-1')).toEqual(['chief', 'secretary']);
    await given.log(stream, { type: 'ReplacementLookedAt', by: { post: 'chief' } });
    expect(await whoOwes('look-at 1-1')).toEqual(['secretary']);
  });
});

describe('the list of duties', () => {
  const due = async (who: Asker) => (await duties(who)).map(({ due: deadline, overdue }) => [deadline?.date, overdue]);
  const extended = (date: string) => ({
    type: 'DeadlineExtended', period: 'submission', deadline: deadlineOn(date) as Deadline, for: { kind: 'sheet', node: promotionMeasure }, reason: '決算',
  } as const);

  it('says by the deadline in force what is due and what is overdue', async () => {
    given.at('2026-06-30T15:00:00.000Z');
    expect(await due(clerk)).toEqual([['2026-06-30', true]]);
    await given.log(cycleStream('mihon', 2026), extended('2026-07-15'));
    expect(await due(clerk)).toEqual([['2026-07-15', false]]);
    await given.log(stream, submitted());
    // Who had longer to write has longer to approve.
    expect(await due(chief)).toEqual([['2026-07-15', false]]);
  });

  it('begins with what is due first, and is of one year when that is asked for', async () => {
    await given.log(sheetOf(policy), opened(policy));
    await given.log(sheetOf(policy, 2025), opened(policy, 2025));
    await given.log(cycleStream('mihon', 2026), extended('2026-07-15'));
    const named = async (asked: object) => (await duties(clerk, asked)).map(({ year, node }) => `${year} ${node?.number}`);
    expect(await named({})).toEqual(['2025 1', '2026 1', '2026 1-1']);
    expect(await named({ year: 2025 })).toEqual(['2025 1']);
  });

  it('tells the secretariat, and nobody else, what everybody owes', async () => {
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure), submitted());
    const { sections } = await given.ask(ListAllDuties, secretary, { year: 2026 });
    expect(sections.map(({ section, duties: own }) => [section, own.map(({ kind, by }) => [kind, by])])).toEqual([
      ['childcare', [['approve', { posts: ['chief', 'second-chief'] }]]],
      ['promotion', [['submit', { staffOf: 'promotion' }]]],
    ]);
    for (const who of [clerk, chief]) expect(await given.ask(ListAllDuties, who, {})).toMatchObject({ code: 'not-allowed' });
  });
});
