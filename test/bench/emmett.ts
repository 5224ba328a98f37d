import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { CannotRun, timed, type Contest, type Side } from './contest.ts';
import { eventText, headerOf, membersOf } from './event-texts.ts';
import { logIn, shuffled } from './office.ts';

const peers = resolve('test/bench/peers');
const streams = Array.from({ length: 100 }, (_, index) => `sheet-bench-2100-${index}`);
const eventsEach = 30;
const appends = 200;

/** The parts of Emmett's store that are used here; it is installed only when this is measured. */
interface EmmettStore {
  appendToStream(stream: string, events: readonly object[], options: { readonly expectedStreamVersion: bigint }): Promise<unknown>;
  readStream(stream: string): Promise<{ readonly events: readonly unknown[] }>;
}

interface EmmettPackage {
  getSQLiteEventStore(options: { readonly fileName: string }): EmmettStore;
  sqliteConnection(options: { readonly fileName: string }): {
    querySingle(sql: string): Promise<Readonly<Record<string, unknown>> | null>;
    close(): void;
  };
}

/** Our store and that of Emmett, each as it is meant to be used, one caller: Emmett's closes its file after every call. */
export const contest: Contest = {
  name: 'emmett',
  module: import.meta.url,
  rounds: 9,
  rows: [
    { id: 'emmett-append', goal: 8, ours: 'our appends', limit: 'their appends' },
    { id: 'emmett-read', goal: 4, ours: 'our reads', limit: 'their reads' },
  ],
  async prepare() {
    if (!existsSync(join(peers, 'node_modules/@event-driven-io/emmett-sqlite'))) {
      const { status, stderr } = spawnSync('npm', ['install', '--no-package-lock'], { cwd: peers, encoding: 'utf8' });
      if (status !== 0) throw new CannotRun(`npm install in test/bench/peers failed: ${stderr.trim().split('\n').at(-1)}`);
    }
    try {
      theirs();
    } catch (fault) {
      throw new CannotRun(`emmett-sqlite cannot be loaded: ${fault instanceof Error ? fault.message.split('\n')[0] : String(fault)}`);
    }
  },
  sides: {
    'our appends': async (directory) => appending(await openOurs(directory)),
    'their appends': async (directory) => appending(await openTheirs(directory)),
    'our reads': async (directory) => reading(await openOurs(directory)),
    'their reads': async (directory) => reading(await openTheirs(directory)),
  },
};

interface Store {
  append(stream: string, revision: number): Promise<unknown>;
  /** How many events there are. */
  read(stream: string): Promise<number>;
  close(): Promise<void>;
}

async function openOurs(directory: string): Promise<Store> {
  const store = SqliteEventStore.open(logIn(directory));
  return {
    append: (stream, revision) => store.append(stream, revision - 1, [eventText(stream, revision)]),
    read: async (stream) => (await store.readStream(stream)).length,
    close: () => store.close(),
  };
}

async function openTheirs(directory: string): Promise<Store> {
  const emmett = theirs();
  const store = emmett.getSQLiteEventStore({ fileName: logIn(directory) });
  await store.readStream('none');
  const connection = emmett.sqliteConnection({ fileName: logIn(directory) });
  const synchronous = await connection.querySingle('PRAGMA synchronous');
  connection.close();
  const full = 2;
  if (synchronous?.['synchronous'] !== full) throw new Error('Emmett is not as durable as we are');
  return {
    append: (stream, revision) => untilCommitted(() => store.appendToStream(
      stream, [{ type: 'FieldsSaved', data: membersOf(revision), metadata: headerOf(stream, revision) }], { expectedStreamVersion: BigInt(revision) })),
    read: async (stream) => (await store.readStream(stream)).events.length,
    close: async () => undefined,
  };
}

/** Now and then its COMMIT meets a statement of its own that is not finished yet (SQLITE_BUSY); nothing was written then. */
async function untilCommitted(append: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      return await append();
    } catch (fault) {
      if ((fault as { code?: unknown }).code !== 'SQLITE_BUSY') throw fault;
    }
  }
}

function theirs(): EmmettPackage {
  return createRequire(join(peers, 'package.json'))('@event-driven-io/emmett-sqlite') as EmmettPackage;
}

async function appending(store: Store): Promise<Side> {
  const revisions = new Int32Array(streams.length);
  return {
    round: () => timed(appends, async () => {
      for (let done = 0; done < appends; done++) {
        const index = Math.floor(Math.random() * streams.length);
        await store.append(streams[index] as string, (revisions[index] as number)++);
      }
    }),
    close: () => store.close(),
  };
}

async function reading(store: Store): Promise<Side> {
  for (let revision = 0; revision < eventsEach; revision++) {
    for (const stream of shuffled(streams)) await store.append(stream, revision);
  }
  return {
    round: () => timed(streams.length, async () => {
      for (const stream of shuffled(streams)) {
        if (await store.read(stream) !== eventsEach) throw new Error(`${stream} has not ${eventsEach} events`);
      }
    }),
    close: () => store.close(),
  };
}
