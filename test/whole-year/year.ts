import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { sheetDecider, sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import type { House, Office, Person } from '../office.ts';
import { founding, people, personOf, year, type MemberName, type YearPost } from './papers.ts';

/** What keys and ids of the year are derived from: lived twice, it comes out the same. */
const origin = '0196d0a0-0000-7000-8000-0000000000c0';

/** A real server may hold another year of the same name. */
export const municipality = `sakura${randomUUID().slice(0, 8)}`;

/** The two committees of the year. */
export const committees = ['first', 'second'] as const;
export type CommitteeName = (typeof committees)[number];

export type Who = YearPost | MemberName;

/** One municipality in one year, over HTTP: whoever does something names a moment, and gets the same ids each time it is lived. */
export class WholeYear {
  readonly sheets = new Map<string, string>();
  readonly indicators = new Map<string, string>();
  readonly nodes = new Map<string, string>();
  readonly committeeIds = new Map<CommitteeName, string>();
  /** `first third`: of a member in a committee. */
  readonly memberships = new Map<string, string>();
  readonly noted = new Map<string, string>();
  readonly #members = new Map<MemberName, Person>();
  #deeds = 0;

  private constructor(readonly house: House, readonly office: Office<YearPost>) {}

  static async begun(house: House): Promise<WholeYear> {
    house.setClock('2026-04-01T00:00:00.000Z');
    const office = await house.foundAs<YearPost>(municipality, founding);
    const lived = new WholeYear(house, office);
    for (const name of people) lived.#members.set(name, office.memberCalled(personOf(name), `${name}委員`));
    return lived;
  }

  person(who: Who): Person {
    return this.#members.get(who as MemberName) ?? this.office.at(who as YearPost);
  }

  /** It is that moment from now on: the day and the hour in Japan. */
  on(day: string, hour = 10): void {
    this.house.setClock(new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+09:00`).toISOString());
  }

  /** Of a member under his membership of a committee, of anybody else as he is. */
  headersOf(who: Who, committee?: CommitteeName): Record<string, string> {
    const membership = committee && this.memberships.get(`${committee} ${who}`);
    return membership === undefined ? {} : { 'meguri-appointment': membership };
  }

  async does(who: Who, path: string, body: object | undefined, { status = 200, code, committee, method = 'post' }: {
    readonly status?: number; readonly code?: string; readonly committee?: CommitteeName; readonly method?: 'post' | 'patch';
  } = {}): Promise<Answer> {
    const person = this.person(who);
    const headers = { ...this.headersOf(who, committee), 'idempotency-key': deriveUuid(origin, String(++this.#deeds)) };
    const answer = await person[method](path, body as object, headers);
    const told = `${who} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 600)}`;
    if (answer.status !== status && !(status === 200 && answer.status === 201)) throw new Error(`${status} was expected of ${told}`);
    if (code !== undefined && answer.body.code !== code) throw new Error(`${code} was expected of ${told}`);
    return answer.body;
  }

  refused(who: Who, path: string, body: object | undefined, code: string, status = 409, more: { readonly committee?: CommitteeName; readonly method?: 'patch' } = {}): Promise<Answer> {
    return this.does(who, path, body, { status, code, ...more });
  }

  /** What he is told by a model that knows everything so far. */
  async reads(who: Who, path: string, { status = 200, committee }: { readonly status?: number; readonly committee?: CommitteeName } = {}): Promise<Answer> {
    const position = await this.house.installation.store.lastPosition() as string;
    const answer = await this.person(who).get(path, { ...this.headersOf(who, committee), 'meguri-position': position });
    if (answer.status !== status) throw new Error(`${status} was expected of ${who} GET ${path}: ${answer.status} ${answer.text.slice(0, 600)}`);
    return answer.body;
  }

  /** Without saying who asks. */
  async public(path = ''): Promise<supertest.Response> {
    return supertest(this.house.url).get(`/public/${municipality}${path && `/${path}`}`);
  }

  sheet(number: string, of = year): string {
    return `sheets/${this.sheetId(number, of)}`;
  }

  sheetId(number: string, of = year): string {
    const node = this.nodes.get(number);
    if (node === undefined) throw new Error(`no measure ${number}`);
    return `${of}-${node}`;
  }

  committee(name: CommitteeName): string {
    return this.committeeIds.get(name) as string;
  }

  membership(committee: CommitteeName, name: MemberName): string {
    const found = this.memberships.get(`${committee} ${name}`);
    if (found === undefined) throw new Error(`${name} is no member of ${committee}`);
    return found;
  }

  async revision(number: string, of = year): Promise<number> {
    return (await this.stateOf(number, of))['revision'];
  }

  /** As it is in truth, for whoever must name a revision that he has before him. */
  async stateOf(number: string, of = year): Promise<Answer> {
    const { state } = await this.house.installation.states.fold(sheetDecider, sheetStream(municipality, this.sheetId(number, of)));
    return state;
  }

  async handOver(number: string): Promise<number> {
    return (await this.stateOf(number))['works'].committee.handOver.revision;
  }

  /** Waits for what a to-do list does. */
  async until(what: string, isDone: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 1_000; attempt++) {
      if (await isDone()) return;
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
    throw new Error(`waited in vain: ${what}`);
  }
}

/** Whatever an answer holds is looked at by whoever asked for it. */
export type Answer = supertest.Response['body'];

/** One thing that happens, and after which somebody may look on. */
export interface Step {
  readonly name: string;
  readonly lives: (lived: WholeYear) => Promise<void>;
}
