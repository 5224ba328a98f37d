import type { Day } from '../../kernel/day.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import { onceForEach } from '../../kernel/once-for-each.ts';
import type { FoundedMunicipality, OfficeUnit, PostOverYears, SectionOverYears } from './municipality.ts';
import type { Appointment, Words } from './municipality.events.ts';

const usualWords: Words = {
  residents: { ja: '市民', en: 'citizens' },
  mayor: { ja: '市長', en: 'mayor' },
  assembly: { ja: '市議会', en: 'city assembly' },
};

/** The section of this id that there is today, with its department and its name. */
export function sectionIn(office: FoundedMunicipality, id: string): SectionOverYears | undefined {
  return office.sections.find((one) => one.id === id && isLiving(one));
}

/** Who has what was a section's: itself while it lives, afterwards the one that it became part of, and so on. */
export function successorOf({ sections }: Pick<FoundedMunicipality, 'sections'>, id: string): SectionOverYears | undefined {
  const section = sections.find((one) => one.id === id);
  if (section === undefined || isLiving(section)) return section;
  return section.mergedInto === undefined ? undefined : successorOf({ sections }, section.mergedInto);
}

/** The sections that ended in another: what was theirs is its. */
export function predecessorsOf({ sections }: FoundedMunicipality, id: string): readonly string[] {
  return endedBySuccessor(sections).get(id)?.map((one) => one.id) ?? [];
}

const endedBySuccessor = onceForEach((sections: FoundedMunicipality['sections']) =>
  Map.groupBy(sections.filter((one) => !isLiving(one)), ({ id }) => successorOf({ sections }, id)?.id));

/** Departments and sections that are abolished, or part of another, are kept for their past. */
export function isLiving({ abolishedFrom }: OfficeUnit): boolean {
  return abolishedFrom === undefined;
}

export function livingSectionsOf(office: FoundedMunicipality, department: string): readonly SectionOverYears[] {
  return office.sections.filter((one) => one.department === department && isLiving(one));
}

/** The ids of a section's posts that are not closed. */
export function openPostsOf(office: FoundedMunicipality, section: string): readonly string[] {
  return office.posts.filter((one) => one.section === section && isOpen(one)).map(({ id }) => id);
}

/** What a department or a section was called in a fiscal year; before its first year, its first name. */
export function nameInYear({ name, names }: Pick<OfficeUnit, 'name' | 'names'>, year: FiscalYear): Label {
  const then = names.findLast(({ fromYear }) => fromYear === undefined || fromYear <= year) ?? names[0];
  return then?.name ?? name;
}

/** Who holds a post on a day: nobody, or one. */
export function holdersOn(office: FoundedMunicipality, post: string, date: Day): readonly Appointment[] {
  return office.appointments.filter((one) => one.post === post && runsOn(one, date));
}

/** Every post that a person holds on a day, the oldest first: more than one is 兼務. */
export function heldOn(office: FoundedMunicipality, person: string, date: Day): readonly Appointment[] {
  return everHeld(office, person).filter((one) => runsOn(one, date))
    .sort((one, other) => compare(one.from ?? '', other.from ?? ''));
}

/** A person's appointments that have not ended before a day, those that begin later included. */
export function notEndedBefore(office: FoundedMunicipality, person: string, date: Day): readonly Appointment[] {
  return everHeld(office, person).filter(({ to }) => to === undefined || date <= to);
}

function everHeld({ appointments }: FoundedMunicipality, person: string): readonly Appointment[] {
  return byPerson(appointments).get(person) ?? [];
}

const byPerson = onceForEach((appointments: FoundedMunicipality['appointments']) => Map.groupBy(appointments, ({ person }) => person));

/** The posts of a rank that are not closed, in a section or anywhere in a department. One without a rank goes by its role. */
export function postsOfRank(
  office: FoundedMunicipality, rank: string, within: { readonly section: string } | { readonly department: string },
): readonly PostOverYears[] {
  const isWithin = (post: PostOverYears) => ('section' in within
    ? post.section === within.section : sectionIn(office, post.section)?.department === within.department);
  return office.posts.filter((post) => (post.rank ?? post.role) === rank && isOpen(post) && isWithin(post));
}

/** A closed post is kept, so that its id does not come back. */
export function isOpen({ closedOn }: PostOverYears): boolean {
  return closedOn === undefined;
}

/** What the office calls things: its own words, and the usual ones for the rest. */
export function wordsOf({ words }: FoundedMunicipality): Words {
  const { residents, mayor, assembly } = words;
  return {
    residents: residents ?? usualWords.residents, mayor: mayor ?? usualWords.mayor, assembly: assembly ?? usualWords.assembly,
  };
}

function runsOn({ from, to }: Appointment, date: Day): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** Whether there is a day that belongs to both. */
export function overlap(one: Pick<Appointment, 'from' | 'to'>, other: Pick<Appointment, 'from' | 'to'>): boolean {
  const endsBefore = (first: typeof one, second: typeof one) => first.to !== undefined && second.from !== undefined && first.to < second.from;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
