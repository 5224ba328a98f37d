import { isStreamName } from '../../event-store/append-limits.ts';
import type { EventHeader, EventStore, StoredEvent } from '../../event-store/event-store.ts';
import { noStream } from '../../event-store/event-store.ts';
import type { HeaderDraft } from '../../event-store/event-text.ts';
import { decode, type Decider, type DomainEvent } from '../../kernel/decider.ts';

/** A stream folded up to a revision, with every command it ever took. */
export interface Folded<State> {
  readonly state: State;
  readonly revision: number;
  readonly commands: ReadonlyMap<string, CommandTaken>;
}

/** What is remembered of a command for ever: what was asked, and the last event it recorded. */
export interface CommandTaken {
  readonly digest: string;
  readonly revision: number;
}

/** An event that was decided, and its header as it will stand in the log. */
export interface Writing<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly header: HeaderDraft;
}

interface Growing {
  state: unknown;
  revision: number;
  readonly commands: Map<string, CommandTaken>;
}

/**
 * States of streams, folded from the log and kept while they are in use. A kept state is never trusted to be the newest:
 * each fold asks the store for what came after it, which on one machine costs a look at a number.
 */
export class FoldedStates {
  readonly #kept = new Map<string, Growing>();

  constructor(private readonly store: EventStore, private readonly keptAtMost = 5_000) {}

  async fold<State, Event extends DomainEvent>(decider: Decider<State, Event>, stream: string): Promise<Folded<State>> {
    if (!isStreamName(stream)) return { state: decider.initial, revision: noStream, commands: new Map() };
    const known = this.#kept.get(stream);
    const tail = await this.store.readStream(stream, { fromRevision: (known?.revision ?? noStream) + 1 });
    // While this one was reading, another fold may have gone ahead, or the state may have been let go: the tail fits to either.
    const growing = furthest(this.#kept.get(stream), known) ?? { state: decider.initial, revision: noStream, commands: new Map() };
    for (const stored of tail) grow(decider, growing, stored);
    if (growing.revision !== noStream) this.#keep(stream, growing);
    return { state: growing.state as State, revision: growing.revision, commands: growing.commands };
  }

  /** Takes a kept state on over what was just appended to it, so that the next fold need not read it back. */
  appended<State, Event extends DomainEvent>(decider: Decider<State, Event>, stream: string, written: readonly Writing<Event>[]): void {
    const growing = this.#kept.get(stream);
    if (growing === undefined || !this.store.isExclusive) return;
    for (const { event, header } of written) {
      if (header.revision !== growing.revision + 1) return;
      growing.state = decider.evolve(growing.state as State, event, header);
      remember(growing, header);
    }
  }

  #keep(stream: string, growing: Growing): void {
    // A map lists in order of insertion: taking out and putting in again makes the oldest use come first. Only where there
    // is soon something to be let go does that order matter.
    if (this.#kept.size * 2 > this.keptAtMost) this.#kept.delete(stream);
    this.#kept.set(stream, growing);
    if (this.#kept.size > this.keptAtMost) {
      const oldest = this.#kept.keys().next();
      if (!oldest.done) this.#kept.delete(oldest.value);
    }
  }
}

function furthest(one: Growing | undefined, other: Growing | undefined): Growing | undefined {
  return one === undefined || (other !== undefined && other.revision > one.revision) ? other : one;
}

function grow<State, Event extends DomainEvent>(decider: Decider<State, Event>, growing: Growing, stored: StoredEvent): void {
  const { header } = stored;
  if (header.revision <= growing.revision) return;
  growing.state = evolveStored(decider, growing.state as State, stored, growing.revision + 1);
  remember(growing, header);
}

function remember(growing: Growing, { command, commandDigest, revision }: HeaderDraft): void {
  growing.revision = revision;
  growing.commands.set(command, { digest: commandDigest, revision });
}

/** One stored event onto a state, with the checks that every reading of the log makes. */
export function evolveStored<State, Event extends DomainEvent>(
  decider: Decider<State, Event>, state: State, stored: StoredEvent, expectedRevision: number,
): State {
  const { header, payload } = stored;
  checkHeader(header, decider.category, expectedRevision);
  return decider.evolve(state, decode(decider.catalogue, header, payload), header);
}

function checkHeader(header: EventHeader, category: string, expectedRevision: number): void {
  if (header.revision !== expectedRevision) {
    throw new BrokenLog(`${header.stream}: revision ${header.revision} where ${expectedRevision} must stand`);
  }
  if (!header.stream.startsWith(category) || header.stream.charCodeAt(category.length) !== hyphen) {
    throw new BrokenLog(`${header.stream} is no ${category} stream`);
  }
}

const hyphen = 45;

export class BrokenLog extends Error {
  override readonly name = 'BrokenLog';
}
