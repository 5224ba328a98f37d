import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import type supertest from 'supertest';
import { RecordRefusal } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import { OpenSheet } from '../libs/evaluation/commands.ts';
import { sheetStream } from '../libs/evaluation/domain/sheet.ts';
import { aWhile, eventually } from '../libs/event-store/contract/given-events.ts';
import { FoundMunicipality } from '../libs/municipality/commands.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import type { Asker } from '../libs/platform/access/asker.ts';
import type { AnyCommand } from '../libs/platform/commands/verb.ts';
import type { House, Office, OpenYear, Person } from './office.ts';
import { answers, foundingOf, planOf, scheme, year, yearOf } from './office-papers.ts';

/** The section of the asker's post, or the other one. */
export type Place = 'own' | 'another';

export interface Attempting {
  readonly person: Person;
  readonly asker: Asker;
  readonly place: Place;
}

/** True when it was done, false when it was refused; anything else throws. */
export type Attempt = (attempting: Attempting) => Promise<boolean>;

const sections = { own: 'promotion', another: 'childcare' } as const;
const staffOf = { own: 'colleague', another: 'childcare-staff' } as const;
const approverOf = { own: 'approver', another: 'childcare-approver' } as const;

/** For every line of access.expected.txt, how somebody tries it in earnest. */
export class Attempts {
  readonly #unused: { own: string[]; another: string[] };
  #storied: Promise<Readonly<Record<Place, string>>> | undefined;
  #count = 0;

  constructor(private readonly house: House, private readonly office: Office, private readonly opened: OpenYear) {
    this.#unused = { own: [...opened.promotion], another: [...opened.childcare] };
  }

