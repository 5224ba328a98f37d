import type { Day } from '../../kernel/day.ts';
import type { EventCatalogue, Members } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import type { Deadline } from './deadline.ts';

/** A node that gets a sheet, with the form that its level asks for. */
export interface ChosenNode {
  readonly plan: string;
  readonly node: string;
  readonly sheetType: string;
}

/** A node of a level that has a form, and why it gets no sheet this year. */
export interface LeftOutNode {
  readonly plan: string;
  readonly node: string;
  readonly reason: LeftOutReason;
}

/** Nodes of one plan that are left out for one reason: an append has no room to say both of each of them. */
export interface LeftOutTogether {
  readonly plan: string;
  readonly reason: LeftOutReason;
  readonly nodes: readonly string[];
}

export type LeftOutReason = 'not-its-turn' | 'not-listed' | 'level-not-chosen' | 'ended' | 'evaluated-elsewhere' | 'too-early';

/** A plan as it stood when the cycle was opened on it. */
export interface CyclePlan {
  readonly plan: string;
  readonly planVersion: number;
  readonly planRevision: number;
}

/** 期間: what is done by when. `submission` is the section's, `approval` the line's, `acceptance` the secretariat's. */
export interface Period {
  readonly id: PeriodId;
  readonly name: Label;
  readonly deadline: Deadline;
}

export type PeriodId = 'submission' | 'approval' | 'acceptance';

export interface CycleOpened {
  readonly type: 'CycleOpened';
  /** The year in which it is done. */
  readonly year: FiscalYear;
  /** The year it is about. */
  readonly aboutYear: FiscalYear;
  readonly plans: readonly CyclePlan[];
  readonly schemeVersion: number;
  readonly schemeRevision: number;
  /** In the order in which they end. The first is the submission. */
  readonly periods: readonly Period[];
  readonly nodes: readonly ChosenNode[];
  readonly leftOut: readonly LeftOutTogether[];
}

/** A sheet that the cycle asked for could not be opened; the secretariat sees why. */
export interface SheetOpeningRefused {
  readonly type: 'SheetOpeningRefused';
  readonly node: string;
  readonly code: string;
}

/** 追加: a node that was left out gets a sheet after all. */
export interface SheetAdded {
  readonly type: 'SheetAdded';
  readonly plan: string;
  readonly planRevision: number;
  readonly node: string;
  readonly sheetType: string;
  readonly reason: string;
}

/** 延長: a period ends later, for all, one department, or one sheet. The deadlines before it are never lost. */
export interface DeadlineExtended {
  readonly type: 'DeadlineExtended';
  readonly period: PeriodId;
  readonly deadline: Deadline;
  readonly for: ExtendedFor;
  readonly reason: string;
}

export type ExtendedFor =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'sheet'; readonly node: string };

/** The cycle goes on under a newer version of the scheme, which asks nothing more of anybody. */
export interface SchemeVersionTaken {
  readonly type: 'SchemeVersionTaken';
  readonly schemeVersion: number;
  readonly schemeRevision: number;
}

/** 公表の段階: the committee's papers, what the council gets, and what everybody reads. */
export type PublicationStep = 'committee' | 'council' | 'public';

/** 公表の指示: from here on its sheets are not reopened. */
export interface PublicationAsked {
  readonly type: 'PublicationAsked';
  readonly publication: string;
  readonly step: PublicationStep;
  /** The day that it is dated. */
  readonly on: Day;
  /** Absent where all of the cycle are asked for. */
  readonly sheets?: readonly string[];
  /** Of the sheets that are named, in their order, as they were when they were found final. */
  readonly sheetRevisions?: readonly number[];
  readonly reason?: string;
}

/** 公表版: what is read of a step from here on, byte for byte. */
export interface EditionPublished {
  readonly type: 'EditionPublished';
  /** Counted over the cycle, from 1. */
  readonly edition: number;
  readonly publication: string;
  readonly step: PublicationStep;
  readonly on: Day;
  /** SHA-256 of the bytes of all parts, one after the other as they are named here. */
  readonly file: string;
  readonly parts: readonly EditionPart[];
  readonly leftOut: readonly LeftOutSheet[];
  /** The public edition of which it mends something that was wrong. */
  readonly corrects?: number;
}

/** By the digest of its bytes: what the edition holds 目次, a sheet, a general recommendation 総括的提言, or what was corrected 正誤表. */
export interface EditionPart {
  readonly kind: 'contents' | 'sheet' | 'recommendation' | 'errata';
  readonly id: string;
  /** Of its stream; of the contents and the errata the cycle's. */
  readonly revision: number;
  /** SHA-256 in hex. */
  readonly digest: string;
  readonly bytes: number;
}

export interface LeftOutSheet {
  readonly sheet: string;
  readonly reason: LeftOutOfEdition;
}

export type LeftOutOfEdition = 'not-final' | 'voided' | 'not-opened';

/** What was asked for could not be published; the secretariat sees why. */
export interface PublicationRefused {
  readonly type: 'PublicationRefused';
  readonly publication: string;
  readonly code: string;
}

export type CycleEvent =
  | CycleOpened | SheetOpeningRefused | SheetAdded | DeadlineExtended | SchemeVersionTaken
  | PublicationAsked | EditionPublished | PublicationRefused;

export const cycleCatalogue: EventCatalogue<CycleEvent> = {
  CycleOpened: { version: 2, upcasts: { 1: onSeveralPlans } },
  SheetOpeningRefused: { version: 1 },
  SheetAdded: { version: 1 },
  DeadlineExtended: { version: 1 },
  SchemeVersionTaken: { version: 1 },
  PublicationAsked: { version: 1 },
  EditionPublished: { version: 1 },
  PublicationRefused: { version: 1 },
};

/** Before there were periods, a cycle stood on one plan and had one deadline. */
function onSeveralPlans({ plan, planRevision, submissionDeadline, nodes, ...members }: Members): Members {
  const chosen = nodes as readonly object[];
  return {
    ...members,
    plans: [{ plan, planVersion: 1, planRevision }],
    periods: [{ id: 'submission', name: { ja: '一次評価', en: 'First evaluation' }, deadline: submissionDeadline }],
    nodes: chosen.map((node) => ({ ...node, plan })),
    leftOut: [],
  };
}
