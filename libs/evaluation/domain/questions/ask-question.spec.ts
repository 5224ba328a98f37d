import { describe, expect, it } from '@jest/globals';
import type { Asked } from '../../../kernel/asked.ts';
import type { Sheet } from '../sheet.ts';
import { asked, form, given } from '../sheet-examples.ts';
import { asking, asMember, atMeeting, committee, concluded, conflicted, handedOver, questionAsked, toCommittee } from '../stages/stage-examples.ts';
import { askQuestion, type AskQuestion } from './ask-question.ts';

const { text } = questionAsked;
const askingIt = (by: Asked = asMember('member-2'), change: Partial<AskQuestion> = {}, before: typeof committee | undefined = committee) =>
  (sheet: Sheet) => askQuestion({ ...by, text, about: 'result', ...change }, sheet, { form, committee: before });
const recused = { type: 'MemberRecused', stage: 'committee', member: 'member-2', way: 'by-oneself', reason: '親族の勤務先のため' } as const;

describe('ask a question', () => {
  it('records who asks, what, and about which field', () => {
    given(...handedOver).when(askingIt()).then(questionAsked);
    given(...handedOver).when(askingIt(asMember('member-1', 'chair'), { about: 'indicators/sales/actual' }))
      .then({ ...questionAsked, member: 'member-1', about: 'indicators/sales/actual' });
    const { about: _about, ...general } = questionAsked;
    given(...handedOver).when((sheet) => askQuestion({ ...asMember('member-2'), text }, sheet, { form, committee })).then(general);
  });

  it('stays when the sheet is handed over again', () => {
    expect(given(...asking, { type: 'FirstEvaluationSentBack', to: 'director', reason: text, comments: [] }, toCommittee).state())
      .toMatchObject({ works: { committee: { questions: { 'id of question': { text, member: 'member-2' } } } } });
  });

  it('refuses who keeps out of the sheet, by himself or always', () => {
    given(...handedOver, recused).when(askingIt()).thenRejected('recused', { member: 'member-2' });
    given(...handedOver).when(askingIt(asMember('member-3'), {}, conflicted)).thenRejected('recused', { member: 'member-3' });
  });

  it('refuses who is no member today, or not of the sub-group that has the sheet', () => {
    given(...handedOver).when(askingIt(asMember('member-4'))).thenRejected('not-a-member');
    given(...handedOver).when(askingIt(asked)).thenRejected('not-a-member');
    given(...handedOver.slice(0, -1), { ...toCommittee, subgroup: 'industry-group' }).when(askingIt(asMember('member-1'))).thenRejected('not-a-member');
  });

  it('refuses before a meeting, about a field that is not there, and nothing to ask', () => {
    given(...atMeeting).when((sheet) => askQuestion({ ...asMember('member-2'), text }, sheet, { form, committee: undefined }))
      .thenRejected('not-before-committee');
    given(...handedOver).when(askingIt(asMember('member-2'), { about: 'elsewhere' })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(...handedOver).when(askingIt(asMember('member-2'), { text: '　' })).thenRejected('text-missing');
  });

  it('tells the phase first, then who asks, the field, and the text last', () => {
    const wrong = { about: 'elsewhere', text: '' };
    given(...concluded).when(askingIt(asked, wrong)).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...handedOver, recused).when(askingIt(asMember('member-2'), wrong)).thenRejected('recused');
    given(...handedOver).when(askingIt(asMember('member-2'), wrong)).thenRejected('fields-wrong');
  });
});
