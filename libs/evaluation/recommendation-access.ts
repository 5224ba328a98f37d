import { anywhere, mayAsk, maySee, onTheCommittee, onTheLine, ownSection, ownSectionOrLine } from '../platform/access/access-table.ts';
import { recommendationCatalogue, type RecommendationEvent } from './domain/recommendations/recommendation.events.ts';

/** A recommendation is its section's, theirs who decide on the response, and its committee's. */
const office = { staff: ownSectionOrLine, approver: ownSectionOrLine, secretariat: anywhere, auditor: anywhere };
const readers = { ...office, member: onTheCommittee, chair: onTheCommittee };
/** Whose turn it is, the line decides. */
const deciders = { staff: onTheLine, approver: onTheLine, secretariat: onTheLine };

const sentBack = 'ResponseSentBack' satisfies RecommendationEvent['type'];

/** From when the committee sees a response is said where events are seen; why one was sent back is the office's own. */
export const recommendationAccess = [
  ...mayAsk('evaluation.adopt-recommendation', { system: anywhere }),
  ...mayAsk('evaluation.withdraw-recommendation', { system: anywhere }),
  ...mayAsk('evaluation.adopt-general-recommendation', { secretariat: anywhere }),
  ...mayAsk('evaluation.write-response', { staff: ownSection }),
  ...mayAsk('evaluation.submit-response', { staff: ownSection }),
  ...mayAsk('evaluation.approve-response', deciders),
  ...mayAsk('evaluation.send-response-back', deciders),
  ...mayAsk('evaluation.report-result', { staff: ownSection, secretariat: anywhere }),
  ...mayAsk('evaluation.close-recommendation', { secretariat: anywhere }),
  ...mayAsk('evaluation.reopen-recommendation', { secretariat: anywhere }),
  ...mayAsk('evaluation.list-recommendations', readers),
  ...mayAsk('evaluation.read-recommendation', readers),
  ...maySee(Object.keys(recommendationCatalogue).filter((type) => type !== sentBack), readers),
  ...maySee([sentBack], office),
];
