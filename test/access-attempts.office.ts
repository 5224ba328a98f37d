import { randomUUID } from 'node:crypto';
import { fiscalYearAt } from '../libs/kernel/fiscal-year.ts';
import * as municipality from '../libs/municipality/commands.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import { operatorAsker } from '../libs/platform/access/asker.ts';
import type { CommandClass } from '../libs/platform/commands/verb.ts';
import { alsoByProgram, mayOf, ofOffice, byRunner, type Attempt, type Attempts } from './access-attempt.ts';
import { municipality as here, type AccessOffice } from './access-office.ts';
import { foundingOf } from './office-papers.ts';

/** The office itself: how it is divided, its posts, its words and days. */
export function officeAttempts(opened: AccessOffice): Attempts {
  const office = new Organising(opened);
  return { ...ownAttempts(office, opened), ...divisionAttempts(office), ...postAttempts(office) };
}

const fromYear = fiscalYearAt(new Date().toISOString());
const newcomer = '0192f0c4-7a3b-7c00-8000-00000000000a';

/** What one asks for over HTTP, and the command that it becomes. */
interface Prepared<Body extends object> {
  readonly path: string;
  readonly body?: object;
  readonly command: Body;
}

/** Makes what there must be before something can be done to it, each under a name of its own. */
class Organising {
  #count = 0;

  constructor(private readonly opened: AccessOffice) {}

  fresh(kind: string): string {
    return `${kind}-${++this.#count}`;
  }

  name() {
    return { ja: `第${++this.#count}`, en: `number ${this.#count}` };
  }

  async department(): Promise<string> {
    const id = this.fresh('department');
    await this.sets(municipality.FoundDepartment, { id, name: this.name(), fromYear });
    return id;
  }

  async section(): Promise<string> {
    const id = this.fresh('section');
    await this.sets(municipality.FoundSection, { id, department: 'planning', name: this.name(), fromYear });
    return id;
  }

  async post(): Promise<string> {
    const id = this.fresh('post');
    await this.sets(municipality.CreatePost, { created: { id, section: 'evaluation', title: this.name(), role: 'staff' } });
    return id;
  }

  async town(): Promise<string> {
    const id = this.fresh('town');
    const outcome = await this.opened.run(new municipality.FoundMunicipality(
      municipalityStream(id), { asker: operatorAsker(id), key: randomUUID() }, foundingOf(id)));
    if (outcome.kind === 'rejected') throw new Error(`not founded: ${outcome.code}`);
    return id;
  }

  sets<Body extends object>(command: CommandClass<Body>, body: Body): Promise<void> {
    return this.opened.does('other-secretariat', command, municipalityStream(here), body);
  }

  /** What was refused one is still there for the next. */
  organises<Body extends object>(command: CommandClass<Body>, prepare: () => Promise<Prepared<Body>>): Attempt {
    let prepared: Promise<Prepared<Body>> | undefined;
    const asked = (): Promise<Prepared<Body>> => { prepared ??= prepare(); return prepared; };
    const { places, isForProgram, tries } = alsoByProgram(
      async ({ person }) => { const { path, body } = await asked(); return mayOf(person.post(path, body)); },
      async (asking) => new command(municipalityStream(here), asking, (await asked()).command), this.opened);
    return {
      places, isForProgram,
      tries: async (attempting) => {
        const isDone = await tries(attempting);
        if (isDone) prepared = undefined;
        return isDone;
      },
    };
  }

  /** What is asked in the body is the command. */
  plainly<Body extends object>(command: CommandClass<Body>, path: string, body: () => Promise<Body>): Attempt {
    return this.organises(command, async () => { const asked = await body(); return { path, body: asked, command: asked }; });
  }
}

