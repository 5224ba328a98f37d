import { reject } from '../../kernel/decision.ts';
import { queryOf, type Answering } from '../../platform/reads/question.ts';
import { compareVersions, type Compared } from '../domain/compare-versions.ts';
import type { Indicator, PlanNode } from '../domain/plan.events.ts';
import { reasonsBetween, type Because } from '../domain/revision/reasons-between.ts';
import { evidenceSeenBy } from './evidence-seen.ts';
import { versionShown, visibleAdoptedPlan, type WhichPlan } from './visible-plan.ts';

interface WhichVersions {
  readonly from: string;
  readonly to: string;
}

/** 新旧対照表: two versions as they were adopted, and why the later one says another thing. */
export const ComparePlanVersions = queryOf({
  name: 'plan.compare-versions',
  async answer({ plan: id, from, to }: WhichPlan & WhichVersions, answering) {
    const plan = await visibleAdoptedPlan(id, answering);
    if ('code' in plan) return plan;
    const [before, after] = [from, to].map((number) => plan.versions.find(({ planVersion }) => String(planVersion) === number));
    if (before === undefined || after === undefined) return reject('unknown');
    if (before.planVersion > after.planVersion) return reject('versions-out-of-order');
    const because = reasonsShown(reasonsBetween(plan, before, after), answering);
    const { nodes, indicators } = compareVersions(before, after, plan.lineage);
    return {
      plan: id,
      from: versionShown(before, answering),
      to: versionShown(after, answering),
      nodes: await Promise.all(nodes.map(async (one) => ({ ...rowShown(one), because: await because(one.id) }))),
      indicators: await Promise.all(indicators.map(async (one) =>
        ({ ...rowShown(one), node: (one.after ?? one.before)?.node, targets: one.targets, because: await because(one.id) }))),
    };
  },
});

/** What stays as it was is told by its number and name alone. */
function rowShown({ id, status, before, after, from, into, changes }: Compared<PlanNode | Indicator>) {
  const named = after ?? before;
  return {
    id, status, number: named?.number, name: named?.name, from, into, changes,
    ...(before === undefined && { after }), ...(after === undefined && { before }),
  };
}

function reasonsShown(because: ReadonlyMap<string, readonly Because[]>, answering: Answering) {
  const seen = evidenceSeenBy(answering);
  return (id: string) => Promise.all((because.get(id) ?? []).map(async (one) => ({ ...one, ...await seen(one.evidence) })));
}
