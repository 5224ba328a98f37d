import type { Rejected } from '../../kernel/decision.ts';
import type { AnyCommand, Outcome } from '../commands/verb.ts';
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
  next(list: ModelReader, atMost: number): readonly Item[];
  commandFor(item: Item): AnyCommand;
  /** Records on the asking stream that an item was refused, which takes it off the list. */
  refusalOf(item: Item, refused: Rejected): AnyCommand;
}

export interface LoopParts {
  readonly host: ReadModelHost;
  readonly leases: Leases;
  readonly run: (command: AnyCommand) => Promise<Outcome>;
  readonly onFault: (name: string, fault: unknown) => void;
}

const batchSize = 64;
const leaseMs = 10_000;
/** Also looked at without being woken: a lease may have run out, a store may have come back. */
const lookAgainMs = 1_000;

/** Works one list off, for as long as it runs. */
export class ToDoLoop<Item> {
  #running: Promise<void> | undefined;
  #stopped = false;
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
    this.#stopped = true;
    this.#wake();
    await this.#running;
    this.parts.leases.giveBack(this.toDo.name);
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      const woken = this.#woken();
      try {
        if (await this.#workOff()) continue;
      } catch (fault) {
        if (!(fault instanceof ModelNotReady)) this.parts.onFault(this.toDo.name, fault);
      }
      await woken;
    }
  }

  /** True when there was something to do. */
  async #workOff(): Promise<boolean> {
    const { host, leases, run } = this.parts;
    const items = this.toDo.next(host.reader(this.toDo.list), batchSize);
    if (items.length === 0 || !leases.take(this.toDo.name, leaseMs)) return false;
    const positions = await Promise.all(items.map(async (item) => {
      const outcome = await run(this.toDo.commandFor(item));
      if (outcome.kind === 'done') return outcome.receipt.position;
      const recorded = await run(this.toDo.refusalOf(item, outcome));
      if (recorded.kind === 'done') return recorded.receipt.position;
      throw new Error(`refused with ${outcome.code}, and recording that with ${recorded.code}`);
    }));
    const last = positions.toSorted().at(-1);
    // What was done must be off the list before the list is read again.
    return last !== undefined && host.waitFor(this.toDo.list, last, lookAgainMs);
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMs);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}
