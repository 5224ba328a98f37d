import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../platform/access/asker.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import { ReadSheet } from '../sheet.ts';
import {
  answerApproved, answered, asked, concluded, drafted, first, given as opinion, handedOver, logCommittees, recusedFor, throughTheOffice,
} from '../testing/committee-in-log.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { clerk, grade, logOffice, opened, promotionMeasure, saved, secretary, sheetOf, text } from '../testing/office-in-log.ts';

const stream = sheetOf(promotionMeasure);
const handOver = throughTheOffice.length + 2;

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await logCommittees(given);
  await given.log(stream, opened(promotionMeasure), saved({ rating: grade('b') }), ...throughTheOffice);
});
afterEach(() => given.close());

const log = (...events: readonly SheetEvent[]) => given.log(stream, ...events);
const stages = async (who: Asker) => (await given.ask(ReadSheet, who, { sheet: `2026-${promotionMeasure}` })).stages;
const committeeStage = async (who: Asker) => (await stages(who)).find(({ id }) => id === 'committee');

describe('the stages of a sheet', () => {
  it('are to the office those of the scheme, with what is asked there and which sheets go there; to a member those of which he is told', async () => {
    await log(handedOver());
    expect((await stages(clerk)).map(({ id, applies }) => [id, applies])).toEqual([['meeting', true], ['committee', true], ['open-committee', false]]);
    const fieldsOf = async (who: Asker) => (await committeeStage(who))?.fields.map(({ id }) => id);
    expect([await fieldsOf(clerk), await fieldsOf(first)]).toEqual([['conclusion'], ['conclusion', 'note']]);
    expect((await stages(first)).map(({ id }) => id)).toEqual(['committee']);
    expect(await committeeStage(first)).toMatchObject({
      name: { ja: '評価委員会' }, evaluator: 'committee', opinion: { fields: [{ id: 'words' }] }, handOver: { chosenBy: 'choice', reason: '付議の理由', revision: handOver },
    });
  });

  it('have questions with what was answered, as each may know it', async () => {
    await log(handedOver(), asked, answered);
    const question = { id: 'question-1', text: '質問の内容', member: 'first', person: { id: 'person of first', name: 'person of firstさん' } };
    expect(await committeeStage(clerk)).toMatchObject({ questions: [{ ...question, answer: { text: '回答の内容', isTold: false } }] });
    expect((await committeeStage(first))?.questions?.[0]).not.toHaveProperty('answer');
    await log(answerApproved);
    expect((await committeeStage(first))?.questions?.[0]).toMatchObject({ ...question, answer: { text: '回答の内容' } });
  });

  it('have opinions, with what they were given on', async () => {
    await log(handedOver(), opinion('first', '意見', { handOver, sawOthers: true }));
    const said = async () => (await committeeStage(first))?.opinions;
    expect(await said()).toMatchObject([{ member: 'first', isOwn: true, opinion: { words: text('意見') }, isOnOlderHandOver: false, basis: { sawOthers: true } }]);
    await log(handedOver());
    expect(await said()).toMatchObject([{ isOnOlderHandOver: true, isConfirmed: true }]);
    expect(await committeeStage(clerk)).not.toHaveProperty('opinions');
  });

  it('have to committee and records who keeps out, what is drafted, and what it rests on; to the office what they came to', async () => {
    await log(handedOver(), opinion('first', '意見', { handOver }), recusedFor('second', '親族'), drafted,
      { type: 'WordingCommented', stage: 'committee', member: 'first', text: '異議なし' });
    const affairs = {
      recused: [{ member: 'second', way: 'by-oneself' }], draft: { conclusion: { conclusion: text('結論の文案') } }, comments: [{ member: 'first', text: '異議なし' }],
    };
    for (const who of [first, secretary]) expect(await committeeStage(who)).toMatchObject(affairs);
    for (const affair of Object.keys(affairs)) expect(await committeeStage(clerk)).not.toHaveProperty(affair);
    await log(concluded('結論の内容'));
    expect(await committeeStage(secretary)).toMatchObject({ result: { concludedBy: { member: 'chair' }, opinions: [{ member: 'first' }] } });
    const { result } = await committeeStage(clerk) ?? {};
    expect(result).toMatchObject({ conclusion: { conclusion: text('結論の内容') } });
    for (const people of ['roster', 'counted', 'opinions']) expect(result).not.toHaveProperty(people);
  });
});
