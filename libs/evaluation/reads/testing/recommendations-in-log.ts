import type { Asker } from '../../../platform/access/asker.ts';
import type {
  RecommendationAdopted, RecommendationEvent, ResponseApproved, ResponsePolicy, ResponseWritten,
} from '../../domain/recommendations/recommendation.events.ts';
import { recommendationStream } from '../../domain/recommendations/recommendation.ts';
import type { LineStep } from '../../domain/sheet.events.ts';
import { sheetId } from '../../domain/sheet.ts';
import type { SecondEvaluationConcluded, SheetHandedOver } from '../../domain/stage.events.ts';
import { plan, throughTheLine } from './office-in-log.ts';

/** What committees recommended to the office of these specs, and what it answered. */
export const committee = '30000000-0000-4000-8000-000000000001';
export const member: Asker = { municipality: 'mihon', actor: 'person-7', role: 'member', committee, appointment: 'membership-7' };

export const handedOver: SheetHandedOver = {
  type: 'SheetHandedOver', stage: 'committee', evaluator: 'committee', chosenBy: 'choice', sheetRevision: 0, schemeVersion: 1, planVersion: 1,
  planRevision: 3, committee, committeeRevision: 4,
};

/** The whole way of a sheet to a conclusion that recommends these, which stands at its last revision. */
export function concludedWith(...recommendations: readonly string[]) {
  const concluded: SecondEvaluationConcluded = {
    type: 'SecondEvaluationConcluded', stage: 'committee', member: 'membership-1', draftRevision: 0, toBeConfirmed: false, meeting: 'meeting-1',
    committeeRevision: 4, roster: [], counted: [], opinions: [], points: [], conclusion: {}, dissents: [],
    recommendations: recommendations.map((recommendation, index) => ({ recommendation, number: index + 1, text: `提言${index + 1}` })),
  };
  return [...throughTheLine, handedOver, concluded] as const;
}

export function recommendationAt(id: string): string {
  return recommendationStream('mihon', id);
}

export function adoptedOn(node: string, year: number, change: Partial<RecommendationAdopted> = {}): RecommendationAdopted {
  return {
    type: 'RecommendationAdopted', year, committee, number: 1, text: '提言1', meeting: 'meeting-1', section: 'promotion', department: 'industry',
    sheet: sheetId(year, node), plan, node, sheetRevision: 6, ...change,
  };
}

const { sheet: _sheet, plan: _plan, node: _node, sheetRevision: _revision, number: _number, ...general } = adoptedOn('', 2026);
export const adoptedInGeneral: RecommendationAdopted = { ...general, text: '総括的提言' };

export function written(text: string, policy: ResponsePolicy = 'follow'): ResponseWritten {
  return { type: 'ResponseWritten', basedOn: 0, policy, text };
}

const line: readonly LineStep[] = [
  { step: 'director', name: { ja: '部長', en: 'Director' }, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['director'] }] },
];
export const submitted: RecommendationEvent = { type: 'ResponseSubmitted', line, municipalityRevision: 0 };
export const sentBack: RecommendationEvent = { type: 'ResponseSentBack', reason: '時期が不明' };
export const approved: ResponseApproved = {
  type: 'ResponseApproved', approvedRevision: 2, step: 'director', section: 'promotion', post: 'director', way: 'in-turn', absent: [], completes: true,
};
export const closed: RecommendationEvent = { type: 'RecommendationClosed', reason: '反映したため' };
