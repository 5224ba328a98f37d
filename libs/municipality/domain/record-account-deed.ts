import type { Asked } from '../../kernel/asked.ts';
import { dayInJapan, type Day } from '../../kernel/day.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { FoundedMunicipality } from './municipality.ts';
import type { MunicipalityEvent, PostRole } from './municipality.events.ts';
import { notEndedBefore } from './office.ts';
import { inOffice } from './office-verb.ts';

const recorded = { issue: 'AccountIssued', reset: 'AccountReset', link: 'IdentityLinked', forget: 'PersonForgotten' } as const;

/** What is done to people beside the log, where only who they are by name stands. */
export type AccountDeed = keyof typeof recorded;

export interface RecordAccountDeed {
  readonly deed: AccountDeed;
  readonly people: readonly string[];
}

export type RecordAccountDeedRejection = 'not-allowed';

/** Says in the log that it is done, of each person; it is the same deed every time, so it is recorded every time. */
export const recordAccountDeed = inOffice((
  { deed, people, role, now }: RecordAccountDeed & Asked, office,
): Decision<MunicipalityEvent, RecordAccountDeedRejection> => {
  const others = keptByOthers(office, people, role, dayInJapan(now));
  if (others.length > 0) return reject('not-allowed', { people: others });
  return accept(...people.map((person) => ({ type: recorded[deed], person })));
});

/** Whoever issues, resets or links an account could sign in with it: not as those who look on, or who stand above him. */
const keepers: Partial<Readonly<Record<PostRole, readonly string[]>>> = { auditor: ['operator'], admin: ['admin', 'operator'] };

/** Those of these people whose accounts are not for somebody in this role to look after, by the posts that they hold from a day on. */
export function keptByOthers(office: FoundedMunicipality, people: readonly string[], role: string | undefined, on: Day): readonly string[] {
  const guarded = new Map(office.posts.map((post) => [post.id, keepers[post.role]]));
  return people.filter((person) => notEndedBefore(office, person, on).some(({ post }) => guarded.get(post)?.includes(role ?? '') === false));
}