  readonly of: Readonly<Record<string, Attempt>> = {
    'municipality.found': ({ asker }) => this.#runs(new FoundMunicipality(
      municipalityStream(`town${++this.#count}`), { asker, key: randomUUID() }, foundingOf('town'))),
    'municipality.read': ({ person }) => mayOf(person.get('')),
    'municipality.who-am-i': ({ person }) => mayOf(person.get('who-am-i')),
    'scheme.adopt': ({ person }) => mayOf(person.post('scheme', scheme)),
    'scheme.read': ({ person }) => mayOf(person.get('scheme')),
    'plan.adopt': ({ person }) => mayOf(person.post('plans', planOf({ promotion: 1, childcare: 0 }))),
    'plan.read': ({ person }) => mayOf(person.get(`plans/${this.opened.plan}`)),
    'cycle.open': async ({ person }) => {
      const node = (this.opened.promotion[0] as string).slice('2026-'.length);
      return mayOf(person.post('cycles', { ...yearOf(this.opened.plan, [node]), year: year + ++this.#count }));
    },
    'cycle.read': ({ person }) => mayOf(person.get(`cycles/${year}`)),
    'cycle.record-refusal': ({ asker }) => this.#runs(new RecordRefusal(
      cycleStream('mihon', year), { asker, key: randomUUID() }, { node: `node-${++this.#count}`, code: 'node-missing' })),
    'evaluation.open': ({ asker }) => {
      const node = (this.opened.promotion[0] as string).slice('2026-'.length);
      const opening = { year: year + 50 + ++this.#count, node };
      // Whatever a cycle asks for is open already, so whoever may is told that no cycle asks for this one.
      return this.#runs(new OpenSheet(sheetStream('mihon', `${opening.year}-${node}`), { asker, key: randomUUID() }, opening), 'node-missing');
    },
    'evaluation.save': async ({ person, place }) => mayOf(person.patch(this.#fresh(place), { basedOn: 0, fields: answers })),
    'evaluation.submit': async ({ person, place }) => mayOf(person.post(`${await this.#complete(place)}/submit`)),
    'evaluation.approve': async ({ person, place }) => mayOf(person.post(`${await this.#submitted(place)}/approve`, { basedOn: 2 })),
    'evaluation.send-back': async ({ person, place }) => mayOf(person.post(`${await this.#submitted(place)}/send-back`, { reason: '理由' })),
    'evaluation.list-sheets': async ({ person, place }) =>
      (await person.get(`sheets?section=${sections[place]}`).expect(200)).body.sheets.length > 0,
    'evaluation.read-sheet': ({ person, place }) => mayOf(person.get(this.#some(place))),
    'evaluation.read-history': ({ person, place }) => mayOf(person.get(`${this.#some(place)}/history`)),
    'evaluation.watch-changes': ({ person, place }) => this.#isTold(person, place),
    'evaluation.keep-working-copy': ({ person, place }) =>
      mayOf(person.put(`${this.#some(place)}/working-copy`, { basedOn: 0, fields: { result: '1' } })),
    // That nothing was kept yet is an answer too.
    'evaluation.read-working-copy': ({ person, place }) => mayOf(person.get(`${this.#some(place)}/working-copy`), 404),
    'evaluation.drop-working-copy': ({ person, place }) => mayOf(person.delete(`${this.#some(place)}/working-copy`)),
    'sees SheetOpened': (attempting) => this.#sees(attempting, 'SheetOpened'),
    'sees FieldsSaved': (attempting) => this.#sees(attempting, 'FieldsSaved'),
    'sees FirstEvaluationSubmitted': (attempting) => this.#sees(attempting, 'FirstEvaluationSubmitted'),
    'sees FirstEvaluationSentBack': (attempting) => this.#sees(attempting, 'FirstEvaluationSentBack'),
    'sees FirstEvaluationApproved': (attempting) => this.#sees(attempting, 'FirstEvaluationApproved'),
  };

  /** A sheet that everybody may look at and nobody changes. */
  #some(place: Place): string {
    return `sheets/${(place === 'own' ? this.opened.promotion : this.opened.childcare)[0]}`;
  }

  #fresh(place: Place): string {
    const sheet = this.#unused[place].length > 1 ? this.#unused[place].pop() : undefined;
    if (sheet === undefined) throw new Error('open more sheets');
    return `sheets/${sheet}`;
  }

  async #complete(place: Place): Promise<string> {
    const sheet = this.#fresh(place);
    await this.office.at(staffOf[place]).patch(sheet, { basedOn: 0, fields: answers }).expect(200);
    return sheet;
  }

  async #submitted(place: Place): Promise<string> {
    const sheet = await this.#complete(place);
    await this.office.at(staffOf[place]).post(`${sheet}/submit`).expect(200);
    return sheet;
  }

  /** A sheet to which everything has happened that can. */
  async #approved(place: Place): Promise<string> {
    const sheet = await this.#submitted(place);
    await this.office.at(approverOf[place]).post(`${sheet}/send-back`, { reason: '理由' }).expect(200);
    const { body: { revision: basedOn } } = await this.office.at(staffOf[place]).post(`${sheet}/submit`).expect(200);
    await this.office.at(approverOf[place]).post(`${sheet}/approve`, { basedOn }).expect(200);
    return sheet;
  }

  async #sees({ person, place }: Attempting, type: string): Promise<boolean> {
    this.#storied ??= (async () => ({ own: await this.#approved('own'), another: await this.#approved('another') }))();
    const answer = await person.get(`${(await this.#storied)[place]}/history`);
    return answer.status === 200 && answer.body.events.some((event: { type: string }) => event.type === type);
  }

  /** Something changes while somebody listens: is he told? */
  async #isTold(person: Person, place: Place): Promise<boolean> {
    const sheet = this.#fresh(place);
    let heard = '';
    let known = '';
    this.house.installation.watch((events) => { known = events.at(-1)?.position ?? known; });
    const headers = { authorization: `Bearer ${person.token}` };
    const request = get(`${this.house.url}/api/mihon/changes`, { headers });
    request.on('response', (response) => {
      response.setEncoding('utf8').on('data', (text: string) => { heard += text; }).on('error', () => undefined);
    });
    await new Promise((resolve) => { request.once('response', resolve); });
    const { body } = await this.office.at(staffOf[place]).patch(sheet, { basedOn: 0, fields: answers }).expect(200);
    await eventually('the change to be known', () => known >= body.position);
    await aWhile();
    request.destroy();
    return heard.includes(sheet.slice('sheets/'.length));
  }

  /** What no route leads to is asked of the runner itself. */
  async #runs(command: AnyCommand, alsoYes?: string): Promise<boolean> {
    const outcome = await this.house.installation.runner.run(command);
    if (outcome.kind === 'rejected' && outcome.code === alsoYes) return true;
    if (outcome.kind === 'rejected' && outcome.code !== 'not-allowed') throw new Error(`neither done nor forbidden: ${outcome.code}`);
    return outcome.kind === 'done';
  }
}

async function mayOf(asking: supertest.Test, alsoYes?: number): Promise<boolean> {
  const { status, body } = await asking;
  if (status === 403 && body.code === 'not-allowed') return false;
  if ((status >= 200 && status < 300) || status === alsoYes) return true;
  throw new Error(`neither done nor forbidden: ${status} ${JSON.stringify(body)}`);
}
