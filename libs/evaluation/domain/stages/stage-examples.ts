import type { Asked } from '../../../kernel/asked.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { FoundedCommittee } from '../../../committee/domain/committee.ts';
import { stageForm, type SchemeVersion, type StagePart } from '../../../scheme/domain/scheme.ts';
import type { Stage } from '../../../scheme/domain/scheme.events.ts';
import { answerQuestion } from '../questions/answer-question.ts';
import { approveAnswer } from '../questions/approve-answer.ts';
import { askQuestion } from '../questions/ask-question.ts';
import { sendAnswerBack } from '../questions/send-answer-back.ts';
import { accepted, approval, as, asked, asSecretariat, form, line, text } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type {
  AnswerApproved, AnswerSentBack, QuestionAnswered, QuestionAsked, SheetFinalised, SheetHandedOver, SheetReopened, StageDecided,
} from '../stage.events.ts';
import { decideStage } from './decide-stage.ts';
import { finalise } from './finalise.ts';
import { handOver } from './hand-over.ts';
import { reopen } from './reopen.ts';

const label = { ja: '段階', en: 'Stage' };
const optional = { label, required: false } as const;
const required = { label, required: true } as const;

/** Every sheet goes to the meeting, those rated B to the committee, and to the mayor those on which there is a verdict: none here. */
const stages: readonly Stage[] = [
  { id: 'meeting', name: label, evaluator: 'meeting', fields: [{ ...required, id: 'direction', kind: 'text', longestLength: 20 }] },
  {
    id: 'committee', name: label, evaluator: 'committee', condition: { kind: 'chosen', field: 'rating', among: ['b'] },
    fields: [
      { ...required, id: 'conclusion-rating', kind: 'rating', scale: 'attainment' }, { ...optional, id: 'conclusion-text', kind: 'text' },
    ],
    opinion: {
      fields: [
        { ...required, id: 'opinion-rating', kind: 'rating', scale: 'attainment' },
        { ...optional, id: 'points', kind: 'points', least: '0', most: '10', step: '0.5' },
        { ...optional, id: 'comment', kind: 'text' },
      ],
    },
  },
  { id: 'mayor', name: label, evaluator: 'mayor', condition: { kind: 'answered', field: 'verdict' }, fields: [] },
];

/** The version of the scheme under which the sheet of the specs was submitted. */
export const version: SchemeVersion = {
  schemeVersion: form.schemeVersion, levels: [], scales: form.scales, unitPrices: form.unitPrices, sheetTypes: [form.sheetType], approvalLines: [],
  stages,
};

/** The form of the committee's stage: of its conclusion, or of an opinion. */
export function committeeForm(part: StagePart) {
  const found = stageForm(version, 'committee', part);
  if (found === undefined) throw new Error(`the committee has no ${part}`);
  return found;
}

/** On the day of the specs: a chair, a deputy and a third member; the fourth is one no more. The last two are a sub-group. */
export const committee: FoundedCommittee = {
  phase: 'founded', id: 'committee-1', revision: 12, name: label,
  quorum: { present: { parts: 1, of: 2, moreThan: true }, opinions: { parts: 2, of: 3, moreThan: false } },
  members: [
    { id: 'member-1', person: 'person-11', from: '2026-04-01' },
    { id: 'member-2', person: 'person-12', from: '2026-04-01', to: '2028-03-31' },
    { id: 'member-3', person: 'person-13', from: '2026-04-01' },
    { id: 'member-4', person: 'person-14', from: '2024-04-01', to: '2026-03-31' },
  ],
  chair: 'member-1', deputy: 'member-2',
  subgroups: [{ id: 'industry-group', name: label, members: ['member-2', 'member-3'], chair: 'member-2', deputy: 'member-3' }],
  conflicts: [], assigned: {}, meetings: {},
};

/** The committee, one of whose members always has to do with the sheet's section. */
export const conflicted: FoundedCommittee = {
  ...committee, conflicts: [{ member: 'member-3', section: 'promotion', reason: '役員を務めているため' }],
};

/** A member of the committee, by his membership. */
export function asMember(membership: string, role: 'member' | 'chair' = 'member'): Asked {
  return { ...asked, by: membership.replace('member-', 'person-1'), role, membership };
}

const got = { schemeVersion: 2, planVersion: 1, planRevision: 9, sheetRevision: 2 } as const;

