import { setTimeout } from 'node:timers/promises';
import type { Instant } from '../../../libs/kernel/clock.ts';
import { dayInJapan } from '../../../libs/kernel/day.ts';
import type { Decider, DomainEvent } from '../../../libs/kernel/decider.ts';
import { sheetDecider, type OpenedSheet } from '../../../libs/evaluation/domain/sheet.ts';
import { municipalityDecider, municipalityStream } from '../../../libs/municipality/domain/municipality.ts';
import { holdersOn } from '../../../libs/municipality/domain/office.ts';
import type { MovableClocks } from '../../../libs/municipality/movable-clocks.ts';
import type { Asker } from '../../../libs/platform/access/asker.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import type { Installation } from '../../../libs/platform/installation.ts';
import { CannotDo } from '../one-line.ts';
import { demonstrationId, departmentOf, municipality, postOf } from './office.ts';

const patienceMs = 30_000;

/** Something that is done at a moment of the moved clock. */
export interface Doing {
  readonly at: Instant;
  do(deeds: Deeds): Promise<void>;
}

/** One command by whoever holds a post then, under a key that says what it is. */
export interface Deed<Body extends object> {
  readonly at: Instant;
  readonly name: string;
  readonly by: string;
  readonly command: CommandClass<Body>;
  readonly stream: string;
  readonly body: Body | ((deeds: Deeds) => Promise<Body>);
}

export function deed<Body extends object>({ at, name, by, command, stream, body }: Deed<Body>): Doing {
  return {
    at,
    async do(deeds) {
      await deeds.do(name, await deeds.holderOf(by, at), command, stream, typeof body === 'function' ? await body(deeds) : body);
    },
  };
}

/** Does things in the name of the demonstration's people, at the moments at which they are said to have been done. */
export class Deeds {
  constructor(readonly installation: Installation, private readonly clocks: MovableClocks) {}

  /** Each at its own moment, the earliest first. */
  async doAll(doings: readonly Doing[]): Promise<void> {
    for (const doing of doings.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
      await this.moveTo(doing.at);
      await doing.do(this);
    }
  }

  async moveTo(at: Instant): Promise<void> {
    this.clocks.move(municipality, await this.office(), at);
  }

  /** False when an earlier start did it in other words, or an earlier release: what stands in the log stands. */
  async do<Body extends object>(name: string, asker: Asker, command: CommandClass<Body>, stream: string, body: Body): Promise<boolean> {
    const outcome = await this.installation.runner.run(new command(stream, { asker, key: demonstrationId('deed', name) }, body));
    if (outcome.kind === 'done') return true;
    if (outcome.code === 'key-used-for-another-body') return false;
    throw new CannotDo(`the demonstration could not be founded (${name}: ${outcome.code})`);
  }

  async holderOf(post: string, at: Instant): Promise<Asker> {
    const office = await this.office();
    const [holder] = office.phase === 'absent' ? [] : holdersOn(office, post, dayInJapan(at));
    if (holder === undefined) throw new Error(`nobody holds ${post} at ${at}`);
    const { section, role } = postOf(post);
    return { municipality, actor: holder.person, appointment: holder.id, post, role, section, department: departmentOf(section) };
  }

  async state<State, Event extends DomainEvent>(decider: Decider<State, Event>, stream: string): Promise<State> {
    return (await this.installation.states.fold(decider, stream)).state;
  }

  office() {
    return this.state(municipalityDecider, municipalityStream(municipality));
  }

  async sheet(stream: string): Promise<OpenedSheet> {
    const sheet = await this.state(sheetDecider, stream);
    if (sheet.phase === 'absent') throw new Error(`${stream} was never opened`);
    return sheet;
  }

  /**
   * The sheets of a cycle are opened by a to-do loop, which must not see the clock move on before it is done. The loops are
   * started only where a sheet is missing, so that one that was cut off goes on at the moment at which it was.
   */
  async untilOpened(streams: readonly string[]): Promise<void> {
    const since = performance.now();
    for (const stream of streams) {
      while ((await this.state(sheetDecider, stream)).phase === 'absent') {
        await this.installation.start();
        if (performance.now() - since > patienceMs) throw new CannotDo(`the demonstration waited in vain for ${stream}`);
        await setTimeout(5);
      }
    }
  }
}
