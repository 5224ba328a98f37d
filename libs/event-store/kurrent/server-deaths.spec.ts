import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { appended, eventAt, eventsAfter, idsOf, positionsOf } from '../contract/given-events.ts';
import { noStream, StoreUnavailable } from '../event-store.ts';
import type { StoredEvent } from '../event-store.ts';
import { impatient, MortalServer } from './double/mortal-server.ts';

const moments = ['before-applying', 'after-applying'] as const;

describe('KurrentEventStore when the server fails (the double only: no real server is killed here)', () => {
  const server = new MortalServer();
  beforeEach(() => server.start());
  afterEach(() => server.end());

  describe('an append in doubt', () => describeDoubt(server));
  describe('a server that stays away', () => describeAbsence(server));
  describe('reading', () => describeReading(server));
  describe('a subscription', () => describeSubscription(server));
  describe('the server itself', () => describeServer(server));
  describe('the process', () => describeProcess(server));
});

function describeDoubt(server: MortalServer): void {
  it.each(moments)('whose server dies %s is settled when it is back', async (moment) => {
    const store = server.openStore();
    const [first, second] = eventsAfter('sheet-1', noStream, 2);
    await appended(store, 'sheet-1', noStream, [first!]);
    server.double.faults.dieDuringNextAppend(moment);
    const answer = store.append('sheet-1', 0, [second!]);
    await setTimeout(100);
    await server.double.restart();
    expect(await answer).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(idsOf(await store.readStream('sheet-1'))).toEqual(idsOf([first!, second!]));
  });

  it.each(moments)('on a call that ends with code 8, %s, is settled', async (moment) => {
    const store = server.openStore();
    await appended(store, 'sheet-1', noStream, eventsAfter('sheet-1', noStream, 1));
    server.double.faults.exhaustDuringNextAppend(moment);
    const events = Array.from({ length: 10 }, (_, index) => eventAt(`sheet-2${index}`, 0));
    await Promise.all(events.map((event, index) => appended(store, `sheet-2${index}`, noStream, [event])));
    expect(idsOf(await store.readLog({ limit: 100 })).slice(1).sort()).toEqual(idsOf(events).sort());
  });

  it('on a server that is not ready waits for it', async () => {
    server.double.faults.refuseAsNotReady(3);
    await appended(server.openStore(), 'sheet-1', noStream, eventsAfter('sheet-1', noStream, 1));
  });

  it('keeps its place before later ones on its stream', async () => {
    const store = server.openStore();
    const events = eventsAfter('sheet-1', noStream, 20);
    server.double.faults.dieDuringNextAppend('before-applying');
    const answers = events.map((event, index) => store.append('sheet-1', index - 1, [event]));
    await setTimeout(100);
    await server.double.restart();
    expect(await Promise.all(answers)).toMatchObject(events.map((_, revision) => ({ outcome: 'appended', revision })));
  });

  it('is applied once and in order, of many writers, across three deaths', async () => {
    const store = server.openStore();
    const written: string[] = [];
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (const [revision, event] of eventsAfter(`sheet-${writer}`, noStream, 40).entries()) {
        expect(await appended(store, `sheet-${writer}`, revision - 1, [event])).toMatchObject({ revision });
        written.push(event.id);
      }
    });
    for (let death = 0; death < 3; death += 1) {
      await setTimeout(40);
      await server.killFor(60);
    }
    await Promise.all(writers);
    expect(idsOf(await store.readLog({ limit: 10_000 })).sort()).toEqual(written.sort());
    for (let writer = 0; writer < 16; writer += 1) {
      const revisions = (await store.readStream(`sheet-${writer}`)).map(({ header }) => header.revision);
      expect(revisions).toEqual(Array.from({ length: 40 }, (_, revision) => revision));
    }
  });
}

