import { Readable } from 'node:stream';
import {
  AcceptFirstEvaluation, Annotate, ApproveFirstEvaluation, ApproveForAbsent, ApproveOver, AttachFile, CopyLastYear, CorrectSlips,
  LookAtFigures, ReplaceFigures, ReviewAfterwards, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation,
  TakeFirstEvaluationBack, TransferSheet, VoidSheet,
} from '../../../libs/evaluation/commands.ts';
import { sheetId } from '../../../libs/evaluation/domain/sheet.ts';
import { isRejected } from '../../../libs/kernel/decision.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import { CannotDo } from '../one-line.ts';
import type { Answers, Typed } from './answers.ts';
import type { Course, SendingBack, StepOfLine } from './content/course.ts';
import { openDay } from './days.ts';
import type { Deeds, Doing } from './deeds.ts';
import { departmentOf, municipality, posts } from './office.ts';
import { SheetDeeds } from './sheet-deeds.ts';
import { momentOn, type DemonstrationYear } from './year.ts';

/** One sheet of the story. */
export interface SheetOfStory {
  readonly node: string;
  readonly number: string;
  readonly place: number;
  readonly section: string;
  readonly related: readonly string[];
  readonly answers: Answers;
}

export interface Step {
  readonly step: StepOfLine;
  readonly by: readonly string[];
}

/** Where nothing else is said, sheets are submitted on these open days, not all on one. */
const usualDay = 12;
const spreadDays = 9;

/** Everything that happens to one sheet in one year, from what is known of it. */
export class SheetCourse {
  readonly #deeds: SheetDeeds;
  readonly #section: string;
  /** The open day of the year at which the story of the sheet has come. */
  #day: number;

  constructor(private readonly year: DemonstrationYear, private readonly sheet: SheetOfStory, private readonly course: Course = {}) {
    this.#deeds = new SheetDeeds('sheet', year.year, sheet);
    this.#section = course.transferred?.to ?? sheet.section;
    this.#day = course.lateBy === undefined ? course.submittedOn ?? usualDay + sheet.place % spreadDays : this.#daysToDeadline() + course.lateBy;
  }

  doings(): readonly Doing[] {
    const { ends, voided } = this.course;
    if (ends === 'untouched') return [];
    this.#write();
    if (voided !== undefined) this.#do(this.#day, 11, 'secretariat', VoidSheet, { reason: voided });
    if (ends === 'half') return this.#deeds.doings;
    this.#submit();
    if (this.#decide() && ends !== 'approved') this.#accept();
    if (this.course.memo !== undefined) this.#fields(this.#day, 17, 'secretariat', Annotate, { memo: this.course.memo });
    return this.#deeds.doings;
  }

  #write(): void {
    const { copied, transferred, attached, ends } = this.course;
    const { first, second } = this.sheet.answers;
    const [day, staff] = [this.#day, this.#staff()];
    if (transferred !== undefined) this.#do(day - 9, 11, 'secretariat', TransferSheet, { section: transferred.to, reason: transferred.reason });
    if (copied !== undefined) {
      const from = sheetId(this.year.year - 1, this.sheet.node);
      this.#do(day - 8, 14, staff, CopyLastYear, async (deeds) => ({ ...await this.#deeds.seen(deeds), from, fields: copied }));
    }
    this.#fields(day - 6, 10, staff, SaveFields, first);
    if (attached !== undefined) this.#do(day - 3, 15, staff, AttachFile, (deeds) => stored(deeds, attached));
    if (ends !== 'half') this.#fields(day - 2, 14, staff, SaveFields, second);
  }

  #submit(): void {
    if (this.course.takenBack === true) {
      this.#do(this.#day - 1, 15, this.#staff(), SubmitFirstEvaluation, {});
      this.#do(this.#day - 1, 16, this.#staff(), TakeFirstEvaluationBack, {});
    }
    this.#do(this.#day, 16, this.#staff(), SubmitFirstEvaluation, {});
  }

  /** False where the story ends before the line has come to its end. */
  #decide(): boolean {
    const { ends, sentBack, over } = this.course;
    const line = lineOf(this.#section, this.sheet.related);
    const sending = line.findIndex(({ step }) => step === sentBack?.by);
    let hasSentBack = sending < 0;
    for (let index = 0; index < line.length;) {
      if (hasSentBack && index === ends) return false;
      const { step, by } = line[index] as Step;
      this.#day += 1;
      if (!hasSentBack && index === sending && sentBack !== undefined) {
        hasSentBack = true;
        this.#sendBack(sentBack, by);
        if (ends === 'sent-back') return false;
        index = Math.max(line.findIndex((one) => one.step === sentBack.to), 0);
        continue;
      }
      if (over !== undefined && step === 'chief') {
        this.#passOver(over, by, (line[index + 1] as Step).by);
        index += 2;
        continue;
      }
      this.#approve(step, by, index === line.length - 1);
      index += 1;
    }
    return true;
  }

