import { dayAfter, type Day } from '../../kernel/day.ts';
import type { Uuid } from '../../kernel/uuid.ts';
import {
  Appoint, CreatePost, EndAppointment, FoundDepartment, FoundSection, MoveSection, RenameDepartment, RenameSection,
} from '../commands.ts';
import type { Appointment } from '../domain/municipality.events.ts';
import type { FoundedMunicipality, PostOverYears, SectionOverYears } from '../domain/municipality.ts';
import { isLiving, isOpen, nameInYear } from '../domain/office.ts';
import { appointmentId, plannedDeed, yearOf, type OfficeAt, type PlannedDeed } from './planned-deed.ts';
import { faultAt, faultOfFile, type CellFault, type Roster, type RosterRow } from './roster.ts';

/** Somebody who begins or ends to hold a post on the day of a list. */
export interface Turn {
  readonly person: Uuid;
  readonly post: string;
}

/** What a list asks for beyond the office as it stands. */
export interface Comparison {
  /** Each rests on those before it only. */
  readonly steps: readonly (readonly PlannedDeed[])[];
  readonly ended: readonly Turn[];
  readonly begun: readonly Turn[];
  /** Posts of the office that the list does not speak of: from that day on nobody holds them. */
  readonly missing: readonly PostOverYears[];
  /** What no deed can bring about. */
  readonly faults: readonly CellFault[];
}

interface Comparing {
  readonly roster: Roster;
  readonly office: FoundedMunicipality;
  readonly at: OfficeAt;
  readonly people: ReadonlyMap<string, Uuid>;
}

export function compareRoster(comparing: Comparing): Comparison {
  const { roster: { rows }, office } = comparing;
  const units = [departments(comparing), sections(comparing), posts(comparing)];
  const turns = compareHolders(comparing);
  const listed = new Set(rows.map(({ post }) => post.id));
  return {
    steps: [...units.map(({ deeds }) => deeds), turns.ends, turns.deeds],
    ended: turns.ended,
    begun: turns.begun,
    missing: office.posts.filter((post) => isOpen(post) && !listed.has(post.id)),
    faults: [...units.flatMap(({ faults }) => faults), ...turns.faults],
  };
}

interface Part {
  readonly deeds: PlannedDeed[];
  readonly faults: CellFault[];
}

function departments({ roster: { rows, date }, office }: Comparing): Part {
  const fromYear = yearOf(date);
  const part: Part = { deeds: [], faults: [] };
  for (const { row, department: { id, name } } of firstOf(rows, ({ department }) => department.id)) {
    const known = office.departments.find((one) => one.id === id);
    if (known === undefined) {
      part.deeds.push(plannedDeed(FoundDepartment, { id, name: label(name), fromYear }, { row, column: '部コード' }));
    } else if (!isLiving(known)) {
      part.faults.push(faultAt(row, '部コード', '廃止または統合された部です。'));
    } else if (nameInYear(known, fromYear).ja !== name) {
      part.deeds.push(plannedDeed(RenameDepartment, { department: id, name: label(name), fromYear }, { row, column: '部名' }));
    }
  }
  return part;
}

function sections({ roster: { rows, date }, office }: Comparing): Part {
  const fromYear = yearOf(date);
  const part: Part = { deeds: [], faults: [] };
  for (const { row, section: { id, name }, department } of firstOf(rows, ({ section }) => section.id)) {
    const known = office.sections.find((one) => one.id === id);
    if (known === undefined) {
      part.deeds.push(plannedDeed(FoundSection, { id, department: department.id, name: label(name), fromYear }, { row, column: '課コード' }));
      continue;
    }
    if (!isLiving(known)) {
      part.faults.push(faultAt(row, '課コード', '廃止または統合された課です。'));
      continue;
    }
    if (departmentInYear(known, fromYear) !== department.id) {
      part.deeds.push(plannedDeed(MoveSection, { section: id, department: department.id, fromYear }, { row, column: '部コード' }));
    }
    if (nameInYear(known, fromYear).ja !== name) {
      part.deeds.push(plannedDeed(RenameSection, { section: id, name: label(name), fromYear }, { row, column: '課名' }));
    }
  }
  return part;
}

