import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Label } from '../../../kernel/label.ts';
import type { TypedValue } from '../../../kernel/value.ts';
import type { Indicator, PlanNode } from '../plan.events.ts';

/** What a proposal would change. New nodes and indicators have their ids from when they are proposed, so that others may build on them. */
export type ProposedChange =
  | ChangeTarget | AddNode | DropNode | RenameNode | MoveNode | MergeNodes | SplitNode | ChangeOwner
  | AddIndicator | ReplaceIndicator | DropIndicator;

/** A node that takes the place of others: it stands where they stood. */
export type NodeInPlace = Omit<PlanNode, 'parent' | 'level'>;

export interface ChangeTarget {
  readonly kind: 'change-target';
  readonly indicator: string;
  readonly year: FiscalYear;
  readonly value: TypedValue;
}

export interface AddNode {
  readonly kind: 'add-node';
  readonly node: PlanNode;
}

/** Its indicators go with it. */
export interface DropNode {
  readonly kind: 'drop-node';
  readonly node: string;
  /** The node on which its recommendations stand from then on. */
  readonly recommendationsTo?: string;
}

export interface RenameNode {
  readonly kind: 'rename-node';
  readonly node: string;
  readonly name?: Label;
  readonly number?: string;
}

export interface MoveNode {
  readonly kind: 'move-node';
  readonly node: string;
  /** Absent to the top. */
  readonly parent?: string;
  readonly number?: string;
}

/** 統合: what hangs on them comes along. */
export interface MergeNodes {
  readonly kind: 'merge-nodes';
  readonly nodes: readonly string[];
  /** The node that they become: one that is there, or the new one. */
  readonly into: string;
  readonly newNode?: NodeInPlace;
}

/** 分割: what no part names goes to the first. */
export interface SplitNode {
  readonly kind: 'split-node';
  readonly node: string;
  readonly into: readonly SplitPart[];
}

export interface SplitPart {
  readonly node: NodeInPlace;
  readonly children: readonly string[];
  readonly indicators: readonly string[];
}

export interface ChangeOwner {
  readonly kind: 'change-owner';
  readonly node: string;
  readonly section: string;
  readonly related: readonly string[];
  readonly outside: readonly string[];
}

export interface AddIndicator {
  readonly kind: 'add-indicator';
  readonly indicator: Indicator;
}

/** Another indicator goes on with the series. */
export interface ReplaceIndicator {
  readonly kind: 'replace-indicator';
  readonly indicator: string;
  readonly replacement: Indicator;
}

export interface DropIndicator {
  readonly kind: 'drop-indicator';
  readonly indicator: string;
}
