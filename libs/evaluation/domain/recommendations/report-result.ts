import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Decimal } from '../../../kernel/value.ts';
import { typedValue } from '../../../kernel/value-parse.ts';
import { moneyInYen } from '../content/money.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface ReportResult {
  readonly year: FiscalYear;
  readonly text: string;
  /** As typed: a bare figure is one of thousands of yen. */
  readonly amount?: string;
  readonly planVersion?: number;
}

export interface ReportResultFacts {
  /** The versions that the plan has; none of a general recommendation. */
  readonly planVersions: readonly number[];
}

/** 反映結果: what came of it in a year, reported as often as something comes of it. */
export function reportResult(
  { year, text, amount: typed, planVersion }: ReportResult & Asked, recommendation: Recommendation, { planVersions }: ReportResultFacts,
): Decision<RecommendationEvent, RecommendationRejection> {
  const answered = inPhaseFor(recommendation, 'report-result');
  if (isRejected(answered)) return answered;
  const amount = typed === undefined ? undefined : yenOf(typed);
  const wrong = [
    ...(year < answered.year ? ['year'] : []),
    ...(typed !== undefined && amount === undefined ? ['amount'] : []),
    ...(planVersion !== undefined && !planVersions.includes(planVersion) ? ['planVersion'] : []),
  ];
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  if (isBlank(text)) return reject('text-missing');
  return accept({
    type: 'ResultReported', year, text, ...(amount !== undefined && { amount }), ...(planVersion !== undefined && { planVersion }),
  });
}

/** A plain amount of money, and nothing else. */
function yenOf(typed: string): Decimal | undefined {
  const { understood } = moneyInYen(typedValue(typed));
  if (understood.kind !== 'amount' || understood.unit !== '円') return undefined;
  return understood.qualifiers === undefined && understood.per === undefined && understood.note === undefined ? understood.amount : undefined;
}
