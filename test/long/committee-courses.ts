import { systemClock } from '../../libs/kernel/clock.ts';
import { dayInJapan } from '../../libs/kernel/day.ts';
import { NotDone, type Deeds } from './deeds.ts';
import { year, type FoundedCommittee } from './founded-office.ts';

/** A sheet that was just submitted. */
export interface SheetAt {
  readonly sheet: string;
  readonly basedOn: number;
  readonly section: string;
  /** Who has just done something to it. */
  readonly token: string;
}

/** What is there only once something was done. */
export interface LearnedOfCommittee {
  /** Sheets that were left with the committee. */
  readonly left: string[];
  readonly committees: string[];
  readonly memberships: string[];
  readonly meetings: string[];
  /** Meetings of the committee with those sheets on their agenda. */
  readonly held: string[];
  readonly questions: string[];
  readonly recommendations: string[];
}

interface Meeting {
  readonly id: string;
  readonly subgroup?: string;
  readonly agenda: readonly { readonly id: string; readonly sheet?: string }[];
}

interface Calling {
  readonly way: string;
  readonly on: string;
  readonly until?: string;
  readonly subgroup?: string;
  readonly agenda: readonly object[];
}

interface StageShown {
  readonly id: string;
  readonly questions?: readonly { readonly id: string }[];
  readonly draft?: { readonly revision: number; readonly recommendations: readonly { readonly recommendation: string }[] };
}

const reason = '公平を期するため';

/** What follows on a sheet that is approved, and on a committee that was founded. */
export class CommitteeCourses {
  readonly #deeds: Deeds;
  readonly #committee: FoundedCommittee;
  readonly #secretariat: string;

  constructor(deeds: Deeds, private readonly learned: LearnedOfCommittee) {
    if (deeds.office.committee === undefined) throw new Error('courses of a committee in an office without one');
    this.#deeds = deeds;
    this.#committee = deeds.office.committee;
    this.#secretariat = deeds.at('secretariat');
  }

