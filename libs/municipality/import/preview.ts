import { dayAfter, type Day } from '../../kernel/day.ts';
import type { Uuid } from '../../kernel/uuid.ts';
import type { FoundedMunicipality, OfficeUnit, PostOverYears } from '../domain/municipality.ts';
import { heldOn } from '../domain/office.ts';
import type { Comparison } from './compare-roster.ts';
import type { Roster } from './roster.ts';

/** A department or a section that is new, or has another name than before. */
export interface UnitChange {
  readonly id: string;
  readonly name: string;
  readonly was?: string;
}

export interface SectionMove {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A post as a person reads it: its section and its title. */
export interface PostName {
  readonly id: string;
  readonly name: string;
}

/** Somebody whose posts change, with those of the day before and those of the day itself. */
export interface PersonChange {
  readonly number?: string;
  readonly name: string;
  readonly before: readonly PostName[];
  readonly after: readonly PostName[];
}

/** What a list of people would change, before it does. */
export interface ImportPreview {
  readonly municipality: string;
  readonly name: string;
  readonly date: Day;
  readonly departments: { readonly founded: readonly UnitChange[]; readonly renamed: readonly UnitChange[] };
  readonly sections: { readonly founded: readonly UnitChange[]; readonly renamed: readonly UnitChange[]; readonly moved: readonly SectionMove[] };
  readonly posts: { readonly created: readonly PostName[]; readonly vacated: readonly PostName[]; readonly missing: readonly PostName[] };
  /** Who held no post the day before. */
  readonly joiners: readonly PersonChange[];
  readonly movers: readonly PersonChange[];
  /** Who holds none any longer. */
  readonly leavers: readonly PersonChange[];
  /** Who would have left, and stays where he was. */
  readonly reappointed: readonly PersonChange[];
  readonly unchanged: number;
  readonly renamed: readonly { readonly number: string; readonly name: string; readonly was: string }[];
  /** How many mail addresses are new. */
  readonly addressed: number;
}

/** What is known of people beside the log. */
export interface PersonDetails {
  readonly name?: string;
  readonly mail?: string;
}

interface Parts {
  readonly municipality: string;
  readonly roster: Roster;
  readonly comparison: Comparison;
  readonly before: FoundedMunicipality;
  readonly after: FoundedMunicipality;
  readonly people: ReadonlyMap<string, Uuid>;
  /** The office's number by the person, before this list and with it. */
  readonly numberOf: ReadonlyMap<Uuid, string>;
  readonly details: (person: Uuid) => PersonDetails;
}

export function previewOf(parts: Parts): ImportPreview {
  const { municipality, roster: { date }, comparison, before, after, people } = parts;
  const held = new Set(after.appointments.filter(({ to }) => to === undefined || to >= date).map(({ post }) => post));
  const created = after.posts.slice(before.posts.length);
  const vacated = comparison.ended.filter(({ post }) => !held.has(post)).map(({ post }) => post);
  const changes = personChanges(parts);
  const turned = new Set(changes.map(({ person }) => person));
  const of = (kind: Kind) => changes.filter((one) => one.kind === kind).map(({ change }) => change);
  return {
    municipality, name: after.name.ja, date,
    departments: { founded: founded(before.departments, after.departments), renamed: renamed(before.departments, after.departments) },
    sections: {
      founded: founded(before.sections, after.sections),
      renamed: renamed(before.sections, after.sections),
      moved: moved(before, after),
    },
    posts: {
      created: created.map((post) => postName(after, post)),
      vacated: after.posts.filter(({ id }) => vacated.includes(id)).map((post) => postName(after, post)),
      missing: comparison.missing.map((post) => postName(after, post)),
    },
    joiners: of('joiner'), movers: of('mover'), leavers: of('leaver'), reappointed: of('reappointed'),
    unchanged: new Set([...people.values()].filter((person) => !turned.has(person))).size,
    ...detailChanges(parts),
  };
}

type Kind = 'joiner' | 'mover' | 'leaver' | 'reappointed';

function personChanges({ roster: { rows, date }, comparison: { ended, begun }, before, after, numberOf, details }: Parts) {
  const names = new Map(rows.flatMap(({ holder }) => (holder === undefined ? [] : [[holder.number, holder.name]])));
  const persons = [...new Set([...begun, ...ended].map(({ person }) => person))];
  return persons.map((person) => {
    const posts = (office: FoundedMunicipality, day: Day) => heldOn(office, person, day).map(({ post }) => post).toSorted();
    // The day before is read from the office that was: a deed of an import that was cut off is in both.
    const [earlier, later] = [posts(before, dayAfter(date, -1)), posts(after, date)];
    const number = numberOf.get(person);
    const change: PersonChange = {
      ...(number !== undefined && { number }),
      name: names.get(number ?? '') ?? details(person).name ?? '（氏名の登録なし）',
      before: earlier.map((id) => postNamed(before, id)),
      after: later.map((id) => postNamed(after, id)),
    };
    return { person, change, kind: kindOf(earlier, later) };
  });
}

function kindOf(earlier: readonly string[], later: readonly string[]): Kind {
  if (later.length === 0) return 'leaver';
  if (earlier.length === 0) return 'joiner';
  return earlier.join(' ') === later.join(' ') ? 'reappointed' : 'mover';
}

function detailChanges({ roster: { rows }, people, details }: Parts): Pick<ImportPreview, 'renamed' | 'addressed'> {
  const holders = new Map(rows.flatMap(({ holder }) => (holder === undefined ? [] : [[holder.number, holder]])));
  const known = [...holders.values()].map((holder) => ({ ...holder, was: details(people.get(holder.number) ?? '') }));
  return {
    renamed: known.flatMap(({ number, name, was }) => (was.name === undefined || was.name === name ? [] : [{ number, name, was: was.name }])),
    addressed: known.filter(({ mail, was }) => mail !== undefined && mail !== was.mail).length,
  };
}

function founded(before: readonly OfficeUnit[], after: readonly OfficeUnit[]): readonly UnitChange[] {
  return after.slice(before.length).map(({ id, name }) => ({ id, name: name.ja }));
}

/** A fold adds at the end and changes in place, so the first so many are those that there were. */
function renamed(before: readonly OfficeUnit[], after: readonly OfficeUnit[]): readonly UnitChange[] {
  return before.flatMap((unit, index) => {
    const [was, name] = [unit.name.ja, nameOf(after[index])];
    return was === name ? [] : [{ id: unit.id, name, was }];
  });
}

function moved(before: FoundedMunicipality, after: FoundedMunicipality): readonly SectionMove[] {
  const departmentOf = (office: FoundedMunicipality, id: string) => nameOf(office.departments.find((one) => one.id === id));
  return before.sections.flatMap((section, index) => {
    const now = after.sections[index];
    if (now === undefined || now.department === section.department) return [];
    return [{ id: now.id, name: now.name.ja, from: departmentOf(before, section.department), to: departmentOf(after, now.department) }];
  });
}

function nameOf(unit: OfficeUnit | undefined): string {
  return unit?.name.ja ?? '';
}

function postNamed(office: FoundedMunicipality, id: string): PostName {
  const post = office.posts.find((one) => one.id === id);
  return post === undefined ? { id, name: '' } : postName(office, post);
}

function postName(office: FoundedMunicipality, { id, section, title }: PostOverYears): PostName {
  return { id, name: `${nameOf(office.sections.find((one) => one.id === section))} ${title.ja}` };
}
