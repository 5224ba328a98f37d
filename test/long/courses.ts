import type { LoopbackProvider } from '../http/loopback-provider.ts';
import { CommitteeCourses, type LearnedOfCommittee, type SheetAt } from './committee-courses.ts';
import { Deeds, NotDone, type Tell } from './deeds.ts';
import { municipality, year, type FoundedOffice } from './founded-office.ts';
import type { Route } from './hostile-requests.ts';
import type { Answer, Asked } from './http-asking.ts';
import { reviseAdopted } from './revision-courses.ts';

type Course = readonly [name: string, goes: (at: SheetAt) => Promise<void>];

/** What is learned while it goes on. */
export interface Learned extends LearnedOfCommittee {
  readonly plans: string[];
  readonly proposals: string[];
  readonly appointments: string[];
  readonly account: KnownAccount;
}

/** The account by which somebody signs in; its password changes as it goes. */
export interface KnownAccount {
  readonly logins: string[];
  readonly passwords: string[];
}

/**
 * What nobody does by chance: deeds that follow from what was answered just before, each of them right unless somebody else
 * came in between. They go on among everything else, and begin again until each of them was done once.
 */
export class Courses {
  readonly #deeds: Deeds;
  readonly #ofCommittee: CommitteeCourses;
  readonly #doneOnce = new Set<string>();
  readonly #underWay = new Set<string>();
  readonly #courses: Readonly<Record<string, readonly Course[]>>;
  #words = 0;

