import type { OpinionContent } from './opinion.ts';
import type { Member } from './members.ts';

/** What the committee of the demonstration made of one sheet. */
export interface SecondEvaluation {
  /** Why the sheet goes before the committee although the condition of the stage does not hold. */
  readonly chosen?: string;
  readonly question?: QuestionContent;
  /** 回避 */
  readonly recused?: { readonly by: Member; readonly reason: string };
  /** What a member says in words of his own; the others of those to whom the sheet is assigned say what is usual. */
  readonly opinions?: Partial<Readonly<Record<Member, OpinionContent>>>;
  /** Said anew after others' opinions were read. */
  readonly revised?: { readonly by: Member; readonly opinion: OpinionContent };
  readonly attainment: 'a' | 'b' | 'c';
  readonly opinion: string;
  readonly recommendations: readonly RecommendationContent[];
  /** A comment on the wording of the draft, and the opinion as it was drafted before it. */
  readonly comment?: { readonly by: Member; readonly text: string; readonly draftedBefore: string };
  /** 少数意見 */
  readonly dissent?: { readonly by: Member; readonly text: string };
  /** What the mayor says to it; without it, what he says to most. */
  readonly instruction?: string;
}

export interface QuestionContent {
  readonly by: Member;
  /** A field of the sheet. */
  readonly about?: string;
  readonly text: string;
  readonly answer: string;
  /** Why the manager sent the answer back, and what it said before. */
  readonly sentBack?: { readonly answer: string; readonly reason: string };
}

export interface RecommendationContent {
  readonly text: string;
  /** 対応方針; nothing is written yet without it. */
  readonly response?: ResponseContent;
  /** 反映結果, reported in the year after. */
  readonly result?: { readonly text: string; readonly amount?: string; readonly isInPlan?: true };
  /** Why nothing more is to come of it. */
  readonly closed?: string;
}

export interface ResponseContent {
  readonly policy: 'follow' | 'follow-in-part' | 'consider' | 'not-follow';
  readonly text: string;
  /** Where it stands today, when it has not come to the end of its line. */
  readonly ends?: 'written' | 'on-line';
}

/** By the number of the sheet's node. */
export type YearOfSecondEvaluations = Readonly<Record<string, SecondEvaluation>>;
