import { meetingOf, type FoundedCommittee } from '../../../committee/domain/committee.ts';
import { membershipsOfSame, presentAt, presiding, rosterOn } from '../../../committee/domain/roster.ts';
import type { Asked } from '../../../kernel/asked.ts';
import type { Instant } from '../../../kernel/clock.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { isRejected, reject, type Rejected } from '../../../kernel/decision.ts';
import { sheetId } from '../sheet.ts';
import type { Deliberation } from './deliberation.ts';

/** Who keeps out of the sheet, or is kept out, under whatever membership; a standing conflict declared since the hand-over counts too. */
export function recusedFrom({ sheet, work, committee }: Deliberation): readonly string[] {
  const standing = committee.conflicts.filter(({ section }) => section === sheet.section);
  return [...work.recused, ...standing].flatMap(({ member }) => membershipsOfSame(committee, member));
}

/** Who is a member today and takes part, or why he does not. */
export function takesPart(
  member: string | undefined, now: Instant, deliberation: Deliberation,
): string | Rejected<'recused' | 'not-a-member'> {
  const { committee, work: { handOver: { subgroup } } } = deliberation;
  if (member !== undefined && recusedFrom(deliberation).includes(member)) return reject('recused', { member });
  return isMember(member, rosterOn(committee, dayInJapan(now), subgroup)) ? member : reject('not-a-member', { member });
}

/** Who gives an opinion: on a sheet that is assigned to nobody, everybody who takes part. */
export function givesOpinion(
  member: string | undefined, now: Instant, deliberation: Deliberation,
): string | Rejected<'recused' | 'not-a-member' | 'not-assigned'> {
  const taking = takesPart(member, now, deliberation);
  if (isRejected(taking)) return taking;
  return isAsked(taking, deliberation) ? taking : reject('not-assigned');
}

/** Whether an opinion on the sheet is asked of a member. */
export function isAsked(member: string, { sheet: { year, node }, committee }: Deliberation): boolean {
  const assigned = committee.assigned[sheetId(year, node)] ?? [];
  return assigned.length === 0 || assigned.includes(member);
}

/**
 * Who presides now: in the sub-group that has the sheet, and once that has concluded, in the whole committee. Over a meeting,
 * whoever came to it.
 */
export function presides({ membership, now, meeting }: Asked & { readonly meeting?: string }, deliberation: Deliberation): string | Rejected<'recused' | 'not-presiding'> {
  const { committee, work: { handOver, proposed } } = deliberation;
  const recused = recusedFrom(deliberation);
  if (membership !== undefined && recused.includes(membership)) return reject('recused', { member: membership });
  const subgroup = proposed === undefined ? handOver.subgroup : undefined;
  const presider = presiding(committee, dayInJapan(now), { subgroup, recused: [...recused, ...absentFrom(committee, meeting, subgroup)] });
  return presider !== undefined && presider === membership ? presider : reject('not-presiding');
}

function absentFrom(committee: FoundedCommittee, id: string | undefined, subgroup: string | undefined): readonly string[] {
  const meeting = id === undefined ? undefined : meetingOf(committee, id);
  if (meeting?.way !== 'meeting' || meeting.held === undefined || meeting.subgroup !== subgroup) return [];
  const present = presentAt(meeting);
  return committee.members.map((one) => one.id).filter((one) => !present.includes(one));
}

/** A member of the whole committee today, also where a sub-group has the sheet. */
export function isOfCommittee(member: string | undefined, now: Instant, { committee }: Deliberation): member is string {
  return isMember(member, rosterOn(committee, dayInJapan(now)));
}

function isMember(member: string | undefined, roster: ReturnType<typeof rosterOn>): member is string {
  return roster.some(({ id }) => id === member);
}

/** Whether his recusal from this very sheet stands in the log. */
export function isRecusedHere(member: string | undefined, { work }: Deliberation): boolean {
  return work.recused.some((one) => one.member === member);
}
