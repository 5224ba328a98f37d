import { sameValue } from '../targets.ts';
import { indicatorNumberFaults, missing, type Judge } from './judged.ts';
import type { AddIndicator, ChangeTarget, DropIndicator, ReplaceIndicator } from './proposed-change.ts';
import type { RevisedTarget } from './revision.events.ts';

/** The new target comes with the reason of the proposal that changes it. */
export function targetChanged({ proposal, reason, text, evidence }: Pick<RevisedTarget, 'proposal' | 'reason' | 'text' | 'evidence'>): Judge<ChangeTarget> {
  return ({ indicator, year, value }, plan) => {
    const { firstYear, lastYear, indicators, targetChanges } = plan;
    const old = indicators.get(indicator)?.targets.find((target) => target.year === year)?.value ?? null;
    const unknown = missing(plan, 'indicators', indicator, 'indicator');
    const change: RevisedTarget = { proposal, indicator, year, old, new: value, reason, text, evidence };
    return {
      faults: unknown.length > 0 ? unknown : [
        ...(year < firstYear || year > lastYear ? [{ path: 'year', message: `the plan runs from ${firstYear} to ${lastYear}` }] : []),
        ...(sameValue(old, value) ? [{ path: 'value', message: 'is the target already' }] : []),
        ...(targetChanges.some((one) => one.indicator === indicator && one.year === year)
          ? [{ path: 'year', message: `the target of ${year} is changed by another proposal` }] : []),
      ],
      effect: () => ({ targetChanges: [change] }),
    };
  };
}

export const indicatorAdded: Judge<AddIndicator> = ({ indicator }, plan) => ({
  faults: [
    ...missing(plan, 'nodes', indicator.node, 'indicator.node'),
    ...indicatorNumberFaults(plan, indicator, 'indicator.number'),
  ],
  effect: () => ({ indicatorsPut: [indicator] }),
});

export const indicatorReplaced: Judge<ReplaceIndicator> = ({ indicator, replacement }, plan) => ({
  faults: [
    ...missing(plan, 'indicators', indicator, 'indicator'),
    ...missing(plan, 'nodes', replacement.node, 'replacement.node'),
    ...indicatorNumberFaults(plan, replacement, 'replacement.number', indicator),
  ],
  effect: () => ({
    indicatorsDropped: [indicator], indicatorsPut: [replacement], lineage: [{ kind: 'replaced', from: indicator, to: [replacement.id] }],
  }),
});

export const indicatorDropped: Judge<DropIndicator> = ({ indicator }, plan) => ({
  faults: missing(plan, 'indicators', indicator, 'indicator'),
  effect: () => ({ indicatorsDropped: [indicator] }),
});
