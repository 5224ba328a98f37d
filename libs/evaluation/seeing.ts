import { hasConflict } from '../committee/domain/roster.ts';
import { ownMemberships, type Asker, type Role } from '../platform/access/asker.ts';
import { seeingOf } from '../platform/access/sight.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import { seenEvent, type Viewer } from './domain/content/visibility.ts';
import { toldToMember, type OfCommittee } from './domain/seeing/told-to-member.ts';
import { toldToOffice } from './domain/seeing/told-to-office.ts';
import { sheetDecider } from './domain/sheet.ts';
import { committeeOf, formOfSheet } from './facts.ts';

/** What is seen of the events of a sheet, beyond what the table says of their types: every way out goes through here. */
export const sheetSeeing = seeingOf({
  decider: sheetDecider,
  async eyeOf(asker, sheet, states) {
    const viewer = viewerFor(asker.role);
    if (sheet.phase === 'absent' || viewer === 'records') return (event) => event;
    const { state: scheme } = await states.fold(schemeDecider, schemeStream(asker.municipality));
    const judged = { sheet, scheme };
    if (viewer === 'members') {
      const of = memberOf(asker);
      const committee = of && await committeeOf(states, asker.municipality, of.committee);
      // Whoever has always to do with the section keeps out of it, also when that was said only after the hand-over.
      if (of === undefined || (committee && hasConflict(committee, of.member, sheet.section))) return () => undefined;
      return (event, { revision }) => toldToMember(event, revision, of, judged);
    }
    const form = await formOfSheet(states, asker, sheet);
    return (event, { revision }) => {
      const told = toldToOffice(event, revision, judged);
      return told && seenEvent(told, viewer, form, sheet.phase);
    };
  },
});

export function viewerFor(role: Role): Viewer {
  if (role === 'member' || role === 'chair') return 'members';
  return role === 'secretariat' || role === 'auditor' ? 'records' : 'office';
}

/** Under which membership somebody asks; undefined where it is none. */
export function memberOf(asker: Asker): OfCommittee | undefined {
  const { committee, appointment: member } = asker;
  return committee === undefined || member === undefined ? undefined : { committee, member, memberships: ownMemberships(asker) };
}
