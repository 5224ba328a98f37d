import type { LineStep, AbsentParty, Contents } from './sheet.events.ts';

/** 付議: a sheet goes to a stage. What the stage gets is the sheet as it stood then, and stays so. */
export interface SheetHandedOver {
  readonly type: 'SheetHandedOver';
  readonly stage: string;
  readonly evaluator: 'meeting' | 'committee' | 'mayor';
  /** By the condition of the scheme, or although it does not hold, or because somebody chose it. */
  readonly chosenBy: 'condition' | 'choice';
  readonly reason?: string;
  /** The last one at which something changed on the sheet that is judged. */
  readonly sheetRevision: number;
  readonly schemeVersion: number;
  readonly planVersion: number;
  readonly planRevision: number;
  /** Of a committee's stage. */
  readonly committee?: string;
  readonly subgroup?: string;
  readonly committeeRevision?: number;
  /** Members, by membership, who always have to do with the section of the sheet. */
  readonly recused?: readonly string[];
}

/** 質問 of a member before the meeting. */
export interface QuestionAsked {
  readonly type: 'QuestionAsked';
  readonly stage: string;
  readonly question: string;
  readonly member: string;
  readonly text: string;
  /** The address to which it points. */
  readonly about?: string;
}

/** What the section answers. The committee is told when the line has approved it. */
export interface QuestionAnswered {
  readonly type: 'QuestionAnswered';
  readonly stage: string;
  readonly question: string;
  readonly text: string;
  readonly line: readonly LineStep[];
  readonly municipalityRevision: number;
}

export interface AnswerApproved {
  readonly type: 'AnswerApproved';
  readonly stage: string;
  readonly question: string;
  readonly step: string;
  readonly section: string;
  readonly post?: string;
  readonly way: 'in-turn' | 'for-absent' | 'over';
  readonly absent: readonly AbsentParty[];
  readonly completes: boolean;
  readonly reason?: string;
}

/** The section writes it anew. */
export interface AnswerSentBack {
  readonly type: 'AnswerSentBack';
  readonly stage: string;
  readonly question: string;
  readonly reason: string;
}

/** 回避 by oneself, or 除斥 by whoever presides. */
export interface MemberRecused {
  readonly type: 'MemberRecused';
  readonly stage: string;
  readonly member: string;
  readonly way: 'by-oneself' | 'excluded';
  readonly reason: string;
}

/** What an author had before him. */
export interface OpinionBasis {
  /** The hand-over under which it was given: its revision on this stream. */
  readonly handOver: number;
  readonly sheetRevision: number;
  /** Questions whose answers the committee had been told. */
  readonly answers: readonly string[];
  /** Whether he had seen what others say. */
  readonly sawOthers: boolean;
}

export interface OpinionGiven {
  readonly type: 'OpinionGiven';
  readonly stage: string;
  readonly member: string;
  readonly opinion: Contents;
  readonly basis: OpinionBasis;
}

export interface OpinionRevised {
  readonly type: 'OpinionRevised';
  readonly stage: string;
  readonly member: string;
  readonly opinion: Contents;
  readonly basis: OpinionBasis;
}

export interface OpinionWithdrawn {
  readonly type: 'OpinionWithdrawn';
  readonly stage: string;
  readonly member: string;
}

/** 代理入力: what a member without access handed in on paper, by mail, or said. It counts when it is confirmed. */
export interface OpinionEntered {
  readonly type: 'OpinionEntered';
  readonly stage: string;
  readonly member: string;
  readonly opinion: Contents;
  readonly way: OpinionWay;
  /** When the office received it: a day. */
  readonly receivedOn: string;
  readonly basis: OpinionBasis;
}

export type OpinionWay = 'paper' | 'mail' | 'spoken';

/** What was entered for a member, or given on an older revision, is what he says. */
export interface OpinionConfirmed {
  readonly type: 'OpinionConfirmed';
  readonly stage: string;
  readonly member: string;
  readonly basis: OpinionBasis;
  /** How the office heard of it; absent when he said it here himself. */
  readonly heard?: { readonly way: OpinionWay; readonly on: string };
}

