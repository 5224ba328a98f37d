import type { Asked } from '../../kernel/asked.ts';
import { isBlank } from '../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import { typedValue } from '../../kernel/value-parse.ts';
import type { Plan } from './plan.ts';
import type { Evidence, PlanEvent, TargetReason } from './plan.events.ts';
import { onceAdopted, type PlanRejection } from './plan.rejections.ts';
import { sameValue } from './targets.ts';

export interface ChangeTarget {
  readonly indicator: string;
  readonly year: FiscalYear;
  /** As typed. */
  readonly value: string;
  readonly reason: TargetReason;
  readonly text: string;
  readonly evidence?: readonly Evidence[];
}

/** What of the evidence is not there, or not for the asker to see: which of the two is not told. */
export interface ChangeTargetFacts {
  readonly missingEvidence: readonly Evidence[];
}

/** 目標値の変更: never without a reason, and the old target is never lost. */
export function changeTarget(
  command: ChangeTarget & Asked, plan: Plan, { missingEvidence }: ChangeTargetFacts,
): Decision<PlanEvent, PlanRejection> {
  const adopted = onceAdopted(plan);
  if ('code' in adopted) return adopted;
  const { indicator, year, value: typed, reason, text, evidence = [] } = command;
  const { firstYear, lastYear, indicators } = adopted;
  const targets = indicators.get(indicator)?.targets;
  if (targets === undefined) return reject('unknown');
  if (year < firstYear || year > lastYear) return reject('target-year-outside', { firstYear, lastYear });
  if (isBlank(typed)) return reject('target-value-missing');
  const old = targets.find((target) => target.year === year)?.value ?? null;
  const value = typedValue(typed);
  if (sameValue(old, value)) return accept();
  if (isBlank(text)) return reject('target-reason-missing');
  if (missingEvidence.length > 0) return reject('evidence-missing', { evidence: missingEvidence });
  return accept({
    type: 'TargetChanged', indicator, year, old, new: value, reason, text,
    evidence: evidence.map(({ sheet, revision }) => ({ sheet, revision })),
  });
}
