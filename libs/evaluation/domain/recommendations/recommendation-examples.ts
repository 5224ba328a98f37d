import { asked, specify } from '../../../kernel/testing/given.ts';
import type { LineStep } from '../sheet.events.ts';
import { recommendationDecider } from './recommendation.ts';
import type {
  RecommendationAdopted, RecommendationClosed, RecommendationWithdrawn, ResponseApproved, ResponseSentBack, ResponseSubmitted, ResponseWritten,
} from './recommendation.events.ts';

/** The recommendation of which every spec of this folder speaks. */
export const { given } = specify(recommendationDecider);
export { asked };

export const concluded = {
  sheet: '2026-node-35', stage: 'committee', number: 2, text: '成果指標を見直されたい。', meeting: 'meeting-1', sheetRevision: 20,
};
export const ofSheet = { year: 2026, plan: 'plan-1', node: 'node-35', section: 'promotion', department: 'industry', committee: 'committee-1' };
const { stage: _stage, ...adoption } = concluded;
export const adopted: RecommendationAdopted = { type: 'RecommendationAdopted', ...ofSheet, ...adoption };
/** Concluded anew, after the sheet was reopened. */
export const adoptedAgain: RecommendationAdopted = { ...adopted, text: '成果指標を改められたい。', sheetRevision: 31 };
export const withdrawn: RecommendationWithdrawn = { type: 'RecommendationWithdrawn', reason: '再審議のため' };

export const response = { basedOn: 0, policy: 'follow', text: '次期計画で見直す。' } as const;
export const written: ResponseWritten = { type: 'ResponseWritten', ...response };

const step = (id: string, post: string): LineStep => ({
  step: id, name: { ja: id, en: id }, ofCoOwners: false, parties: [{ section: 'promotion', posts: [post] }],
});
/** 係長 → 課長 → 部長. */
export const lineFacts = { line: [step('chief', 'chief'), step('manager', 'manager'), step('director', 'director')], municipalityRevision: 6 };
export const submitted: ResponseSubmitted = { type: 'ResponseSubmitted', ...lineFacts };

export function approval(post: string, change: Partial<ResponseApproved> = {}): ResponseApproved {
  return { type: 'ResponseApproved', approvedRevision: 2, step: post, section: 'promotion', post, way: 'in-turn', absent: [], completes: false, ...change };
}
export const onLine = [adopted, written, submitted] as const;
export const atManager = [...onLine, approval('chief')] as const;
export const atDirector = [...atManager, approval('manager', { approvedRevision: 3 })] as const;
export const answered = [...atDirector, approval('director', { approvedRevision: 4, completes: true })] as const;

export const sentBack: ResponseSentBack = { type: 'ResponseSentBack', reason: '時期を書き添えること。' };
export const closing: RecommendationClosed = { type: 'RecommendationClosed', reason: '計画に反映したため' };
export const closed = [...answered, closing] as const;

export const asSecretariat = { ...asked, post: 'planner', role: 'secretariat' };
export const as = (post: string) => ({ ...asked, post, role: 'approver' });
