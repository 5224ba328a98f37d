import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { describeEventStoreContract } from '../contract/event-store.contract.ts';
import { newDirectory } from '../contract/given-directory.ts';
import { appended, eventAt, eventsAfter, filledStream, idsOf, newStream } from '../contract/given-events.ts';
import { noStream, StoreUnavailable } from '../event-store.ts';
import type { EventStore } from '../event-store.ts';
import { openEventFile } from './event-file.ts';
import type { Connection } from './event-file.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';

describeEventStoreContract('sqlite', async () => {
  const directory = newDirectory();
  const opened: EventStore[] = [];
  const open = () => {
    const store = SqliteEventStore.open(directory.file('events.sqlite'));
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    reopen: async () => open(),
    close: async () => {
      for (const store of opened) await store.close();
      directory.remove();
    },
  };
});

describe('the log in one SQLite file', () => {
  let directory: ReturnType<typeof newDirectory>;
  let path: string;
  let connection: Connection;
  let store: SqliteEventStore;

  beforeEach(() => {
    directory = newDirectory();
    path = directory.file('events.sqlite');
    connection = openEventFile(path);
    store = new SqliteEventStore(connection);
  });
  afterEach(async () => {
    await store.close();
    directory.remove();
  });

  /** Pages that the log may still take, beside those it has. */
  function leaveFree(pages: number): void {
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + pages}`);
  }

  const large = (stream: string, revision: number) => eventAt(stream, revision, { note: 'x'.repeat(400_000) });

  it('has no last position while it is empty', async () => {
    expect(await store.lastPosition()).toBeUndefined();
  });

  it('acknowledges nothing that another connection does not see yet', async () => {
    const other = new Database(path, { readonly: true });
    const count = other.prepare<[], number>('SELECT count(*) FROM events').pluck();
    const seen: Array<number | undefined> = [];
    const stream = newStream();
    await Promise.all(eventsAfter(stream, noStream, 10).map((event, index) =>
      store.append(stream, index - 1, [event]).then(() => { seen.push(count.get()); })));
    expect(seen).toEqual(Array.from({ length: 10 }, () => 10));
    other.close();
  });

  it('acknowledges nothing whose COMMIT fails, and takes its neighbours', async () => {
    connection.exec(`
      CREATE TABLE parents (id INTEGER PRIMARY KEY);
      CREATE TABLE children (parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER fail_at_commit AFTER INSERT ON events WHEN new.payload LIKE '%fail at commit%'
      BEGIN INSERT INTO children VALUES (1); END;`);
    const [one, bad, other] = [newStream(), newStream(), newStream()];
    const results = await Promise.allSettled([
      store.append(one, noStream, [eventAt(one, 0)]),
      store.append(bad, noStream, [eventAt(bad, 0, { note: 'fail at commit' })]),
      store.append(other, noStream, [eventAt(other, 0)]),
    ]);
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { outcome: 'appended' } },
      { status: 'rejected', reason: expect.any(StoreUnavailable) },
      { status: 'fulfilled', value: { outcome: 'appended' } },
    ]);
    expect(await store.readStream(bad)).toEqual([]);
    expect((await appended(store, bad, noStream, [eventAt(bad, 0)])).revision).toBe(0);
  });

  it('says that it is unavailable when the disk is full, keeps nothing of that append, and goes on when there is room', async () => {
    const { stream, events } = await filledStream(store, 3);
    leaveFree(20);
    const batch = [eventAt(stream, 3), large(stream, 4)];
    await expect(store.append(stream, 2, batch)).rejects.toThrow(StoreUnavailable);
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect(await store.readLog({ limit: 10 })).toHaveLength(3);
    expect((await appended(store, stream, 2, [eventAt(stream, 3)])).revision).toBe(3);
    leaveFree(1_000);
    expect((await appended(store, stream, 3, [large(stream, 4)])).revision).toBe(4);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('lets the neighbours in a group commit pass when one of them finds no room', async () => {
    await filledStream(store, 1);
    leaveFree(20);
    const streams = Array.from({ length: 9 }, newStream);
    const results = await Promise.allSettled(streams.map((stream, index) =>
      store.append(stream, noStream, [index === 4 ? large(stream, 0) : eventAt(stream, 0)])));
    expect(results.map(({ status }) => status))
      .toEqual(streams.map((_, index) => (index === 4 ? 'rejected' : 'fulfilled')));
    for (const [index, stream] of streams.entries()) {
      expect(await store.readStream(stream)).toHaveLength(index === 4 ? 0 : 1);
    }
  });

  it('conflicts for an append that builds on one which found no room', async () => {
    const { stream } = await filledStream(store, 1);
    leaveFree(5);
    const [first, second] = await Promise.allSettled([
      store.append(stream, 0, [large(stream, 1)]),
      store.append(stream, 1, [eventAt(stream, 2)]),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    expect(second).toMatchObject({ status: 'fulfilled', value: { outcome: 'conflict', actualRevision: 0 } });
  });

  it('answers a queue of many transactions before it closes', async () => {
    const appends = Array.from({ length: 3_000 }, () => {
      const stream = newStream();
      return store.append(stream, noStream, [eventAt(stream, 0)]);
    });
    await store.close();
    expect((await Promise.all(appends)).filter(({ outcome }) => outcome !== 'appended')).toEqual([]);
  });

  it('never writes a revision twice, even where somebody has got past the lock', async () => {
    const { stream } = await filledStream(store, 2);
    const intruder = SqliteEventStore.open(path);
    const theirs = eventAt(stream, 2);
    await appended(intruder, stream, 1, [theirs]);
    await intruder.close();
    expect(await store.append(stream, 1, [eventAt(stream, 2)])).toEqual({ outcome: 'conflict', actualRevision: 2 });
    expect(idsOf(await store.readStream(stream)).at(-1)).toBe(theirs.id);
  });

  it('answers past the head without asking the file', async () => {
    const { stream } = await filledStream(store, 3);
    connection.exec('DROP TABLE events');
    expect(await store.readStream(stream, { fromRevision: 3 })).toEqual([]);
    await expect(store.readStream(stream)).rejects.toThrow(StoreUnavailable);
  });

  it('reads in order whichever way SQLite goes through the file', async () => {
    const { stream, events } = await filledStream(store, 70);
    await store.close();
    connection = openEventFile(path);
    connection.pragma('reverse_unordered_selects = ON');
    store = new SqliteEventStore(connection);
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect(idsOf(await store.readLog({ limit: 100 }))).toEqual(idsOf(events));
    expect(idsOf(await store.readLog({ limit: 100, direction: 'backwards' }))).toEqual(idsOf(events).reverse());
  });

  it('keeps the WAL bounded under constant load', async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await Promise.all(Array.from({ length: 8 }, () => {
        const stream = newStream();
        return appended(store, stream, noStream, [eventAt(stream, 0, { note: 'x'.repeat(200_000) })]);
      }));
    }
    expect(statSync(`${path}-wal`).size).toBeLessThan(64 * 1024 * 1024);
  });

  it('moves what was committed into the file by itself, and waits for no reader', async () => {
    const reader = new Database(path, { readonly: true });
    await filledStream(store, 1);
    await setTimeout(200);
    const before = statSync(path).size;
    reader.exec('BEGIN; SELECT count(*) FROM events');
    reader.prepare('SELECT count(*) FROM events').get();
    const began = performance.now();
    for (let turn = 0; turn < 30; turn += 1) {
      const stream = newStream();
      await appended(store, stream, noStream, [large(stream, 0)]);
    }
    expect(performance.now() - began).toBeLessThan(3_000);
    reader.close();
    const stream = newStream();
    await appended(store, stream, noStream, [eventAt(stream, 0)]);
    await setTimeout(400);
    expect(statSync(path).size).toBeGreaterThan(before + 30 * 400_000);
  });
});
