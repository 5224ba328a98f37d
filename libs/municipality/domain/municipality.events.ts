import type { EventCatalogue } from '../../kernel/decider.ts';
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

/** A numbered seat in a section. */
export interface Post {
  readonly id: string;
  readonly section: string;
  readonly title: Label;
  readonly role: PostRole;
}

/** A person in a post. People are ids here; their names live outside the log. */
export interface Appointment {
  readonly id: string;
  readonly post: string;
  readonly person: string;
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
}

export type MunicipalityEvent = MunicipalityFounded;

export const municipalityCatalogue: EventCatalogue<MunicipalityEvent> = {
  MunicipalityFounded: { version: 1 },
};
