import { sheetId, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import type { FiscalYear } from '../../../libs/kernel/fiscal-year.ts';
import { planDecider, type PlanContents } from '../../../libs/plan/domain/plan.ts';
import type { RevisionEvidence } from '../../../libs/plan/domain/plan.events.ts';
import type { PlanRevision, Proposal } from '../../../libs/plan/domain/revision/plan-revision.ts';
import { AdoptPlanRevision, DeclineProposal, DiscussProposal, OpenPlanRevision, ProposeChange } from '../../../libs/plan/revision-commands.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import { proposals, whyRevised, type ProposalContent } from './content/plan-revision.ts';
import { openDay, timeOn } from './days.ts';
import { deed, type Deeds, type Doing } from './deeds.ts';
import { municipality, ofPlan, planId } from './office.ts';
import { conclusionOf } from './stage-course.ts';
import { revision, type DemonstrationYear } from './year.ts';

/** 改定 between the last year and the one that runs, from which on it holds. */
export function planRevision(plan: PlanContents, last: DemonstrationYear): readonly Doing[] {
  const course = new RevisionCourse(plan, last);
  return [
    course.done(revision.opened, '10:00', 'opened', 'secretariat', OpenPlanRevision, { reason: whyRevised }),
    ...proposals.flatMap((proposal, place) => course.proposal(proposal, place)),
    course.done(revision.adopted, '16:00', 'adopted', 'secretariat', AdoptPlanRevision, async (deeds) => ({
      plan: planId, fromYear: last.year + 1,
      proposals: (await proposed(deeds)).filter(({ outcome }) => outcome.kind !== 'declined').map((one) => one.proposal),
    })),
  ];
}

class RevisionCourse {
  constructor(private readonly plan: PlanContents, private readonly last: DemonstrationYear) {}

  proposal(content: ProposalContent, place: number): readonly Doing[] {
    const { by, reason, text, remark, declinedFor } = content;
    const time = `1${place}:15`;
    const of = async (deeds: Deeds) => ({ proposal: (await proposed(deeds))[place]?.proposal ?? '' });
    return [
      this.done(revision.proposed, time, `proposal ${place}`, by, ProposeChange, async (deeds) =>
        ({ plan: planId, change: this.#changeOf(content), reason, text, evidence: await this.#evidence(content, deeds) })),
      ...(remark === undefined ? [] : [
        this.done(revision.discussed, time, `remark on ${place}`, remark.by, DiscussProposal, async (deeds) => ({ ...await of(deeds), text: remark.text })),
      ]),
      ...(declinedFor === undefined ? [] : [
        this.done(revision.declined, time, `decline ${place}`, 'secretariat', DeclineProposal, async (deeds) => ({ ...await of(deeds), reason: declinedFor })),
      ]),
    ];
  }

  done<Body extends object>(
    day: number, time: string, name: string, by: string, command: CommandClass<Body>, body: Body | ((deeds: Deeds) => Promise<Body>),
  ): Doing {
    return deed({ at: timeOn(openDay(this.last.openedOn, day), time), name: `plan revision ${name}`, by, command, stream: ofPlan, body });
  }

  #changeOf(content: ProposalContent): object {
    const { kind, number } = content;
    const node = this.#node(number);
    switch (kind) {
      case 'change-target':
        return { kind, indicator: this.#indicator(node, content.indicator), year: this.#yearOfPlan(content.yearOfPlan), value: content.value };
      case 'add-node': {
        const { section = '' } = this.plan.nodes.get(node) ?? {};
        return { kind, node: { parent: node, level: 'project', number: content.newNumber, section, name: content.name } };
      }
      case 'rename-node': return { kind, node, name: content.name };
      case 'replace-indicator': {
        const { indicator, yearOfPlan, targets, replacement } = content;
        return {
          kind, indicator: this.#indicator(node, indicator),
          replacement: { node, number: indicator, ...replacement, targets: targets.map((value, later) => ({ year: this.#yearOfPlan(yearOfPlan + later), value })) },
        };
      }
    }
  }

  async #evidence({ restsOn: { sheets = [], recommendations = [] } }: ProposalContent, deeds: Deeds): Promise<readonly RevisionEvidence[]> {
    const evidence: RevisionEvidence[] = [];
    for (const number of sheets) {
      const sheet = sheetId(this.last.year, this.#node(number));
      evidence.push({ sheet, revision: (await deeds.sheet(sheetStream(municipality, sheet))).revision });
    }
    for (const { number, place } of recommendations) {
      const conclusion = await conclusionOf(deeds, sheetStream(municipality, sheetId(this.last.year, this.#node(number))));
      evidence.push({ recommendation: conclusion?.recommendations[place]?.recommendation ?? '' });
    }
    return evidence;
  }

  #node(number: string): string {
    return [...this.plan.nodes.values()].find((one) => one.number === number)?.id ?? '';
  }

  #indicator(node: string, number: string): string {
    return [...this.plan.indicators.values()].find((one) => one.node === node && one.number === number)?.id ?? '';
  }

  #yearOfPlan(later: number): FiscalYear {
    return this.plan.firstYear + later;
  }
}

/** Those of the only planRevision, in the order in which they were made. */
async function proposed(deeds: Deeds): Promise<readonly Proposal[]> {
  const plan = await deeds.state(planDecider, ofPlan);
  const found: PlanRevision | undefined = plan.phase === 'adopted' ? plan.planRevisions[0] : undefined;
  return [...found?.proposals.values() ?? []];
}
