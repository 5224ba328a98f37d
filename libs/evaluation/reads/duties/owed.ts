import type { PeriodId } from '../../../cycle/domain/cycle.events.ts';
import { stepNow, undecided } from '../../domain/approval-line/line.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import type { AbsentParty, Looker } from '../../domain/sheet.events.ts';

export type DutyKind = 'submit' | 'approve' | 'accept' | 'review-afterwards' | 'look-at';

/** Any one of them does it for all: the staff of a section, the posts of a party of the line, or the secretariat. */
export type Owers =
  | { readonly staffOf: string }
  | { readonly posts: readonly string[] }
  | { readonly role: 'secretariat' };

/** やること: what a sheet asks of somebody. */
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

function nextOn(sheet: OpenedSheet): readonly Owed[] {
  switch (sheet.phase) {
    case 'drafting': return [{ kind: 'submit', which: sheet.section, by: { staffOf: sheet.section } }];
    case 'submitted': return undecided(stepNow(sheet), sheet.approvals).map((party) => byParty('approve', party));
    case 'approved': return [{ kind: 'accept', which: 'secretariat', by: { role: 'secretariat' } }];
    case 'accepted': case 'voided': return [];
  }
}

function byParty(kind: DutyKind, { step, section, posts }: AbsentParty): Owed {
  return { kind, which: `${step} ${section}`, by: { posts } };
}

function byLooker(looker: Looker): Owed {
  return 'post' in looker
    ? { kind: 'look-at', which: looker.post, by: { posts: [looker.post] } }
    : { kind: 'look-at', which: looker.role, by: looker };
}
