import { planDecider, planStream, type AdoptedPlan } from '../libs/plan/domain/plan.ts';
import type { Indicator, RevisionEvidence } from '../libs/plan/domain/plan.events.ts';
import { openRevisionOf } from '../libs/plan/domain/revision/plan-revision.ts';
import {
  AbandonPlanRevision, AdoptPlanRevision, DeclineProposal, DiscussProposal, OpenPlanRevision, ProposeChange, WithdrawProposal,
} from '../libs/plan/revision-commands.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { FactReader } from '../libs/platform/commands/verb.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { askerAs, municipality } from './golden-year.new-office.papers.ts';
import { both } from './golden-year.scheme.ts';

const part = (number: string) => ({ number, section: 'promotion', name: both(`販路開拓${number}`, `New markets ${number}`) });

/** The second office revises its plan, and begins to revise it once more. The evidence is what both clerk and secretariat may see. */
export async function planIsRevised(deed: Deed, states: FactReader, evidence: readonly RevisionEvidence[]): Promise<void> {
  const [secretariat, clerk] = [askerAs('secretariat'), askerAs('clerk')];
  const plan = deriveUuid(origin, 'plan of the second office');
  const stream = planStream(municipality, plan);
  const stateOf = async () => (await states.fold(planDecider, stream)).state as AdoptedPlan;
  const { nodes, indicators } = await stateOf();
  const [policy, measure] = [...nodes.keys()] as [string, string];
  const [indicator] = [...indicators.values()] as [Indicator];

  await deed('open a revision', secretariat, OpenPlanRevision, stream, { reason: '中間年の見直しのため。' });
  const propose = async (name: string, change: object): Promise<string> => {
    await deed(name, clerk, ProposeChange, stream, { plan, change, reason: 'circumstances-changed', text: '社会情勢の変化を踏まえる。', evidence });
    return [...openRevisionOf(await stateOf())?.proposals.keys() ?? []].at(-1) as string;
  };
  const taken = [
    await propose('propose a target', { kind: 'change-target', indicator: indicator.id, year: 2026, value: '１６回（見込）' }),
    await propose('propose a name', { kind: 'rename-node', node: policy, name: both('活力ある産業と交流のまち', 'A town of industries and guests') }),
    await propose('propose to split', { kind: 'split-node', node: measure, into: [part('1-③'), { ...part('1-④'), indicators: [indicator.id] }] }),
  ];
  const declined = await propose('propose another number', { kind: 'rename-node', node: policy, number: '2' });
  const withdrawn = await propose('propose an owner', { kind: 'change-owner', node: measure, section: 'tourism' });
  await deed('discuss a proposal', secretariat, DiscussProposal, stream, { proposal: withdrawn, text: '所管課と調整すること。' });
  await deed('withdraw a proposal', clerk, WithdrawProposal, stream, { proposal: withdrawn, reason: '所管は変えない。' });
  await deed('decline a proposal', secretariat, DeclineProposal, stream, { proposal: declined, reason: '番号は変えない。' });
  await deed('adopt the revision', secretariat, AdoptPlanRevision, stream, { plan, fromYear: 2026, proposals: taken });
  await deed('open another revision', secretariat, OpenPlanRevision, stream, { reason: '制度の改正のため。' });
  await deed('abandon the revision', secretariat, AbandonPlanRevision, stream, { reason: '制度の改正が見送られたため。' });
}
