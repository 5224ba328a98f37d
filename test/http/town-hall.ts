import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import supertest from 'supertest';
import { buildServer } from '../../apps/api/server.ts';
import { committeeRoom } from '../../libs/committee/room.ts';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { CloseMunicipality, FoundMunicipality } from '../../libs/municipality/commands.ts';
import type { Appointment } from '../../libs/municipality/domain/municipality.events.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { PeopleRecords } from '../../libs/municipality/people/people-records.ts';
import { municipalityRoom } from '../../libs/municipality/room.ts';
import { operatorAsker } from '../../libs/platform/access/asker.ts';
import type { CommandClass } from '../../libs/platform/commands/verb.ts';
import { Installation, type InstallationParts } from '../../libs/platform/installation.ts';

const named = (text: string) => ({ ja: text, en: text });
const roles = ['secretariat', 'admin', 'auditor', 'staff', 'approver'] as const;
export type Post = (typeof roles)[number];

/** People of every office here; the newcomer holds no post. */
export const person = Object.fromEntries([...roles, 'newcomer'].map((name, index) =>
  [name, `0192f0c4-7a3b-7c00-8000-00000000000${index}`])) as Readonly<Record<Post | 'newcomer', string>>;

/** The real application with the office, its people and its committees alone, at a time that a spec chooses. */
export class TownHall {
  nowMs = Date.parse('2026-05-20T01:00:00.000Z');
  readonly logged: string[] = [];
  readonly #directory = newDirectory();
  readonly installation: Installation;
  readonly records: PeopleRecords;
  url = '';
  #close = async (): Promise<void> => undefined;

  constructor(parts: Partial<InstallationParts> = {}) {
    const clock = { now: () => new Date(this.nowMs).toISOString() };
    this.installation = new Installation({
      rooms: [municipalityRoom, committeeRoom],
      store: SqliteEventStore.open(this.#directory.file('events.sqlite')),
      privateStorePath: this.#directory.file('private.sqlite'),
      modelDirectory: this.#directory.file('read-models'),
      attachmentDirectory: this.#directory.file('attachments'),
      editionDirectory: this.#directory.file('editions'),
      digestKey: 'of a spec',
      clock,
      clocks: clock,
      log: pino({ level: 'debug' }, { write: (line: string) => { this.logged.push(line); } }),
      ...parts,
    });
    this.records = new PeopleRecords(this.installation.privateStore, clock);
  }

  async open(): Promise<this> {
    const app = await buildServer(this.installation);
    await app.listen(0, '127.0.0.1');
    await this.installation.start();
    this.url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    this.#close = () => app.close();
    return this;
  }

  async found(municipality: string, more: readonly Appointment[] = []): Promise<void> {
    await this.run(FoundMunicipality, municipality, {
      name: named(municipality), demonstration: false,
      departments: [{ id: 'planning', name: named('企画部') }],
      sections: [{ id: 'evaluation', department: 'planning', name: named('行政評価課') }],
      posts: [...roles, 'second' as const].map((id) => ({ id, section: 'evaluation', title: named(id), role: id === 'second' ? 'approver' : id })),
      appointments: [...roles.map((id) => ({ id: `${id}-1`, post: id, person: person[id] })), ...more],
    });
    for (const role of roles) this.records.people.name(municipality, person[role], `${role}さん`);
  }

  async close(municipality: string): Promise<void> {
    await this.run(CloseMunicipality, municipality, {});
  }

  async run<Body extends object>(command: CommandClass<Body>, municipality: string, body: Body, asker = operatorAsker(municipality)): Promise<void> {
    const outcome = await this.installation.runner.run(new command(municipalityStream(municipality), { asker, key: randomUUID() }, body));
    if (outcome.kind === 'rejected') throw new Error(`${outcome.code} ${JSON.stringify(outcome.details)}`);
  }

  pass({ minutes }: { readonly minutes: number }): void {
    this.nowMs += minutes * 60_000;
  }

  browser(municipality = 'mihon'): Browser {
    return new Browser(this.url, municipality);
  }

  /** A script in somebody's name. */
  script(post: Post, municipality = 'mihon'): Browser {
    return new Browser(this.url, municipality, { authorization: `Bearer ${this.records.tokens.add(municipality, person[post], 'spec')}` });
  }

  /** Gives somebody an account and says its first password. */
  async issue(post: Post, login: string = post, municipality = 'mihon'): Promise<string> {
    const { body } = await this.script('admin', municipality).post('accounts', { accounts: [{ person: person[post], login }] }).expect(200);
    return body.accounts[0].firstPassword as string;
  }

  /** Somebody with a password that he chose himself. */
  async withPassword(post: Post, password: string, login: string = post): Promise<void> {
    const first = await this.issue(post, login);
    const browser = this.browser();
    await browser.signIn(login, first).expect(200);
    await browser.put('session/password', { current: first, next: password }).expect(204);
    await browser.delete('session').expect(204);
  }

  /** Everything that is kept on disk beside the log, as bytes. */
  keptBytes(): Buffer {
    return Buffer.concat(['', '-wal'].map((suffix) => readFileSync(`${this.#directory.file('private.sqlite')}${suffix}`)));
  }

  async stop(): Promise<void> {
    await this.#close();
    await this.installation.stop();
    this.#directory.remove();
  }
}

type Headers = Readonly<Record<string, string>>;

/** A browser that looks at a page of ours, and keeps what it is given. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly municipality: string,
    readonly headers: Headers = { 'sec-fetch-site': 'same-origin' },
  ) {}

  /** The same browser at the pages of another office, or with a page of somebody else. */
  elsewhere(municipality: string, headers = this.headers): Browser {
    const other = new Browser(this.url, municipality, headers);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  signIn(login: string, password: string, headers: Headers = {}): supertest.Test {
    return this.post('session', { login, password }, headers);
  }

  get(path: string, headers: Headers = {}): supertest.Test {
    return this.#ask('get', path, headers);
  }

  post(path: string, body?: object, headers: Headers = {}): supertest.Test {
    return this.#ask('post', path, headers).send(body);
  }

  put(path: string, body: object, headers: Headers = {}): supertest.Test {
    return this.#ask('put', path, headers).send(body);
  }

  delete(path: string, headers: Headers = {}): supertest.Test {
    return this.#ask('delete', path, headers);
  }

  keep(setCookie: readonly string[]): void {
    for (const cookie of setCookie) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (cookie.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  #ask(method: 'get' | 'post' | 'put' | 'delete', path: string, headers: Headers): supertest.Test {
    const asking = supertest(this.url)[method](`/api/${this.municipality}${path && `/${path}`}`).set({ ...this.headers, ...headers });
    if (this.cookies.size > 0) void asking.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    return asking.on('response', (response: supertest.Response) => { this.keep([response.headers['set-cookie'] ?? []].flat()); });
  }
}
