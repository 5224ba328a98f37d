import type { Day } from '../../kernel/day.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';

/** A part of those who count: 過半数 is more than 1 of 2, 3分の2以上 at least 2 of 3. */
export interface Share {
  readonly parts: number;
  readonly of: number;
  readonly moreThan: boolean;
}

/** 定足数: of the members present in a meeting, of the opinions handed in when papers go round 書面審議. */
export interface Quorum {
  readonly present: Share;
  readonly opinions: Share;
}

/** 任期: a person is a member from one day to another, both of them included. */
export interface Membership {
  readonly id: string;
  readonly person: string;
  readonly from: Day;
  /** Absent while no end is known. */
  readonly to?: Day;
}

export interface CommitteeFounded {
  readonly type: 'CommitteeFounded';
  readonly committee: string;
  readonly name: Label;
  readonly quorum: Quorum;
}

export interface QuorumSet {
  readonly type: 'QuorumSet';
  readonly quorum: Quorum;
}

/** 委嘱. */
export interface MemberAppointed {
  readonly type: 'MemberAppointed';
  readonly member: string;
  readonly person: string;
  readonly from: Day;
  readonly to?: Day;
}

/** 解嘱, or the end of a term. */
export interface MembershipEnded {
  readonly type: 'MembershipEnded';
  readonly member: string;
  readonly to: Day;
  readonly reason: string;
}

/** 互選: who presides, and who does when the chair cannot. */
export interface ChairElected {
  readonly type: 'ChairElected';
  readonly chair: string;
  readonly deputy?: string;
}

/** 部会: some of the members; the whole confirms what it concludes. */
export interface SubgroupFormed {
  readonly type: 'SubgroupFormed';
  readonly subgroup: string;
  readonly name: Label;
  readonly members: readonly string[];
  readonly chair: string;
  readonly deputy?: string;
}

/** A member has always to do with a section: he is recused from every sheet of it. */
export interface ConflictDeclared {
  readonly type: 'ConflictDeclared';
  readonly member: string;
  readonly section: string;
  readonly reason: string;
}

export interface ConflictLifted {
  readonly type: 'ConflictLifted';
  readonly member: string;
  readonly section: string;
  readonly reason: string;
}

/** Who gives opinions on these sheets, instead of whoever did; on a sheet that is assigned to nobody, everybody does. */
export interface SheetsAssigned {
  readonly type: 'SheetsAssigned';
  readonly sheets: readonly string[];
  readonly members: readonly string[];
}

export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  /** What is discussed, where it is a sheet. */
  readonly sheet?: string;
}

/** A meeting, or a circulation 書面審議, which lasts from one day to another. */
export interface MeetingCalled {
  readonly type: 'MeetingCalled';
  readonly meeting: string;
  readonly way: 'meeting' | 'circulation';
  readonly subgroup?: string;
  readonly on: Day;
  /** Of a circulation: its last day. */
  readonly until?: Day;
  readonly place?: string;
  readonly agenda: readonly AgendaItem[];
}

export interface AgendaChanged {
  readonly type: 'AgendaChanged';
  readonly meeting: string;
  readonly agenda: readonly AgendaItem[];
}

export interface MeetingCancelled {
  readonly type: 'MeetingCancelled';
  readonly meeting: string;
  readonly reason: string;
}

export interface Attendance {
  readonly member: string;
  readonly way: 'present' | 'online' | 'absent';
}

/** 開催: who came, and whether everybody could. Recording it again replaces it while no minutes are published. */
export interface MeetingHeld {
  readonly type: 'MeetingHeld';
  readonly meeting: string;
  readonly attendance: readonly Attendance[];
  readonly isOpen: boolean;
  /** Why it was closed to the public. */
  readonly closedFor?: string;
}

/** 会議録, by item of the agenda. */
export interface MinutesDrafted {
  readonly type: 'MinutesDrafted';
  readonly meeting: string;
  readonly item: string;
  readonly text: string;
}

/** A member has read the draft: it is right, or he says what is not. */
export interface MinutesChecked {
  readonly type: 'MinutesChecked';
  readonly meeting: string;
  readonly item: string;
  readonly member: string;
  /** Of the draft, on this stream. */
  readonly draftRevision: number;
  readonly remark?: string;
}

export interface MinutesPublished {
  readonly type: 'MinutesPublished';
  readonly meeting: string;
  /** Why, where somebody who was present has not found all of it right. */
  readonly reason?: string;
}

export type CommitteeEvent =
  | CommitteeFounded | QuorumSet | MemberAppointed | MembershipEnded | ChairElected | SubgroupFormed | ConflictDeclared | ConflictLifted
  | SheetsAssigned | MeetingCalled | AgendaChanged | MeetingCancelled | MeetingHeld | MinutesDrafted | MinutesChecked | MinutesPublished;

export const committeeCatalogue: EventCatalogue<CommitteeEvent> = {
  CommitteeFounded: { version: 1 },
  QuorumSet: { version: 1 },
  MemberAppointed: { version: 1 },
  MembershipEnded: { version: 1 },
  ChairElected: { version: 1 },
  SubgroupFormed: { version: 1 },
  ConflictDeclared: { version: 1 },
  ConflictLifted: { version: 1 },
  SheetsAssigned: { version: 1 },
  MeetingCalled: { version: 1 },
  AgendaChanged: { version: 1 },
  MeetingCancelled: { version: 1 },
  MeetingHeld: { version: 1 },
  MinutesDrafted: { version: 1 },
  MinutesChecked: { version: 1 },
  MinutesPublished: { version: 1 },
};
