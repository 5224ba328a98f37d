import type { Decider, Recorded } from '../../../kernel/decider.ts';
import { streamName } from '../../../kernel/stream-name.ts';
import { advanced, roundOf, type Round } from '../approval-line/round.ts';
import { postsOn } from '../sheet-decisions.ts';
import {
  recommendationCatalogue, type RecommendationAdopted, type RecommendationEvent, type ResponsePolicy, type ResponseSubmitted, type ResultReported,
} from './recommendation.events.ts';

/** A recommendation stands in one phase; it is on a line only while and after its response is decided on. */
export type Recommendation = { readonly phase: 'absent' } | AdoptedRecommendation;

export type AdoptedRecommendation =
  | AnsweringRecommendation | OnLineRecommendation | AnsweredRecommendation | ClosedRecommendation | WithdrawnRecommendation;

/** What every recommendation has from its adoption on. */
export interface RecommendationBody extends Omit<RecommendationAdopted, 'type'> {
  readonly revision: number;
  /** The last one at which something changed that is decided on: who approves must have seen it. */
  readonly changedRevision: number;
  /** As it was written last; it stays when the recommendation is adopted again. */
  readonly response?: Response;
  /** The posts of the line on which it was decided last: they go on seeing it. */
  readonly linePosts: readonly string[];
  /** Every reason for which a response was ever sent back, oldest first. */
  readonly sentBack: readonly ResponseSending[];
  /** What was reported of it, oldest first. */
  readonly results: readonly ReportedResult[];
}

export interface AnsweringRecommendation extends RecommendationBody {
  readonly phase: 'answering';
}

export interface OnLineRecommendation extends RecommendationBody {
  readonly phase: 'on-line';
  readonly round: Round;
}

export interface AnsweredRecommendation extends RecommendationBody {
  readonly phase: 'answered';
  readonly round: Round;
}

export interface ClosedRecommendation extends RecommendationBody {
  readonly phase: 'closed';
  readonly round: Round;
  readonly closedFor: string;
  readonly closedAt: string;
}

/** There is no such conclusion any more. */
export interface WithdrawnRecommendation extends RecommendationBody {
  readonly phase: 'withdrawn';
  readonly withdrawnFor: string;
}

export interface Response {
  readonly policy: ResponsePolicy;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

export interface ResponseSending {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface ReportedResult extends Omit<ResultReported, 'type'> {
  readonly by: string;
  readonly at: string;
}

export const recommendationDecider: Decider<Recommendation, RecommendationEvent> = {
  category: 'recommendation',
  initial: { phase: 'absent' },
  catalogue: recommendationCatalogue,
  evolve(recommendation, event, recorded) {
    if (event.type === 'RecommendationAdopted') return adopted(recommendation, event, recorded);
    if (recommendation.phase === 'absent') throw new Error(`${event.type} on a recommendation that was never adopted`);
    return { ...evolved(recommendation, event, recorded), revision: recorded.revision };
  },
};

function evolved(
  recommendation: AdoptedRecommendation, event: Exclude<RecommendationEvent, RecommendationAdopted>, recorded: Recorded,
): AdoptedRecommendation {
  const { actor: by, recordedAt: at, revision } = recorded;
  const body = bodyOf(recommendation);
  const changed = { ...body, changedRevision: revision };
  switch (event.type) {
    case 'RecommendationWithdrawn': return { ...body, phase: 'withdrawn', withdrawnFor: event.reason };
    case 'ResponseWritten':
      return { ...changed, phase: 'answering', response: { policy: event.policy, text: event.text, by, at, revision } };
    case 'ResponseSubmitted': return { ...changed, phase: 'on-line', ...onLine(event) };
    case 'ResponseApproved': {
      const round = advanced(roundIn(recommendation), event, recorded);
      return { ...body, phase: event.completes ? 'answered' : 'on-line', round };
    }
    case 'ResponseSentBack': return { ...changed, phase: 'answering', sentBack: [...body.sentBack, { reason: event.reason, by, at }] };
    case 'ResultReported': return { ...recommendation, results: [...body.results, { ...resultOf(event), by, at }] };
    case 'RecommendationClosed':
      return { ...body, phase: 'closed', round: roundIn(recommendation), closedFor: event.reason, closedAt: at };
    case 'RecommendationReopened': return { ...body, phase: 'answered', round: roundIn(recommendation) };
  }
}

/** Adopted again, it is to be answered again: what was written and reported of it before stays. */
function adopted(before: Recommendation, event: RecommendationAdopted, { revision }: Recorded): AnsweringRecommendation {
  const answeredBefore = before.phase === 'absent' ? { linePosts: [], sentBack: [], results: [] } : answersOf(before);
  return { phase: 'answering', revision, changedRevision: revision, ...adoptionOf(event), ...answeredBefore };
}

function onLine({ line }: ResponseSubmitted): Pick<OnLineRecommendation, 'round' | 'linePosts'> {
  return { round: roundOf(line), linePosts: postsOn(line) };
}

/** To whom the submission is not told, nobody is on the line. */
function roundIn(recommendation: AdoptedRecommendation): Round {
  return 'round' in recommendation ? recommendation.round : roundOf([]);
}

function resultOf({ year, text, amount, planVersion }: ResultReported): Omit<ResultReported, 'type'> {
  return { year, text, ...(amount !== undefined && { amount }), ...(planVersion !== undefined && { planVersion }) };
}

/** What is left of a recommendation when it leaves its phase. */
function bodyOf(recommendation: AdoptedRecommendation): RecommendationBody {
  const { revision, changedRevision } = recommendation;
  return { revision, changedRevision, ...adoptionOf(recommendation), ...answersOf(recommendation) };
}

type Adoption = Omit<RecommendationAdopted, 'type'>;

function adoptionOf({ year, committee, number, text, meeting, section, department, sheet, plan, node, sheetRevision }: Adoption): Adoption {
  return {
    year, committee, ...(number !== undefined && { number }), text, meeting, section, department, ...(sheet !== undefined && { sheet }),
    ...(plan !== undefined && { plan }), ...(node !== undefined && { node }), ...(sheetRevision !== undefined && { sheetRevision }),
  };
}

function answersOf({ response, linePosts, sentBack, results }: RecommendationBody): Pick<RecommendationBody, 'response' | 'linePosts' | 'sentBack' | 'results'> {
  return { ...(response !== undefined && { response }), linePosts, sentBack, results };
}

/** Of a conclusion, the id that its draft gave it; a general one has its own. */
export function recommendationStream(municipality: string, id: string): string {
  return streamName(recommendationDecider.category, municipality, id);
}

/** Which one a stream is of. */
export function recommendationIn(municipality: string, stream: string): string {
  return stream.slice(recommendationStream(municipality, '').length);
}
