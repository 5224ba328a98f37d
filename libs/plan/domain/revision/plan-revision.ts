import type { Instant } from '../../../kernel/clock.ts';
import type { Recorded } from '../../../kernel/decider.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { AdoptedPlan } from '../plan.ts';
import type { RevisionEvidence } from '../plan.events.ts';
import { afterEffect } from './effect.ts';
import { nextVersion } from './next-version.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { PlanRevised, RevisionEvent, RevisionReason } from './revision.events.ts';

/** 改定: its proposals, and what became of it. */
export interface PlanRevision extends Deed {
  /** The version that it revises. */
  readonly planVersion: number;
  readonly reason: string;
  /** Of the plan's stream, where it was opened. */
  readonly revision: number;
  /** By id, in the order in which they were made. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly outcome:
    | { readonly kind: 'open' }
    | { readonly kind: 'adopted'; readonly planVersion: number; readonly fromYear: FiscalYear } & Deed
    | { readonly kind: 'abandoned'; readonly reason: string } & Deed;
}

export interface Proposal extends Deed {
  readonly proposal: string;
  readonly change: ProposedChange;
  readonly reason: RevisionReason;
  readonly text: string;
  readonly evidence: readonly RevisionEvidence[];
  readonly remarks: readonly ({ readonly text: string } & Deed)[];
  readonly outcome:
    | { readonly kind: 'open' | 'taken' }
    | { readonly kind: 'withdrawn' | 'declined'; readonly reason: string } & Deed;
}

/** Who, and when. */
interface Deed {
  readonly by: string;
  readonly at: Instant;
}

/** The planRevision that is open, if one is. */
export function openRevisionOf({ planRevisions }: Pick<AdoptedPlan, 'planRevisions'>): PlanRevision | undefined {
  const last = planRevisions.at(-1);
  return last?.outcome.kind === 'open' ? last : undefined;
}

export function withRevision(plan: AdoptedPlan, event: RevisionEvent, recorded: Recorded): AdoptedPlan {
  const deed = { by: recorded.actor, at: recorded.recordedAt };
  if (event.type === 'RevisionOpened') {
    const { planVersion, reason } = event;
    const opened: PlanRevision = { planVersion, reason, ...deed, revision: recorded.revision, proposals: new Map(), outcome: { kind: 'open' } };
    return { ...plan, planRevisions: [...plan.planRevisions, opened] };
  }
  const open = openRevisionOf(plan);
  const withOpen = (changed: Partial<PlanRevision>): AdoptedPlan =>
    (open === undefined ? plan : { ...plan, planRevisions: [...plan.planRevisions.slice(0, -1), { ...open, ...changed }] });
  const withProposals = (ids: readonly string[], changed: (proposal: Proposal) => Proposal): PlanRevision['proposals'] =>
    new Map([...open?.proposals ?? []].map(([id, proposal]) => [id, ids.includes(id) ? changed(proposal) : proposal]));
  switch (event.type) {
    case 'RevisionAbandoned': return withOpen({ outcome: { kind: 'abandoned', reason: event.reason, ...deed } });
    case 'PlanRevised': {
      const { planVersion, fromYear } = event;
      const proposals = withProposals(event.proposals, (proposal) => ({ ...proposal, outcome: { kind: 'taken' } }));
      return revised(withOpen({ proposals, outcome: { kind: 'adopted', planVersion, fromYear, ...deed } }), event, recorded);
    }
    case 'ProposalMade': {
      const { proposal, change, reason, text, evidence } = event;
      const made: Proposal = { proposal, change, reason, text, evidence, ...deed, remarks: [], outcome: { kind: 'open' } };
      return withOpen({ proposals: new Map([...open?.proposals ?? [], [proposal, made]]) });
    }
    default: return withOpen({ proposals: withProposals([event.proposal], (proposal) => talkedOver(proposal, event, deed)) });
  }
}

function talkedOver(
  proposal: Proposal, event: Extract<RevisionEvent, { readonly type: 'ProposalDiscussed' | 'ProposalWithdrawn' | 'ProposalDeclined' }>, deed: Deed,
): Proposal {
  switch (event.type) {
    case 'ProposalDiscussed': return { ...proposal, remarks: [...proposal.remarks, { text: event.text, ...deed }] };
    case 'ProposalWithdrawn': return { ...proposal, outcome: { kind: 'withdrawn', reason: event.reason, ...deed } };
    case 'ProposalDeclined': return { ...proposal, outcome: { kind: 'declined', reason: event.reason, ...deed } };
  }
}

function revised(plan: AdoptedPlan, event: PlanRevised, recorded: Recorded): AdoptedPlan {
  const { planVersion, fromYear, lineage } = event;
  const { actor: by, recordedAt: at, revision } = recorded;
  const changes = event.targetChanges.map(({ indicator, year, old, new: value, reason, text, evidence }) =>
    ({ indicator, year, old, new: value, reason, text, evidence, by, at, revision }));
  return {
    ...plan,
    ...nextVersion(plan.versions, plan, afterEffect(plan, event), { planVersion, fromYear }, recorded),
    targetChanges: [...plan.targetChanges, ...changes],
    lineage: [...plan.lineage, ...lineage.map(({ kind, from, to }) => ({ kind, from, to }))],
  };
}
