import { commandOf, noFacts } from '../platform/commands/verb.ts';
import { adopt, type AdoptRecommendation as AdoptBody } from './domain/recommendations/adopt.ts';
import { adoptGeneral, type AdoptGeneral } from './domain/recommendations/adopt-general.ts';
import { approveResponse } from './domain/recommendations/approve-response.ts';
import { close } from './domain/recommendations/close.ts';
import { recommendationDecider } from './domain/recommendations/recommendation.ts';
import { reopen } from './domain/recommendations/reopen.ts';
import { reportResult, type ReportResult as ReportResultBody } from './domain/recommendations/report-result.ts';
import { sendResponseBack } from './domain/recommendations/send-response-back.ts';
import { submitResponse } from './domain/recommendations/submit-response.ts';
import { withdraw } from './domain/recommendations/withdraw.ts';
import { writeResponse } from './domain/recommendations/write-response.ts';
import type { Here } from './facts.ts';
import { adoptFacts, adoptGeneralFacts, placeOfRecommendation, reportFacts, responseLineFacts } from './recommendation-facts.ts';

const ofRecommendation = { decider: recommendationDecider, belongsTo: placeOfRecommendation } as const;

/** Only the list that adopts what conclusions recommend asks for this. */
export const AdoptRecommendation = commandOf({
  name: 'evaluation.adopt-recommendation', decider: recommendationDecider, opens: true, decide: adopt,
  facts: (reader, here: AdoptBody & Here) => adoptFacts(reader, here),
});

export const AdoptGeneralRecommendation = commandOf({
  name: 'evaluation.adopt-general-recommendation', decider: recommendationDecider, opens: true, decide: adoptGeneral,
  facts: (reader, here: AdoptGeneral & Here) => adoptGeneralFacts(reader, here),
});

/** Only the same list asks for this. */
export const WithdrawRecommendation = commandOf({
  ...ofRecommendation, name: 'evaluation.withdraw-recommendation', facts: noFacts, decide: withdraw,
});

export const WriteResponse = commandOf({ ...ofRecommendation, name: 'evaluation.write-response', facts: noFacts, decide: writeResponse });

export const SubmitResponse = commandOf({
  ...ofRecommendation, name: 'evaluation.submit-response', decide: submitResponse,
  facts: (reader, here: Here, recommendation) => responseLineFacts(reader, here, recommendation),
});

export const ApproveResponse = commandOf({ ...ofRecommendation, name: 'evaluation.approve-response', facts: noFacts, decide: approveResponse });

export const SendResponseBack = commandOf({ ...ofRecommendation, name: 'evaluation.send-response-back', facts: noFacts, decide: sendResponseBack });

export const ReportResult = commandOf({
  ...ofRecommendation, name: 'evaluation.report-result', decide: reportResult,
  facts: (reader, here: ReportResultBody & Here, recommendation) => reportFacts(reader, here, recommendation),
});

export const CloseRecommendation = commandOf({ ...ofRecommendation, name: 'evaluation.close-recommendation', facts: noFacts, decide: close });

export const ReopenRecommendation = commandOf({ ...ofRecommendation, name: 'evaluation.reopen-recommendation', facts: noFacts, decide: reopen });
