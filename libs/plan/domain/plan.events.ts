import type { EventCatalogue } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';

/** One part of a plan. Its id stays for ever; number, name and place may change with the plan. */
export interface PlanNode {
  readonly id: string;
  /** Absent at the top. */
  readonly parent?: string;
  readonly level: string;
  /** As the office numbers it: 「35」 「1-①」. */
  readonly number: string;
  readonly name: Label;
  readonly section: string;
}

export interface PlanAdopted {
  readonly type: 'PlanAdopted';
  readonly planVersion: number;
  readonly name: Label;
  readonly nodes: readonly PlanNode[];
  readonly schemeRevision: number;
  readonly municipalityRevision: number;
}

export type PlanEvent = PlanAdopted;

export const planCatalogue: EventCatalogue<PlanEvent> = {
  PlanAdopted: { version: 1 },
};
