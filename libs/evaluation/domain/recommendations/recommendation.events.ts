import type { EventCatalogue } from '../../../kernel/decider.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Decimal } from '../../../kernel/value.ts';
import type { AbsentParty, LineStep } from '../sheet.events.ts';

/** 意見・提言: a numbered part of a conclusion, or a general one 総括的提言, which belongs to no sheet. */
export interface RecommendationAdopted {
  readonly type: 'RecommendationAdopted';
  readonly year: FiscalYear;
  readonly committee: string;
  /** A general one may have none. */
  readonly number?: number;
  readonly text: string;
  /** The meeting or circulation in which it was adopted. */
  readonly meeting: string;
  /** Whose it is to answer. */
  readonly section: string;
  readonly department: string;
  /** Absent where it is general. */
  readonly sheet?: string;
  readonly plan?: string;
  readonly node?: string;
  /** Of the conclusion, on the sheet's stream. */
  readonly sheetRevision?: number;
}

/** The sheet was reopened, so that there is no such conclusion any more. */
export interface RecommendationWithdrawn {
  readonly type: 'RecommendationWithdrawn';
  readonly reason: string;
}

/** 対応方針, while the section writes it. */
export interface ResponseWritten {
  readonly type: 'ResponseWritten';
  readonly basedOn: number;
  readonly policy: ResponsePolicy;
  readonly text: string;
}

/** 対応する, 一部対応する, 検討する, 対応しない. */
export type ResponsePolicy = 'follow' | 'follow-in-part' | 'consider' | 'not-follow';

export interface ResponseSubmitted {
  readonly type: 'ResponseSubmitted';
  readonly line: readonly LineStep[];
  readonly municipalityRevision: number;
}

export interface ResponseApproved {
  readonly type: 'ResponseApproved';
  /** What was on screen when it was approved. */
  readonly approvedRevision: number;
  readonly step: string;
  readonly section: string;
  readonly post?: string;
  readonly way: 'in-turn' | 'for-absent' | 'over';
  readonly absent: readonly AbsentParty[];
  readonly completes: boolean;
  readonly reason?: string;
}

export interface ResponseSentBack {
  readonly type: 'ResponseSentBack';
  readonly reason: string;
}

/** 反映結果: what came of it. */
export interface ResultReported {
  readonly type: 'ResultReported';
  readonly year: FiscalYear;
  readonly text: string;
  /** In yen. */
  readonly amount?: Decimal;
  /** The version of the plan in which it is reflected. */
  readonly planVersion?: number;
}

export interface RecommendationClosed {
  readonly type: 'RecommendationClosed';
  readonly reason: string;
}

export interface RecommendationReopened {
  readonly type: 'RecommendationReopened';
  readonly reason: string;
}

export type RecommendationEvent =
  | RecommendationAdopted | RecommendationWithdrawn | ResponseWritten | ResponseSubmitted | ResponseApproved | ResponseSentBack
  | ResultReported | RecommendationClosed | RecommendationReopened;

export const recommendationCatalogue: EventCatalogue<RecommendationEvent> = {
  RecommendationAdopted: { version: 1 },
  RecommendationWithdrawn: { version: 1 },
  ResponseWritten: { version: 1 },
  ResponseSubmitted: { version: 1 },
  ResponseApproved: { version: 1 },
  ResponseSentBack: { version: 1 },
  ResultReported: { version: 1 },
  RecommendationClosed: { version: 1 },
  RecommendationReopened: { version: 1 },
};
