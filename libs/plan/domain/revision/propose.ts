import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { PlanFacts } from '../node-faults.ts';
import type { AdoptedPlan, Plan } from '../plan.ts';
import type { PlanEvent, RevisionEvidence } from '../plan.events.ts';
import { inRevision, type PlanRejection } from '../plan.rejections.ts';
import type { OpenRecommendation } from './open-recommendation.ts';
import type { PlanRevision } from './plan-revision.ts';
import { readChange } from './read-change.ts';
import type { RevisionReason } from './revision.events.ts';
import { workIn, type Proposed } from './work-in.ts';

export interface Propose {
  /** By which lower rooms know the plan. */
  readonly plan: string;
  /** As it was handed in. */
  readonly change: unknown;
  readonly reason: RevisionReason;
  readonly text: string;
  readonly evidence?: readonly RevisionEvidence[];
}

export interface ProposeFacts extends PlanFacts {
  /** What is not there, or not for the asker to see: which of the two is not told. */
  readonly missingEvidence: readonly RevisionEvidence[];
  /** Those on a node that would be dropped without leading anywhere. */
  readonly openRecommendations: readonly OpenRecommendation[];
}

/** 改定案の提出: a change of the plan, why, and what that rests on. */
export function propose(command: Propose & Asked, plan: Plan, facts: ProposeFacts): Decision<PlanEvent, PlanRejection> {
  const found = inRevision(plan);
  if ('code' in found) return found;
  const { reason, text, evidence = [] } = command;
  const read = readChange(command.change, found.plan, (name) => command.newId(name));
  if ('faults' in read) return reject('proposal-faulty', { faults: read.faults });
  const proposed = { proposal: command.newId('proposal'), change: read.change, reason, text, evidence };
  const faults = changeFaults(proposed, found, facts);
  if (faults.length > 0) return reject('proposal-faulty', { faults });
  if (isBlank(text)) return reject('reason-missing');
  if (facts.missingEvidence.length > 0) return reject('evidence-missing', { evidence: facts.missingEvidence });
  const { openRecommendations: recommendations } = facts;
  if (recommendations.length > 0) return reject('recommendations-open', { recommendations });
  return accept({ type: 'ProposalMade', ...proposed });
}

/** A proposal must fit the plan as it is, or as it would be with the others that are open: which of them are taken is not known yet. */
function changeFaults(proposed: Proposed, { plan, open }: { readonly plan: AdoptedPlan; readonly open: PlanRevision }, facts: PlanFacts): readonly Fault[] {
  const others = [...open.proposals.values()].filter(({ outcome }) => outcome.kind === 'open');
  const alone = faultsAt(0, workIn([proposed], plan, facts).faults);
  const together = faultsAt(others.length, workIn([...others, proposed], plan, facts).faults);
  return together.length === 0 ? [] : alone;
}

function faultsAt(index: number, faults: readonly Fault[]): readonly Fault[] {
  const place = `proposals[${index}].`;
  return faults.filter(({ path }) => path.startsWith(place)).map(({ path, message }) => ({ path: path.slice(place.length), message }));
}
