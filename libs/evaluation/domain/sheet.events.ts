import type { Deadline } from '../../cycle/domain/deadline.ts';
import type { EventCatalogue, Members } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';
import type { Decimal, TypedValue } from '../../kernel/value.ts';
import type { StageEvent } from './stage.events.ts';

/** What stands in a field or in one cell of a table: a text, something chosen, a day, or a value as typed and as understood. */
export type FieldContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'checks'; readonly checked: readonly string[] }
  | { readonly kind: 'rating'; readonly grade: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'points'; readonly points: Decimal }
  | { readonly kind: 'value'; readonly value: TypedValue };

/** By address: `field`, or `field/row/column` for one cell of a table. null empties it. */
export type Contents = Readonly<Record<string, FieldContent | null>>;

export interface SheetOpened {
  readonly type: 'SheetOpened';
  readonly year: number;
  readonly cycleRevision: number;
  /** Where the cycle names the node: the order in which the office lists its sheets. */
  readonly place: number;
  readonly plan: string;
  readonly planRevision: number;
  readonly node: string;
  /** Whose it is when it is opened; a transfer moves it. */
  readonly section: string;
  readonly department: string;
  readonly municipalityRevision: number;
  readonly sheetType: string;
  readonly schemeVersion: number;
}

export interface FieldsSaved {
  readonly type: 'FieldsSaved';
  readonly basedOn: number;
  readonly fields: Contents;
}

/** 前年度の内容を複写: asked for by somebody, and recorded with where it came from. */
export interface LastYearCopied {
  readonly type: 'LastYearCopied';
  readonly from: string;
  readonly fromRevision: number;
  readonly fields: Contents;
}

/** What the secretariat writes into its own fields, at any time: it changes nothing that others decide on. */
export interface SecretariatFieldsSaved {
  readonly type: 'SecretariatFieldsSaved';
  readonly basedOn: number;
  readonly fields: Contents;
}

export interface FirstEvaluationSubmitted {
  readonly type: 'FirstEvaluationSubmitted';
  readonly late: boolean;
  /** As it was in force then, and from which revision of the cycle. */
  readonly deadline: Deadline;
  readonly cycleRevision: number;
  /** The form it was submitted under; absent only before a cycle could move to another. */
  readonly schemeVersion?: number;
  /** Who decides now, by post; absent only before there were lines. */
  readonly line?: readonly LineStep[];
  readonly planRevision?: number;
  readonly municipalityRevision?: number;
}

/** One step of the approval line as it stood when the sheet was submitted. */
export interface LineStep {
  readonly step: string;
  readonly name: Label;
  /** 合議: of other sections than the sheet's own, all of which must agree. */
  readonly ofCoOwners: boolean;
  readonly parties: readonly Party[];
}

/** Those of one section who may decide a step: any one of them decides for it. */
export interface Party {
  readonly section: string;
  readonly posts: readonly string[];
}

/** 引戻し. */
export interface FirstEvaluationTakenBack {
  readonly type: 'FirstEvaluationTakenBack';
}

export interface FirstEvaluationApproved extends Decided {
  readonly type: 'FirstEvaluationApproved';
  /** What was approved: the sheet as it stood at this revision. */
  readonly approvedRevision: number;
  readonly step: string;
  /** The party for which it was decided. */
  readonly section?: string;
  readonly post?: string;
  /** In one's turn; 代決 for the absent holder of the last step; 引上げ over those who were absent before. */
  readonly way: 'in-turn' | 'for-absent' | 'over';
  /** Who was passed over and sees it afterwards 後閲. */
  readonly absent: readonly AbsentParty[];
  /** Whether the line came to its end with it. */
  readonly completes: boolean;
  readonly judged?: Judged;
}

export interface AbsentParty {
  readonly step: string;
  readonly section: string;
  readonly posts: readonly string[];
}

/** What an office may write beside a decision: 決裁日 and 文書番号, and why, where somebody decides out of turn. */
export interface Decided {
  readonly decidedOn?: string;
  readonly documentNumber?: string;
  readonly reason?: string;
}

/** Lateness by the deadline in force then. */
export interface Judged {
  readonly late: boolean;
  readonly deadline: Deadline;
  readonly cycleRevision: number;
}

export interface FirstEvaluationSentBack {
  readonly type: 'FirstEvaluationSentBack';
  /** A step of the line, or the section that wrote it. */
  readonly to: string;
  readonly reason: string;
  readonly comments: readonly FieldComment[];
}

/** Where a sheet goes that is sent back all the way. */
export const toSection = 'section';

