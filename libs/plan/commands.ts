import { commandOf, noFacts } from '../platform/commands/verb.ts';
import { adopt, type AdoptPlan as AdoptPlanBody } from './domain/adopt.ts';
import { changeTarget, type ChangeTarget as ChangeTargetBody, type ChangeTargetFacts } from './domain/change-target.ts';
import { draft, type DraftPlan as DraftPlanBody } from './domain/draft.ts';
import { draftIndicators } from './domain/draft-indicators.ts';
import { draftNodes, type DraftNodes as DraftNodesBody } from './domain/draft-nodes.ts';
import { planDecider } from './domain/plan.ts';
import { prune } from './domain/prune.ts';
import { missingEvidence, planFacts } from './facts.ts';

interface Here {
  readonly municipality: string;
}

export const DraftPlan = commandOf({
  name: 'plan.draft',
  decider: planDecider,
  opens: true,
  facts: (reader, { municipality, nodes = [] }: DraftPlanBody & Here) => planFacts(reader, municipality, nodes),
  decide: draft,
});

export const DraftNodes = commandOf({
  name: 'plan.draft-nodes',
  decider: planDecider,
  facts: (reader, { municipality, nodes }: DraftNodesBody & Here) => planFacts(reader, municipality, nodes),
  decide: draftNodes,
});

export const DraftIndicators = commandOf({ name: 'plan.draft-indicators', decider: planDecider, facts: noFacts, decide: draftIndicators });

export const PrunePlan = commandOf({ name: 'plan.prune', decider: planDecider, facts: noFacts, decide: prune });

export const AdoptPlan = commandOf({
  name: 'plan.adopt',
  decider: planDecider,
  facts: (reader, { municipality }: AdoptPlanBody & Here, plan) =>
    planFacts(reader, municipality, plan.phase === 'draft' ? [...plan.nodes.values()] : []),
  decide: adopt,
});

export const ChangeTarget = commandOf({
  name: 'plan.change-target',
  decider: planDecider,
  async facts(_reader, { evidence = [] }: ChangeTargetBody & Here, _plan, circumstances): Promise<ChangeTargetFacts> {
    return { missingEvidence: await missingEvidence(evidence.map(({ sheet, revision }) => ({ sheet, revision })), circumstances) };
  },
  decide: changeTarget,
});