function ownAttempts(office: Organising, opened: AccessOffice): Attempts {
  return {
    'municipality.found': byRunner(
      async (asking) => new municipality.FoundMunicipality(municipalityStream(office.fresh('town')), asking, foundingOf('town')), opened),
    'municipality.close': byRunner(async (asking) => new municipality.CloseMunicipality(municipalityStream(await office.town()), asking, {}), opened),
    'municipality.read': ofOffice((by) => mayOf(by.person.get(''))),
    'municipality.read-calendar': ofOffice((by) => mayOf(by.person.get('calendar?year=2026'))),
    'municipality.who-am-i': ofOffice((by) => mayOf(by.person.get('who-am-i'))),
    'municipality.read-posts': ofOffice((by) => mayOf(by.person.get('posts'))),
    'municipality.set-words': office.plainly(municipality.SetWords, 'words', async () => ({ residents: office.name() })),
    'municipality.set-calendar': office.plainly(municipality.SetCalendar, 'calendar', async () =>
      ({ closed: [{ date: '2026-10-01', name: office.name() }], opened: [] })),
  };
}

function divisionAttempts(office: Organising): Attempts {
  return {
    'municipality.found-department': office.plainly(municipality.FoundDepartment, 'departments', async () => ({ id: office.fresh('department'), name: office.name(), fromYear })),
    'municipality.rename-department': office.organises(municipality.RenameDepartment, async () => {
      const body = { name: office.name(), fromYear };
      return { path: 'departments/industry/rename', body, command: { ...body, department: 'industry' } };
    }),
    'municipality.merge-departments': office.plainly(municipality.MergeDepartments, 'departments/merge', async () =>
      ({ departments: [await office.department()], into: 'planning', fromYear })),
    'municipality.abolish-department': office.organises(municipality.AbolishDepartment, async () => {
      const id = await office.department();
      return { path: `departments/${id}/abolish`, body: { fromYear }, command: { department: id, fromYear } };
    }),
    'municipality.found-section': office.plainly(municipality.FoundSection, 'sections', async () =>
      ({ id: office.fresh('section'), department: 'planning', name: office.name(), fromYear })),
    'municipality.rename-section': office.organises(municipality.RenameSection, async () => {
      const body = { name: office.name(), fromYear };
      return { path: 'sections/evaluation/rename', body, command: { ...body, section: 'evaluation' } };
    }),
    'municipality.move-section': office.organises(municipality.MoveSection, async () => {
      const id = await office.section();
      const body = { department: await office.department(), fromYear };
      return { path: `sections/${id}/move`, body, command: { ...body, section: id } };
    }),
    'municipality.merge-sections': office.plainly(municipality.MergeSections, 'sections/merge', async () =>
      ({ sections: [await office.section()], into: 'evaluation', fromYear })),
    'municipality.abolish-section': office.organises(municipality.AbolishSection, async () => {
      const id = await office.section();
      return { path: `sections/${id}/abolish`, body: { fromYear }, command: { section: id, fromYear } };
    }),
  };
}

function postAttempts(office: Organising): Attempts {
  return {
    'municipality.create-post': office.organises(municipality.CreatePost, async () => {
      const created = { id: office.fresh('post'), section: 'evaluation', title: office.name(), role: 'staff' as const };
      return { path: 'posts', body: created, command: { created } };
    }),
    'municipality.close-post': office.organises(municipality.ClosePost, async () => {
      const id = await office.post();
      return { path: `posts/${id}/close`, command: { id } };
    }),
    'municipality.appoint': office.organises(municipality.Appoint, async () => {
      const appointment = { id: office.fresh('appointment'), post: await office.post(), person: newcomer };
      return { path: 'appointments', body: appointment, command: { appointment } };
    }),
    'municipality.end-appointment': office.organises(municipality.EndAppointment, async () => {
      const id = office.fresh('appointment');
      await office.sets(municipality.Appoint, { appointment: { id, post: await office.post(), person: newcomer } });
      return { path: `appointments/${id}/end`, body: { to: '2030-03-31' }, command: { appointment: id, to: '2030-03-31' } };
    }),
  };
}