function describeAbsence(server: MortalServer): void {
  it('is given up in bounded time, by appends and reads', async () => {
    const store = server.openStore(impatient);
    server.double.kill();
    const started = performance.now();
    const appends = eventsAfter('sheet-1', noStream, 20).map((event, index) => store.append('sheet-1', index - 1, [event]));
    for (const { status } of await Promise.allSettled(appends)) expect(status).toBe('rejected');
    await expect(store.append('sheet-1', noStream, eventsAfter('sheet-1', noStream, 1))).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream('sheet-1')).rejects.toThrow(StoreUnavailable);
    await expect(store.lastPosition()).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('because it froze is given up in bounded time, and the same appends are settled afterwards', async () => {
    const store = server.openStore(impatient);
    const events = Array.from({ length: 200 }, (_, index) => eventAt(`sheet-${index}`, 0));
    const appendAll = () => events.map((event, index) => appended(store, `sheet-${index}`, noStream, [event]));
    server.double.faults.freeze();
    const started = performance.now();
    for (const { status } of await Promise.allSettled(appendAll())) expect(status).toBe('rejected');
    expect(performance.now() - started).toBeLessThan(3_000);
    server.double.faults.thaw();
    const patientStore = server.openStore();
    await Promise.all(events.map((event, index) => appended(patientStore, `sheet-${index}`, noStream, [event])));
    expect(idsOf(await patientStore.readLog({ limit: 1_000 })).sort()).toEqual(idsOf(events).sort());
  });

  it('does not keep `close` waiting', async () => {
    const store = server.openStore({ attempt: 300, patience: 10_000 });
    server.double.faults.freeze();
    const appends = eventsAfter('sheet-1', noStream, 20).map((event, index) => store.append('sheet-1', index - 1, [event]));
    const refused = Promise.all(appends.map((append) => expect(append).rejects.toThrow(StoreUnavailable)));
    const started = performance.now();
    await store.close();
    await refused;
    expect(performance.now() - started).toBeLessThan(2_000);
  });
}

function describeReading(server: MortalServer): void {
  it('works once the server is there, also for a store whose first read ever met none', async () => {
    await appended(server.openStore(), 'sheet-1', noStream, eventsAfter('sheet-1', noStream, 1));
    server.double.kill();
    const store = server.openStore();
    const read = store.readStream('sheet-1');
    await setTimeout(150);
    await server.double.restart();
    expect(await read).toHaveLength(1);
    expect(await store.readStream('sheet-1')).toHaveLength(1);
  });
}

function describeSubscription(server: MortalServer): void {
  it('goes on across deaths: exact order, no gap, no double, while writers run', async () => {
    const store = server.openStore();
    const seen: StoredEvent[] = [];
    const subscription = store.subscribe(undefined, async (events) => {
      await setTimeout(1);
      seen.push(...events);
    });
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (const [revision, event] of eventsAfter(`sheet-${writer}`, noStream, 100).entries()) {
        await appended(store, `sheet-${writer}`, revision - 1, [event]);
      }
    });
    for (let death = 0; death < 3; death += 1) {
      await setTimeout(50);
      await server.killFor(50);
    }
    await Promise.all(writers);
    while (seen.length < 400) await setTimeout(10);
    await subscription.stop();
    expect(positionsOf(seen)).toEqual(positionsOf(await store.readLog({ limit: 1_000 })));
  });

  it('that begins while the server is away delivers when it comes', async () => {
    await appended(server.openStore(), 'sheet-1', noStream, eventsAfter('sheet-1', noStream, 1));
    server.double.kill();
    const delivered = new Promise<readonly StoredEvent[]>((resolve) => { server.openStore().subscribe(undefined, resolve); });
    await setTimeout(150);
    await server.double.restart();
    expect(await delivered).toHaveLength(1);
  });

  it('can be stopped while the server is away', async () => {
    server.double.kill();
    const subscription = server.openStore().subscribe(undefined, () => undefined);
    await setTimeout(50);
    await subscription.stop();
    await expect(subscription.ended).resolves.toBeUndefined();
  });

  it('from a position that is inside a record ends with the reason', async () => {
    const store = server.openStore();
    const { position } = await appended(store, 'sheet-1', noStream, eventsAfter('sheet-1', noStream, 1));
    const inside = String(BigInt(position) + 1n).padStart(position.length, '0');
    await expect(store.subscribe(inside, () => undefined).ended).rejects.toMatchObject({ code: 3 });
  });
}

function describeServer(server: MortalServer): void {
  it('forgets what it compared at any revision: after a restart a repeat is a duplicate, at an exact one it is not', async () => {
    const event = jsonEvent({ type: 'Noted', data: {} });
    const before = KurrentDBClient.connectionString(server.double.connectionString);
    await before.appendToStream('Fact-1', event);
    await before.dispose();
    await server.killFor(100);
    const afterwards = KurrentDBClient.connectionString(server.double.connectionString);
    expect(await afterwards.appendToStream('Fact-1', event)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await afterwards.appendToStream('Fact-1', event, { streamState: 'no_stream' }))
      .toMatchObject({ nextExpectedRevision: 0n });
    await afterwards.dispose();
  });

  it('may be older and take one append per call: the same answers', async () => {
    await server.start({ offersBatchAppend: false });
    const store = server.openStore();
    const [first, second] = [eventsAfter('sheet-1', noStream, 1), eventsAfter('sheet-1', 0, 1)];
    const answer = await appended(store, 'sheet-1', noStream, first);
    expect(await store.append('sheet-1', noStream, first)).toEqual(answer);
    expect(await store.append('sheet-1', noStream, second)).toEqual({ outcome: 'conflict', actualRevision: 0 });
    expect(await store.append('sheet-2', 4, second)).toEqual({ outcome: 'conflict', actualRevision: noStream });
    server.double.faults.dieDuringNextAppend('after-applying');
    const inDoubt = store.append('sheet-1', 0, second);
    await setTimeout(100);
    await server.double.restart();
    expect(await inDoubt).toMatchObject({ outcome: 'appended', revision: 1 });
  });
}

function describeProcess(server: MortalServer): void {
  it('exits once a store that has appended, read and subscribed is closed', async () => {
    const program = `
      import { KurrentEventStore } from ${JSON.stringify(new URL('./kurrent-event-store.ts', import.meta.url).href)};
      const store = new KurrentEventStore(${JSON.stringify(server.double.connectionString)});
      const { promise, resolve } = Promise.withResolvers();
      store.subscribe(undefined, resolve);
      await store.append('sheet-1', -1, [${JSON.stringify(eventAt('sheet-1', 0))}]);
      await promise;
      await store.readLog({ limit: 1 });
      await store.close();
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (chunk) => { complaints += String(chunk); });
    const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(10_000) });
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  }, 15_000);
}
