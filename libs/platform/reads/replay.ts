import type { LogReader, StoredEvent } from '../../event-store/event-store.ts';
import { noStream } from '../../event-store/event-store.ts';
import { BrokenLog, evolveStored } from '../commands/folded-states.ts';
import type { AnyDecider } from '../room.ts';
import { pagesOf } from './log-pages.ts';

interface Folding {
  readonly decider: AnyDecider;
  state: unknown;
  revision: number;
}

/**
 * Folds every stream of the log at once, in the order of the log, with all that a command checks when it reads its
 * stream: each event stands where it must, is known to the stream's decider, and fits the state that it meets.
 */
export class Replay {
  readonly #deciders: ReadonlyMap<string, AnyDecider>;
  readonly #streams = new Map<string, Folding>();

  constructor(deciders: readonly AnyDecider[]) {
    this.#deciders = new Map(deciders.map((decider) => [decider.category, decider]));
  }

  get streamCount(): number {
    return this.#streams.size;
  }

  /** Throws when the event does not fit; its stream then stays where it was. */
  take(stored: StoredEvent): void {
    const { stream, revision } = stored.header;
    const folding = this.#streams.get(stream) ?? this.#begin(stream);
    folding.state = evolveStored(folding.decider, folding.state, stored, folding.revision + 1);
    folding.revision = revision;
  }

  #begin(stream: string): Folding {
    const hyphen = stream.indexOf('-');
    const decider = this.#deciders.get(hyphen === -1 ? stream : stream.slice(0, hyphen));
    if (decider === undefined) throw new BrokenLog(`${stream}: no room decides such streams`);
    const folding = { decider, state: decider.initial, revision: noStream };
    this.#streams.set(stream, folding);
    return folding;
  }
}

/** The whole log as far as it goes now, folded; throws at the first event that does not fit. */
export async function replayLog(log: LogReader, deciders: readonly AnyDecider[]): Promise<{ events: number; streams: number }> {
  const replay = new Replay(deciders);
  let events = 0;
  for await (const page of pagesOf((query) => log.readLog(query))) {
    for (const stored of page) replay.take(stored);
    events += page.length;
  }
  return { events, streams: replay.streamCount };
}
