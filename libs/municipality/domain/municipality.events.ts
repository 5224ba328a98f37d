import type { Day } from '../../kernel/day.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';

export interface Department {
  readonly id: string;
  readonly name: Label;
}

export interface Section {
  readonly id: string;
  readonly department: string;
  readonly name: Label;
}

/** What holders of a post may be in the evaluation. */
export type PostRole = 'staff' | 'approver' | 'secretariat' | 'auditor' | 'admin';

/** A numbered seat in a section. The head of a department has his in one of its sections. */
export interface Post {
  readonly id: string;
  readonly section: string;
  readonly title: Label;
  readonly role: PostRole;
  /** The office's word for its height, such as "chief" or "director"; approval lines refer to it. */
  readonly rank?: string;
}

/** A person in a post, from one day to another, both of them included. People are ids here; their names live outside the log. */
export interface Appointment {
  readonly id: string;
  readonly post: string;
  readonly person: string;
  /** Absent when he held it before the records begin. */
  readonly from?: Day;
  /** Absent while no end is known. */
  readonly to?: Day;
}

/** What an office calls its people and its organs. */
export interface Words {
  readonly residents: Label;
  readonly mayor: Label;
  readonly assembly: Label;
}

/** A day on which an office keeps to no general rule, and what it is called. */
export interface OwnDay {
  readonly date: Day;
  readonly name: Label;
}

/** The days on which an office is closed or open by a rule of its own; an open day wins over every rule. */
export interface OfficeCalendar {
  readonly closed: readonly OwnDay[];
  readonly opened: readonly OwnDay[];
}

export interface MunicipalityFounded {
  readonly type: 'MunicipalityFounded';
  readonly name: Label;
  /** Only a demonstration may run on a moved clock, and only from its first day. */
  readonly demonstration: boolean;
  readonly departments: readonly Department[];
  readonly sections: readonly Section[];
  readonly posts: readonly Post[];
  readonly appointments: readonly Appointment[];
  readonly words?: Partial<Words>;
}

export interface DepartmentFounded {
  readonly type: 'DepartmentFounded';
  readonly department: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

export interface DepartmentRenamed {
  readonly type: 'DepartmentRenamed';
  readonly department: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

/** Departments become part of another, which may be new; their sections go with them. */
export interface DepartmentsMerged {
  readonly type: 'DepartmentsMerged';
  readonly departments: readonly string[];
  readonly into: string;
  readonly fromYear: FiscalYear;
  readonly sections: readonly string[];
}

export interface DepartmentAbolished {
  readonly type: 'DepartmentAbolished';
  readonly department: string;
  readonly fromYear: FiscalYear;
  /** The sections that it still had, and the department to which they went. */
  readonly sections: readonly string[];
  readonly sectionsTo?: string;
}

export interface SectionFounded {
  readonly type: 'SectionFounded';
  readonly section: string;
  readonly department: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

export interface SectionRenamed {
  readonly type: 'SectionRenamed';
  readonly section: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

export interface SectionMoved {
  readonly type: 'SectionMoved';
  readonly section: string;
  readonly department: string;
  readonly fromYear: FiscalYear;
}

/** Sections become part of another, which may be new; their posts go with them. */
export interface SectionsMerged {
  readonly type: 'SectionsMerged';
  readonly sections: readonly string[];
  readonly into: string;
  readonly fromYear: FiscalYear;
  readonly posts: readonly string[];
}

export interface SectionAbolished {
  readonly type: 'SectionAbolished';
  readonly section: string;
  readonly fromYear: FiscalYear;
  /** The posts that were still open, and the section to which they went. */
  readonly posts: readonly string[];
  readonly postsTo?: string;
}

export interface PostCreated {
  readonly type: 'PostCreated';
  readonly post: string;
  readonly section: string;
  readonly title: Label;
  readonly role: PostRole;
  readonly rank?: string;
}

export interface PostClosed {
  readonly type: 'PostClosed';
  readonly post: string;
  readonly on: Day;
}

export interface PersonAppointed {
  readonly type: 'PersonAppointed';
  readonly appointment: string;
  readonly post: string;
  readonly person: string;
  readonly from?: Day;
  readonly to?: Day;
}

export interface AppointmentEnded {
  readonly type: 'AppointmentEnded';
  readonly appointment: string;
  readonly to: Day;
}

/** The words that are the office's own; for the others the usual ones hold. */
export interface WordsSet {
  readonly type: 'WordsSet';
  readonly words: Partial<Words>;
}

export interface CalendarSet extends OfficeCalendar {
  readonly type: 'CalendarSet';
}

/** A person was given an account; nothing of the account itself is in the log. */
export interface AccountIssued {
  readonly type: 'AccountIssued';
  readonly person: string;
}

/** A person's account got a new first password, and his sessions and tokens ended. */
export interface AccountReset {
  readonly type: 'AccountReset';
  readonly person: string;
}

/** A person may sign in by an identity of the provider. */
export interface IdentityLinked {
  readonly type: 'IdentityLinked';
  readonly person: string;
}

/** By what the person could be known or sign in was taken away; his id stays. */
export interface PersonForgotten {
  readonly type: 'PersonForgotten';
  readonly person: string;
}

export interface MunicipalityClosed {
  readonly type: 'MunicipalityClosed';
}

export type MunicipalityEvent =
  | MunicipalityFounded | MunicipalityClosed
  | DepartmentFounded | DepartmentRenamed | DepartmentsMerged | DepartmentAbolished
  | SectionFounded | SectionRenamed | SectionMoved | SectionsMerged | SectionAbolished
  | PostCreated | PostClosed | PersonAppointed | AppointmentEnded
  | WordsSet | CalendarSet
  | AccountIssued | AccountReset | IdentityLinked | PersonForgotten;

export const municipalityCatalogue: EventCatalogue<MunicipalityEvent> = {
  // Version 2 may say ranks, days and words; an office that was founded before says nothing of them, and that is valid.
  MunicipalityFounded: { version: 2, upcasts: { 1: (members) => members } },
  MunicipalityClosed: { version: 1 },
  DepartmentFounded: { version: 1 },
  DepartmentRenamed: { version: 1 },
  DepartmentsMerged: { version: 1 },
  DepartmentAbolished: { version: 1 },
  SectionFounded: { version: 1 },
  SectionRenamed: { version: 1 },
  SectionMoved: { version: 1 },
  SectionsMerged: { version: 1 },
  SectionAbolished: { version: 1 },
  PostCreated: { version: 1 },
  PostClosed: { version: 1 },
  PersonAppointed: { version: 1 },
  AppointmentEnded: { version: 1 },
  WordsSet: { version: 1 },
  CalendarSet: { version: 1 },
  AccountIssued: { version: 1 },
  AccountReset: { version: 1 },
  IdentityLinked: { version: 1 },
  PersonForgotten: { version: 1 },
};
