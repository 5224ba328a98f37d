import type { FoundedCommittee, Meeting } from '../../../committee/domain/committee.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { accepted, asSecretariat } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import type { Contents, SheetEvent } from '../sheet.events.ts';
import type {
  ConclusionDrafted, MemberRecused, OpinionBasis, OpinionEntered, OpinionGiven, OpinionRevised, OpinionWithdrawn, SecondEvaluationConcluded,
  SheetHandedOver,
} from '../stage.events.ts';
import { asMember, committee, committeeForm, handedOver, toCommittee } from '../stages/stage-examples.ts';
import { commentOnWording } from './comment-on-wording.ts';
import { conclude } from './conclude.ts';
import { confirmConclusion } from './confirm-conclusion.ts';
import { confirmOpinion } from './confirm-opinion.ts';
import type { CommitteeFacts, SecondEvaluationVerb } from './deliberation.ts';
import { draftConclusion } from './draft-conclusion.ts';
import { enterOpinion } from './enter-opinion.ts';
import { exclude } from './exclude.ts';
import { giveOpinion } from './give-opinion.ts';
import { recuse } from './recuse.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

const agenda = [{ id: 'item-1', title: '商店街の振興', sheet: '2026-node-35' }];
const meetingOn = { way: 'meeting', on: '2026-05-19', agenda, minutes: {}, minutesArePublished: false } as const;

/** Held on the day before that of the specs: the chair came, the deputy from afar, the third did not. */
export const meeting: Meeting = {
  ...meetingOn, id: 'meeting-1',
  held: {
    isOpen: true,
    attendance: [{ member: 'member-1', way: 'present' }, { member: 'member-2', way: 'online' }, { member: 'member-3', way: 'absent' }],
  },
};
export const circulation: Meeting = {
  id: 'circulation-1', way: 'circulation', on: '2026-05-18', until: '2026-05-25', agenda, minutes: {}, minutesArePublished: false,
};
/** Of the sub-group, both of whom came. */
export const groupMeeting: Meeting = {
  ...meetingOn, id: 'group-meeting-1', subgroup: 'industry-group',
  held: { isOpen: true, attendance: [{ member: 'member-2', way: 'present' }, { member: 'member-3', way: 'present' }] },
};

/** The committee with these meetings, or with something changed. */
export function factsWith(change: Partial<FoundedCommittee>): CommitteeFacts {
  return { committee: { ...committee, ...change }, opinionForm: committeeForm('opinion'), resultForm: committeeForm('result') };
}

export function withMeetings(...meetings: readonly Meeting[]): CommitteeFacts {
  return factsWith({ meetings: Object.fromEntries(meetings.map((one) => [one.id, one])) });
}

export const facts = withMeetings(meeting, circulation, groupMeeting);

const toGroup: SheetHandedOver = { ...toCommittee, subgroup: 'industry-group' };
export const withGroup = [...accepted, toGroup] as const;

/** The sheet is handed over at revision 9. */
export const basis: OpinionBasis = { handOver: 9, sheetRevision: 2, answers: [], sawOthers: false };
const stage = 'committee';

export function saying(points: string, grade = 'b'): Contents {
  return { 'opinion-rating': { kind: 'rating', grade }, points: { kind: 'points', points } };
}

export function opined(member: string, points = '7', change: Partial<OpinionBasis> = {}): OpinionGiven {
  return { type: 'OpinionGiven', stage, member, opinion: saying(points), basis: { ...basis, ...change } };
}

export function revised(member: string, points: string, change: Partial<OpinionBasis> = {}): OpinionRevised {
  return { type: 'OpinionRevised', stage, member, opinion: saying(points), basis: { ...basis, ...change } };
}

export function entered(member: string, points = '5', change: Partial<OpinionBasis> = {}): OpinionEntered {
  return {
    type: 'OpinionEntered', stage, member, opinion: saying(points), way: 'paper', receivedOn: '2026-05-19', basis: { ...basis, ...change },
  };
}

export function withdrawn(member: string): OpinionWithdrawn {
  return { type: 'OpinionWithdrawn', stage, member };
}

export function recused(member: string, way: MemberRecused['way'] = 'by-oneself'): MemberRecused {
  return { type: 'MemberRecused', stage, member, way, reason: '関係する団体の役員のため' };
}

