import type { Instant } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import type { Decider, Recorded } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';
import { streamName } from '../../kernel/stream-name.ts';
import {
  committeeCatalogue, type AgendaItem, type Attendance, type CommitteeEvent, type CommitteeFounded, type MeetingCalled, type MeetingHeld,
  type MemberAppointed, type Membership, type Quorum, type SheetsAssigned, type SubgroupFormed,
} from './committee.events.ts';

export type Committee = { readonly phase: 'absent' } | FoundedCommittee;

export interface FoundedCommittee {
  readonly phase: 'founded';
  readonly id: string;
  readonly revision: number;
  readonly name: Label;
  readonly quorum: Quorum;
  /** Everybody who ever was one, in the order of appointment. */
  readonly members: readonly Membership[];
  readonly chair?: string;
  readonly deputy?: string;
  readonly subgroups: readonly Subgroup[];
  readonly conflicts: readonly StandingConflict[];
  /** By sheet: the members who give opinions on it. */
  readonly assigned: Readonly<Record<string, readonly string[]>>;
  readonly meetings: Readonly<Record<string, Meeting>>;
}

export interface Subgroup {
  readonly id: string;
  readonly name: Label;
  readonly members: readonly string[];
  readonly chair: string;
  readonly deputy?: string;
}

export interface StandingConflict {
  readonly member: string;
  readonly section: string;
  readonly reason: string;
}

export interface Meeting {
  readonly id: string;
  readonly way: 'meeting' | 'circulation';
  readonly subgroup?: string;
  readonly on: Day;
  readonly until?: Day;
  readonly place?: string;
  readonly agenda: readonly AgendaItem[];
  readonly cancelledFor?: string;
  /** Of a meeting that was held. */
  readonly held?: { readonly attendance: readonly Attendance[]; readonly isOpen: boolean; readonly closedFor?: string };
  /** By item of the agenda. */
  readonly minutes: Readonly<Record<string, Minutes>>;
  readonly minutesArePublished: boolean;
}

export interface Minutes {
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
  readonly checks: readonly { readonly member: string; readonly remark?: string; readonly at: Instant }[];
}

export const committeeDecider: Decider<Committee, CommitteeEvent> = {
  category: 'committee',
  initial: { phase: 'absent' },
  catalogue: committeeCatalogue,
  evolve(committee, event, recorded) {
    if (event.type === 'CommitteeFounded') return founded(event, recorded);
    if (committee.phase === 'absent') throw new Error(`${event.type} on a committee that was never founded`);
    return { ...evolved(committee, event, recorded), revision: recorded.revision };
  },
};

function founded({ committee: id, name, quorum }: CommitteeFounded, { revision }: Recorded): FoundedCommittee {
  return { phase: 'founded', id, revision, name, quorum, members: [], subgroups: [], conflicts: [], assigned: {}, meetings: {} };
}

function evolved(committee: FoundedCommittee, event: Exclude<CommitteeEvent, CommitteeFounded>, recorded: Recorded): FoundedCommittee {
  switch (event.type) {
    case 'QuorumSet': return { ...committee, quorum: event.quorum };
    case 'MemberAppointed': return { ...committee, members: [...committee.members, appointed(event)] };
    case 'MembershipEnded': return {
      ...committee, members: committee.members.map((one) => (one.id === event.member ? { ...one, to: event.to } : one)),
    };
    case 'ChairElected': {
      const { deputy: _former, ...rest } = committee;
      return { ...rest, chair: event.chair, ...(event.deputy !== undefined && { deputy: event.deputy }) };
    }
    case 'SubgroupFormed': return { ...committee, subgroups: [...committee.subgroups, formed(event)] };
    case 'ConflictDeclared': {
      const { member, section, reason } = event;
      return { ...committee, conflicts: [...committee.conflicts, { member, section, reason }] };
    }
    case 'ConflictLifted': return {
      ...committee, conflicts: committee.conflicts.filter((one) => one.member !== event.member || one.section !== event.section),
    };
    case 'SheetsAssigned': return { ...committee, assigned: assigned(committee, event) };
    case 'MeetingCalled': return { ...committee, meetings: { ...committee.meetings, [event.meeting]: called(event) } };
    default: {
      const meeting = meetingOf(committee, event.meeting);
      // Who is not told of a meeting is not told what became of it.
      return meeting === undefined ? committee : { ...committee, meetings: { ...committee.meetings, [event.meeting]: met(meeting, event, recorded) } };
    }
  }
}

/** A meeting that was called; the id may be anything that somebody wrote into an address. */
export function meetingOf({ meetings }: FoundedCommittee, id: string): Meeting | undefined {
  return Object.hasOwn(meetings, id) ? meetings[id] : undefined;
}

/** The last draft of the minutes of an item. */
export function draftOf({ minutes }: Meeting, item: string): Minutes | undefined {
  return Object.hasOwn(minutes, item) ? minutes[item] : undefined;
}

type MeetingEvent = Extract<CommitteeEvent, { meeting: string }>;

/** What comes after a meeting was called. */
function met(meeting: Meeting, event: Exclude<MeetingEvent, MeetingCalled>, { actor, recordedAt: at, revision }: Recorded): Meeting {
  switch (event.type) {
    case 'AgendaChanged': return { ...meeting, agenda: event.agenda };
    case 'MeetingCancelled': return { ...meeting, cancelledFor: event.reason };
    case 'MeetingHeld': return { ...meeting, held: held(event) };
    case 'MinutesDrafted': {
      const draft: Minutes = { text: event.text, by: actor, at, revision, checks: [] };
      return { ...meeting, minutes: { ...meeting.minutes, [event.item]: draft } };
    }
    case 'MinutesChecked': {
      const { item, member, remark } = event;
      const draft = draftOf(meeting, item);
      if (draft === undefined) return meeting;
      const checks = [...draft.checks.filter((one) => one.member !== member), { member, ...(remark !== undefined && { remark }), at }];
      return { ...meeting, minutes: { ...meeting.minutes, [item]: { ...draft, checks } } };
    }
    case 'MinutesPublished': return { ...meeting, minutesArePublished: true };
  }
}

/** What is assigned to nobody is everybody's again. */
function assigned({ assigned: before }: FoundedCommittee, { sheets, members }: SheetsAssigned): FoundedCommittee['assigned'] {
  const others = Object.entries(before).filter(([sheet]) => !sheets.includes(sheet));
  return Object.fromEntries([...others, ...(members.length === 0 ? [] : sheets.map((sheet) => [sheet, members] as const))]);
}

function appointed({ member: id, person, from, to }: MemberAppointed): Membership {
  return { id, person, from, ...(to !== undefined && { to }) };
}

function formed({ subgroup: id, name, members, chair, deputy }: SubgroupFormed): Subgroup {
  return { id, name, members, chair, ...(deputy !== undefined && { deputy }) };
}

function called({ meeting: id, way, subgroup: of, on, until, place, agenda }: MeetingCalled): Meeting {
  return {
    id, way, ...(of !== undefined && { subgroup: of }), on, ...(until !== undefined && { until }), ...(place !== undefined && { place }),
    agenda, minutes: {}, minutesArePublished: false,
  };
}

function held({ attendance, isOpen, closedFor }: MeetingHeld): NonNullable<Meeting['held']> {
  return { attendance, isOpen, ...(closedFor !== undefined && { closedFor }) };
}

/** A municipality may have several committees. */
export function committeeStream(municipality: string, id: string): string {
  return streamName(committeeDecider.category, municipality, id);
}
