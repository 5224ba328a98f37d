import { setTimeout } from 'node:timers/promises';
import { KurrentEventStore } from '../kurrent-event-store.ts';
import type { Waits } from '../waits.ts';
import { KurrentDouble } from './kurrent-double.ts';

const patient: Partial<Waits> = { attempt: 1_000, patience: 10_000, firstPause: 10, longestPause: 50 };
export const impatient: Partial<Waits> = { attempt: 100, patience: 300, firstPause: 10, longestPause: 20 };

/** A double for one case, and the stores that the case opens on it. */
export class MortalServer {
  #double: KurrentDouble | undefined;
  readonly #stores: KurrentEventStore[] = [];

  async start(options: Parameters<typeof KurrentDouble.start>[0] = {}): Promise<void> {
    this.#double?.kill();
    this.#double = await KurrentDouble.start(options);
  }

  get double(): KurrentDouble {
    if (this.#double === undefined) throw new Error('the double is not started');
    return this.#double;
  }

  openStore(waits: Partial<Waits> = patient): KurrentEventStore {
    const store = new KurrentEventStore(this.double.connectionString, waits);
    this.#stores.push(store);
    return store;
  }

  async killFor(milliseconds: number): Promise<void> {
    this.double.kill();
    await setTimeout(milliseconds);
    await this.double.restart();
  }

  async end(): Promise<void> {
    await Promise.all(this.#stores.splice(0).map((store) => store.close()));
    this.#double?.kill();
  }
}
