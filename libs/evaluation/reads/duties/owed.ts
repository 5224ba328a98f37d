import type { PeriodId } from '../../../cycle/domain/cycle.events.ts';
import { stepNow, undecided } from '../../domain/approval-line/line.ts';
import type { AdoptedRecommendation } from '../../domain/recommendations/recommendation.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import type { AbsentParty, Looker } from '../../domain/sheet.events.ts';
import type { Question } from '../../domain/stage-work.ts';
import { turnOf } from '../../domain/turn.ts';

export type DutyKind =
  | 'submit' | 'approve' | 'accept' | 'review-afterwards' | 'look-at' | 'hand-over' | 'decide-stage' | 'answer-question' | 'approve-answer'
  | 'draft-conclusion'
  /** On a recommendation: its response is written and submitted, and approved. */
  | 'write-response' | 'approve-response'
  /** 審議, of a committee: what it asks of whom is read from its members and the sheet, as both are now. */
  | 'deliberate' | MemberDutyKind;

export type MemberDutyKind = 'give-opinion' | 'confirm-opinion' | 'comment-on-wording' | 'conclude' | 'confirm-conclusion';

/** Any one of them does it for all: the staff of a section, the posts of a party of the line, the secretariat; or a committee, or one member. */
export type Owers =
  | { readonly staffOf: string }
  | { readonly posts: readonly string[] }
  | { readonly role: 'secretariat' }
  | { readonly committee: string }
  | { readonly member: string };

/** やること: what a sheet or a recommendation asks of somebody. */
export interface Owed {
  readonly kind: DutyKind;
  /** Which of those of its kind. */
  readonly which: string;
  readonly by: Owers;
}

/** By when each is due, where the cycle says so. */
export const periodOf: Readonly<Partial<Record<DutyKind, PeriodId>>> = { submit: 'submission', approve: 'approval', accept: 'acceptance' };

/** Everything that is owed on a sheet as it stands. */
export function owedOn(sheet: OpenedSheet): readonly Owed[] {
  return [
    ...nextOn(sheet),
    ...sheet.toReview.map((absent) => byParty('review-afterwards', absent)),
    ...sheet.toLookAt.map(byLooker),
  ];
}

/** Everything that is owed on a recommendation as it stands; its result may be reported, and it may be closed, but nobody has to. */
export function owedOnRecommendation(recommendation: AdoptedRecommendation): readonly Owed[] {
  const { phase, section } = recommendation;
  if (phase === 'answering') return [{ kind: 'write-response', which: section, by: { staffOf: section } }];
  if (phase !== 'on-line') return [];
  const { round } = recommendation;
  return undecided(stepNow(round), round.approvals).map((party) => byParty('approve-response', party));
}

function nextOn(sheet: OpenedSheet): readonly Owed[] {
  const turn = turnOf(sheet);
  if (turn === undefined) return [];
  switch (turn.to) {
    case 'submit': return [{ kind: 'submit', which: turn.section, by: { staffOf: turn.section } }];
    case 'approve': return turn.parties.map((party) => byParty('approve', { step: turn.step, ...party }));
    case 'conclude': return [{ kind: 'deliberate', which: turn.committee, by: { committee: turn.committee } }, ...besideDeliberation(sheet)];
    default: return [bySecretariat(turn.to)];
  }
}

/** While a committee has the sheet: what it asks is answered, and what it may conclude is drafted. */
function besideDeliberation(sheet: OpenedSheet): readonly Owed[] {
  const work = sheet.phase === 'handed-over' ? sheet.works[sheet.stage] : undefined;
  if (work === undefined) return [];
  return [
    ...(work.draft === undefined ? [bySecretariat('draft-conclusion')] : []),
    ...Object.entries(work.questions).flatMap(([id, question]) => owedOnQuestion(id, question, sheet.section)),
  ];
}

function owedOnQuestion(id: string, { answer }: Question, section: string): readonly Owed[] {
  if (answer === undefined || answer.sentBack !== undefined) return [{ kind: 'answer-question', which: id, by: { staffOf: section } }];
  if (answer.isTold) return [];
  return undecided(stepNow(answer.round), answer.round.approvals)
    .map((party) => ({ kind: 'approve-answer', which: `${id} ${party.step} ${party.section}`, by: { posts: party.posts } }));
}

function bySecretariat(kind: DutyKind): Owed {
  return { kind, which: 'secretariat', by: { role: 'secretariat' } };
}

function byParty(kind: DutyKind, { step, section, posts }: AbsentParty): Owed {
  return { kind, which: `${step} ${section}`, by: { posts } };
}

function byLooker(looker: Looker): Owed {
  return 'post' in looker
    ? { kind: 'look-at', which: looker.post, by: { posts: [looker.post] } }
    : { kind: 'look-at', which: looker.role, by: looker };
}
