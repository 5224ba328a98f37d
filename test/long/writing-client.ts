import { setTimeout } from 'node:timers/promises';
import { sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import { commandId, deriveUuid } from '../../libs/platform/commands/command-id.ts';
import type { Chance } from './chance.ts';
import { municipality, textFields, type Member } from './founded-office.ts';
import { HttpAsking, type Answer } from './http-asking.ts';

/** What somebody was told is recorded. */
export interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly command: string;
  readonly deed: Deed;
}

/** One command, with the key under which it is asked until there is an answer. */
export interface Deed {
  readonly verb: 'evaluation.save' | 'evaluation.submit' | 'evaluation.send-back' | 'evaluation.attach';
  readonly sheet: string;
  readonly key: string;
  readonly body: { readonly fields?: Readonly<Record<string, string>>; readonly reason?: string; readonly file?: string };
}

const routes = {
  'evaluation.save': { method: 'PATCH', path: '' },
  'evaluation.submit': { method: 'POST', path: '/submit' },
  'evaluation.send-back': { method: 'POST', path: '/send-back' },
  'evaluation.attach': { method: 'POST', path: '/files?field=papers&name=paper.txt' },
} as const;

const origin = '6d656775-7269-4000-8000-000000000002';

/** Somebody who writes without a pause, and who asks the same again when he got no answer. */
export class WritingClient {
  readonly acknowledged: Acknowledged[] = [];
  /** Commands that were refused, of which nothing may be in the log. */
  readonly refused: string[] = [];
  readonly #member: Member;
  readonly #sheets: readonly string[];
  readonly #chance: Chance;
  readonly #revisions = new Map<string, number>();
  #unanswered: Deed | undefined;
  #deeds = 0;
  #isStopped = false;

  constructor(member: Member, sheets: readonly string[], chance: Chance) {
    this.#member = member;
    this.#sheets = sheets;
    this.#chance = chance;
  }

  /** Writes until the server is gone, or until it is told to stop, and then waits for its last answer. */
  async work(url: string): Promise<void> {
    const http = new HttpAsking(url, 1);
    this.#isStopped = false;
    try {
      while (!this.#isStopped || this.#unanswered !== undefined) {
        const deed = this.#unanswered ??= this.#nextDeed();
        let answer: Answer;
        try {
          answer = await this.#do(http, deed);
        } catch {
          return;
        }
        await this.#take(http, deed, answer);
      }
    } finally {
      http.close();
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  #do(http: HttpAsking, { verb, sheet, key, body }: Deed): Promise<Answer> {
    const { method, path } = routes[verb];
    return http.ask({
      method, path: `/api/${municipality}/sheets/${sheet}${path}`, body: body.file ?? JSON.stringify(body),
      headers: {
        ...this.#authorization(), 'content-type': body.file === undefined ? 'application/json' : 'application/octet-stream', 'idempotency-key': key,
      },
    });
  }

  async #take(http: HttpAsking, deed: Deed, { status, text }: Answer): Promise<void> {
    const { verb, sheet, key } = deed;
    if (status === 503) {
      await setTimeout(20);
      return;
    }
    const stream = sheetStream(municipality, sheet);
    const command = commandId(key, municipality, this.#member.person, `${verb} ${stream}`);
    const answer = JSON.parse(text) as { stream: string; revision: number; position: string; code?: string };
    if (status === 200 || status === 201) {
      this.acknowledged.push({ stream: answer.stream, revision: answer.revision, position: answer.position, command, deed });
      this.#revisions.set(sheet, answer.revision);
    } else if (status === 409 || (status === 403 && verb === 'evaluation.send-back')) {
      // Nobody is on the line of a sheet that was never submitted.
      this.refused.push(command);
      await this.#lookAgain(http, sheet);
    } else {
      throw new Error(`${verb} was answered with ${status}: ${text}`);
    }
    this.#unanswered = undefined;
  }

  async #lookAgain(http: HttpAsking, sheet: string): Promise<void> {
    try {
      const { status, text } = await http.ask({ path: `/api/${municipality}/sheets/${sheet}`, headers: this.#authorization() });
      if (status === 200) this.#revisions.set(sheet, (JSON.parse(text) as { revision: number }).revision);
    } catch {
      // The server is gone; the next thing that is asked of it will show that too.
    }
  }

  #nextDeed(): Deed {
    const number = this.#deeds++;
    const key = deriveUuid(origin, this.#member.person, String(this.#chance.seed), String(number));
    const sheet = this.#chance.oneOf(this.#sheets);
    const unique = `${this.#member.person} ${number} 評価${'。'.repeat(this.#chance.below(400))}`;
    if (this.#member.role === 'approver') return { verb: 'evaluation.send-back', sheet, key, body: { reason: unique } };
    if (this.#chance.happens(0.03)) return { verb: 'evaluation.submit', sheet, key, body: {} };
    if (this.#chance.happens(0.05)) return { verb: 'evaluation.attach', sheet, key, body: { file: unique.repeat(1 + this.#chance.below(100)) } };
    return { verb: 'evaluation.save', sheet, key, body: this.#save(sheet, { [this.#chance.oneOf(textFields)]: unique }) };
  }

  #save(sheet: string, fields: Readonly<Record<string, string>>) {
    return { basedOn: this.#revisions.get(sheet) ?? 0, fields };
  }

  #authorization(): { readonly authorization: string } {
    return { authorization: `Bearer ${this.#member.token}` };
  }
}