  /** The committee has it, and whoever comes may do something to it. */
  async leave(at: SheetAt): Promise<void> {
    const { committee, members: [{ token }] } = this.#committee;
    const { whole } = await this.#meet(at);
    const accepted = await this.#accepted(at);
    await this.#office('hand-over', at, { basedOn: accepted, stage: 'committee', committee });
    await this.#ask(at, token);
    this.learned.left.push(at.sheet);
    this.learned.held.push(whole);
    this.learned.questions.push((await this.#stage(at)).questions?.at(-1)?.id ?? '');
  }

  /** All the way to the edition in which it is read, and past a correction to the next one. */
  async debate(at: SheetAt): Promise<void> {
    const meetings = await this.#meet(at);
    const accepted = await this.#accepted(at);
    const { committee, subgroup, members: [chair] } = this.#committee;
    const handedOver = await this.#office('hand-over', at, { basedOn: accepted, stage: 'committee', committee, subgroup });
    await this.#answer(at, chair.token);
    await this.#giveOpinions(at, handedOver);
    const recommendation = await this.#conclude(at, meetings);
    await this.#respond(at, recommendation);
    const concluded = await this.#revision(at);
    const decided = { decision: { decided: '継続' }, decidedOn: today() };
    await this.#office('hand-over', at, { basedOn: concluded, stage: 'mayor' });
    await this.#office('decide-stage', at, decided);
    await this.#office('reopen', at, { to: 'mayor', reason });
    await this.#office('finalise', at, { basedOn: await this.#office('decide-stage', at, decided) });
    await this.#publish(at, meetings.whole);
  }

  /** A committee that was just founded gets members, meets, and keeps minutes; it is then everybody's. */
  async gather(committee: string, token: string): Promise<void> {
    const of = '/committees/{committee}';
    const names = { committee };
    const post = (path: string, body: object, member = ''): Promise<number> =>
      this.#deeds.do(`POST ${of}/${path}`, { token, names: { committee, member }, body });
    try {
      for (const { person } of this.#deeds.office.members.slice(0, 3)) await post('members', { person, from: '2020-04-01' });
      const { members: all } = await this.#deeds.told<{ readonly members: readonly { readonly id: string }[] }>(`GET ${of}`, { token, names });
      const [chair, deputy, leaver] = all.map(({ id }) => id) as [string, string, string];
      await post('chair', { chair, deputy });
      await post('subgroups', { name: { ja: '部会', en: 'Sub-group' }, members: [chair, deputy], chair });
      await post('conflicts', { member: deputy, section: 'section-0', reason });
      await post('conflicts/lift', { member: deputy, section: 'section-0', reason });
      await post('assignments', { sheets: [Object.values(this.#deeds.office.sheets)[0]?.[0] as string], members: [chair] });
      await post('members/{member}/end', { to: '2020-05-01', reason }, leaver);
      const called = await this.#called(committee, token, { way: 'meeting', on: '2020-04-01', agenda: [{ title: '審議' }] });
      this.learned.memberships.splice(0, Infinity, chair, deputy, leaver);
      this.learned.committees.push(committee);
      this.learned.meetings.splice(0, Infinity, called.id);
    } catch (fault) {
      if (!(fault instanceof NotDone)) throw fault;
    }
  }

  /** A meeting of all with its minutes, one of the sub-group, and one that does not take place. */
  async #meet({ sheet }: SheetAt): Promise<{ readonly whole: string; readonly group: string }> {
    const { committee, subgroup, members } = this.#committee;
    const token = this.#secretariat;
    const [chair, deputy, third] = members.map(({ member }) => member) as [string, string, string];
    const came = (...who: readonly string[]) => ({ isOpen: true, attendance: who.map((member) => ({ member, way: 'present' })) });
    const meeting = { way: 'meeting', on: today(), agenda: [{ title: '施策の評価', sheet }] };
    const whole = await this.#called(committee, token, meeting);
    const group = await this.#called(committee, token, { ...meeting, subgroup });
    const cancelled = await this.#called(committee, token, { ...meeting, way: 'circulation', until: today() });
    const item = whole.agenda[0]?.id as string;
    const to = (path: string, { id }: Meeting, body: object, by = token): Promise<number> =>
      this.#deeds.do(`POST /committees/{committee}/meetings/{meeting}/${path}`, { token: by, names: { committee, meeting: id }, body });
    await to('cancel', cancelled, { reason });
    await to('agenda', whole, { agenda: [{ id: item, title: '施策の評価（変更）', sheet }] });
    await to('hold', whole, came(...members.map(({ member }) => member)));
    await to('hold', group, came(chair, deputy, third));
    const draftRevision = await to('minutes', whole, { item, text: '異議なく了承された。' });
    await to('minutes/check', whole, { item, draftRevision }, members[0].token);
    await to('publish-minutes', whole, { reason });
    return { whole: whole.id, group: group.id };
  }

  async #called(committee: string, token: string, body: Calling): Promise<Meeting> {
    const names = { committee };
    const before = new Set((await this.#meetings(committee, token)).map(({ id }) => id));
    await this.#deeds.do('POST /committees/{committee}/meetings', { token, names, body });
    const called = (await this.#meetings(committee, token)).find(({ id }) => !before.has(id));
    if (called === undefined) throw new NotDone('the meeting is not listed');
    return called;
  }

  async #meetings(committee: string, token: string): Promise<readonly Meeting[]> {
    const { meetings } = await this.#deeds.told<{ readonly meetings: readonly Meeting[] }>('GET /committees/{committee}/meetings', { token, names: { committee } });
    for (const { id } of meetings.slice(-1)) await this.#deeds.do('GET /committees/{committee}/meetings/{meeting}', { token, names: { committee, meeting: id } });
    return meetings;
  }

  async #accepted({ sheet, basedOn, section }: SheetAt): Promise<number> {
    const names = { sheet };
    const decided = await this.#deeds.do('POST /sheets/{sheet}/approve', { token: this.#deeds.at(`${section}-chief`), names, body: { basedOn } });
    const approved = await this.#deeds.do('POST /sheets/{sheet}/approve', { token: this.#deeds.at(`${section}-manager`), names, body: { basedOn: decided } });
    return this.#office('accept', { sheet }, { basedOn: approved });
  }

  /** Something that the secretariat does to it. */
  #office(verb: string, { sheet }: Pick<SheetAt, 'sheet'>, body: object): Promise<number> {
    return this.#deeds.do(`POST /sheets/{sheet}/${verb}`, { token: this.#secretariat, names: { sheet }, body });
  }

  #revision({ sheet }: SheetAt): Promise<number> {
    return this.#deeds.do('GET /sheets/{sheet}', { token: this.#secretariat, names: { sheet } });
  }

  async #stage({ sheet }: SheetAt): Promise<StageShown> {
    const { stages } = await this.#deeds.told<{ readonly stages: readonly StageShown[] }>('GET /sheets/{sheet}', { token: this.#secretariat, names: { sheet } });
    return stages.find(({ id }) => id === 'committee') as StageShown;
  }

  #ask({ sheet }: SheetAt, token: string): Promise<number> {
    return this.#deeds.do('POST /sheets/{sheet}/questions', { token, names: { sheet }, body: { text: '根拠は何ですか。', about: 'opinion' } });
  }

  async #answer(at: SheetAt, asking: string): Promise<void> {
    await this.#ask(at, asking);
    const names = { sheet: at.sheet, question: (await this.#stage(at)).questions?.at(-1)?.id ?? '' };
    const to = (verb: string, token: string, body: object): Promise<number> =>
      this.#deeds.do(`POST /sheets/{sheet}/questions/{question}/${verb}`, { token, names, body });
    const [chief, manager] = [this.#deeds.at(`${at.section}-chief`), this.#deeds.at(`${at.section}-manager`)];
    await to('answer', at.token, { text: '調査です。' });
    await to('send-back', chief, { reason });
    const answered = await to('answer', at.token, { text: '令和7年度の調査です。' });
    const approved = await to('approve', chief, { basedOn: answered });
    await to('approve', manager, { basedOn: approved });
  }

  /** The chair's own, the deputy's on paper; one keeps out and one is kept out. */
  async #giveOpinions({ sheet }: SheetAt, basedOn: number): Promise<void> {
    const [chair, deputy, , recusing, excluded] = this.#committee.members as readonly [Known, Known, Known, Known, Known];
    const to = (path: string, token: string, body: object): Promise<number> =>
      this.#deeds.do(`POST /sheets/{sheet}/${path}`, { token, names: { sheet }, body });
    const opinion = { points: '7.5', thought: '妥当である。' };
    await to('opinion', chair.token, { basedOn, opinion });
    await to('opinion/withdraw', chair.token, {});
    await to('opinion', chair.token, { basedOn, opinion });
    const entered = await to('opinion/enter', this.#secretariat, { member: deputy.member, opinion, way: 'paper', receivedOn: today() });
    await to('opinion/confirm', this.#secretariat, { basedOn: entered, member: deputy.member, heard: { way: 'spoken', on: today() } });
    await to('recuse', recusing.token, { reason });
    await to('exclude', chair.token, { member: excluded.member, reason });
  }

  /** Gives what it recommends. */
  async #conclude(at: SheetAt, { whole, group }: { readonly whole: string; readonly group: string }): Promise<string> {
    const { committee, members: [{ token }] } = this.#committee;
    const to = (path: string, by: string, body: object): Promise<number> =>
      this.#deeds.do(`POST /sheets/{sheet}/conclusion${path}`, { token: by, names: { sheet: at.sheet }, body });
    await to('/draft', this.#secretariat, { conclusion: { view: '妥当' }, recommendations: [{ text: '指標を見直されたい。' }], dissents: [] });
    const basedOn = await to('/comment', token, { text: '異議なし' });
    const recommendation = (await this.#stage(at)).draft?.recommendations[0]?.recommendation as string;
    await this.#deeds.do('GET /committees/{committee}/workspace', { token, names: { committee } });
    await to('', token, { basedOn, meeting: group });
    await to('/confirm', token, { meeting: whole });
    return recommendation;
  }

  async #respond({ section, token }: SheetAt, recommendation: string): Promise<void> {
    const names = { recommendation };
    const of = '/recommendations/{recommendation}';
    const [chief, manager] = [this.#deeds.at(`${section}-chief`), this.#deeds.at(`${section}-manager`)];
    const post = (verb: string, by: string, body: object): Promise<number> => this.#deeds.do(`POST ${of}/${verb}`, { token: by, names, body });
    await this.#deeds.soon(`GET ${of}`, { token, names });
    const written = await this.#deeds.do(`PATCH ${of}/response`, { token, names, body: { basedOn: 0, policy: 'follow', text: '見直す。' } });
    await post('submit', token, {});
    const sentBack = await post('send-back', chief, { reason });
    if (sentBack <= written) throw new NotDone('the response was not sent back');
    await this.#deeds.do(`PATCH ${of}/response`, { token, names, body: { basedOn: sentBack, policy: 'consider', text: '検討する。' } });
    const approved = await post('approve', chief, { basedOn: await post('submit', token, {}) });
    await post('approve', manager, { basedOn: approved });
    await post('result', token, { year, text: '見直した。', amount: '1,200' });
    await post('close', this.#secretariat, { reason });
    await post('reopen', this.#secretariat, { reason });
    this.learned.recommendations.push(recommendation);
  }

  async #publish({ sheet }: SheetAt, meeting: string): Promise<void> {
    const { committee } = this.#committee;
    const token = this.#secretariat;
    const { id } = await this.#deeds.told<{ readonly id: string }>('POST /recommendations', { token, body: { committee, meeting, text: '時期を早められたい。', section: 'section-0' } });
    this.learned.recommendations.push(id);
    await this.#editionWith(sheet);
    const names = { year: String(year), sheet, recommendation: id };
    const body = { basedOn: await this.#deeds.do('GET /sheets/{sheet}', { token, names }), fields: { opinion: '転記の誤り' }, reason };
    await this.#deeds.do('POST /sheets/{sheet}/correct-published', { token, names, body });
    const edition = await this.#editionWith(sheet);
    await this.#deeds.do('GET /public/{municipality}', {});
    await this.#deeds.do('GET /public/{municipality}/{year}', { names });
    for (const part of ['', '/sheets/{sheet}', '/errata', '/recommendations/{recommendation}']) {
      await this.#deeds.do(`GET /public/{municipality}/{year}/editions/{edition}${part}`, { names: { ...names, edition } });
    }
    for (const part of ['', '/sheets/{sheet}']) await this.#deeds.do(`GET /cycles/{year}/editions/{edition}${part}`, { token, names: { ...names, edition } });
  }

  /** Somebody else may be publishing; then one waits. */
  async #editionWith(sheet: string): Promise<string> {
    const asked = { token: this.#secretariat, names: { year: String(year) } };
    const body = { on: today(), sheets: [sheet] };
    const count = (await this.#editions()).length;
    await this.#deeds.soon('POST /cycles/{year}/publications', { ...asked, body });
    const isThere = (editions: Editions): boolean => editions.slice(count).some(({ step, sheets }) => step === 'public' && sheets.some((one) => one.sheet === sheet));
    await this.#deeds.soon('GET /cycles/{year}/publications', asked, ({ text }) => isThere((JSON.parse(text) as { editions: Editions }).editions));
    return String((await this.#editions()).findLast(({ step, sheets }) => step === 'public' && sheets.some((one) => one.sheet === sheet))?.edition);
  }

  async #editions(): Promise<Editions> {
    const asked = { token: this.#secretariat, names: { year: String(year) } };
    return (await this.#deeds.told<{ readonly editions: Editions }>('GET /cycles/{year}/publications', asked)).editions;
  }
}

type Known = FoundedCommittee['members'][number];
type Editions = readonly { readonly edition: number; readonly step: string; readonly sheets: readonly { readonly sheet: string }[] }[];

function today(): string {
  return dayInJapan(systemClock.now());
}
