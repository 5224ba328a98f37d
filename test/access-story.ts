import { get, type ClientRequest } from 'node:http';
import { AddSheet } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import * as evaluation from '../libs/evaluation/commands.ts';
import { municipality, places, year, type AccessOffice, type Place } from './access-office.ts';
import { answers, SheetAt } from './access-sheets.ts';
import type { Person } from './office.ts';

/** What one person hears of changes from now on. */
export class Ear {
  #text = '';

  private constructor(private readonly opened: AccessOffice, private readonly request: ClientRequest) {
    request.on('response', (response) => {
      response.setEncoding('utf8').on('data', (text: string) => { this.#text += text; }).on('error', () => undefined);
    }).on('error', () => undefined);
  }

  static async of({ token }: Person, opened: AccessOffice): Promise<Ear> {
    const ear = new Ear(opened, get(`${opened.house.url}/api/${municipality}/changes`, { headers: { authorization: `Bearer ${token}` } }));
    await new Promise((resolve) => { ear.request.once('response', resolve); });
    return ear;
  }

  heard(sheet: string, type: string): boolean {
    return this.#text.includes(`"sheet":"${sheet}","event":"${type}"`);
  }

  heardOf(sheet: string, revision: number): boolean {
    return this.#text.split('\n').some((line) => line.includes(`"sheet":"${sheet}"`) && line.endsWith(`"revision":${revision}}`));
  }

  close(): void {
    this.request.destroy();
  }
}

/**
 * What comes is told in its order, so whoever hears a last change has heard what went before; for whoever hears nothing,
 * some time is enough.
 */
export async function haveHeardEverything(opened: AccessOffice, ears: Iterable<Ear>): Promise<void> {
  const last = new SheetAt(opened, 'own', opened.at.own.node);
  const text = `最後の変更 ${++changes}`;
  await last.saves({ reason: text });
  await last.does('other-secretariat', evaluation.Annotate, { basedOn: await last.revision(), fields: { remark: text } });
  const revision = await last.revision();
  const end = Date.now() + deafAfterMs;
  for (const ear of ears) {
    const isTold = (): boolean => ear.heardOf(last.id, revision) || ear.heardOf(last.id, revision - 1);
    while (!isTold() && Date.now() < end) await new Promise((resolve) => { setTimeout(resolve, 2); });
  }
}

let changes = 0;
const deafAfterMs = 250;

/** The roles that sign in. */
export const listeners = ['staff', 'approver', 'secretariat', 'auditor', 'admin'] as const;
export type Listener = (typeof listeners)[number];

/** On the line of a sheet is nobody before it is first submitted: he sees afterwards what went before. */
export const beforeLine: readonly string[] = ['SheetOpened', 'SheetTransferred'];

/** Everything that can happen to a sheet, on one of each place, while everybody listens. */
export class Story {
  readonly #ears = new Map<Listener, Ear>();
  readonly #sheets = new Map<Place, SheetAt>();

  private constructor(private readonly opened: AccessOffice) {}

  static async lived(opened: AccessOffice): Promise<Story> {
    const story = new Story(opened);
    for (const listener of listeners) story.#ears.set(listener, await Ear.of(opened.office.at(listener), opened));
    for (const place of places) await story.#lives(place);
    await haveHeardEverything(opened, story.#ears.values());
    for (const ear of story.#ears.values()) ear.close();
    return story;
  }

  /** As the history of the sheet tells him now. */
  async isInHistory(listener: Listener, place: Place, type: string): Promise<boolean> {
    const { status, body } = await this.opened.office.at(listener).get(`${this.#sheetAt(place).path}/history`);
    return status === 200 && body.events.some((event: { type: string }) => event.type === type);
  }

  /** As it was told him when it happened. */
  wasTold(listener: Listener, place: Place, type: string): boolean {
    return (this.#ears.get(listener) as Ear).heard(this.#sheetAt(place).id, type);
  }

  /** The admin hears nothing, and is waited for only once. */
  #hearing(): readonly Ear[] {
    return [...this.#ears].flatMap(([listener, ear]) => (listener === 'admin' ? [] : [ear]));
  }

  #sheetAt(place: Place): SheetAt {
    return this.#sheets.get(place) as SheetAt;
  }

  async #lives(place: Place): Promise<void> {
    const { opened } = this;
    const node = opened.at[place].stories.pop();
    if (node === undefined) throw new Error('keep more nodes for stories');
    const before = new SheetAt(opened, place, node, year - 1);
    await before.saves({ ...answers, reason: '昨年度の理由' });
    await before.submits();
    await opened.does('other-secretariat', AddSheet, cycleStream(municipality, year), { plan: opened.plan, node, reason: '議会の求めによる。' });
    const sheet = new SheetAt(opened, place, node);
    this.#sheets.set(place, sheet);
    await sheet.isOpen();
    const { section } = await sheet.state();
    // To whom it is told depends on where the sheet is then.
    await haveHeardEverything(opened, this.#hearing());
    for (const to of ['evaluation', section]) await sheet.does('other-secretariat', evaluation.TransferSheet, { section: to, reason: '所管の変更' });
    await haveHeardEverything(opened, this.#hearing());
    await isWritten(sheet);
    await isDecided(sheet);
  }
}

async function isWritten(sheet: SheetAt): Promise<void> {
  await sheet.saves(answers);
  await sheet.submits();
  await sheet.does('clerk', evaluation.TakeFirstEvaluationBack, {});
  await sheet.saves({ result: '5,654社' });
  await sheet.does('clerk', evaluation.CopyLastYear, { basedOn: await sheet.revision(), from: `${year - 1}-${sheet.node}`, fields: ['reason'] });
  await sheet.does('clerk', evaluation.RemoveFile, { file: await sheet.attaches('資料.pdf') });
  await sheet.does('other-secretariat', evaluation.Annotate, { basedOn: await sheet.revision(), fields: { remark: '注記' } });
  await sheet.submits();
}

/** Nobody passes over advisers of another section. */
async function isDecidedForDirector(sheet: SheetAt): Promise<void> {
  for (const who of ['adviser', 'manager', 'adviser'] as const) await sheet.approves(who);
  await sheet.does('manager', evaluation.ApproveForAbsent, { basedOn: await sheet.revision(), reason: '部長の不在のため。' });
  await sheet.does('director', evaluation.ReviewAfterwards, {});
}

async function isDecidedOverManager(sheet: SheetAt): Promise<void> {
  await sheet.approvesOver('director');
  await sheet.does('manager', evaluation.ReviewAfterwards, {});
}

async function isDecided(sheet: SheetAt): Promise<void> {
  const first = sheet.isAdvised ? 'adviser' : 'manager';
  await sheet.does(first, evaluation.SendFirstEvaluationBack, { reason: '根拠を記入してください。' });
  await sheet.submits();
  await (sheet.isAdvised ? isDecidedForDirector(sheet) : isDecidedOverManager(sheet));
  await sheet.does('other-secretariat', evaluation.AcceptFirstEvaluation, { basedOn: await sheet.revision() });
  await sheet.does('other-secretariat', evaluation.CorrectSlips, { basedOn: await sheet.revision(), fields: { reason: '訂正した理由' }, reason: '表記' });
  await sheet.does('clerk', evaluation.ReplaceFigures, { basedOn: await sheet.revision(), fields: { result: '6千社' }, reason: '確定' });
  await sheet.does(sheet.isAdvised ? 'manager' : 'director', evaluation.LookAtFigures, {});
  await sheet.does('other-secretariat', evaluation.VoidSheet, { reason: '事業の廃止' });
}