  #approve(step: StepOfLine, by: readonly string[], isLast: boolean): void {
    const { forAbsent } = this.course;
    const decidedOn = this.#date(this.#day);
    if (isLast && forAbsent !== undefined) {
      const { reason, isReviewed } = forAbsent;
      this.#do(this.#day, 15, `${this.#section}-manager`, ApproveForAbsent, async (deeds) => ({ ...await this.#deeds.seen(deeds), reason, decidedOn }));
      if (isReviewed) for (const post of by) this.#do(this.#day + 4, 9, post, ReviewAfterwards, {});
      return;
    }
    const documentNumber = `${this.year.year - 2018}評第${this.sheet.place + 1}号`;
    for (const post of by) {
      this.#do(this.#day, step === 'co-owners' ? 13 : 10, post, ApproveFirstEvaluation, async (deeds) =>
        ({ ...await this.#deeds.seen(deeds), ...(isLast && { decidedOn, documentNumber }) }));
    }
  }

  #passOver(reason: string, absent: readonly string[], by: readonly string[]): void {
    for (const post of by) this.#do(this.#day, 11, post, ApproveOver, async (deeds) => ({ ...await this.#deeds.seen(deeds), reason }));
    for (const post of absent) this.#do(this.#day + 6, 9, post, ReviewAfterwards, {});
  }

  #sendBack({ to, reason, comments, mended }: SendingBack, by: readonly string[]): void {
    for (const post of by) {
      this.#do(this.#day, 10, post, SendFirstEvaluationBack, { ...(to !== undefined && { to }), reason, comments });
    }
    if (mended === undefined) return;
    this.#fields(this.#day + 2, 11, this.#staff(), SaveFields, mended);
    this.#day += 3;
    this.#do(this.#day, 16, this.#staff(), SubmitFirstEvaluation, {});
  }

  #accept(): void {
    const { sentBack, replaced, corrected } = this.course;
    this.#day += 2;
    if (sentBack?.by === 'secretariat') {
      this.#sendBack(sentBack, ['secretariat']);
      this.#decide();
      this.#day += 1;
    }
    this.#do(this.#day, 13, 'secretariat', AcceptFirstEvaluation, (deeds) => this.#deeds.seen(deeds));
    if (corrected !== undefined) {
      const { fields, reason } = corrected;
      this.#do(this.#day + 2, 11, 'secretariat', CorrectSlips, async (deeds) => ({ ...await this.#deeds.seen(deeds), fields, reason }));
    }
    if (replaced !== undefined) this.#replace(replaced.reason);
  }

  #replace(reason: string): void {
    const fields = this.sheet.answers.replacing;
    this.#do(this.#day + 3, 15, this.#staff(), ReplaceFigures, async (deeds) => ({ ...await this.#deeds.seen(deeds), fields, reason }));
    const lookers = [...lineOf(this.#section, this.sheet.related).flatMap(({ by }) => by), 'secretariat'];
    lookers.forEach((post, later) => this.#do(this.#day + 4 + later, 9, post, LookAtFigures, {}));
  }

  #fields(day: number, hour: number, by: string, command: CommandClass<{ basedOn: number; fields: Typed }>, fields: Typed): void {
    this.#do(day, hour, by, command, async (deeds) => ({ ...await this.#deeds.seen(deeds), fields }));
  }

  #do<Body extends object>(day: number, hour: number, by: string, command: CommandClass<Body>, body: Body | ((deeds: Deeds) => Promise<Body>)): void {
    this.#deeds.do(momentOn(this.#date(day), hour, this.sheet.place), by, command, body);
  }

  #staff(): string {
    return `${this.#section}-staff`;
  }

  #date(day: number): string {
    return openDay(this.year.openedOn, Math.max(day, 1));
  }

  #daysToDeadline(): number {
    let days = 0;
    while (openDay(this.year.openedOn, days + 1) <= this.year.periods.submission) days += 1;
    return days;
  }
}

/** The line of the default scheme, with the posts that the office has for it. */
export function lineOf(section: string, related: readonly string[]): readonly Step[] {
  const of = (rank: string, isThere: (section: string) => boolean) =>
    posts.filter((post) => post.rank === rank && isThere(post.section)).map(({ id }) => id);
  const line: readonly Step[] = [
    { step: 'chief', by: of('chief', (one) => one === section) },
    { step: 'manager', by: of('manager', (one) => one === section) },
    { step: 'co-owners', by: of('manager', (one) => related.includes(one)) },
    { step: 'director', by: of('director', (one) => departmentOf(one) === departmentOf(section)) },
  ];
  return line.filter(({ by }) => by.length > 0);
}

async function stored({ installation }: Deeds, { name, text }: NonNullable<Course['attached']>) {
  const kept = await installation.attachments.put(municipality, Readable.from([Buffer.from(text)]), { name });
  if (isRejected(kept)) throw new CannotDo(`the demonstration's ${name} could not be kept (${kept.code})`);
  const { digest, bytes, mediaType } = kept;
  return { field: 'attachments', name, digest, bytes, mediaType };
}