export interface FieldComment {
  readonly field: string;
  readonly comment: string;
}

/** 後閲: somebody who was passed over has seen what was decided. */
export interface ReviewedAfterwards {
  readonly type: 'ReviewedAfterwards';
  readonly step: string;
  readonly section: string;
}

export interface FirstEvaluationAccepted extends Decided {
  readonly type: 'FirstEvaluationAccepted';
  readonly acceptedRevision: number;
  readonly judged?: Judged;
}

/** 軽微な修正 by the secretariat: no figure, no rating. */
export interface SlipsCorrected {
  readonly type: 'SlipsCorrected';
  readonly basedOn: number;
  readonly fields: Contents;
  readonly reason: string;
}

/** 差替え: provisional figures give way to final ones. Whoever has decided already looks at them. */
export interface FiguresReplaced {
  readonly type: 'FiguresReplaced';
  readonly basedOn: number;
  readonly fields: Contents;
  readonly reason: string;
  readonly toBeLookedAtBy: readonly Looker[];
}

/** Somebody who has decided: a post of the line, or the secretariat. */
export type Looker = { readonly post: string } | { readonly role: 'secretariat' };

export interface ReplacementLookedAt {
  readonly type: 'ReplacementLookedAt';
  readonly by: Looker;
}

/** 移管 to another section. */
export interface SheetTransferred {
  readonly type: 'SheetTransferred';
  readonly section: string;
  readonly department: string;
  readonly municipalityRevision: number;
  readonly reason: string;
}

/** 取消. */
export interface SheetVoided {
  readonly type: 'SheetVoided';
  /** The form it stood under, by which it goes on being read. */
  readonly schemeVersion: number;
  readonly reason: string;
}

/** The bytes lie beside the log under their digest. */
export interface FileAttached {
  readonly type: 'FileAttached';
  readonly file: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly digest: string;
}

export interface FileRemoved {
  readonly type: 'FileRemoved';
  readonly file: string;
  /** Of the file: who may see that it is gone is who could see that it was there. */
  readonly field: string;
}

export type SheetEvent =
  | SheetOpened | FieldsSaved | LastYearCopied | SecretariatFieldsSaved | FileAttached | FileRemoved
  | FirstEvaluationSubmitted | FirstEvaluationTakenBack | FirstEvaluationApproved | FirstEvaluationSentBack | ReviewedAfterwards
  | FirstEvaluationAccepted | SlipsCorrected | FiguresReplaced | ReplacementLookedAt
  | SheetTransferred | SheetVoided
  | StageEvent;

export const sheetCatalogue: EventCatalogue<SheetEvent> = {
  SheetOpened: { version: 1 },
  FieldsSaved: { version: 1 },
  LastYearCopied: { version: 1 },
  SecretariatFieldsSaved: { version: 1 },
  FileAttached: { version: 1 },
  FileRemoved: { version: 1 },
  FirstEvaluationSubmitted: { version: 2, upcasts: { 1: (members) => members } },
  FirstEvaluationTakenBack: { version: 1 },
  FirstEvaluationApproved: { version: 2, upcasts: { 1: byTheOnlyApprover } },
  FirstEvaluationSentBack: { version: 2, upcasts: { 1: (members) => ({ ...members, to: toSection }) } },
  ReviewedAfterwards: { version: 1 },
  FirstEvaluationAccepted: { version: 1 },
  SlipsCorrected: { version: 1 },
  FiguresReplaced: { version: 1 },
  ReplacementLookedAt: { version: 1 },
  SheetTransferred: { version: 1 },
  SheetVoided: { version: 1 },
  SheetHandedOver: { version: 1 },
  StageDecided: { version: 1 },
  SheetFinalised: { version: 1 },
  SheetReopened: { version: 1 },
  PublishedCorrected: { version: 1 },
  QuestionAsked: { version: 1 },
  QuestionAnswered: { version: 1 },
  AnswerApproved: { version: 1 },
  AnswerSentBack: { version: 1 },
  MemberRecused: { version: 1 },
  OpinionGiven: { version: 1 },
  OpinionRevised: { version: 1 },
  OpinionWithdrawn: { version: 1 },
  OpinionEntered: { version: 1 },
  OpinionConfirmed: { version: 1 },
  ConclusionDrafted: { version: 1 },
  WordingCommented: { version: 1 },
  SecondEvaluationConcluded: { version: 1 },
  ConclusionConfirmed: { version: 1 },
};

/** Before there were lines, one approval was all. */
function byTheOnlyApprover(members: Members): Members {
  return { ...members, step: 'approval', way: 'in-turn', absent: [], completes: true };
}