  constructor(private readonly parts: {
    readonly office: FoundedOffice;
    readonly known: Learned;
    readonly provider: LoopbackProvider;
    readonly tell: Tell;
    readonly happens: (share: number) => boolean;
  }) {
    this.#deeds = new Deeds(parts.office, parts.tell);
    this.#ofCommittee = new CommitteeCourses(this.#deeds, parts.known);
    this.#courses = {
      submit: [
        ['taken back', (at) => this.#takeBack(at)], ['approved by all', (at) => this.#approve(at)], ['passed over', (at) => this.#passOver(at)],
        ['decided for the absent', (at) => this.#decideForAbsent(at)], ['sent back', (at) => this.#sendBack(at)],
        ['left with the committee', (at) => this.#ofCommittee.leave(at)], ['evaluated a second time', (at) => this.#ofCommittee.debate(at)],
      ],
      save: [['copied from last year', (at) => this.#copy(at)]],
    };
  }

  /** What chance did not begin is begun on purpose. */
  async finish(): Promise<void> {
    const isUndone = ([name]: Course): boolean => !this.#doneOnce.has(name);
    for (const { token, section } of this.parts.office.members.filter(({ role }) => role === 'staff')) {
      for (const sheet of this.parts.office.sheets[section] ?? []) {
        if (!(this.#courses['submit'] ?? []).some(isUndone)) return;
        const { status, text } = await this.#deeds.ask('POST /sheets/{sheet}/submit', { token, names: { sheet }, body: {} });
        if (status < 400) await this.#follow('submit', JSON.parse(text) as { id?: string; revision?: number }, token);
      }
    }
  }

  /** What follows from an answer. */
  async after({ method, path }: Route, asked: Asked, answer: Answer): Promise<void> {
    const token = asked.headers?.['authorization']?.slice('Bearer '.length) ?? '';
    const end = `${method} ${path.slice('/api/{municipality}'.length)}`;
    const body = answer.text === '' ? {} : JSON.parse(answer.text) as { id?: string; revision?: number };
    switch (end) {
      case 'POST /sheets/{sheet}/submit': return this.#follow('submit', body, token);
      case 'PATCH /sheets/{sheet}': return this.#follow('save', body, token);
      case 'POST /sheets/{sheet}/files': return this.#readFile(body.id as string, token);
      case 'PUT /sheets/{sheet}/working-copy': return this.#readWorkingCopy(asked, token);
      case 'POST /plans': return this.#draft(body.id as string, token);
      case 'POST /plans/{plan}/nodes': return this.parts.happens(0.5) ? this.#prune(body.id as string, token) : undefined;
      case 'POST /plans/{plan}/revision/proposals': return this.#know(body.id as string, token);
      case 'POST /committees': return this.#ofCommittee.gather(body.id as string, token);
      case 'POST /scheme': return this.#take((body.revision as number) + 1, token);
      case 'POST /appointments': return this.#end(asked, token);
      case 'POST /accounts': return this.#reset(asked, token);
      case 'POST /tokens': return this.#withdraw(token);
      case 'POST /session': return this.#inSession(asked, answer);
      case 'GET /session/oidc': return this.#comeBack(asked, answer);
      default: return undefined;
    }
  }

  async #follow(what: string, { id, revision }: { id?: string; revision?: number }, token: string): Promise<void> {
    const section = this.parts.office.members.find((member) => member.token === token)?.section;
    const courses = this.#courses[what] ?? [];
    const isNext = ([name]: Course): boolean => !this.#doneOnce.has(name) && !this.#underWay.has(name);
    const next = courses.find(isNext) ?? (this.parts.happens(0.4) ? courses[this.#words++ % courses.length] : undefined);
    if (id === undefined || revision === undefined || section === undefined || next === undefined) return;
    const [name, goes] = next;
    this.#underWay.add(name);
    try {
      await goes({ sheet: id, basedOn: revision, section, token });
      this.#doneOnce.add(name);
    } catch (fault) {
      if (!(fault instanceof NotDone)) throw fault;
    } finally {
      this.#underWay.delete(name);
    }
  }

  async #takeBack({ sheet, token }: SheetAt): Promise<void> {
    await this.#deeds.do('POST /sheets/{sheet}/take-back', { token, names: { sheet } });
  }

  async #approve({ sheet, basedOn, section, token }: SheetAt): Promise<void> {
    const names = { sheet };
    const [chief, manager, secretariat] = [this.#deeds.at(`${section}-chief`), this.#deeds.at(`${section}-manager`), this.#deeds.at('secretariat')];
    const decided = await this.#deeds.do('POST /sheets/{sheet}/approve', { token: chief, names, body: { basedOn } });
    const approved = await this.#deeds.do('POST /sheets/{sheet}/approve', { token: manager, names, body: { basedOn: decided, decidedOn: '2026-06-01' } });
    const accepted = await this.#deeds.do('POST /sheets/{sheet}/accept', { token: secretariat, names, body: { basedOn: approved, documentNumber: '8企行第5号' } });
    const word = `${this.#words++}`;
    const slip = { basedOn: accepted, fields: { remark: `表記の統一 ${word}` }, reason: '表記の統一' };
    await this.#deeds.do('PATCH /sheets/{sheet}/secretariat-fields', { token: secretariat, names, body: { basedOn: accepted, fields: { memo: `確認 ${word}` } } });
    const corrected = await this.#deeds.do('POST /sheets/{sheet}/correct', { token: secretariat, names, body: slip });
    const figures = { basedOn: corrected, fields: { settled: `${word}円` }, reason: '決算の確定' };
    await this.#deeds.do('POST /sheets/{sheet}/replace-figures', { token, names, body: figures });
    await this.#deeds.do('POST /sheets/{sheet}/look-at', { token: manager, names });
  }

  async #passOver({ sheet, basedOn, section }: SheetAt): Promise<void> {
    const body = { basedOn, reason: '係長不在のため' };
    await this.#deeds.do('POST /sheets/{sheet}/approve-over', { token: this.#deeds.at(`${section}-manager`), names: { sheet }, body });
    await this.#deeds.do('POST /sheets/{sheet}/review-afterwards', { token: this.#deeds.at(`${section}-chief`), names: { sheet } });
  }

  async #decideForAbsent({ sheet, basedOn, section }: SheetAt): Promise<void> {
    const token = this.#deeds.at(`${section}-chief`);
    const decided = await this.#deeds.do('POST /sheets/{sheet}/approve', { token, names: { sheet }, body: { basedOn } });
    await this.#deeds.do('POST /sheets/{sheet}/approve-for-absent', { token, names: { sheet }, body: { basedOn: decided, reason: '課長不在のため' } });
  }

  async #sendBack({ sheet, section }: SheetAt): Promise<void> {
    await this.#deeds.do('POST /sheets/{sheet}/send-back', { token: this.#deeds.at(`${section}-chief`), names: { sheet }, body: { reason: '根拠は？' } });
  }

  async #copy({ sheet, token }: SheetAt): Promise<void> {
    const from = sheet.replace(/^\d{4}/, String(year - 1));
    const basedOn = await this.#deeds.do('GET /sheets/{sheet}', { token, names: { sheet: from } });
    await this.#deeds.do('PATCH /sheets/{sheet}', { token, names: { sheet: from }, body: { basedOn, fields: { opinion: `昨年度 ${this.#words++}` } } });
    await this.#deeds.do('POST /sheets/{sheet}/submit', { token, names: { sheet: from }, body: {} });
    const now = await this.#deeds.do('GET /sheets/{sheet}', { token, names: { sheet } });
    await this.#deeds.do('POST /sheets/{sheet}/copy-last-year', { token, names: { sheet }, body: { basedOn: now, from, fields: ['opinion'] } });
  }

  async #readFile(sheet: string, token: string): Promise<void> {
    const { text } = await this.#deeds.ask('GET /sheets/{sheet}', { token, names: { sheet } });
    const { files = [] } = JSON.parse(text) as { files?: readonly { readonly id: string }[] };
    const file = files.at(-1)?.id;
    if (file === undefined) return;
    await this.#deeds.ask('GET /sheets/{sheet}/files/{file}', { token, names: { sheet, file } });
    if (this.parts.happens(0.7)) await this.#deeds.ask('DELETE /sheets/{sheet}/files/{file}', { token, names: { sheet, file } });
  }

  async #readWorkingCopy({ path }: Asked, token: string): Promise<void> {
    const [, sheet = ''] = /\/sheets\/([^/]+)\//.exec(path) ?? [];
    await this.#deeds.ask('GET /sheets/{sheet}/working-copy', { token, names: { sheet } });
  }

