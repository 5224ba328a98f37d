import type { BelongsTo } from '../../../platform/access/access-table.ts';
import { readModel, type Table } from '../../../platform/reads/read-model.ts';
import type { AdoptedRecommendation } from '../../domain/recommendations/recommendation.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import type { RecommendationPhase } from '../../domain/recommendations/recommendation-life.ts';
import { placeOfRecommendation } from '../../recommendation-facts.ts';
import { onEveryRecommendation, recommendationOf, type KeptRecommendation } from './on-recommendation.ts';

/** One line of the list of recommendations. Where it belongs is here; who may see it, and how much of it, follows from that. */
export type RecommendationRow = KeptRecommendation & {
  readonly municipality: string;
  /** Newest year first, and then as they were concluded together: unlike any other. */
  readonly place: string;
  readonly year: number;
  readonly committee: string;
  readonly section: string;
  /** null of a general one. */
  readonly node: string | null;
  readonly phase: RecommendationPhase;
};

const recommendations: Table<RecommendationRow> = {
  name: 'recommendations',
  key: 'stream',
  columns: {
    stream: 'text', municipality: 'text', place: 'text', year: 'integer', committee: 'text', section: 'text', node: 'text', phase: 'text',
    recommendation: 'text',
  },
  indexes: [['municipality', 'place'], ['municipality', 'year', 'place'], ['municipality', 'node', 'place']],
};

export const recommendationsModel = readModel<RecommendationEvent>({
  name: 'recommendations',
  version: 1,
  tables: [recommendations],
  on: onEveryRecommendation(recommendations, (rows, recommendation, { stream, municipality }) => {
    const { year, committee, section, node, phase } = recommendation;
    rows.put(recommendations, {
      stream, municipality, place: placeInList(recommendation, stream), year, committee, section, node: node ?? null, phase,
      recommendation: JSON.stringify(recommendation),
    });
  }),
});

/** What a row belongs to. */
export function placeOfRow(row: Pick<RecommendationRow, 'recommendation'>): BelongsTo {
  return placeOfRecommendation(recommendationOf(row));
}

const latestYear = 9999;

function placeInList({ year, committee, sheet = '', number = 0 }: AdoptedRecommendation, stream: string): string {
  return [String(latestYear - year).padStart(4, '0'), committee, sheet, String(number).padStart(6, '0'), stream].join(' ');
}
