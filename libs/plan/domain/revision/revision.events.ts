import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { TypedValue } from '../../../kernel/value.ts';
import type { Indicator, PlanNode, RevisionEvidence, TargetReason } from '../plan.events.ts';
import type { ProposedChange } from './proposed-change.ts';

/** 改定に着手: from now on changes of the plan may be proposed. */
export interface RevisionOpened {
  readonly type: 'RevisionOpened';
  /** The version that is to be revised. */
  readonly planVersion: number;
  readonly reason: string;
}

export interface ProposalMade {
  readonly type: 'ProposalMade';
  readonly proposal: string;
  readonly change: ProposedChange;
  readonly reason: RevisionReason;
  readonly text: string;
  readonly evidence: readonly RevisionEvidence[];
}

export interface ProposalDiscussed {
  readonly type: 'ProposalDiscussed';
  readonly proposal: string;
  readonly text: string;
}

export interface ProposalWithdrawn {
  readonly type: 'ProposalWithdrawn';
  readonly proposal: string;
  readonly reason: string;
}

export interface ProposalDeclined {
  readonly type: 'ProposalDeclined';
  readonly proposal: string;
  readonly reason: string;
}

export interface RevisionAbandoned {
  readonly type: 'RevisionAbandoned';
  readonly reason: string;
}

/** The proposals that were taken make the next version; what they change is stated, and nothing else. */
export interface PlanRevised extends RevisionEffect {
  readonly type: 'PlanRevised';
  readonly planVersion: number;
  readonly fromYear: FiscalYear;
  /** In the order in which they were worked in. */
  readonly proposals: readonly string[];
  readonly schemeRevision: number;
  readonly municipalityRevision: number;
}

/** What proposals do to a plan. */
export interface RevisionEffect {
  /** New, or in the place of those with the same ids. */
  readonly nodesPut: readonly PlanNode[];
  readonly nodesDropped: readonly string[];
  readonly indicatorsPut: readonly Indicator[];
  readonly indicatorsDropped: readonly string[];
  readonly lineage: readonly LineageEntry[];
  readonly targetChanges: readonly RevisedTarget[];
}

/** What became of a node or an indicator that is no more: it was merged or split, its recommendations went elsewhere, or another indicator took its place. */
export interface LineageEntry {
  readonly kind: 'merged' | 'split' | 'dropped' | 'replaced';
  readonly from: string;
  readonly to: readonly string[];
}

/** A target that a proposal changed, with the proposal's reason. */
export interface RevisedTarget extends Pick<ProposalMade, 'proposal' | 'reason' | 'text' | 'evidence'> {
  readonly indicator: string;
  readonly year: FiscalYear;
  readonly old: TypedValue | null;
  readonly new: TypedValue;
}

/** Those of a target, and what else makes an office revise its plan: 提言, 組織改正, 統合・再編, 上位計画の変更, 新規, 事業の終了. */
export type RevisionReason =
  | TargetReason | 'recommendation' | 'reorganisation' | 'consolidation' | 'upper-plan-changed' | 'measure-begun' | 'measure-ended';

export type RevisionEvent =
  | RevisionOpened | ProposalMade | ProposalDiscussed | ProposalWithdrawn | ProposalDeclined | RevisionAbandoned | PlanRevised;