  /** A draft on which everybody may go on working, or one that is adopted at once. */
  async #draft(plan: string, token: string): Promise<void> {
    const names = { plan };
    const name = { ja: '施策', en: 'Measure' };
    const nodes = ['1', '2', '3', '4'].map((number) => ({ number, level: 'measure', section: 'section-0', name }));
    const indicator = { node: '1', name, class: 'activity', unit: '回', kind: 'annual', direction: 'higher' };
    await this.#deeds.ask('POST /plans/{plan}/nodes', { token, names, body: { nodes } });
    await this.#deeds.ask('POST /plans/{plan}/indicators', { token, names, body: { indicators: [indicator] } });
    await this.#prune(plan, token);
    // Named as often as all the drafts together, the plan of the year is not lost among them.
    if (this.parts.happens(0.7)) this.parts.known.plans.push(plan, this.parts.office.plan);
    else {
      await this.#deeds.ask('POST /plans/{plan}/adopt', { token, names, body: { fromYear: year } });
      await reviseAdopted(plan, token, this.#deeds);
    }
  }

  async #know(plan: string, token: string): Promise<void> {
    const { text } = await this.#deeds.ask('GET /plans/{plan}/revision', { token, names: { plan } });
    const { proposals = [] } = JSON.parse(text) as { proposals?: readonly { readonly proposal: string }[] };
    this.parts.known.proposals.splice(0, Infinity, 'x', ...proposals.slice(-20).map(({ proposal }) => proposal));
  }

  async #take(schemeVersion: number, token: string): Promise<void> {
    await this.#deeds.ask('POST /cycles/{year}/scheme', { token, names: { year: String(year) }, body: { schemeVersion } });
  }

  async #prune(plan: string, token: string): Promise<void> {
    const { text } = await this.#deeds.ask('GET /plans/{plan}', { token, names: { plan } });
    const { nodes = [] } = JSON.parse(text) as { nodes?: readonly { readonly id: string }[] };
    const last = nodes.at(-1)?.id;
    if (last !== undefined) await this.#deeds.ask('POST /plans/{plan}/prune', { token, names: { plan }, body: { nodes: [last] } });
  }

  async #end({ body }: Asked, token: string): Promise<void> {
    const { id: appointment } = JSON.parse(String(body)) as { id: string };
    this.parts.known.appointments.push(appointment);
    await this.#deeds.ask('POST /appointments/{appointment}/end', { token, names: { appointment }, body: { to: '2998-03-31' } });
  }

  async #reset({ body }: Asked, token: string): Promise<void> {
    const { accounts: [account] } = JSON.parse(String(body)) as { accounts: readonly { readonly person: string }[] };
    if (account !== undefined) await this.#deeds.ask('POST /accounts/{person}/reset', { token, names: { person: account.person } });
  }

  async #withdraw(token: string): Promise<void> {
    const { text } = await this.#deeds.ask('GET /tokens', { token });
    const { tokens = [] } = JSON.parse(text) as { tokens?: readonly { readonly id: string; readonly label: string }[] };
    // The one by which everybody asks here stays.
    const other = tokens.find(({ label }) => label !== 'long')?.id;
    if (other !== undefined) await this.#deeds.ask('DELETE /tokens/{token}', { token, names: { token: other } });
  }

  /** The first password is changed once, and every session ends. */
  async #inSession({ body }: Asked, answer: Answer): Promise<void> {
    const { password: current } = JSON.parse(String(body)) as { password: string };
    const headers = { 'cookie': cookiesOf(answer), 'sec-fetch-site': 'same-origin' };
    const next = '巡り巡って令和の春に帰る';
    const { status } = await this.#deeds.ask('PUT /session/password', { headers, body: { current, next } });
    if (status < 400) this.parts.known.account.passwords.splice(0, Infinity, next);
    await this.#deeds.ask('DELETE /session', { headers });
  }

  /** From the provider's pages, at which somebody agrees to everything. */
  async #comeBack({ path }: Asked, answer: Answer): Promise<void> {
    // The provider knows this office only.
    if (this.#doneOnce.has('vouched for') || !path.startsWith(`/api/${municipality}/`)) return;
    this.#doneOnce.add('vouched for');
    const location = await this.parts.provider.follow(answer.headers.location ?? '');
    await this.#deeds.ask('GET /session/oidc/callback', { headers: { cookie: cookiesOf(answer) }, query: new URL(location).search });
  }
}

function cookiesOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}
