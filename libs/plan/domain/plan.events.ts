import type { EventCatalogue, Members } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import type { TypedValue } from '../../kernel/value.ts';
import type { RevisionEvent } from './revision/revision.events.ts';

/** One part of a plan. Its id stays for ever; number, name and place may change with the plan. */
export interface PlanNode {
  readonly id: string;
  /** Absent at the top. */
  readonly parent?: string;
  readonly level: string;
  /** As the office numbers it: 「35」 「1-①」. */
  readonly number: string;
  readonly name: Label;
  /** The lead 所管; with the related ones 関係 it owns the node. */
  readonly section: string;
  readonly related: readonly string[];
  /** Bodies outside the office that carry it too, by name. */
  readonly outside: readonly string[];
  readonly flags: readonly NodeFlag[];
  /** By the ids of the level's texts: 目的, 課題. */
  readonly texts: Readonly<Record<string, string>>;
  /** Nodes of upper plans 上位計画 that it serves. */
  readonly upper: readonly UpperNode[];
}

/** 重点, 新規, 再掲. */
export type NodeFlag = 'priority' | 'new' | 'repeated';

export interface UpperNode {
  readonly plan: string;
  readonly node: string;
}

export interface Indicator {
  readonly id: string;
  readonly node: string;
  readonly number?: string;
  readonly name: Label;
  /** 活動指標, 成果指標. */
  readonly class: 'activity' | 'outcome';
  readonly unit: string;
  /** 累計, 年間, 状態. */
  readonly kind: 'cumulative' | 'annual' | 'state';
  readonly direction: 'higher' | 'lower';
  readonly baseline?: { readonly year: FiscalYear; readonly value: TypedValue };
  readonly targets: readonly Target[];
  /** In words: how it is counted, from what, and when it becomes known. */
  readonly formula?: string;
  readonly source?: string;
  readonly knownWhen?: string;
}

export interface Target {
  readonly year: FiscalYear;
  readonly value: TypedValue;
}

/** A plan is begun as a draft, which may be worked on until it is adopted. */
export interface PlanDrafted {
  readonly type: 'PlanDrafted';
  readonly name: Label;
  readonly firstYear: FiscalYear;
  readonly lastYear: FiscalYear;
}

/** Adds nodes to the draft, or puts others in the place of those with the same ids. */
export interface NodesDrafted {
  readonly type: 'NodesDrafted';
  readonly nodes: readonly PlanNode[];
}

export interface IndicatorsDrafted {
  readonly type: 'IndicatorsDrafted';
  readonly indicators: readonly Indicator[];
}

/** Takes nodes and indicators out of the draft; what hangs on a node goes with it. */
export interface DraftPruned {
  readonly type: 'DraftPruned';
  readonly nodes: readonly string[];
  readonly indicators: readonly string[];
}

/** The draft becomes the version that holds. */
export interface PlanAdopted {
  readonly type: 'PlanAdopted';
  readonly planVersion: number;
  readonly fromYear: FiscalYear;
  /** Only in plans of the time before drafts: the name and nodes that were adopted at once. */
  readonly atOnce?: { readonly name: Label; readonly nodes: readonly PlanNode[] };
  readonly schemeRevision: number;
  readonly municipalityRevision: number;
}

/** 目標値の変更: the old target stays, and is named beside the new one. It makes no version. */
export interface TargetChanged {
  readonly type: 'TargetChanged';
  readonly indicator: string;
  readonly year: FiscalYear;
  /** null where there was none. */
  readonly old: TypedValue | null;
  readonly new: TypedValue;
  readonly reason: TargetReason;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export type TargetReason =
  | 'result-exceeded' | 'result-behind' | 'measure-changed' | 'circumstances-changed' | 'counting-changed' | 'correction';

/** What a change rests on: a sheet as it stood at a revision. */
export interface Evidence {
  readonly sheet: string;
  readonly revision: number;
}

/** What a proposal rests on: a sheet as it stood, or a recommendation. */
export type RevisionEvidence = Evidence | { readonly recommendation: string };

export type PlanEvent = PlanDrafted | NodesDrafted | IndicatorsDrafted | DraftPruned | PlanAdopted | TargetChanged | RevisionEvent;

export const planCatalogue: EventCatalogue<PlanEvent> = {
  PlanDrafted: { version: 1 },
  NodesDrafted: { version: 1 },
  IndicatorsDrafted: { version: 1 },
  DraftPruned: { version: 1 },
  PlanAdopted: { version: 2, upcasts: { 1: adoptedAtOnce } },
  TargetChanged: { version: 1 },
  RevisionOpened: { version: 1 },
  ProposalMade: { version: 1 },
  ProposalDiscussed: { version: 1 },
  ProposalWithdrawn: { version: 1 },
  ProposalDeclined: { version: 1 },
  RevisionAbandoned: { version: 1 },
  PlanRevised: { version: 1 },
};

/** Before there were drafts a plan came whole, held from no year in particular, and a node had its section and nothing more. */
function adoptedAtOnce({ name, nodes, ...members }: Members): Members {
  const first = nodes as readonly object[];
  return {
    ...members,
    fromYear: earliestYear,
    atOnce: { name, nodes: first.map((node) => ({ ...node, related: [], outside: [], flags: [], texts: {}, upper: [] })) },
  };
}

const earliestYear = 1927;
