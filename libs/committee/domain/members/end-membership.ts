import { isBlank } from '../../../kernel/blank.ts';
import type { Day } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { dayFaults } from '../../../municipality/domain/posts/day-faults.ts';
import { ofCommittee } from '../committee-verb.ts';

export interface EndMembership {
  readonly member: string;
  /** The last day on which he is a member. */
  readonly to: Day;
  readonly reason: string;
}

/**
 * 解嘱: gives a term its last day, or an earlier one than it had.
 * In this order: 'member-unknown', 'days-wrong', 'membership-ended', 'reason-missing'.
 */
export const endMembership = ofCommittee(({ member, to, reason }: EndMembership, { members }) => {
  const ended = members.find(({ id }) => id === member);
  if (ended === undefined) return reject('member-unknown', { members: [member] });
  const faults = dayFaults({ from: ended.from, to });
  if (faults.length > 0) return reject('days-wrong', { faults });
  if (ended.to === to) return accept();
  if (ended.to !== undefined && ended.to < to) return reject('membership-ended', { to: ended.to });
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'MembershipEnded', member, to, reason });
});
