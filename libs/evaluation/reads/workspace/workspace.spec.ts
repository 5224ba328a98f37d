import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { committeeStream } from '../../../committee/domain/committee.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import {
  answerApproved, answered, asked, chair, committee, confirmed, drafted, entered, first, given as opinion, handedOver, logCommittees, meeting, second,
  stranger, third, throughTheOffice, withdrawn,
} from '../testing/committee-in-log.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { childcareMeasure, clerk, logOffice, opened, promotionMeasure, secretary, sheetOf } from '../testing/office-in-log.ts';
import { ReadWorkspace } from './read-workspace.ts';

const stream = sheetOf(promotionMeasure);
const handOver = throughTheOffice.length + 1;

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await logCommittees(given);
  for (const node of [promotionMeasure, childcareMeasure]) await given.log(sheetOf(node), opened(node), ...throughTheOffice, handedOver());
});
afterEach(() => given.close());

const read = (who: Asker, onlyAt?: string) => given.ask(ReadWorkspace, who, { committee, ...(onlyAt !== undefined && { meeting: onlyAt }) });
const ownOpinions = async (who: Asker) => (await read(who)).sheets.map(({ ownOpinion }) => ownOpinion);
async function opinions(who: Asker) {
  const [sheet] = (await read(who)).sheets;
  return sheet !== undefined && 'opinions' in sheet ? sheet.opinions : undefined;
}

describe('the workspace of a committee', () => {
  it('has its sheets as the cycle names them, each with how his own opinion stands', async () => {
    expect((await read(first)).sheets).toMatchObject([
      { id: `2026-${promotionMeasure}`, node: { number: '1-1' }, stage: 'committee', ownOpinion: 'none', opinions: [], hasDraft: false },
      { id: `2026-${childcareMeasure}`, node: { number: '1-2' }, ownOpinion: 'none' },
    ]);
    await given.log(stream, opinion('first', '意見', { handOver }), entered('second', '聞き取り'), opinion('third', '意見'), opinion('chair', '意見'), withdrawn('chair'));
    expect([await ownOpinions(first), await ownOpinions(second), await ownOpinions(third), await ownOpinions(chair)])
      .toEqual([['given', 'none'], ['to-be-confirmed', 'none'], ['outdated', 'none'], ['withdrawn', 'none']]);
  });

  it('has what others say once one has said it oneself, one\'s own first', async () => {
    const said = async (who: Asker) => (await opinions(who))?.map(({ member, isOwn }) => [member, isOwn]);
    await given.log(stream, opinion('first', '意見', { handOver }), entered('second', '聞き取り'));
    expect([await said(first), await said(second), await said(third)]).toEqual([[['first', true], ['second', false]], [['second', true]], []]);
    await given.log(stream, confirmed('second', { handOver }));
    expect(await said(second)).toEqual([['second', true], ['first', false]]);
    expect(await opinions(secretary)).toMatchObject([
      { member: 'first', person: { name: 'person of firstさん' }, isOnOlderHandOver: false }, { member: 'second', entered: { way: 'paper' } },
    ]);
  });

  it('says which questions are open, and whether there is a draft to comment on', async () => {
    await given.log(stream, asked, answered);
    expect((await read(first)).sheets[0]).toMatchObject({ questions: { open: 1, answered: 0 }, hasDraft: false });
    await given.log(stream, answerApproved, drafted);
    expect((await read(first)).sheets[0]).toMatchObject({ questions: { open: 0, answered: 1 }, hasDraft: true });
  });

  it('has the meetings to come, what is on the agenda of one, and the minutes that one has not checked', async () => {
    const item = 'item-1';
    const log = (...events: Parameters<GivenReads['log']> extends [string, ...infer Events] ? Events : never) =>
      given.log(committeeStream('mihon', committee), ...events);
    await log({ type: 'MeetingCalled', meeting, way: 'meeting', on: '2026-05-20', agenda: [{ id: item, title: '就業支援', sheet: `2026-${childcareMeasure}` }] },
      { type: 'MeetingCalled', meeting: 'earlier', way: 'meeting', on: '2026-05-19', agenda: [] });
    expect((await read(first)).meetings.map(({ id }) => id)).toEqual([meeting]);
    expect((await read(first, meeting)).sheets.map(({ node }) => node.number)).toEqual(['1-2']);
    expect(await read(first, 'another')).toMatchObject({ code: 'unknown' });
    await log({ type: 'MeetingHeld', meeting, attendance: [{ member: 'first', way: 'online' }, { member: 'second', way: 'absent' }], isOpen: true },
      { type: 'MinutesDrafted', meeting, item, text: '議事' });
    expect(await read(first)).toMatchObject({ meetings: [], minutesToCheck: [{ meeting, item, title: '就業支援' }] });
    expect((await read(second)).minutesToCheck).toEqual([]);
    await log({ type: 'MinutesChecked', meeting, item, member: 'first', draftRevision: 9 });
    expect((await read(first)).minutesToCheck).toEqual([]);
  });

  it('is its members\' and theirs who keep the records', async () => {
    for (const who of [stranger, clerk]) expect(await read(who)).toMatchObject({ code: 'not-allowed' });
    expect(await given.ask(ReadWorkspace, secretary, { committee: 'none' })).toMatchObject({ code: 'unknown' });
  });
});
