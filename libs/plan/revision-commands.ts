import { isRejected } from '../kernel/decision.ts';
import { commandOf, noFacts, type Circumstances } from '../platform/commands/verb.ts';
import { planDecider } from './domain/plan.ts';
import { inRevision } from './domain/plan.rejections.ts';
import { abandonRevision } from './domain/revision/abandon.ts';
import { adoptRevision, takenOf, type AdoptRevision as AdoptRevisionBody } from './domain/revision/adopt-revision.ts';
import { declineProposal } from './domain/revision/decline.ts';
import { discussProposal } from './domain/revision/discuss.ts';
import { openRevision } from './domain/revision/open-revision.ts';
import type { ProposedChange } from './domain/revision/proposed-change.ts';
import { propose, type Propose as ProposeBody } from './domain/revision/propose.ts';
import { readChange } from './domain/revision/read-change.ts';
import { withdrawProposal } from './domain/revision/withdraw.ts';
import { workIn } from './domain/revision/work-in.ts';
import { missingEvidence, planFacts } from './facts.ts';
import { OpenRecommendations, type OpenRecommendation } from './open-recommendations.ts';

interface Here {
  readonly municipality: string;
}

export const OpenPlanRevision = commandOf({ name: 'plan.open-revision', decider: planDecider, facts: noFacts, decide: openRevision });

export const ProposeChange = commandOf({
  name: 'plan.propose',
  decider: planDecider,
  async facts(reader, { municipality, plan: id, change: handedIn, evidence = [] }: ProposeBody & Here, plan, circumstances) {
    const found = inRevision(plan);
    if (isRejected(found)) return found;
    const read = readChange(handedIn, found.plan, (name) => name);
    const changes = 'change' in read ? [read.change] : [];
    const facts = await planFacts(reader, municipality, [...found.open.proposals.values()].map(({ change }) => change).concat(changes).flatMap(newNodesOf));
    if (isRejected(facts)) return facts;
    return {
      ...facts,
      missingEvidence: await missingEvidence(evidence, circumstances),
      openRecommendations: await openOn(id, changes.flatMap(leadingNowhere), circumstances),
    };
  },
  decide: propose,
});

export const DiscussProposal = commandOf({ name: 'plan.discuss-proposal', decider: planDecider, facts: noFacts, decide: discussProposal });

export const WithdrawProposal = commandOf({ name: 'plan.withdraw-proposal', decider: planDecider, facts: noFacts, decide: withdrawProposal });

export const DeclineProposal = commandOf({ name: 'plan.decline-proposal', decider: planDecider, facts: noFacts, decide: declineProposal });

export const AbandonPlanRevision = commandOf({ name: 'plan.abandon-revision', decider: planDecider, facts: noFacts, decide: abandonRevision });

export const AdoptPlanRevision = commandOf({
  name: 'plan.adopt-revision',
  decider: planDecider,
  async facts(reader, { municipality, plan: id, proposals }: AdoptRevisionBody & Here, plan, circumstances) {
    const found = inRevision(plan);
    if (isRejected(found)) return found;
    const taken = takenOf(found.open, proposals);
    const facts = await planFacts(reader, municipality, taken.flatMap(({ change }) => newNodesOf(change)));
    if (isRejected(facts)) return facts;
    return { ...facts, openRecommendations: await openOn(id, workIn(taken, found.plan, facts).lostNodes, circumstances) };
  },
  decide: adoptRevision,
});

/** Only what is new is judged by the upper plans. */
function newNodesOf(change: ProposedChange) {
  switch (change.kind) {
    case 'add-node': return [change.node];
    case 'merge-nodes': return change.newNode === undefined ? [] : [change.newNode];
    case 'split-node': return change.into.map(({ node }) => node);
    default: return [];
  }
}

function leadingNowhere(change: ProposedChange): readonly string[] {
  return change.kind === 'drop-node' && change.recommendationsTo === undefined ? [change.node] : [];
}

async function openOn(plan: string, nodes: readonly string[], { asker, lowerRooms }: Circumstances): Promise<readonly OpenRecommendation[]> {
  return nodes.length === 0 ? [] : lowerRooms.asked(OpenRecommendations).on(asker, plan, nodes);
}
