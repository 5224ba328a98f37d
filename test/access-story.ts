import { once } from 'node:events';
import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { AddSheet } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import * as evaluation from '../libs/evaluation/commands.ts';
import { CommentOnWording, ConfirmConclusion, ConfirmOpinion, RecuseOneself, WithdrawOpinion } from '../libs/evaluation/second-evaluation.commands.ts';
import { ApproveAnswer, DecideStage, ReopenSheet, SendAnswerBack } from '../libs/evaluation/stage.commands.ts';
import * as deliberation from './access-deliberation.ts';
import { asks, askersOn, concludes, drafts, enterAll, finalises, gives, handsOver, keepOut, lastQuestion } from './access-deliberation.ts';
import { isOpen, municipality, places, year, type AccessOffice, type Place } from './access-office.ts';
import { answers, SheetAt } from './access-sheets.ts';
import type { Person } from './office.ts';

/** What one person hears of changes from now on. */
export class Ear {
  #text = '';
  /** Nobody waits for what is told to whoever is shut out. */
  isLetIn = false;

  private constructor(private readonly opened: AccessOffice, private readonly request: ClientRequest) {
    request.on('response', (response) => {
      response.setEncoding('utf8').on('data', (text: string) => { this.#text += text; }).on('error', () => undefined);
    }).on('error', () => undefined);
  }

  static async of({ token }: Person, opened: AccessOffice): Promise<Ear> {
    const ear = new Ear(opened, get(`${opened.house.url}/api/${municipality}/changes`, { headers: { authorization: `Bearer ${token}` } }));
    const [{ statusCode }] = await once(ear.request, 'response') as [IncomingMessage];
    ear.isLetIn = statusCode === 200;
    return ear;
  }

  heard(sheet: string, type: string): boolean {
    return this.#text.includes(`"sheet":"${sheet}","event":"${type}"`);
  }

  /** As if nothing had been told of it yet. */
  forget(sheet: string): void {
    this.#text = this.#text.split('\n').filter((line) => !line.includes(`"sheet":"${sheet}"`)).join('\n');
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
  // Of that sheet a committee is told nothing, which has one of its own.
  const ofCommittee = new SheetAt(opened, 'committee', opened.at.committee.node);
  await asks(ofCommittee);
  const [revision, asked] = [await last.revision(), await ofCommittee.revision()];
  const end = Date.now() + deafAfterMs;
  for (const ear of ears) {
    const isTold = (): boolean => ear.heardOf(last.id, revision) || ear.heardOf(last.id, revision - 1) || ear.heardOf(ofCommittee.id, asked);
    while (ear.isLetIn && !isTold() && Date.now() < end) await new Promise((resolve) => { setTimeout(resolve, 2); });
  }
}

let changes = 0;
const deafAfterMs = 150;

/** The roles that sign in. */
export const listeners = ['staff', 'approver', 'secretariat', 'auditor', 'admin', 'member', 'chair'] as const;
export type Listener = (typeof listeners)[number];

/** On the line of a sheet is nobody before it is first submitted: he sees afterwards what went before. */
const beforeLine: readonly string[] = ['SheetOpened', 'SheetTransferred'];

/**
 * Of how a sheet came to be as it was handed over, a committee is told afterwards; of an answer, when its line has approved it;
 * and that somebody took back what he said, when he has said it anew.
 */
const beforeCommittee: readonly string[] = [
  'SheetOpened', 'SheetTransferred', 'FieldsSaved', 'LastYearCopied', 'SecretariatFieldsSaved', 'SlipsCorrected', 'FiguresReplaced', 'FileAttached',
  'StageDecided', 'QuestionAnswered', 'OpinionWithdrawn',
];

/** What members said, an office that is shown it is shown once it is concluded. */
const beforeConclusion: readonly string[] = ['OpinionGiven', 'OpinionRevised', 'OpinionEntered', 'OpinionConfirmed'];

/** Whether whoever sees it later is not told of it when it happens. */
export function isToldLater(listener: Listener, place: Place, type: string): boolean {
  if (listener === 'member' || listener === 'chair') return beforeCommittee.includes(type);
  if (listener === 'staff' || listener === 'approver') {
    return beforeConclusion.includes(type) || (place === 'line' && beforeLine.includes(type));
  }
  return false;
}

/** Everything that can happen to a sheet, on one of each place, while everybody listens. */
export class Story {
  readonly #ears = new Map<Listener, Ear>();
  readonly #sheets = new Map<Place, SheetAt>();

  private constructor(private readonly opened: AccessOffice) {}

  static async lived(opened: AccessOffice): Promise<Story> {
    const story = new Story(opened);
    for (const listener of listeners) story.#ears.set(listener, await Ear.of(opened.person(listener), opened));
    for (const place of places) await story.#lives(place);
    await haveHeardEverything(opened, story.#ears.values());
    for (const ear of story.#ears.values()) ear.close();
    return story;
  }

  /** As the history of the sheet tells him now. */
  async isInHistory(listener: Listener | 'public', place: Place, type: string): Promise<boolean> {
    const { status, body } = await this.opened.person(listener).get(`${this.#sheetAt(place).path}/history`);
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
    await before.saves({ ...answers, reason: '昨年度の理由', background: '昨年度の背景' });
    await before.submits();
    await opened.does('other-secretariat', AddSheet, cycleStream(municipality, year), { plan: opened.plan, node, reason: '議会の求めによる。' });
    const sheet = new SheetAt(opened, place, node);
    this.#sheets.set(place, sheet);
    await isOpen(opened.house, sheet.stream);
    const { section } = await sheet.state();
    // To whom it is told depends on where the sheet is then.
    await haveHeardEverything(opened, this.#hearing());
    for (const to of ['evaluation', section]) await sheet.does('other-secretariat', evaluation.TransferSheet, { section: to, reason: '所管の変更' });
    await haveHeardEverything(opened, this.#hearing());
    await isWritten(sheet);
    await isDecided(sheet);
    await handsOver(sheet, 'internal');
    await sheet.does('other-secretariat', DecideStage, { decision: { direction: '継続' }, decidedOn: '2021-04-01' });
    await handsOver(sheet, 'committee');
    if (place === 'recused') await this.#keepsOut(sheet);
    await isConcluded(sheet);
    await isReopenedAndConfirmed(sheet);
    await sheet.does('other-secretariat', evaluation.VoidSheet, { reason: '事業の廃止' });
  }

  /** What they were told before they kept out of it, is no matter. */
  async #keepsOut(sheet: SheetAt): Promise<void> {
    await keepOut(sheet);
    await haveHeardEverything(this.opened, this.#hearing());
    for (const who of ['member', 'chair'] as const) this.#ears.get(who)?.forget(sheet.id);
  }
}

async function isWritten(sheet: SheetAt): Promise<void> {
  await sheet.saves(answers);
  await sheet.submits();
  await sheet.does('clerk', evaluation.TakeFirstEvaluationBack, {});
  await sheet.saves({ result: '5,654社' });
  await sheet.does('clerk', evaluation.CopyLastYear, { basedOn: await sheet.revision(), from: `${year - 1}-${sheet.node}`, fields: ['reason', 'background'] });
  await sheet.attaches('付議する資料.pdf');
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
}

/** Those who ask have said what they think before others do. */
async function isConcluded(sheet: SheetAt): Promise<void> {
  await asks(sheet);
  await deliberation.answers(sheet);
  await sheet.does(sheet.isAdvised ? 'adviser' : 'manager', SendAnswerBack, { question: await lastQuestion(sheet), reason: '根拠を記入してください。' });
  await deliberation.answers(sheet);
  await answerIsApproved(sheet);
  await sheet.does('bystander', RecuseOneself, { reason: '親族の勤務先のため。' });
  for (const who of [...askersOn(sheet), 'deputy', 'colleague'] as const) await gives(sheet, who);
  await gives(sheet, 'deputy', { effect: 'おおむね有効である。' });
  await sheet.does('colleague', WithdrawOpinion, {});
  await gives(sheet, 'colleague');
  await enterAll(sheet, ['absentee']);
  await sheet.does('absentee', ConfirmOpinion, { basedOn: await sheet.revision() });
  await drafts(sheet);
  await sheet.does('colleague', CommentOnWording, { text: '文案への意見' });
  await concludes(sheet, false);
  await finalises(sheet);
}

async function answerIsApproved(sheet: SheetAt): Promise<void> {
  const question = await lastQuestion(sheet);
  for (const who of sheet.isAdvised ? ['adviser', 'manager', 'adviser', 'director'] as const : ['manager', 'director'] as const) {
    await sheet.does(who, ApproveAnswer, { question, basedOn: await sheet.revision() });
  }
}

/** It comes once more, to the sub-group, whose conclusion the whole confirms. */
async function isReopenedAndConfirmed(sheet: SheetAt): Promise<void> {
  await sheet.does('other-secretariat', ReopenSheet, { to: 'committee', reason: '再審議' });
  await sheet.does('other-secretariat', evaluation.SendFirstEvaluationBack, { reason: '再確認のため。' });
  await sheet.submits();
  for (const who of sheet.isAdvised ? ['adviser', 'manager', 'adviser', 'director'] as const : ['manager', 'director'] as const) await sheet.approves(who);
  await sheet.does('other-secretariat', evaluation.AcceptFirstEvaluation, { basedOn: await sheet.revision() });
  await handsOver(sheet, 'committee', { subgroup: sheet.committee.subgroup });
  for (const who of [...askersOn(sheet), 'deputy', 'colleague', 'absentee'] as const) await sheet.does(who, ConfirmOpinion, { basedOn: await sheet.revision() });
  await concludes(sheet, true);
  await sheet.does('presider', ConfirmConclusion, { meeting: sheet.committee.meeting });
}
