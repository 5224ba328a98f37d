import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import type { FoundedMunicipality, OfficeUnit, PostOverYears, SectionOverYears } from './municipality.ts';
import type { Appointment, MunicipalityEvent, MunicipalityFounded, Post } from './municipality.events.ts';

/** The office on its first day: its departments and sections have their names since before the records begin. */
export function officeAsFounded({ name, demonstration, departments, sections, posts, appointments, words }: MunicipalityFounded): FoundedMunicipality {
  return {
    phase: 'founded',
    name,
    demonstration,
    departments: departments.map((one) => ({ id: one.id, name: one.name, names: [{ name: one.name }] })),
    sections: sections.map((one) => ({
      id: one.id, department: one.department, name: one.name, names: [{ name: one.name }], departments: [{ department: one.department }],
    })),
    posts: posts.map(postOf),
    appointments: appointments.map(appointmentOf),
    words: words ?? {},
    calendar: { closed: [], opened: [] },
  };
}

export function evolveOffice(office: FoundedMunicipality, event: Exclude<MunicipalityEvent, MunicipalityFounded>): FoundedMunicipality {
  switch (event.type) {
    case 'DepartmentFounded': {
      const { department: id, name, fromYear } = event;
      return { ...office, departments: [...office.departments, { id, name, fromYear, names: [{ fromYear, name }] }] };
    }
    case 'DepartmentRenamed':
      return { ...office, departments: changed(office.departments, [event.department], (unit) => renamed(unit, event)) };
    case 'DepartmentsMerged': {
      const { departments, sections, into, fromYear } = event;
      return {
        ...office,
        departments: changed(office.departments, departments, (unit) => ({ ...unit, abolishedFrom: fromYear, mergedInto: into })),
        sections: changed(office.sections, sections, (section) => moved(section, into, fromYear)),
      };
    }
    case 'DepartmentAbolished': {
      const { department, sections, sectionsTo, fromYear } = event;
      return {
        ...office,
        departments: changed(office.departments, [department], (unit) => ({ ...unit, abolishedFrom: fromYear })),
        sections: changed(office.sections, sections, (section) => moved(section, sectionsTo ?? section.department, fromYear)),
      };
    }
    case 'SectionFounded': {
      const { section: id, department, name, fromYear } = event;
      const founded = { id, department, name, fromYear, names: [{ fromYear, name }], departments: [{ fromYear, department }] };
      return { ...office, sections: [...office.sections, founded] };
    }
    case 'SectionRenamed':
      return { ...office, sections: changed(office.sections, [event.section], (unit) => renamed(unit, event)) };
    case 'SectionMoved':
      return { ...office, sections: changed(office.sections, [event.section], (section) => moved(section, event.department, event.fromYear)) };
    case 'SectionsMerged': {
      const { sections, posts, into, fromYear } = event;
      return {
        ...office,
        sections: changed(office.sections, sections, (unit) => ({ ...unit, abolishedFrom: fromYear, mergedInto: into })),
        posts: changed(office.posts, posts, (post) => ({ ...post, section: into })),
      };
    }
    case 'SectionAbolished': {
      const { section, posts, postsTo, fromYear } = event;
      return {
        ...office,
        sections: changed(office.sections, [section], (unit) =>
          ({ ...unit, abolishedFrom: fromYear, ...(postsTo !== undefined && { mergedInto: postsTo }) })),
        posts: changed(office.posts, posts, (post) => ({ ...post, section: postsTo ?? post.section })),
      };
    }
    default:
      return evolveWithin(office, event);
  }
}

type EventWithin = Exclude<MunicipalityEvent, { readonly type: 'MunicipalityFounded' | `Department${string}` | `Section${string}` }>;

/** What changes but how the office is divided. */
function evolveWithin(office: FoundedMunicipality, event: EventWithin): FoundedMunicipality {
  switch (event.type) {
    case 'PostCreated': {
      const { post: id, section, title, role, rank } = event;
      return { ...office, posts: [...office.posts, postOf({ id, section, title, role, ...(rank !== undefined && { rank }) })] };
    }
    case 'PostClosed':
      return { ...office, posts: changed(office.posts, [event.post], (post) => ({ ...post, closedOn: event.on })) };
    case 'PersonAppointed': {
      const { appointment: id, post, person, from, to } = event;
      return { ...office, appointments: [...office.appointments, appointmentOf({ id, post, person, ...(from && { from }), ...(to && { to }) })] };
    }
    case 'AppointmentEnded':
      return { ...office, appointments: changed(office.appointments, [event.appointment], (one) => ({ ...one, to: event.to })) };
    case 'WordsSet':
      return { ...office, words: event.words };
    case 'CalendarSet':
      return { ...office, calendar: { closed: event.closed, opened: event.opened } };
    case 'AccountIssued':
    case 'AccountReset':
    case 'IdentityLinked':
    case 'PersonForgotten':
      // Said for who reads the log; accounts and names stand beside it.
      return office;
    case 'MunicipalityClosed':
      return { ...office, phase: 'closed' };
  }
}

function changed<Item extends { readonly id: string }>(
  items: readonly Item[], ids: readonly string[], change: (item: Item) => Item,
): readonly Item[] {
  return items.map((item) => (ids.includes(item.id) ? change(item) : item));
}

function renamed<Unit extends OfficeUnit>(unit: Unit, { name, fromYear }: { readonly name: Label; readonly fromYear: FiscalYear }): Unit {
  return { ...unit, name, names: [...unit.names, { fromYear, name }] };
}

function moved(section: SectionOverYears, department: string, fromYear: FiscalYear): SectionOverYears {
  return { ...section, department, departments: [...section.departments, { fromYear, department }] };
}

function postOf({ id, section, title, role, rank }: Post): PostOverYears {
  return { id, section, title, role, ...(rank !== undefined && { rank }) };
}

function appointmentOf({ id, post, person, from, to }: Appointment): Appointment {
  return { id, post, person, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
