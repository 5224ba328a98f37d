import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { recommendationDecider, recommendationIn, recommendationStream, type AdoptedRecommendation } from '../../domain/recommendations/recommendation.ts';
import type { RecommendationPhase } from '../../domain/recommendations/recommendation-life.ts';
import { nodesFor } from '../nodes.ts';
import { placeOfRow, recommendationsModel, type RecommendationRow } from './recommendations.model.ts';

export interface ListRecommendationsAsked {
  readonly year?: number;
  readonly committee?: string;
  readonly section?: string;
  readonly node?: string;
  readonly phase?: Exclude<RecommendationPhase, 'absent'>;
  /** Whether it belongs to no sheet. */
  readonly general?: boolean;
  /** The last one of the page before this one. */
  readonly after?: string;
  readonly limit: number;
}

/** The recommendations that the asker may see, each as he may see it: newest year first, a page at a time. */
export const ListRecommendations = queryOf({
  name: 'evaluation.list-recommendations',
  model: recommendationsModel,
  async answer(asked: ListRecommendationsAsked, answering, model) {
    const found: (readonly [id: string, AdoptedRecommendation])[] = [];
    for (const row of rowsFor(asked, answering, model)) {
      if (found.length > asked.limit) break;
      const seen = await asSeen(row, answering);
      if (seen !== undefined && (asked.phase ?? seen.phase) === seen.phase) found.push([recommendationIn(row.municipality, row.stream), seen]);
    }
    const shown = found.slice(0, asked.limit);
    const last = shown.at(-1);
    const nodes = await nodesFor(shown.flatMap(([, { plan }]) => (plan === undefined ? [] : [{ plan }])), answering);
    return {
      recommendations: shown.map(([id, { year, number, text, committee, section, department, sheet, plan, node, phase, response }]) => ({
        id, year, number, text, committee, section, department, phase,
        general: sheet === undefined,
        sheet,
        node: plan === undefined || node === undefined ? undefined : nodes.shown({ plan, node }),
        policy: response?.policy,
      })),
      ...(found.length > asked.limit && last !== undefined && { cursor: last[0] }),
    };
  },
});

/** To the committee a response on its line is one that is still written: what is asked for by phase is looked for in both. */
function rowsFor(
  { year, committee, section, node, phase, general, after }: ListRecommendationsAsked, { asker: { municipality }, may }: Answering, model: ModelReader,
): readonly RecommendationRow[] {
  return model.all<RecommendationRow>(
    `SELECT * FROM recommendations WHERE municipality = @municipality
     AND (@after IS NULL OR place > (SELECT place FROM recommendations WHERE stream = @after))
     AND (@year IS NULL OR year = @year) AND (@committee IS NULL OR committee = @committee) AND (@section IS NULL OR section = @section)
     AND (@node IS NULL OR node = @node) AND (@general IS NULL OR (node IS NULL) = @general)
     AND (@phase IS NULL OR phase = @phase OR (@phase = 'answering' AND phase = 'on-line')) ORDER BY place`,
    {
      municipality, after: after === undefined ? null : recommendationStream(municipality, after), year: year ?? null, committee: committee ?? null,
      section: section ?? null, node: node ?? null, phase: phase ?? null, general: general === undefined ? null : Number(general),
    }).filter((row) => may(placeOfRow(row)));
}

async function asSeen(row: RecommendationRow, { seen }: Answering): Promise<AdoptedRecommendation | undefined> {
  const recommendation = await seen(recommendationDecider, row.stream, placeOfRow(row));
  return recommendation.phase === 'absent' ? undefined : recommendation;
}
