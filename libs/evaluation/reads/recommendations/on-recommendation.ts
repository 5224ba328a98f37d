import type { EventHeader } from '../../../event-store/event-store.ts';
import type { Project, Row, Rows, Table } from '../../../platform/reads/read-model.ts';
import { recommendationDecider, type AdoptedRecommendation } from '../../domain/recommendations/recommendation.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';

/** A row that keeps a recommendation from one event to the next. */
export type KeptRecommendation = Row & {
  readonly stream: string;
  /** The recommendation, as JSON: it is folded as everywhere else. */
  readonly recommendation: string;
};

/** What a model does when something happened to a recommendation; it keeps what it is given in its own table. */
export type OnRecommendation = (rows: Rows, after: AdoptedRecommendation, header: EventHeader) => void;

/** For models whose rows follow from how recommendations stand. */
export function onEveryRecommendation<Kept extends KeptRecommendation>(
  table: Table<Kept>, project: OnRecommendation,
): Readonly<Record<RecommendationEvent['type'], Project<RecommendationEvent>>> {
  const onEvent: Project<RecommendationEvent> = (rows, event, header) => {
    const before = rows.get(table, header.stream);
    const after = recommendationDecider.evolve(before === undefined ? recommendationDecider.initial : recommendationOf(before), event, header);
    if (after.phase !== 'absent') project(rows, after, header);
  };
  return Object.fromEntries(Object.keys(recommendationDecider.catalogue).map((type) => [type, onEvent])) as
    Record<RecommendationEvent['type'], Project<RecommendationEvent>>;
}

export function recommendationOf({ recommendation }: Pick<KeptRecommendation, 'recommendation'>): AdoptedRecommendation {
  return JSON.parse(recommendation) as AdoptedRecommendation;
}