export const toMeeting: SheetHandedOver = { type: 'SheetHandedOver', stage: 'meeting', evaluator: 'meeting', chosenBy: 'condition', ...got };
export const toCommittee: SheetHandedOver = {
  type: 'SheetHandedOver', stage: 'committee', evaluator: 'committee', chosenBy: 'condition', ...got,
  committee: 'committee-1', committeeRevision: 12, recused: [],
};

export const meetingDecided: StageDecided = {
  type: 'StageDecided', stage: 'meeting', decision: { direction: text('継続とする。') }, decidedOn: '2026-05-18',
};

/** Accepted at revision 8, and handed over at 9. */
export const atMeeting = [...accepted, toMeeting] as const;
/** Before the committee. */
export const handedOver = [...accepted, toCommittee] as const;
/** The meeting has decided; the committee may follow. */
export const concluded = [...atMeeting, meetingDecided] as const;

export const finalisation: SheetFinalised = { type: 'SheetFinalised', skipped: ['committee'], reason: '時間がないため' };
export const finalised = [...concluded, finalisation] as const;

export const reopening: SheetReopened = { type: 'SheetReopened', to: 'meeting', reason: '決算の誤りのため', cycleRevision: 5 };

export const questionAsked: QuestionAsked = {
  type: 'QuestionAsked', stage: 'committee', question: 'id of question', member: 'member-2', text: '出典は何ですか。', about: 'result',
};
export const questionAnswered: QuestionAnswered = {
  type: 'QuestionAnswered', stage: 'committee', question: 'id of question', text: '事業者への調査です。', line, municipalityRevision: 6,
};

/** What stands in the log when a post has decided its step of the answer's line. */
export function answerApproval(step: string, post: string, change: Partial<AnswerApproved> = {}): AnswerApproved {
  return {
    type: 'AnswerApproved', stage: 'committee', question: 'id of question', step, section: approval(step, post).section as string, post,
    way: 'in-turn', absent: [], completes: false, ...change,
  };
}

export const answerSentBack: AnswerSentBack = {
  type: 'AnswerSentBack', stage: 'committee', question: 'id of question', reason: '調査の名称を書いてください。',
};

/** A question is asked at revision 10, answered at 11, and its answer stands before the chief. */
export const asking = [...handedOver, questionAsked] as const;
export const answering = [...asking, questionAnswered] as const;

type Deed = (sheet: Sheet) => Decision<SheetEvent>;
type StageVerb =
  | 'hand-over' | 'decide-stage' | 'finalise' | 'reopen' | 'ask-question' | 'answer-question' | 'approve-answer' | 'send-answer-back';

const reason = '確認のため';
const { question } = questionAsked;
const basedOn = (sheet: Sheet) => ('revision' in sheet ? sheet.revision : 0);

/** To a stage, or to the section, of a cycle that publishes nothing. */
export function reopeningTo(to: string): Deed {
  return (sheet) => reopen({ ...asSecretariat, to, reason }, sheet, { isAsked: false, cycleRevision: 5 });
}

/** Each verb with a command that nothing but the phase should refuse. */
export const stageDeeds: Record<StageVerb, Deed> = {
  'hand-over': (sheet) => handOver(
    { ...asSecretariat, basedOn: basedOn(sheet), stage: 'mayor', reason }, sheet, { version, planVersion: 1, planRevision: 9, committee: undefined },
  ),
  'decide-stage': (sheet) => decideStage({ ...asSecretariat, decision: { direction: '継続' }, decidedOn: '2026-05-18' }, sheet, { version }),
  finalise: (sheet) => finalise({ ...asSecretariat, basedOn: basedOn(sheet), reason }, sheet, { version }),
  reopen: reopeningTo('section'),
  'ask-question': (sheet) => askQuestion({ ...asMember('member-2'), text: '出典は？' }, sheet, { form, committee }),
  'answer-question': (sheet) => answerQuestion({ ...asked, question, text: '調査です。' }, sheet, { line, municipalityRevision: 6 }),
  'approve-answer': (sheet) => approveAnswer({ ...as('chief'), question, basedOn: basedOn(sheet) }, sheet),
  'send-answer-back': (sheet) => sendAnswerBack({ ...as('chief'), question, reason }, sheet),
};

/** The histories, all before a stage, after which each verb that is done there may be. */
export const stageWays = {
  'decide-stage': [{ history: atMeeting }],
  'ask-question': [{ history: handedOver }],
  'answer-question': [{ history: asking }],
  'approve-answer': [{ history: answering }],
  'send-answer-back': [{ history: answering }],
} as const;