function departmentInYear({ departments: over, department }: SectionOverYears, year: number): string {
  return over.findLast(({ fromYear }) => fromYear === undefined || fromYear <= year)?.department ?? department;
}

/** What a post is, is said once for all; an office that wants another gives it another code. */
function posts({ roster: { rows }, office }: Comparing): Part {
  const part: Part = { deeds: [], faults: [] };
  for (const { row, section, post: { id, name, role, rank } } of rows) {
    const known = office.posts.find((one) => one.id === id);
    if (known === undefined) {
      const created = { id, section: section.id, title: label(name), role, ...(rank !== undefined && { rank }) };
      part.deeds.push(plannedDeed(CreatePost, { created }, { row, column: '職コード' }));
      continue;
    }
    if (!isOpen(known)) part.faults.push(faultAt(row, '職コード', '廃止された職です。'));
    for (const [column, differs] of [
      ['課コード', known.section !== section.id], ['職名', known.title.ja !== name], ['役割', known.role !== role], ['職位', known.rank !== rank],
    ] as const) {
      if (differs) part.faults.push(faultAt(row, column, `登録済みの職（${id}）と異なります。職の内容を改めるときは、新しい職コードとしてください。`));
    }
  }
  return part;
}

type Turns = Part & { readonly ends: PlannedDeed[]; readonly ended: Turn[]; readonly begun: Turn[] };

function compareHolders({ roster: { rows, date }, office, at, people }: Comparing): Turns {
  const turns: Turns = { ends: [], deeds: [], faults: [], ended: [], begun: [] };
  const listed = new Map(rows.map((row) => [row.post.id, row]));
  const appointments = Map.groupBy(office.appointments.filter(({ to }) => to === undefined || to >= date), ({ post }) => post);
  for (const post of new Set([...listed.keys(), ...appointments.keys()])) {
    const row = listed.get(post);
    const holder = row?.holder && people.get(row.holder.number);
    const running = appointments.get(post)?.find(({ from }) => from === undefined || from <= date);
    if (running?.person === holder) continue;
    const faults = unchangeable(appointments.get(post) ?? [], { date, post, row });
    turns.faults.push(...faults);
    if (faults.length > 0) continue;
    const cell = row && { row: row.row, column: '職員番号' as const };
    if (running !== undefined) {
      turns.ends.push(plannedDeed(EndAppointment, { appointment: running.id, to: dayAfter(date, -1) }, cell));
      turns.ended.push({ person: running.person, post });
    }
    if (holder !== undefined) {
      turns.deeds.push(plannedDeed(Appoint, { appointment: { id: appointmentId(at, post, date), post, person: holder, from: date } }, cell));
      turns.begun.push({ person: holder, post });
    }
  }
  return turns;
}

interface Wanted {
  readonly date: Day;
  readonly post: string;
  readonly row: RosterRow | undefined;
}

/** An appointment ends on its first day at the earliest, and nobody is put before one that is to come. */
function unchangeable(appointments: readonly Appointment[], { date, post, row }: Wanted): readonly CellFault[] {
  return appointments.filter(({ from }) => from !== undefined && (from === date || (from > date && row?.holder !== undefined))).map(({ from }) => {
    const message = `職（${post}）には${from}からの別の発令が登録済みで、取り消せません。`;
    return row === undefined ? faultOfFile(`${message}この職の行がありません。`) : faultAt(row.row, '職員番号', message);
  });
}

function firstOf(rows: readonly RosterRow[], idOf: (row: RosterRow) => string): readonly RosterRow[] {
  return [...Map.groupBy(rows, idOf).values()].flatMap(([first]) => first ?? []);
}

/** A list has Japanese names only. */
function label(name: string) {
  return { ja: name, en: name };
}
