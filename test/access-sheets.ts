import { Readable } from 'node:stream';
import * as evaluation from '../libs/evaluation/commands.ts';
import { sheetDecider, sheetId, sheetStream, type OpenedSheet } from '../libs/evaluation/domain/sheet.ts';
import { isRejected } from '../libs/kernel/decision.ts';
import { pdf } from '../libs/platform/attachments/testing/given-files.ts';
import type { CommandClass } from '../libs/platform/commands/verb.ts';
import type { AccessCommittee, AccessMember } from './access-committees.ts';
import { municipality, year, type AccessOffice, type AccessPost, type AccessWho, type Place } from './access-office.ts';
import { comesBeforeCommittee } from './access-deliberation.ts';

/** How far a sheet has come when somebody asks. Where nobody advises, what advisers do is left out. */
export type Stage =
  /** Written, and in its section’s hands again after it was on the line: who was on it, still is. */
  | 'drafting'
  /** The first step is to decide: the advisers’, or the manager’s. */
  | 'submitted'
  /** The advisers have decided, and will decide again after the manager, who is next. */
  | 'advised'
  /** Only the director is left. */
  | 'almost-approved'
  /** The director has decided over the manager; nobody decides over advisers of another section. */
  | 'passed-over'
  | 'approved'
  /** Accepted, and then figures were replaced: the secretariat and whoever has decided look at them. */
  | 'replaced'
  | 'accepted'
  /** Before its committee, where those who ask keep out of it at that place. */
  | 'handed-over' | 'asked' | 'answered' | 'opined' | 'entered' | 'drafted' | 'proposed' | 'concluded'
  | 'before-mayor' | 'final';

/** Everything that a sheet asks for. */
export const answers = { attainment: 'b', result: '延べ5,653社' };

type Who = 'clerk' | 'manager' | 'director';
const postsAt: Readonly<Record<Place, Readonly<Record<Who, AccessPost>>>> = {
  own: { clerk: 'clerk', manager: 'manager', director: 'director' },
  another: { clerk: 'childcare-clerk', manager: 'childcare-manager', director: 'childcare-director' },
  line: { clerk: 'childcare-clerk', manager: 'childcare-manager', director: 'childcare-director' },
  committee: { clerk: 'childcare-clerk', manager: 'childcare-manager', director: 'childcare-director' },
  recused: { clerk: 'childcare-clerk', manager: 'childcare-manager', director: 'childcare-director' },
};

/** Those of the committee that has the sheet. */
export type CommitteeWho = 'presider' | 'deputy' | 'colleague' | 'absentee' | 'bystander';
export type SheetWho = Who | CommitteeWho | 'adviser' | 'other-secretariat' | 'staff' | 'approver' | 'member' | 'chair';

/** One sheet, and those who bring it on. */
export class SheetAt {
  readonly id: string;
  readonly stream: string;

  constructor(private readonly opened: AccessOffice, readonly place: Place, readonly node: string, of: number = year) {
    this.id = sheetId(of, node);
    this.stream = sheetStream(municipality, this.id);
  }

  get path(): string {
    return `sheets/${this.id}`;
  }

  get isAdvised(): boolean {
    return this.place === 'line';
  }

  async state(): Promise<OpenedSheet> {
    const { state } = await this.opened.house.installation.states.fold(sheetDecider, this.stream);
    if (state.phase === 'absent') throw new Error(`${this.id} is not open`);
    return state;
  }

  async revision(): Promise<number> {
    return (await this.state()).revision;
  }

  /** The committee that gets it. */
  get committee(): AccessCommittee {
    return this.opened.committees[this.isOfAskers ? 'askers' : 'others'];
  }

  get isOfAskers(): boolean {
    return this.place === 'committee' || this.place === 'recused';
  }

  /** Of that committee; who presides is not always who was elected. */
  member(who: CommitteeWho): AccessMember {
    if (!this.isOfAskers) return `other-${who === 'presider' ? 'chair' : who}`;
    if (who !== 'presider') return who;
    return this.place === 'recused' ? 'deputy' : 'chair';
  }

  membership(who: AccessMember): string {
    return this.opened.askerOf(who).appointment as string;
  }

  post(who: SheetWho): AccessWho {
    if (who === 'clerk' || who === 'manager' || who === 'director') return postsAt[this.place][who];
    return (['presider', 'deputy', 'colleague', 'absentee', 'bystander'] as const).some((one) => one === who) ? this.member(who as CommitteeWho) : who as AccessWho;
  }

  does<Body extends object>(who: SheetWho, command: CommandClass<Body>, body: Body): Promise<void> {
    return this.opened.does(this.post(who), command, this.stream, body);
  }