export const drafted: ConclusionDrafted = {
  type: 'ConclusionDrafted', stage, conclusion: { 'conclusion-rating': { kind: 'rating', grade: 'b' } },
  recommendations: [
    { recommendation: 'recommendation-a', number: 1, text: '目標値を見直すこと。' },
    { recommendation: 'recommendation-b', number: 2, text: '周知の方法を改めること。' },
  ],
  dissents: [{ member: 'member-2', text: '評価はAが相当である。' }],
};

/** What the sub-group has come to: given at 10, drafted at 11. */
export const proposal: SecondEvaluationConcluded = {
  type: 'SecondEvaluationConcluded', stage, member: 'member-2', draftRevision: 11, toBeConfirmed: true,
  conclusion: drafted.conclusion, recommendations: drafted.recommendations, dissents: drafted.dissents,
  meeting: 'group-meeting-1', committeeRevision: 12, roster: ['member-2', 'member-3'], counted: ['member-2', 'member-3'], opinions: ['member-2'],
  points: [{ field: 'points', count: 1, mean: '7', least: '7', most: '7', spread: '0' }],
};
export const proposed = [...withGroup, opined('member-2'), drafted, proposal] as const;

/** The sheet went back to its section after it was opined on at 10, and came again at 18. */
const sentBack: SheetEvent = { type: 'FirstEvaluationSentBack', to: 'section', reason: '数値を確かめてください。', comments: [] };
export const cameAgain = [...handedOver, opined('member-1'), sentBack, ...accepted.slice(2), toCommittee] as const;
export const secondHandOver = cameAgain.length - 1;

type Deed = (sheet: Sheet) => Decision<SheetEvent>;

const reason = '関係する団体の役員のため';
const opinion = { 'opinion-rating': 'b', points: '7' };
const chair = asMember('member-1', 'chair');
const member = asMember('member-3');
const revisionOf = (sheet: Sheet) => ('revision' in sheet ? sheet.revision : 0);
const concluding = (asked: typeof chair, id: string): Deed => (sheet) => conclude({ ...asked, basedOn: revisionOf(sheet), meeting: id }, sheet, facts);

/** Each verb with a command that nothing but the phase should refuse. */
export const secondEvaluationDeeds: Record<SecondEvaluationVerb, Deed> = {
  recuse: (sheet) => recuse({ ...member, reason }, sheet, facts),
  exclude: (sheet) => exclude({ ...chair, member: 'member-3', reason }, sheet, facts),
  'give-opinion': (sheet) => giveOpinion({ ...member, opinion, basedOn: revisionOf(sheet) }, sheet, facts),
  'withdraw-opinion': (sheet) => withdrawOpinion(member, sheet, facts),
  'enter-opinion': (sheet) =>
    enterOpinion({ ...asSecretariat, member: 'member-3', opinion, way: 'mail', receivedOn: '2026-05-20' }, sheet, facts),
  'confirm-opinion': (sheet) => confirmOpinion({ ...member, basedOn: revisionOf(sheet) }, sheet, facts),
  'draft-conclusion': (sheet) => draftConclusion(
    { ...asSecretariat, conclusion: { 'conclusion-rating': 'b' }, recommendations: [{ text: '目標値を見直すこと。' }], dissents: [] }, sheet, facts,
  ),
  'comment-on-wording': (sheet) => commentOnWording({ ...member, text: '「見直す」を「改める」に。' }, sheet, facts),
  conclude: concluding(chair, 'meeting-1'),
  'confirm-conclusion': (sheet) => confirmConclusion({ ...chair, meeting: 'meeting-1' }, sheet, facts),
};

/** The histories, all before a committee, after which each verb may be done and leads wherever it may lead. */
export const secondEvaluationWays: Record<SecondEvaluationVerb, readonly { readonly history: readonly SheetEvent[]; readonly deed?: Deed }[]> = {
  recuse: [{ history: handedOver }],
  exclude: [{ history: handedOver }],
  'give-opinion': [{ history: handedOver }],
  'withdraw-opinion': [{ history: [...handedOver, opined('member-3')] }],
  'enter-opinion': [{ history: handedOver }],
  'confirm-opinion': [{ history: [...handedOver, entered('member-3')] }],
  'draft-conclusion': [{ history: handedOver }],
  'comment-on-wording': [{ history: [...handedOver, drafted] }],
  conclude: [
    { history: [...handedOver, drafted] },
    { history: [...withGroup, drafted], deed: concluding(asMember('member-2'), 'group-meeting-1') },
  ],
  'confirm-conclusion': [{ history: proposed }],
};
