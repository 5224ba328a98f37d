import { reject } from '../../../kernel/decision.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import { stepNow, undecided } from '../../domain/approval-line/line.ts';
import type { Round } from '../../domain/approval-line/round.ts';
import { recommendationDecider, recommendationStream, type AdoptedRecommendation } from '../../domain/recommendations/recommendation.ts';
import { placeOfRecommendation } from '../../recommendation-facts.ts';
import { nodesFor } from '../nodes.ts';
import { personShown } from '../one-sheet/visible-sheet.ts';

export interface WhichRecommendation {
  readonly recommendation: string;
}

/** One recommendation as the asker may see it: what was answered and approved, what came of it, and everything that happened to it. */
export const ReadRecommendation = queryOf({
  name: 'evaluation.read-recommendation',
  async answer({ recommendation: id }: WhichRecommendation, answering) {
    const { asker, states, may, events, seen } = answering;
    const stream = recommendationStream(asker.municipality, id);
    const { state } = await states.fold(recommendationDecider, stream);
    if (state.phase === 'absent') return reject('unknown');
    const place = placeOfRecommendation(state);
    const recommendation = may(place) ? await seen(recommendationDecider, stream, place) : recommendationDecider.initial;
    if (recommendation.phase === 'absent') return reject('not-allowed');
    const { revision, year, number, text, committee, meeting, section, department, sheet, plan, node, sheetRevision } = recommendation;
    const told = await events(recommendationDecider, stream, place);
    return {
      id, revision, year, number, text, committee, meeting, section, department, sheet, sheetRevision,
      general: sheet === undefined,
      node: plan === undefined || node === undefined ? undefined : (await nodesFor([{ plan }], answering)).shown({ plan, node }),
      ...answered(recommendation, answering),
      history: told.map(({ event, header }) => {
        const { type, $salt: _salt, ...members } = event as typeof event & { $salt?: string };
        const { revision: at, recordedAt, actor, appointment } = header;
        return { revision: at, type, at: recordedAt, by: personShown(actor, answering), appointment, ...members };
      }),
    };
  },
});

/** How far its response has come, who decided and who is to, and what came of it. */
function answered(recommendation: AdoptedRecommendation, answering: Answering) {
  const person = (id: string) => personShown(id, answering);
  const { phase, response, sentBack, results } = recommendation;
  const round = 'round' in recommendation ? recommendation.round : undefined;
  return {
    phase,
    response: response && { ...response, by: person(response.by) },
    sentBack: sentBack.map(({ by, ...sending }) => ({ ...sending, by: person(by) })),
    line: round?.line ?? [],
    approvals: (round?.approvals ?? []).map(({ by, ...approval }) => ({ ...approval, by: person(by) })),
    turn: phase === 'on-line' ? turnOf(recommendation.round) : undefined,
    results: results.map(({ by, ...result }) => ({ ...result, by: person(by) })),
    ...(phase === 'closed' && { closedFor: recommendation.closedFor, closedAt: recommendation.closedAt }),
    ...(phase === 'withdrawn' && { withdrawnFor: recommendation.withdrawnFor }),
  };
}

function turnOf(round: Round) {
  const step = stepNow(round);
  return { step: step.step, parties: undecided(step, round.approvals).map(({ section, posts }) => ({ section, posts })) };
}
