import { committeeStream } from '../../../committee/domain/committee.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import type { ConclusionDrafted, OpinionBasis, SecondEvaluationConcluded, SheetHandedOver } from '../../domain/stage.events.ts';
import type { GivenReads } from './given-reads.ts';
import { submitted, text, throughTheLine } from './office-in-log.ts';

/** The committee of which the specs of the second evaluation speak: a chair and three members. Another has two stages of its own. */
export const committee = 'c0000000-0000-4000-8000-000000000001';
export const otherCommittee = 'c0000000-0000-4000-8000-000000000002';
export const meeting = 'c0000000-0000-4000-8000-000000000003';

const half = { parts: 1, of: 2, moreThan: true } as const;

export async function logCommittees({ log }: GivenReads): Promise<void> {
  const name = { ja: '評価委員会', en: '評価委員会' };
  for (const [id, members] of [[committee, ['chair', 'first', 'second', 'third']], [otherCommittee, ['stranger']]] as const) {
    await log(committeeStream('mihon', id), { type: 'CommitteeFounded', committee: id, name, quorum: { present: half, opinions: half } },
      ...members.map((member) => ({ type: 'MemberAppointed', member, person: `person of ${member}`, from: '2026-04-01' }) as const),
      { type: 'ChairElected', chair: members[0] });
  }
}

function memberOf(member: string, role: 'member' | 'chair' = 'member', of = committee): Asker {
  return { municipality: 'mihon', actor: `person of ${member}`, role, appointment: member, committee: of };
}

export const chair = memberOf('chair', 'chair');
export const first = memberOf('first');
export const second = memberOf('second');
export const third = memberOf('third');
export const stranger = memberOf('stranger', 'member', otherCommittee);

export const acceptance: SheetEvent = { type: 'FirstEvaluationAccepted', acceptedRevision: 5 };
/** Up to the acceptance, with a sending back on the way. */
export const throughTheOffice: readonly SheetEvent[] = [
  submitted(), { type: 'FirstEvaluationSentBack', to: 'section', reason: '差戻しの理由', comments: [] }, ...throughTheLine, acceptance,
];

export function handedOver(stage: 'meeting' | 'committee' | 'open-committee' = 'committee', more: Partial<SheetHandedOver> = {}): SheetHandedOver {
  return {
    type: 'SheetHandedOver', stage, evaluator: stage === 'meeting' ? 'meeting' : 'committee', chosenBy: 'choice', reason: '付議の理由',
    sheetRevision: 1, schemeVersion: 1, planVersion: 1, planRevision: 3, ...(stage !== 'meeting' && { committee, committeeRevision: 5, recused: [] }), ...more,
  };
}

const basis: OpinionBasis = { handOver: 0, sheetRevision: 1, answers: [], sawOthers: false };

export function given(member: string, words: string, more: Partial<OpinionBasis> = {}, stage = 'committee'): SheetEvent {
  return { type: 'OpinionGiven', stage, member, opinion: { words: text(words) }, basis: { ...basis, ...more } };
}
export function entered(member: string, words: string): SheetEvent {
  return {
    type: 'OpinionEntered', stage: 'committee', member, opinion: { words: text(words) }, basis, way: 'paper', receivedOn: '2026-05-19',
  };
}
export function confirmed(member: string, more: Partial<OpinionBasis> = {}): SheetEvent {
  return { type: 'OpinionConfirmed', stage: 'committee', member, basis: { ...basis, ...more } };
}
export function withdrawn(member: string): SheetEvent {
  return { type: 'OpinionWithdrawn', stage: 'committee', member };
}
export function recusedFor(member: string, reason: string): SheetEvent {
  return { type: 'MemberRecused', stage: 'committee', member, way: 'by-oneself', reason };
}

export const drafted: ConclusionDrafted = {
  type: 'ConclusionDrafted', stage: 'committee', conclusion: { conclusion: text('結論の文案'), note: text('委員会限りの覚え') }, recommendations: [], dissents: [],
};

export function concluded(words: string, more: Partial<SecondEvaluationConcluded> = {}): SecondEvaluationConcluded {
  return {
    type: 'SecondEvaluationConcluded', stage: 'committee', member: 'chair', conclusion: { conclusion: text(words), note: text('委員会限りの覚え') },
    recommendations: [], dissents: [{ member: 'third', text: '少数意見の内容' }], meeting, committeeRevision: 5, roster: ['chair', 'first', 'second', 'third'],
    counted: ['chair', 'first', 'second'], opinions: ['first'], points: [], draftRevision: 1, toBeConfirmed: false, ...more,
  };
}

export const asked: SheetEvent = { type: 'QuestionAsked', stage: 'committee', question: 'question-1', member: 'first', text: '質問の内容' };
export const answered: SheetEvent = {
  type: 'QuestionAnswered', stage: 'committee', question: 'question-1', text: '回答の内容', municipalityRevision: 0,
  line: [{ step: 'chief', name: { ja: '課長', en: '課長' }, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['chief'] }] }],
};
export const answerApproved: SheetEvent = {
  type: 'AnswerApproved', stage: 'committee', question: 'question-1', step: 'chief', section: 'promotion', post: 'chief', way: 'in-turn', absent: [], completes: true,
};
