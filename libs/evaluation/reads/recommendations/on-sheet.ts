import { fiscalYearAt } from '../../../kernel/fiscal-year.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import { recommendationDecider, recommendationStream, type AdoptedRecommendation } from '../../domain/recommendations/recommendation.ts';
import { toldRecommendation } from '../../domain/recommendations/seen-response.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import { concludedRecommendations } from '../../domain/stage-work.ts';
import { recommendedOn } from '../../open-recommendations.ts';
import { placeOfRecommendation } from '../../recommendation-facts.ts';
import { isOfCommittee } from '../../recommendation-seeing.ts';

type OnSheet = Pick<OpenedSheet, 'year' | 'plan' | 'node' | 'works'>;

/**
 * The recommendations that stand on a sheet, oldest year first: those of earlier years on its node, or on what it came
 * from, that were open when its year began, and those of its own conclusions.
 */
export async function recommendationsOn(sheet: OnSheet, answering: Answering) {
  const { asker: { municipality }, states } = answering;
  const { plan, node, year, works } = sheet;
  const earlier = await recommendedOn(states, municipality, { plan, node, year });
  const shown = await Promise.all([...earlier, ...concludedRecommendations(works)].map(async ({ recommendation: id }) => {
    const { state } = await states.fold(recommendationDecider, recommendationStream(municipality, id));
    if (state.phase === 'absent' || !isOnSheetOf(year, state)) return [];
    const seen = await asSeen(id, state, answering);
    if (seen === undefined) return [];
    const { response, ...standing } = seen;
    return [{
      id, year: state.year, number: state.number, text: state.text, ...standing, response: response && { policy: response.policy, text: response.text },
      results: state.results.map(({ by: _by, ...result }) => result),
    }];
  }));
  return shown.flat().toSorted((one, other) => one.year - other.year);
}

/** Until the end of the year in which it was closed. */
function isOnSheetOf(year: number, recommendation: AdoptedRecommendation): boolean {
  if (recommendation.phase === 'closed') return fiscalYearAt(recommendation.closedAt) >= year;
  return recommendation.phase !== 'withdrawn';
}

/** A node may have come to another section since: there the office is told what everybody is, and another committee nothing. */
async function asSeen(
  id: string, recommendation: AdoptedRecommendation, { asker, seen }: Answering,
): Promise<Pick<AdoptedRecommendation, 'phase' | 'response'> | undefined> {
  const { phase, ...own } = await seen(recommendationDecider, recommendationStream(asker.municipality, id), placeOfRecommendation(recommendation));
  if (phase !== 'absent') return { phase, ...('response' in own && own.response !== undefined && { response: own.response }) };
  if (isOfCommittee(asker.role)) return undefined;
  const { phase: told, response } = toldRecommendation(recommendation);
  return { phase: told, ...(response !== undefined && { response }) };
}