  async saves(fields: Readonly<Record<string, unknown>>): Promise<void> {
    await this.does('clerk', evaluation.SaveFields, { basedOn: await this.revision(), fields });
  }

  submits(): Promise<void> {
    return this.does('clerk', evaluation.SubmitFirstEvaluation, {});
  }

  async approves(who: SheetWho): Promise<void> {
    await this.does(who, evaluation.ApproveFirstEvaluation, { basedOn: await this.revision() });
  }

  async approvesOver(who: Who): Promise<void> {
    await this.does(who, evaluation.ApproveOver, { basedOn: await this.revision(), reason: '不在のため。' });
  }

  /** Gives the id of the file. */
  async attaches(name: string): Promise<string> {
    const stored = await this.opened.house.installation.attachments.put(municipality, Readable.from([pdf]), { name });
    if (isRejected(stored)) throw new Error(stored.code);
    await this.does('clerk', evaluation.AttachFile, { field: 'papers', name, digest: stored.digest, bytes: stored.bytes, mediaType: stored.mediaType });
    const { files } = await this.state();
    return Object.keys(files).find((file) => files[file]?.name === name) as string;
  }

  /** From the first day to a stage; whoever looks at figures later must have advised himself. */
  async comesTo(stage: Stage, adviser: 'adviser' | 'staff' | 'approver'): Promise<void> {
    await this.saves(answers);
    await this.submits();
    switch (stage) {
      case 'drafting': return this.does('clerk', evaluation.TakeFirstEvaluationBack, {});
      case 'submitted': return;
      case 'advised': return this.isAdvised ? this.approves(adviser) : undefined;
      case 'passed-over': return this.isAdvised ? undefined : this.approvesOver('director');
      default:
    }
    if (this.isAdvised) await this.approves(adviser);
    await this.approves('manager');
    if (this.isAdvised) await this.approves(adviser);
    if (stage === 'almost-approved') return;
    await this.approves('director');
    if (stage === 'approved') return;
    await this.does('other-secretariat', evaluation.AcceptFirstEvaluation, { basedOn: await this.revision() });
    if (stage === 'accepted') return;
    if (stage !== 'replaced') return comesBeforeCommittee(this, stage);
    await this.does('clerk', evaluation.ReplaceFigures, { basedOn: await this.revision(), fields: { result: '6千社' }, reason: '確定' });
  }
}

/** Sheets for asking: one of each place stays, the others are used up. */
export class Sheets {
  readonly #ready = new Map<string, SheetAt[]>();
  readonly #lasting = new Map<Place, SheetAt>();

  constructor(private readonly opened: AccessOffice) {}

  /** Reads and saves leave it where it is. */
  async lasting(place: Place): Promise<SheetAt> {
    const kept = this.#lasting.get(place);
    if (kept !== undefined) return kept;
    const { node, indicator } = this.opened.at[place];
    const sheet = new SheetAt(this.opened, place, node);
    this.#lasting.set(place, sheet);
    const before = new SheetAt(this.opened, place, node, year - 1);
    await before.saves({ ...answers, reason: '昨年度の理由' });
    await before.submits();
    await sheet.saves({ [`indicators/${indicator}/actual`]: '13回' });
    await sheet.attaches('付議した資料.pdf');
    await sheet.comesTo(sheet.isOfAskers ? 'handed-over' : 'drafting', 'adviser');
    return sheet;
  }

  /** One on which everything is decided, and stays so. */
  async final(place: Place): Promise<SheetAt> {
    return this.#prepared('final', place, 'adviser');
  }

  /** Tries something that would bring a sheet on; where nothing came of it, the next one gets it. */
  async at(stage: Stage, place: Place, attempt: (sheet: SheetAt) => Promise<boolean>, adviser: 'adviser' | 'staff' | 'approver' = 'adviser'): Promise<boolean> {
    const key = `${stage} ${place} ${adviser}`;
    const ready = this.#ready.get(key) ?? [];
    this.#ready.set(key, ready);
    const sheet = ready.pop() ?? await this.#prepared(stage, place, adviser);
    const revision = await sheet.revision();
    const isDone = await attempt(sheet);
    if (await sheet.revision() === revision) ready.push(sheet);
    return isDone;
  }

  async #prepared(stage: Stage, place: Place, adviser: 'adviser' | 'staff' | 'approver'): Promise<SheetAt> {
    const node = this.opened.at[place].nodes.pop();
    if (node === undefined) throw new Error('open more sheets');
    const sheet = new SheetAt(this.opened, place, node);
    await sheet.comesTo(stage, adviser);
    return sheet;
  }
}
