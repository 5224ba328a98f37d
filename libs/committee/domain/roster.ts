import type { Day } from '../../kernel/day.ts';
import type { FoundedCommittee, Meeting, Subgroup } from './committee.ts';
import type { Membership, Share } from './committee.events.ts';

/** Who is a member on a day; of a sub-group, only its own. */
export function rosterOn(committee: FoundedCommittee, day: Day, subgroup?: string): readonly Membership[] {
  const own = subgroup === undefined ? undefined : subgroupOf(committee, subgroup)?.members ?? [];
  return committee.members.filter((member) => runsOn(member, day) && (own === undefined || own.includes(member.id)));
}

export function subgroupOf({ subgroups }: FoundedCommittee, id: string): Subgroup | undefined {
  return subgroups.find((one) => one.id === id);
}

/** Whoever presides: the chair, or the deputy where the chair is no member any more or is kept out of it. */
export function presiding(committee: FoundedCommittee, day: Day, { subgroup, recused }: {
  readonly subgroup?: string | undefined; readonly recused: readonly string[];
}): string | undefined {
  const { chair, deputy } = subgroup === undefined ? committee : subgroupOf(committee, subgroup) ?? {};
  const present = new Set(rosterOn(committee, day, subgroup).map(({ id }) => id));
  return [chair, deputy].find((one) => one !== undefined && present.has(one) && !recused.includes(one));
}

/** Whether a member has always to do with a section, whichever of his memberships it was said of. */
export function hasConflict(committee: FoundedCommittee, member: string, section: string): boolean {
  const own = membershipsOfSame(committee, member);
  return committee.conflicts.some((one) => own.includes(one.member) && one.section === section);
}

/** Whether so many of all make a quorum. */
export function suffices({ parts, of, moreThan }: Share, count: number, all: number): boolean {
  return moreThan ? count * of > all * parts : count * of >= all * parts;
}

/** Who came to a meeting, also from afar. */
export function presentAt({ held }: Meeting): readonly string[] {
  return held?.attendance.filter(({ way }) => way !== 'absent').map(({ member }) => member) ?? [];
}

export function runsOn({ from, to }: Membership, day: Day): boolean {
  return from <= day && (to === undefined || day <= to);
}

/** 委員長 is who was elected by the whole, while he is a member; everybody else is a member, the deputy too. */
export function roleOf({ chair }: FoundedCommittee, member: string): 'member' | 'chair' {
  return member === chair ? 'chair' : 'member';
}

/** Those of these who are not, and will not be, members from a day on. */
export function strangersFrom({ members }: FoundedCommittee, ids: readonly string[], day: Day): readonly string[] {
  const known = new Set(members.filter(({ to }) => to === undefined || day <= to).map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** Every membership of the person who has this one: whoever is appointed again 再任 has several. */
export function membershipsOfSame({ members }: FoundedCommittee, member: string): readonly string[] {
  const person = members.find(({ id }) => id === member)?.person;
  return members.filter((one) => one.person === person).map(({ id }) => id);
}
