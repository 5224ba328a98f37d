import { setTimeout as after } from 'node:timers/promises';
import type { Position } from '../../event-store/event-store.ts';
import type { Rejected } from '../../kernel/decision.ts';
import type { EditionStore } from '../editions/edition-store.ts';
import type { AnyCommand, FactReader, Outcome } from '../commands/verb.ts';
import type { ModelReader, ReadModel } from '../reads/read-model.ts';
import { ModelNotReady, type ReadModelHost } from '../reads/read-model-host.ts';
import type { Leases } from './lease.ts';

/**
 * A process: a list of what was asked and is not yet done, and how one item is done. The list is a read model, so it
 * comes back as it was when it is rebuilt; the command's key derives from the asking event, so doing an item twice
 * writes once.
 */
export interface ToDo<Item> {
  readonly name: string;
  readonly list: ReadModel;
  /** Those with a greater key, in the order of the key; by default from the first. */
  next(list: ModelReader, atMost: number, after?: string): readonly Item[];
  keyOf(item: Item): string;
  commandFor(item: Item, from: DoneFrom): AnyCommand | Promise<AnyCommand>;
  /** Records on the asking stream that an item was refused, which takes it off the list. */
  refusalOf(item: Item, refused: Rejected): AnyCommand;
}

/** What an item may need before its command can be said: streams, and the bytes of editions beside the log. */
export interface DoneFrom {
  readonly states: FactReader;
  readonly editions: EditionStore;
}

export interface LoopParts {
  readonly host: ReadModelHost;
  readonly leases: Leases;
  readonly run: (command: AnyCommand) => Promise<Outcome>;
  readonly from: DoneFrom;
  readonly onFault: (name: string, fault: unknown) => void;
}

/**
 * All of a batch may meet on one stream, where each round lets one of them through: more than the runner has attempts
 * would be turned away, and so would half as many when another process does the same.
 */
const batchSize = 20;
/** Says nothing about the item, and must not be recorded as if it did. */
const passing = 'too-many-writers';
const leaseMs = 3_000;
/** Also looked at without being woken: a lease may have run out, a store may have come back. */
const lookAgainMs = 1_000;

/** Works one list off, for as long as it runs. */
export class ToDoLoop<Item> {
  #running: Promise<void> | undefined;
  readonly #stopping = new AbortController();
  #wake: () => void = () => {};

  constructor(private readonly toDo: ToDo<Item>, private readonly parts: LoopParts) {}

  start(): void {
    this.#running = this.#loop();
  }

  /** Something was appended; there may be work. */
  wake(): void {
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#running;
    this.parts.leases.giveBack(this.toDo.name);
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const woken = this.#woken();
      // What threw would throw at every append of anybody.
      if (await this.#pass()) await woken;
      else await after(lookAgainMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Once over the whole list; false when something threw. */
  async #pass(): Promise<boolean> {
    const { host, leases } = this.parts;
    const done: (Position | undefined)[] = [];
    try {
      for (let key: string | undefined; !this.#stopping.signal.aborted;) {
        const items = this.toDo.next(host.reader(this.toDo.list), batchSize, key);
        if (items.length === 0 || !leases.take(this.toDo.name, leaseMs)) break;
        done.push(...await Promise.all(items.map((item) => this.#do(item))));
        key = this.toDo.keyOf(items.at(-1) as Item);
      }
      const last = done.filter((position) => position !== undefined).toSorted().at(-1);
      // What was done must be off the list before the list is read again.
      if (last !== undefined) await host.waitFor(this.toDo.list, last, lookAgainMs);
    } catch (fault) {
      if (fault instanceof ModelNotReady) return true;
      this.parts.onFault(this.toDo.name, fault);
      return false;
    }
    return !done.includes(undefined);
  }

  /** Where it stands in the log that the item was done or refused; undefined when it is to be tried again. */
  async #do(item: Item): Promise<Position | undefined> {
    const { run, from, onFault } = this.parts;
    try {
      const outcome = await run(await this.toDo.commandFor(item, from));
      if (outcome.kind === 'done') return outcome.receipt.position;
      if (outcome.code === passing) throw new Error(`${this.toDo.keyOf(item)}: ${outcome.code}`);
      const recorded = await run(this.toDo.refusalOf(item, outcome));
      if (recorded.kind === 'done') return recorded.receipt.position;
      throw new Error(`refused with ${outcome.code}, and recording that with ${recorded.code}`);
    } catch (fault) {
      onFault(this.toDo.name, fault);
      return undefined;
    }
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMs);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}
