import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { committeeStream } from '../../../committee/domain/committee.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import {
  answerApproved, answered, asked, chair, committee, concluded, confirmed, drafted, entered, first, given as opinion, handedOver, logCommittees,
  recusedFor, second, stranger, third, throughTheOffice, withdrawn,
} from '../testing/committee-in-log.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { chief, clerk, logOffice, nurse, opened, promotionMeasure, secretary, sheetOf } from '../testing/office-in-log.ts';
import { ListAllDuties, ListDuties } from './list-duties.ts';

const stream = sheetOf(promotionMeasure);
/** Where the sheet is handed over in the log of these specs. */
const handOver = throughTheOffice.length + 1;

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await logCommittees(given);
  await given.log(stream, opened(promotionMeasure), ...throughTheOffice);
});
afterEach(() => given.close());

const log = (...events: readonly SheetEvent[]) => given.log(stream, ...events);
const owed = async (who: Asker) => (await given.ask(ListDuties, who, {})).duties.map(({ kind }) => kind);
async function whoOwes(kind: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [name, who] of Object.entries({ clerk, nurse, chief, secretary, chair, first, second, third, stranger })) {
    if ((await owed(who)).includes(kind as never)) names.push(name);
  }
  return names;
}

describe('what is owed on a sheet before a committee', () => {
  it('is an opinion by each of its members, until his own is in as the sheet was handed over last', async () => {
    await log(handedOver());
    expect(await whoOwes('give-opinion')).toEqual(['chair', 'first', 'second', 'third']);
    await log(opinion('first', '意見', { handOver }), entered('second', '意見'), recusedFor('third', '親族'));
    expect(await whoOwes('give-opinion')).toEqual(['chair']);
    expect(await whoOwes('confirm-opinion')).toEqual(['second']);
    await log(confirmed('second', { handOver }), withdrawn('first'));
    expect(await whoOwes('give-opinion')).toEqual(['chair', 'first']);
    await log(handedOver());
    expect(await whoOwes('confirm-opinion')).toEqual(['second']);
  });

  it('is owed by whom it is assigned to, and by nobody who has always to do with the section', async () => {
    await log(handedOver());
    await given.log(committeeStream('mihon', committee), { type: 'SheetsAssigned', sheets: [`2026-${promotionMeasure}`], members: ['first', 'second'] },
      { type: 'ConflictDeclared', member: 'second', section: 'promotion', reason: '役員' });
    expect(await whoOwes('give-opinion')).toEqual(['first']);
  });

  it('is a draft by the secretariat, then a word on it by members, and a conclusion by whoever presides', async () => {
    await log(handedOver(), opinion('first', '意見', { handOver }), opinion('chair', '意見', { handOver }));
    expect(await whoOwes('draft-conclusion')).toEqual(['secretary']);
    expect(await whoOwes('conclude')).toEqual([]);
    await log(drafted);
    expect(await owed(secretary)).toEqual([]);
    expect([await owed(first), await owed(chair)]).toEqual([['comment-on-wording'], ['conclude']]);
    await log({ type: 'WordingCommented', stage: 'committee', member: 'first', text: '異議なし' });
    expect(await owed(first)).toEqual([]);
    await log(concluded('結論', { toBeConfirmed: true }));
    expect(await whoOwes('confirm-conclusion')).toEqual(['chair']);
    await log(concluded('結論'));
    expect(await whoOwes('hand-over')).toEqual(['secretary']);
    expect(await owed(chair)).toEqual([]);
  });

  it('is an answer by the section, approved by its line', async () => {
    await log(handedOver(), asked);
    expect(await whoOwes('answer-question')).toEqual(['clerk']);
    await log(answered);
    expect([await whoOwes('answer-question'), await whoOwes('approve-answer')]).toEqual([[], ['chief']]);
    await log({ type: 'AnswerSentBack', stage: 'committee', question: 'question-1', reason: '書き直し' });
    expect([await whoOwes('answer-question'), await whoOwes('approve-answer')]).toEqual([['clerk'], []]);
    await log(answered, answerApproved);
    expect([await whoOwes('answer-question'), await whoOwes('approve-answer')]).toEqual([[], []]);
  });

  it('is a decision to be recorded by the secretariat where it is no committee\'s', async () => {
    await log(handedOver('meeting'));
    expect(await whoOwes('decide-stage')).toEqual(['secretary']);
  });

  it('is told the secretariat by member, and to everybody else only as far as it is his own', async () => {
    await log(handedOver(), opinion('first', '意見', { handOver }), drafted);
    const { sections } = await given.ask(ListAllDuties, secretary, {});
    expect(sections.flatMap(({ duties }) => duties.map(({ kind, by }) => [kind, by]))).toEqual([
      ['give-opinion', { member: 'chair' }], ['comment-on-wording', { member: 'first' }], ['give-opinion', { member: 'second' }],
      ['give-opinion', { member: 'third' }],
    ]);
    for (const who of [clerk, chief]) expect(await owed(who)).toEqual([]);
    expect((await given.ask(ListDuties, second, {})).duties).toMatchObject([{ kind: 'give-opinion', by: { member: 'second' } }]);
  });
});
