import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { describeEventStoreContract } from '../contract/event-store.contract.ts';
import {
  afterNow, appended, eventAt, eventsAfter, eventually, idsOf, newStream, readAllAfter,
} from '../contract/given-events.ts';
import { noStream } from '../event-store.ts';
import type { StoredEvent } from '../event-store.ts';
import { openTestServer, serverInTheTitle } from './double/test-server.ts';
import type { TestServer } from './double/test-server.ts';
import { KurrentEventStore } from './kurrent-event-store.ts';

describeEventStoreContract(`KurrentEventStore on ${serverInTheTitle}`, async () => {
  const server = await openTestServer();
  const stores: KurrentEventStore[] = [];
  const open = () => {
    const store = new KurrentEventStore(server.connectionString);
    stores.push(store);
    return store;
  };
  return {
    store: open(),
    reopen: async () => open(),
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      server.close();
    },
  };
});

describe(`KurrentEventStore beside others on ${serverInTheTitle}`, () => {
  let server: TestServer;
  let store: KurrentEventStore;
  let client: KurrentDBClient;

  beforeEach(async () => {
    server = await openTestServer();
    store = new KurrentEventStore(server.connectionString);
    client = KurrentDBClient.connectionString(server.connectionString);
  });

  afterEach(async () => {
    await store.close();
    await client.dispose();
    server.close();
  });

  it('writes header and payload so that the server shows them as JSON', () => showsJson(store, client));
  it('passes over system events, other streams, and events without a header', () => passesOver(store, client));
  it('delivers in batches what is waiting, and no more at once than it may hold', () => deliversInBatches(store));
  it('refuses a position that is none', async () => {
    await expect(store.readLog({ after: '7', limit: 1 })).rejects.toThrow(RangeError);
    await expect(store.subscribe('7', () => undefined).ended).rejects.toThrow(RangeError);
  });
});

async function showsJson(store: KurrentEventStore, client: KurrentDBClient): Promise<void> {
  const stream = newStream();
  const event = eventAt(stream, 0, { note: '記' });
  await appended(store, stream, noStream, [event]);
  const read = await client.readStream(stream).next();
  expect(read.value?.event).toMatchObject({
    id: event.id, type: event.type, isJson: true, metadata: JSON.parse(event.header), data: JSON.parse(event.payload),
  });
}

async function passesOver(store: KurrentEventStore, client: KurrentDBClient): Promise<void> {
  const start = await afterNow(store);
  const delivered: StoredEvent[] = [];
  store.subscribe(start.after, (events) => { delivered.push(...events); });
  const foreign = () => jsonEvent({ type: 'Foreign', data: { foreign: true }, metadata: { foreign: true } });
  const [stream, nameLikeOurs, nameOfOthers] = [newStream(), newStream(), `Foreign-${randomUUID()}`];
  const events = eventsAfter(stream, noStream, 20);
  for (const [index, event] of events.entries()) {
    await client.appendToStream(nameOfOthers, foreign());
    await client.appendToStream(nameLikeOurs, jsonEvent({ type: 'Foreign', data: { foreign: true } }));
    await client.appendToStream(nameLikeOurs, { ...foreign(), type: '$foreign' });
    await appended(store, stream, index - 1, [event]);
  }
  await client.appendToStream(nameOfOthers, foreign());
  await eventually('the last event', () => delivered.length >= events.length);
  expect(idsOf(delivered)).toEqual(idsOf(events));
  expect(idsOf(await readAllAfter(store, start, 3))).toEqual(idsOf(events));
  expect(idsOf(await store.readLog({ direction: 'backwards', limit: 20 }))).toEqual(idsOf(events).reverse());
  expect(await store.readStream(nameOfOthers)).toEqual([]);
  expect(await store.lastPosition()).toBe(delivered.at(-1)?.position);
}

async function deliversInBatches(store: KurrentEventStore): Promise<void> {
  const start = await afterNow(store);
  const stream = newStream();
  await appended(store, stream, noStream, eventsAfter(stream, noStream, 500));
  await appended(store, stream, 499, eventsAfter(stream, 499, 500));
  const batches: number[] = [];
  const delivered: StoredEvent[] = [];
  store.subscribe(start.after, (events) => {
    batches.push(events.length);
    delivered.push(...events);
  });
  await eventually('all events', () => delivered.length === 1_000);
  expect(delivered.map(({ header }) => header.revision)).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  expect(batches.length).toBeLessThan(500);
  expect(Math.max(...batches)).toBeLessThanOrEqual(256);
}
