import type { Asked } from '../../../kernel/asked.ts';
import { accept, type Decision } from '../../../kernel/decision.ts';
import type { SheetBody } from '../sheet.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';

/** What a conclusion recommends, as the event says that asks for its adoption. */
export interface AdoptRecommendation {
  readonly sheet: string;
  /** Of the sheet, which names the committee. */
  readonly stage: string;
  readonly number: number;
  readonly text: string;
  readonly meeting: string;
  /** Of the conclusion, on the sheet's stream. */
  readonly sheetRevision: number;
}

/** Whose the sheet is, and before which committee it was. */
export interface AdoptFacts extends Pick<SheetBody, 'year' | 'plan' | 'node' | 'section' | 'department'> {
  readonly committee: string;
}

/**
 * A recommendation begins with its conclusion. It is never refused: the conclusion stands in the log, and one that was
 * undone meanwhile is withdrawn because of that. Of two conclusions the later one holds.
 */
export function adopt(
  { sheet, number, text, meeting, sheetRevision }: AdoptRecommendation & Asked, recommendation: Recommendation, facts: AdoptFacts,
): Decision<RecommendationEvent, never> {
  if (recommendation.phase !== 'absent' && sheetRevision <= (recommendation.sheetRevision ?? 0)) return accept();
  const { year, committee, section, department, plan, node } = facts;
  return accept({
    type: 'RecommendationAdopted', year, committee, number, text, meeting, section, department, sheet, plan, node, sheetRevision,
  });
}
