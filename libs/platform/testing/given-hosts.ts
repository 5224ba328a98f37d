import { newDirectory } from '../../event-store/contract/given-directory.ts';
import type { Position, StoredEvent } from '../../event-store/event-store.ts';
import type { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { ReadModelHost } from '../reads/read-model-host.ts';
import type { ReadModel } from '../reads/read-model.ts';
import { asking, givenRunner, receiptOf } from './given-runner.ts';
import { bookDecider, bookStream, TakeNote } from './notes.ts';

/** Hosts over one log and one directory, and all that they say. */
export interface GivenHosts {
  readonly directory: ReturnType<typeof newDirectory>;
  readonly hosts: ReadModelHost[];
  readonly faults: string[];
  readonly told: StoredEvent[];
  hostOf(this: void, ...models: readonly ReadModel[]): ReadModelHost;
  /** The position of the last of these notes. */
  take(this: void, ...texts: readonly string[]): Promise<Position>;
  close(): Promise<void>;
}

/** A spec may put another log in the place of the first, so the log is asked for each time. */
export function givenHosts(storeNow: () => MemoryEventStore): GivenHosts {
  const directory = newDirectory();
  const hosts: ReadModelHost[] = [];
  const faults: string[] = [];
  const told: StoredEvent[] = [];
  return {
    directory, hosts, faults, told,
    hostOf(...models) {
      const host = new ReadModelHost({
        store: storeNow(), catalogue: bookDecider.catalogue, models, directory: directory.path,
        onFault: (model, fault) => { faults.push(`${model}: ${(fault as Error).message}`); },
        tap: (events) => { told.push(...events); },
      });
      hosts.push(host);
      return host;
    },
    async take(...texts) {
      const { runner } = givenRunner(storeNow());
      let position = '';
      for (const text of texts) position = receiptOf(await runner.run(asking(TakeNote, bookStream('1'), { text }))).position;
      return position;
    },
    async close() {
      for (const host of hosts) await host.stop();
      await storeNow().close();
      directory.remove();
    },
  };
}
