import { setTimeout } from 'node:timers/promises';
import type { Instant } from '../../../libs/kernel/clock.ts';
import { dayInJapan, type Day } from '../../../libs/kernel/day.ts';
import type { Decider, DomainEvent } from '../../../libs/kernel/decider.ts';
import { committeeDecider, type FoundedCommittee, type Meeting } from '../../../libs/committee/domain/committee.ts';
import { roleOf, rosterOn } from '../../../libs/committee/domain/roster.ts';
import { cycleDecider, type OpenCycle } from '../../../libs/cycle/domain/cycle.ts';
import { sheetDecider, type OpenedSheet } from '../../../libs/evaluation/domain/sheet.ts';
import { municipalityDecider, municipalityStream } from '../../../libs/municipality/domain/municipality.ts';
import { holdersOn } from '../../../libs/municipality/domain/office.ts';
import type { MovableClocks } from '../../../libs/municipality/movable-clocks.ts';
import type { Asker } from '../../../libs/platform/access/asker.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import type { Installation } from '../../../libs/platform/installation.ts';
import { CannotDo } from '../one-line.ts';
import { isMember, type Member } from './content/members.ts';
import { demonstrationId, departmentOf, municipality, ofCommittee, personOf, postOf } from './office.ts';

const patienceMs = 30_000;

/** Something that is done at a moment of the moved clock. */
export interface Doing {
  readonly at: Instant;
  do(deeds: Deeds): Promise<void>;
}

/** One command by whoever holds a post then, or by a member of the committee, under a key that says what it is. */
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
      await deeds.do(name, await deeds.askerFor(by, at), command, stream, typeof body === 'function' ? await body(deeds) : body);
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

  askerFor(by: string, at: Instant): Promise<Asker> {
    return isMember(by) ? this.#member(by, at) : this.#holderOf(by, at);
  }

  async #member(member: Member, at: Instant): Promise<Asker> {
    const committee = await this.committee();
    const held = rosterOn(committee, dayInJapan(at)).find(({ person }) => person === personOf(member));
    if (held === undefined) throw new Error(`${member} is no member at ${at}`);
    return { municipality, actor: held.person, appointment: held.id, role: roleOf(committee, held.id), committee: committee.id };
  }

  async #holderOf(post: string, at: Instant): Promise<Asker> {
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

  async committee(): Promise<FoundedCommittee> {
    const committee = await this.state(committeeDecider, ofCommittee);
    if (committee.phase === 'absent') throw new Error('the committee was never founded');
    return committee;
  }

  /** The newest term of a member. */
  async lastMembershipOf(member: Member): Promise<string> {
    const found = (await this.committee()).members.findLast(({ person }) => person === personOf(member));
    if (found === undefined) throw new Error(`${member} was never appointed`);
    return found.id;
  }

  /** No two meetings of the demonstration are on one day. */
  async meetingOn(day: Day): Promise<Meeting> {
    const found = Object.values((await this.committee()).meetings).find(({ on }) => on === day);
    if (found === undefined) throw new Error(`no meeting was called for ${day}`);
    return found;
  }

  async cycle(stream: string): Promise<OpenCycle> {
    const cycle = await this.state(cycleDecider, stream);
    if (cycle.phase === 'absent') throw new Error(`${stream} was never opened`);
    return cycle;
  }

  /**
   * What to-do loops do, they must have done before the clock moves on. They are started only where something is not done, so
   * that a founding that was cut off goes on at the moment at which it was.
   */
  async until(what: string, isDone: () => Promise<boolean>): Promise<void> {
    const since = performance.now();
    while (!await isDone()) {
      await this.installation.start();
      if (performance.now() - since > patienceMs) throw new CannotDo(`the demonstration waited in vain for ${what}`);
      await setTimeout(1);
    }
  }

  async untilOpened(streams: readonly string[]): Promise<void> {
    for (const stream of streams) await this.until(stream, async () => (await this.state(sheetDecider, stream)).phase !== 'absent');
  }
}
