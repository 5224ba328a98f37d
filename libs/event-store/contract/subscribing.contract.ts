import { setTimeout } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { noStream } from '../event-store.ts';
import type { EventStore, Position, StoredEvent } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import {
  aWhile, afterNow, appended, eventAt, eventsAfter, eventually, filledStream, gate, idsOf, newStream, positionsOf, readAllAfter,
} from './given-events.ts';

export function describeSubscribing(theStore: TheStore): void {
  describeDelivery(theStore);
  describeConcurrentWriters(theStore);
  describeSlowSubscribers(theStore);
  describeFailingSubscribers(theStore);
  describeStopping(theStore);
}

/** Subscribes after a position and keeps what comes. */
function collect(store: EventStore, after: Position | undefined) {
  const events: StoredEvent[] = [];
  const subscription = store.subscribe(after, (delivered) => { events.push(...delivered); });
  return { events, subscription, has: (count: number) => eventually(`${count} events`, () => events.length >= count) };
}

function describeDelivery(theStore: TheStore): void {
  it('delivers what is there and then what comes', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const { stream, events } = await filledStream(store, 5);
    const subscriber = collect(store, start.after);
    await subscriber.has(5);
    const more = eventsAfter(stream, 4, 3);
    for (const [index, event] of more.entries()) await appended(store, stream, 4 + index, [event]);
    await subscriber.has(8);
    await aWhile();
    expect(idsOf(subscriber.events)).toEqual(idsOf([...events, ...more]));
    expect(subscriber.events).toEqual(await readAllAfter(store, start));
  });

  it('delivers the whole log to one who names no position', async () => {
    const { store } = theStore();
    const { events } = await filledStream(store, 3);
    const subscriber = collect(store, undefined);
    await eventually('the newest event', () => subscriber.events.at(-1)?.header.id === events.at(-1)?.id);
    const [oldest] = await store.readLog({ limit: 1 });
    expect(subscriber.events[0]).toEqual(oldest);
    expect(idsOf(subscriber.events.slice(-3))).toEqual(idsOf(events));
  });

  it('delivers what comes to one who begins at the end', async () => {
    const { store } = theStore();
    await filledStream(store, 3);
    const subscriber = collect(store, await store.lastPosition());
    await aWhile();
    expect(subscriber.events).toEqual([]);
    const { events } = await filledStream(store, 2);
    await subscriber.has(2);
    expect(idsOf(subscriber.events)).toEqual(idsOf(events));
  });

  it('never delivers an empty batch', async () => {
    const { store } = theStore();
    const sizes: number[] = [];
    store.subscribe(await store.lastPosition(), (events) => { sizes.push(events.length); });
    const { stream } = await filledStream(store, 3);
    await store.append(stream, 0, [eventAt(stream, 1)]);
    await eventually('3 events', () => sizes.reduce((sum, size) => sum + size, 0) === 3);
    await aWhile();
    expect(sizes).not.toContain(0);
  });

  it('lets a subscriber append and read while it is delivered to', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const reactions = newStream();
    const seen: string[] = [];
    store.subscribe(start.after, async (events) => {
      for (const { header } of events) {
        seen.push(header.id);
        if (header.stream === reactions) continue;
        const written = await store.readStream(reactions);
        await appended(store, reactions, written.length - 1, [eventAt(reactions, written.length)]);
      }
    });
    await filledStream(store, 4);
    await eventually('4 reactions', () => seen.length === 8);
    expect(await store.readStream(reactions)).toHaveLength(4);
    expect(seen).toEqual(idsOf(await readAllAfter(store, start)));
  });
}

function describeConcurrentWriters(theStore: TheStore): void {
  /** Short and long appends on streams of their own, with pauses, so that a subscriber catches up and falls behind again. */
  async function write(store: EventStore, turns: number): Promise<void> {
    const stream = newStream();
    for (let turn = 0, revision = noStream; turn < turns; turn += 1) {
      revision = (await appended(store, stream, revision, eventsAfter(stream, revision, 1 + (turn % 4)))).revision;
      if (turn % 5 === 0) await setTimeout(turn % 3);
    }
  }

  it('loses, repeats and reorders nothing while many write, whenever one begins', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const subscribers = [collect(store, start.after)];
    const writing = Promise.all(Array.from({ length: 8 }, () => write(store, 30)));
    for (let turn = 0; turn < 5; turn += 1) {
      await setTimeout(4);
      subscribers.push(collect(store, start.after));
    }
    await writing;
    const log = await readAllAfter(store, start);
    expect(log).toHaveLength(8 * 73);
    for (const subscriber of subscribers) {
      await subscriber.has(log.length);
      expect(idsOf(subscriber.events)).toEqual(idsOf(log));
      expect(positionsOf(subscriber.events)).toEqual(positionsOf(log));
    }
  });

  it('loses and repeats nothing to one who stops and goes on from its last position, again and again', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const writing = Promise.all(Array.from({ length: 4 }, () => write(store, 30)));
    const events: StoredEvent[] = [];
    let isWritten = false;
    void writing.then(() => { isWritten = true; });
    const end = Date.now() + 4_000;
    for (let turn = 0; (!isWritten || events.length < 4 * 73) && Date.now() < end; turn += 1) {
      const subscription = store.subscribe(events.at(-1)?.position ?? start.after, (delivered) => { events.push(...delivered); });
      await setTimeout(1 + (turn % 12));
      await subscription.stop();
    }
    await writing;
    expect(idsOf(events)).toEqual(idsOf(await readAllAfter(store, start)));
  });

  it('wakes for every commit: one event at a time arrives without another to push it', async () => {
    const { store } = theStore();
    const stream = newStream();
    const subscriber = collect(store, await store.lastPosition());
    for (let revision = 0; revision < 25; revision += 1) {
      await appended(store, stream, revision - 1, [eventAt(stream, revision)]);
      await subscriber.has(revision + 1);
    }
    expect(subscriber.events.map(({ header }) => header.revision)).toEqual(Array.from({ length: 25 }, (_, index) => index));
  });
}