/** A numbered part of a conclusion 意見・提言. */
export interface ConcludedRecommendation {
  readonly recommendation: string;
  readonly number: number;
  readonly text: string;
}

/** 少数意見. */
export interface Dissent {
  readonly member: string;
  readonly text: string;
}

/** What a conclusion says. */
export interface ConclusionContent {
  /** By the fields of the stage. */
  readonly conclusion: Contents;
  readonly recommendations: readonly ConcludedRecommendation[];
  readonly dissents: readonly Dissent[];
}

/** By the secretariat. */
export interface ConclusionDrafted extends ConclusionContent {
  readonly type: 'ConclusionDrafted';
  readonly stage: string;
}

/** A member's comment on the wording. */
export interface WordingCommented {
  readonly type: 'WordingCommented';
  readonly stage: string;
  readonly member: string;
  readonly text: string;
}

/** Mean and spread of what the counted opinions gave in a field of points. */
export interface PointsSummary {
  readonly field: string;
  readonly count: number;
  readonly mean: string;
  readonly least: string;
  readonly most: string;
  readonly spread: string;
}

/** On what a conclusion rests: who met, who was counted, and what they had said. */
export interface ConclusionBasis {
  /** A meeting or a circulation of the committee. */
  readonly meeting: string;
  readonly committeeRevision: number;
  /** Those who count towards the quorum, by membership. */
  readonly roster: readonly string[];
  readonly counted: readonly string[];
  /** Whose opinions are in it. */
  readonly opinions: readonly string[];
  readonly points: readonly PointsSummary[];
}

/** 結論 by whoever presides; of a sub-group, the whole confirms it. */
export interface SecondEvaluationConcluded extends ConclusionContent, ConclusionBasis {
  readonly type: 'SecondEvaluationConcluded';
  readonly stage: string;
  readonly member: string;
  /** What was drafted, at its revision. */
  readonly draftRevision: number;
  /** The whole committee has still to confirm it. */
  readonly toBeConfirmed: boolean;
}

export interface ConclusionConfirmed {
  readonly type: 'ConclusionConfirmed';
  readonly stage: string;
  readonly member: string;
  readonly meeting: string;
  readonly committeeRevision: number;
  readonly roster: readonly string[];
  readonly counted: readonly string[];
}

/** What an internal meeting or the mayor decided. */
export interface StageDecided {
  readonly type: 'StageDecided';
  readonly stage: string;
  readonly decision: Contents;
  readonly decidedOn: string;
}

/** 確定: nothing more is to be decided on it; it may be published. */
export interface SheetFinalised {
  readonly type: 'SheetFinalised';
  /** Stages of the scheme to which it should have gone and did not, and why. */
  readonly skipped: readonly string[];
  readonly reason?: string;
}

/** 再開, from any phase before publication: to a stage that concluded it, or all the way to its section. */
export interface SheetReopened {
  readonly type: 'SheetReopened';
  readonly to: string;
  readonly reason: string;
  readonly cycleRevision: number;
}

/** 訂正 of what was published: the next edition says it anew, and what it said before. */
export interface PublishedCorrected {
  readonly type: 'PublishedCorrected';
  /** The edition of the public step in which it stands as it was. */
  readonly edition: number;
  readonly basedOn: number;
  readonly fields: Contents;
  readonly was: Contents;
  readonly reason: string;
  readonly cycleRevision: number;
}

export type StageEvent =
  | SheetHandedOver | StageDecided | SheetFinalised | SheetReopened | PublishedCorrected
  | QuestionAsked | QuestionAnswered | AnswerApproved | AnswerSentBack
  | MemberRecused | OpinionGiven | OpinionRevised | OpinionWithdrawn | OpinionEntered | OpinionConfirmed
  | ConclusionDrafted | WordingCommented | SecondEvaluationConcluded | ConclusionConfirmed;
