import type { FiscalYear } from '../../../libs/kernel/fiscal-year.ts';
import type { DraftPlan } from '../../../libs/plan/domain/draft.ts';
import type { IndicatorDraft } from '../../../libs/plan/domain/indicator-drafts.ts';
import type { NodeDraft } from '../../../libs/plan/domain/node-drafts.ts';
import type { MeasureContent } from './content/policy.ts';
import { policies } from './content/policies.ts';

/** 五か年計画: of the three years that sheets are about, and the two after them. */
export const yearsOfPlan = 5;

/** The plan as the secretariat hands it in. */
export function planFrom(firstYear: FiscalYear): DraftPlan {
  return {
    name: { ja: 'みほん市基本計画', en: 'Mihon City Basic Plan' },
    firstYear,
    lastYear: firstYear + yearsOfPlan - 1,
    nodes: policies.flatMap(({ number, section, name, texts = {}, measures }) =>
      [{ number, section, name, texts, level: 'policy' }, ...measures.flatMap((measure) => measureNodes(measure, number))]),
    indicators: policies.flatMap(({ measures }) => measures.flatMap((measure) => indicatorsOf(measure, firstYear))),
  };
}

function measureNodes({ number, section, related = [], name, texts = {}, flags = [], projects }: MeasureContent, parent: string): NodeDraft[] {
  return [
    { number, parent, section, related, name, texts, flags, level: 'measure' },
    ...projects.map((project, index) =>
      ({ number: `${number}-${index + 1}`, parent: number, section, name: project.name, level: 'project' })),
  ];
}

function indicatorsOf({ number: node, indicators }: MeasureContent, firstYear: FiscalYear): IndicatorDraft[] {
  return indicators.map(({ name, class: indicatorClass, unit, kind, direction, source, formula, baseline, targets }, index) => ({
    node,
    number: String(index + 1),
    name,
    class: indicatorClass,
    unit,
    kind,
    direction,
    baseline: { year: firstYear - 1, value: baseline },
    targets: targets.map((value, later) => ({ year: firstYear + later, value })),
    ...(source !== undefined && { source }),
    ...(formula !== undefined && { formula }),
  }));
}