function describeSlowSubscribers(theStore: TheStore): void {
  it('waits for a subscriber before it delivers more, and keeps nobody else waiting', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const hold = gate();
    const slow: StoredEvent[] = [];
    let running = 0;
    let mostAtOnce = 0;
    store.subscribe(start.after, async (events) => {
      mostAtOnce = Math.max(mostAtOnce, running += 1);
      await hold.opened;
      slow.push(...events);
      running -= 1;
    });
    const quick = collect(store, start.after);
    const { stream, events } = await filledStream(store, 6);
    await quick.has(6);
    const more = eventsAfter(stream, 5, 6);
    await appended(store, stream, 5, more);
    await quick.has(12);
    expect(slow).toEqual([]);
    hold.open();
    await eventually('the slow one to have all', () => slow.length === 12);
    expect(idsOf(slow)).toEqual(idsOf([...events, ...more]));
    expect(mostAtOnce).toBe(1);
  });
}

function describeFailingSubscribers(theStore: TheStore): void {
  it.each([
    ['throws', () => { throw new Error('broken reader'); }],
    ['rejects', () => Promise.reject(new Error('broken reader'))],
  ])('ends a subscription whose subscriber %s, and no other', async (_what, fail) => {
    const { store } = theStore();
    const start = await afterNow(store);
    const healthy = collect(store, start.after);
    let calls = 0;
    const failing = store.subscribe(start.after, (events) => {
      calls += 1;
      if (events.some(({ header }) => header.revision >= 1)) return fail();
    });
    const { stream } = await filledStream(store, 3);
    await expect(failing.ended).rejects.toThrow('broken reader');
    const callsUntilThen = calls;
    await appended(store, stream, 2, eventsAfter(stream, 2, 2));
    await healthy.has(5);
    expect(idsOf(healthy.events)).toEqual(idsOf(await readAllAfter(store, start)));
    expect(calls).toBe(callsUntilThen);
    await failing.stop();
  });

  it('delivers again what a subscriber failed on, to one who begins after its last success', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    await filledStream(store, 4);
    await store.subscribe(start.after, () => { throw new Error('broken reader'); }).ended.catch(() => undefined);
    const second = collect(store, start.after);
    await second.has(4);
    expect(idsOf(second.events)).toEqual(idsOf(await readAllAfter(store, start)));
  });
}

function describeStopping(theStore: TheStore): void {
  it('delivers nothing after the stop, and ends well', async () => {
    const { store } = theStore();
    const subscriber = collect(store, await store.lastPosition());
    const { stream } = await filledStream(store, 2);
    await subscriber.has(2);
    await subscriber.subscription.stop();
    await expect(subscriber.subscription.ended).resolves.toBeUndefined();
    await appended(store, stream, 1, eventsAfter(stream, 1, 3));
    await aWhile();
    expect(subscriber.events).toHaveLength(2);
  });

  it('waits for the running delivery when it is stopped', async () => {
    const { store } = theStore();
    const hold = gate();
    const steps: string[] = [];
    const subscription = store.subscribe(await store.lastPosition(), async () => {
      steps.push('began');
      await hold.opened;
      steps.push('finished');
    });
    await filledStream(store, 1);
    await eventually('the delivery to begin', () => steps.length === 1);
    const stopped = subscription.stop().then(() => steps.push('stopped'));
    await aWhile();
    expect(steps).toEqual(['began']);
    hold.open();
    await stopped;
    expect(steps).toEqual(['began', 'finished', 'stopped']);
  });

  it('can be stopped before it began, while it waits, twice, and by its own subscriber', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 3);
    const delivered: string[] = [];
    const early = store.subscribe(undefined, () => { delivered.push('early'); });
    await early.stop();
    const waiting = store.subscribe(await store.lastPosition(), () => { delivered.push('waiting'); });
    await aWhile();
    await Promise.all([waiting.stop(), waiting.stop()]);
    await waiting.stop();
    const own = store.subscribe(undefined, () => {
      delivered.push('own');
      void own.stop();
    });
    await own.ended;
    await appended(store, stream, 2, eventsAfter(stream, 2, 1));
    await aWhile();
    expect(delivered).toEqual(['own']);
  });
}
