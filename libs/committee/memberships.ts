import type { Day } from '../kernel/day.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import type { ModelReader } from '../platform/reads/read-model.ts';
import { committeeDecider, type FoundedCommittee } from './domain/committee.ts';
import type { Membership } from './domain/committee.events.ts';
import { committeeRows } from './reads/committees/list-committees.ts';

export interface MembershipIn {
  readonly committee: FoundedCommittee;
  readonly membership: Membership;
}

/** Every term of a person, of each committee in order. The model says only which streams to fold, so that a term ends at once. */
export async function membershipsOf(
  person: string, municipality: string, model: ModelReader, states: FactReader,
): Promise<readonly MembershipIn[]> {
  const folded = await Promise.all(committeeRows(model, municipality).map(({ stream }) => states.fold(committeeDecider, stream)));
  return folded.flatMap(({ state: committee }) => (committee.phase === 'absent' ? []
    : committee.members.filter((one) => one.person === person).map((membership) => ({ committee, membership }))));
}

/** Those that have not ended before a day, those that begin later included. */
export function notEndedBefore(memberships: readonly MembershipIn[], day: Day): readonly MembershipIn[] {
  return memberships.filter(({ membership: { to } }) => to === undefined || day <= to);
}
