import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../event-store.ts';
import type { EventText, StoredEvent } from '../event-store.ts';
import { KurrentDouble } from './double/kurrent-double.ts';
import { KurrentEventStore } from './kurrent-event-store.ts';
import type { Waits } from './waits.ts';

const patient: Partial<Waits> = { attempt: 1_000, patience: 10_000, firstPause: 10, longestPause: 50 };
const impatient: Partial<Waits> = { attempt: 100, patience: 300, firstPause: 10, longestPause: 20 };

function eventAt(stream: string, revision: number): EventText {
  const id = randomUUID();
  return { id, type: 'Noted', header: JSON.stringify({ id, revision, stream, type: 'Noted' }), payload: '{"$salt":"a"}' };
}

describe('KurrentEventStore when the server fails (the double only: no real server is killed here)', () => {
  let double: KurrentDouble;
  let stores: KurrentEventStore[];

  beforeEach(async () => {
    double = await KurrentDouble.start();
    stores = [];
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    double.kill();
  });

  function open(waits: Partial<Waits> = patient): KurrentEventStore {
    const store = new KurrentEventStore(double.connectionString, waits);
    stores.push(store);
    return store;
  }

  async function killFor(milliseconds: number): Promise<void> {
    double.kill();
    await setTimeout(milliseconds);
    await double.restart();
  }

  describe('an append', () => {
    it.each(['before-applying', 'after-applying'] as const)('whose server dies %s is settled when it is back', async (moment) => {
      const store = open();
      const [first, second] = [eventAt('sheet-1', 0), eventAt('sheet-1', 1)];
      await store.append('sheet-1', -1, [first]);
      double.faults.dieDuringNextAppend(moment);
      const answer = store.append('sheet-1', 0, [second]);
      await setTimeout(100);
      await double.restart();
      expect(await answer).toMatchObject({ outcome: 'appended', revision: 1 });
      expect(idsOf(await store.readStream('sheet-1'))).toEqual([first.id, second.id]);
    });

    it.each(['before-applying', 'after-applying'] as const)('in flight when the call ends with code 8, %s, is settled', async (moment) => {
      const store = open();
      await store.append('sheet-1', -1, [eventAt('sheet-1', 0)]);
      double.faults.exhaustDuringNextAppend(moment);
      const events = Array.from({ length: 10 }, (_, index) => eventAt(`sheet-2${index}`, 0));
      const answers = await Promise.all(events.map((event, index) => store.append(`sheet-2${index}`, -1, [event])));
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
      expect(idsOf(await store.readLog({ limit: 100 })).slice(1).sort()).toEqual(events.map(({ id }) => id).sort());
    });

    it('waits for a server that is not ready', async () => {
      const store = open();
      double.faults.refuseAsNotReady(3);
      expect(await store.append('sheet-1', -1, [eventAt('sheet-1', 0)])).toMatchObject({ outcome: 'appended' });
    });

    it('is given up in bounded time when the server stays away, and so is a read', async () => {
      const store = open(impatient);
      double.kill();
      const started = performance.now();
      await expect(store.append('sheet-1', -1, [eventAt('sheet-1', 0)])).rejects.toThrow(StoreUnavailable);
      await expect(store.readStream('sheet-1')).rejects.toThrow(StoreUnavailable);
      await expect(store.lastPosition()).rejects.toThrow(StoreUnavailable);
      expect(performance.now() - started).toBeLessThan(3_000);
    });

    it('is given up in bounded time when the server freezes, and settled by the same append afterwards', async () => {
      const store = open(impatient);
      const events = Array.from({ length: 200 }, (_, index) => eventAt(`sheet-${index}`, 0));
      const appendAll = () => events.map((event, index) => store.append(`sheet-${index}`, -1, [event]));
      double.faults.freeze();
      const started = performance.now();
      const frozen = await Promise.allSettled(appendAll());
      expect(performance.now() - started).toBeLessThan(3_000);
      expect(frozen.every(({ status }) => status === 'rejected')).toBe(true);
      double.faults.thaw();
      const answers = await Promise.all(appendAll());
      expect(answers.every(({ outcome }) => outcome === 'appended')).toBe(true);
      expect(idsOf(await store.readLog({ limit: 1_000 })).sort()).toEqual(events.map(({ id }) => id).sort());
    });

    it('does not keep `close` waiting for a server that is away', async () => {
      const store = open({ ...patient, attempt: 300 });
      double.faults.freeze();
      const answer = store.append('sheet-1', -1, [eventAt('sheet-1', 0)]);
      const refused = expect(answer).rejects.toThrow(StoreUnavailable);
      const started = performance.now();
      await store.close();
      await refused;
      expect(performance.now() - started).toBeLessThan(2_000);
    });
  });

  it('every append of many writers is applied once, in order, across three deaths', async () => {
    const store = open();
    const appended: string[] = [];
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      const stream = `sheet-${writer}`;
      for (let revision = 0; revision < 40; revision += 1) {
        const event = eventAt(stream, revision);
        expect(await store.append(stream, revision - 1, [event])).toMatchObject({ outcome: 'appended', revision });
        appended.push(event.id);
      }
    });
    for (let death = 0; death < 3; death += 1) {
      await setTimeout(40);
      await killFor(60);
    }
    await Promise.all(writers);
    expect(idsOf(await store.readLog({ limit: 10_000 })).sort()).toEqual(appended.sort());
    for (let writer = 0; writer < 16; writer += 1) {
      const revisions = (await store.readStream(`sheet-${writer}`)).map(({ header }) => header.revision);
      expect(revisions).toEqual(Array.from({ length: 40 }, (_, revision) => revision));
    }
  });

  it('a store whose first read ever met a dead server reads once the server is there', async () => {
    await open().append('sheet-1', -1, [eventAt('sheet-1', 0)]);
    double.kill();
    const late = open();
    const read = late.readStream('sheet-1');
    await setTimeout(150);
    await double.restart();
    expect(await read).toHaveLength(1);
    expect(await late.readStream('sheet-1')).toHaveLength(1);
  });

  describe('a subscription', () => {
    it('goes on across deaths: exact order, no gap, no double, while writers run', async () => {
      const store = open();
      const seen: StoredEvent[] = [];
      const subscription = store.subscribe(undefined, async (events) => {
        await setTimeout(1);
        seen.push(...events);
      });
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        const stream = `sheet-${writer}`;
        for (let revision = 0; revision < 100; revision += 1) {
          await store.append(stream, revision - 1, [eventAt(stream, revision)]);
        }
      });
      for (let death = 0; death < 3; death += 1) {
        await setTimeout(50);
        await killFor(50);
      }
      await Promise.all(writers);
      while (seen.length < 400) await setTimeout(10);
      await subscription.stop();
      expect(seen.map(({ position }) => position)).toEqual(positionsOf(await store.readLog({ limit: 1_000 })));
    });

    it('that begins while the server is away delivers when it comes', async () => {
      await open().append('sheet-1', -1, [eventAt('sheet-1', 0)]);
      double.kill();
      const delivered = new Promise<readonly StoredEvent[]>((resolve) => { open().subscribe(undefined, resolve); });
      await setTimeout(150);
      await double.restart();
      expect(await delivered).toHaveLength(1);
    });

    it('from a position that is none of this log ends with the reason', async () => {
      const store = open();
      const answer = await store.append('sheet-1', -1, [eventAt('sheet-1', 0)]);
      const position = answer.outcome === 'appended' ? answer.position : '';
      const inside = String(BigInt(position) + 1n).padStart(position.length, '0');
      await expect(store.subscribe(inside, () => undefined).ended).rejects.toMatchObject({ code: 3 });
    });
  });

  it('the server itself forgets what it had compared at any revision: after a restart a repeat is a duplicate', async () => {
    const client = KurrentDBClient.connectionString(double.connectionString);
    const event = jsonEvent({ type: 'Noted', data: {} });
    await client.appendToStream('Fact-1', event);
    await client.dispose();
    await killFor(100);
    const afterwards = KurrentDBClient.connectionString(double.connectionString);
    expect(await afterwards.appendToStream('Fact-1', event)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await afterwards.appendToStream('Fact-1', event, { streamState: 'no_stream' }))
      .toMatchObject({ nextExpectedRevision: 0n });
    await afterwards.dispose();
  });

  it('appends one call at a time where the server has nothing better', async () => {
    const older = await KurrentDouble.start({ offersBatchAppend: false });
    const store = new KurrentEventStore(older.connectionString, patient);
    const [first, second] = [eventAt('sheet-1', 0), eventAt('sheet-1', 1)];
    const answer = await store.append('sheet-1', -1, [first]);
    expect(answer).toMatchObject({ outcome: 'appended', revision: 0 });
    expect(await store.append('sheet-1', -1, [first])).toEqual(answer);
    expect(await store.append('sheet-1', -1, [second])).toEqual({ outcome: 'conflict', actualRevision: 0 });
    expect(await store.append('sheet-2', 4, [second])).toEqual({ outcome: 'conflict', actualRevision: -1 });
    older.faults.dieDuringNextAppend('after-applying');
    const inDoubt = store.append('sheet-1', 0, [second]);
    await setTimeout(50);
    await older.restart();
    expect(await inDoubt).toMatchObject({ outcome: 'appended', revision: 1 });
    await store.close();
    older.kill();
  });

  it('a process that has appended, read and subscribed exits once the store is closed', async () => {
    const program = `
      import { KurrentEventStore } from ${JSON.stringify(new URL('./kurrent-event-store.ts', import.meta.url).href)};
      const store = new KurrentEventStore(${JSON.stringify(double.connectionString)});
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
});

function idsOf(events: readonly StoredEvent[]): string[] {
  return events.map(({ header }) => header.id);
}

function positionsOf(events: readonly StoredEvent[]): string[] {
  return events.map(({ position }) => position);
}
