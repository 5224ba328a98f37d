import { anywhere, mayAsk, maySee, onTheCommittee } from '../platform/access/access-table.ts';
import type { CommitteeEvent } from './domain/committee.events.ts';

/** Who keeps a committee's papers, and who looks on. */
const keepers = { secretariat: anywhere, auditor: anywhere };
const ownMembers = { member: onTheCommittee, chair: onTheCommittee };
const office = { staff: anywhere, approver: anywhere, admin: anywhere };

const kept = [
  'found', 'set-quorum', 'appoint-member', 'end-membership', 'elect-chair', 'form-subgroup', 'declare-conflict', 'lift-conflict', 'assign-sheets',
  'call-meeting', 'change-agenda', 'cancel-meeting', 'hold-meeting', 'draft-minutes', 'publish-minutes',
];

/** What everybody in the office is told; of minutes, only those that are published: see seeing.ts. */
const known: readonly CommitteeEvent['type'][] = [
  'CommitteeFounded', 'QuorumSet', 'MemberAppointed', 'MembershipEnded', 'ChairElected', 'SubgroupFormed',
  'MeetingCalled', 'AgendaChanged', 'MeetingCancelled', 'MeetingHeld', 'MinutesDrafted', 'MinutesPublished',
];
const confidential: readonly CommitteeEvent['type'][] = ['ConflictDeclared', 'ConflictLifted', 'SheetsAssigned', 'MinutesChecked'];

export const committeeAccess = [
  ...kept.flatMap((deed) => mayAsk(`committee.${deed}`, { secretariat: anywhere })),
  ...mayAsk('committee.check-minutes', ownMembers),
  ...['list', 'read', 'list-meetings', 'read-meeting'].flatMap((question) => mayAsk(`committee.${question}`, { ...keepers, ...ownMembers, ...office })),
  // His own, whoever he is to the office.
  ...mayAsk('committee.list-own-memberships', { ...keepers, ...office, member: anywhere, chair: anywhere }),
  ...maySee(known, { ...keepers, ...ownMembers, ...office }),
  ...maySee(confidential, { ...keepers, ...ownMembers }),
];
