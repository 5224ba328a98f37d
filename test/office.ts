import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { QueryBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import supertest from 'supertest';
import { rooms } from '../apps/api/rooms.ts';
import { buildServer } from '../apps/api/server.ts';
import { newDirectory } from '../libs/event-store/contract/given-directory.ts';
import type { EventStore } from '../libs/event-store/event-store.ts';
import { SqliteEventStore } from '../libs/event-store/sqlite/sqlite-event-store.ts';
import { systemClock, type Instant } from '../libs/kernel/clock.ts';
import { FoundMunicipality } from '../libs/municipality/commands.ts';
import type { FoundMunicipality as FoundMunicipalityBody } from '../libs/municipality/domain/found.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import { People } from '../libs/municipality/people/people.ts';
import { Tokens } from '../libs/municipality/people/tokens.ts';
import { operatorAsker } from '../libs/platform/access/asker.ts';
import { Installation } from '../libs/platform/installation.ts';
import { foundingOf, planOf, scheme, year, yearOf, type PostId } from './office-papers.ts';

/** The real application, listening, over real files in a directory of its own. */
export interface House {
  readonly installation: Installation;
  readonly queries: QueryBus;
  readonly url: string;
  readonly modelDirectory: string;
  readonly attachmentDirectory: string;
  /** What was logged as an error: a spec that means no harm finds nothing here. */
  readonly errors: string[];
  /** From now on it is that time for everybody, until it is set again. */
  setClock(to: Instant): void;
  found(municipality: string): Promise<Office>;
  /** An office of a spec's own, in which somebody holds each of the posts. */
  foundAs<Post extends string>(municipality: string, founding: FoundMunicipalityBody): Promise<Office<Post>>;
  close(): Promise<void>;
}

/** A spec that must lay hands on the log opens it itself. */
export async function openHouse(openStore: (path: string) => EventStore = (path) => SqliteEventStore.open(path)): Promise<House> {
  const directory = newDirectory();
  const modelDirectory = directory.file('read-models');
  const attachmentDirectory = directory.file('attachments');
  const errors: string[] = [];
  let setTo: Instant | undefined;
  const clock = { now: () => setTo ?? systemClock.now() };
  const installation = new Installation({
    rooms,
    store: openStore(directory.file('events.sqlite')),
    privateStorePath: directory.file('private.sqlite'),
    modelDirectory,
    attachmentDirectory,
    editionDirectory: directory.file('editions'),
    digestKey: 'of a spec',
    clock,
    clocks: clock,
    log: pino({ level: 'error' }, { write: (line: string) => { errors.push(line); } }),
  });
  const app = await buildServer(installation);
  await app.listen(0, '127.0.0.1');
  await installation.start();
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    installation,
    queries: app.get(QueryBus),
    url,
    modelDirectory,
    attachmentDirectory,
    errors,
    setClock: (to) => { setTo = to; },
    found: (municipality) => foundOffice(installation, url, municipality, foundingOf(municipality)),
    foundAs: (municipality, founding) => foundOffice(installation, url, municipality, founding),
    async close() {
      await app.close();
      await installation.stop();
      directory.remove();
    },
  };
}

/** An office on its first day: people with tokens, and nothing adopted yet. */
export interface Office<Post extends string = PostId> {
  readonly municipality: string;
  /** Whoever was in a post when the office was founded. */
  at(post: Post): Person;
  /** Somebody who holds no post, with a name and a token, which lets him in once he is a member of a committee. */
  memberCalled(person: string, name: string): Person;
  /** Adopts a scheme and a plan and opens the year: the ids of its open sheets, in the order of the measures. */
  openYear(measuresOf: Readonly<Record<'promotion' | 'childcare', number>>): Promise<OpenYear>;
}

export interface OpenYear {
  readonly plan: string;
  readonly promotion: readonly string[];
  readonly childcare: readonly string[];
}

async function foundOffice<Post extends string>(
  installation: Installation, url: string, municipality: string, founding: FoundMunicipalityBody,
): Promise<Office<Post>> {
  const outcome = await installation.runner.run(new FoundMunicipality(
    municipalityStream(municipality), { asker: operatorAsker(municipality), key: randomUUID() }, founding));
  if (outcome.kind !== 'done') throw new Error(`not founded: ${outcome.code}`);
  const directory = new People(installation.privateStore);
  const tokens = new Tokens(installation.privateStore);
  const memberCalled = (person: string, name: string): Person => {
    directory.name(municipality, person, name);
    return new Person(url, municipality, person, tokens.add(municipality, person, 'spec'));
  };
  const people = new Map(founding.appointments.map(({ post, person }) => [post, memberCalled(person, `${municipality} の ${post} さん`)]));
  const at = (post: Post): Person => people.get(post) as Person;
  return { municipality, at, memberCalled, openYear: (measuresOf) => openYear(people.get('secretariat') as Person, measuresOf) };
}

async function openYear(secretariat: Person, measuresOf: Parameters<Office['openYear']>[0]): Promise<OpenYear> {
  await secretariat.post('scheme', scheme).expect(201);
  const { body: { id: plan } } = await secretariat.post('plans', planOf(measuresOf)).expect(201);
  await secretariat.post(`plans/${plan}/adopt`, { fromYear: 2020 }).expect(200);
  const { body: { nodes } } = await secretariat.get(`plans/${plan}`).expect(200);
  const measures = (nodes as { id: string; level: string; section: string }[]).filter(({ level }) => level === 'measure');
  await secretariat.post('cycles', yearOf(plan, measures.map(({ id }) => id))).expect(201);
  await sheetsAreOpen(secretariat, measures.length);
  const of = (section: string) => measures.filter((node) => node.section === section).map(({ id }) => `${year}-${id}`);
  return { plan, promotion: of('promotion'), childcare: of('childcare') };
}

/** A to-do loop opens them, some time after the cycle was opened. */
export async function sheetsAreOpen(secretariat: Person, count: number): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const { body } = await secretariat.get('sheets?limit=200').expect(200);
    if (body.sheets.length === count) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error(`waited in vain for ${count} sheets`);
}

type Headers = Readonly<Record<string, string>>;

/** One person of an office, at a keyboard. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly municipality: string,
    readonly id: string,
    readonly token: string,
  ) {}

  /** Asks another office with the token of this one. */
  elsewhere(municipality: string): Person {
    return new Person(this.url, municipality, this.id, this.token);
  }

  get(path: string, headers: Headers = {}): supertest.Test {
    return this.#ask('get', path, headers);
  }

  post(path: string, body?: object, headers: Headers = {}): supertest.Test {
    return this.#ask('post', path, headers).send(body);
  }

  patch(path: string, body: object, headers: Headers = {}): supertest.Test {
    return this.#ask('patch', path, headers).send(body);
  }

  put(path: string, body: object, headers: Headers = {}): supertest.Test {
    return this.#ask('put', path, headers).send(body);
  }

  delete(path: string): supertest.Test {
    return this.#ask('delete', path, {});
  }

  #ask(method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string, headers: Headers): supertest.Test {
    return supertest(this.url)[method](`/api/${this.municipality}${path && `/${path}`}`).auth(this.token, { type: 'bearer' }).set(headers);
  }
}
