import { expect, it } from '@jest/globals';
import { noStream, StoreUnavailable } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import {
  appended, eventAt, eventsAfter, eventually, filledStream, gate, idsOf, newStream,
} from './given-events.ts';

export function describeClosing(theStore: TheStore): void {
  it('answers everything that was accepted before the close, and keeps it', async () => {
    const { store, reopen } = theStore();
    const streams = Array.from({ length: 40 }, newStream);
    const appends = streams.map((stream) => store.append(stream, noStream, eventsAfter(stream, noStream, 3)));
    const closed = store.close();
    for (const result of await Promise.all(appends)) expect(result).toMatchObject({ outcome: 'appended', revision: 2 });
    await closed;
    if (reopen === undefined) return;
    const again = await reopen();
    for (const stream of streams) expect(await again.readStream(stream)).toHaveLength(3);
  });

  it('answers or refuses every append of writers that go on while it closes, and keeps what it answered', async () => {
    const { store, reopen } = theStore();
    const acknowledged = new Map<string, string[]>();
    const writer = async () => {
      const stream = newStream();
      const ids: string[] = [];
      acknowledged.set(stream, ids);
      for (let revision = 0; ; revision += 1) {
        const event = eventAt(stream, revision);
        await appended(store, stream, revision - 1, [event]);
        ids.push(event.id);
      }
    };
    const writers = Promise.allSettled(Array.from({ length: 12 }, writer));
    await eventually('some appends', () => [...acknowledged.values()].every(({ length }) => length >= 3));
    await store.close();
    for (const ended of await writers) {
      expect(ended).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    }
    if (reopen === undefined) return;
    const again = await reopen();
    for (const [stream, ids] of acknowledged) expect(idsOf(await again.readStream(stream)).slice(0, ids.length)).toEqual(ids);
  });

  it('refuses everything after the close', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 1);
    await store.close();
    await expect(store.append(stream, 0, [eventAt(stream, 1)])).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream(stream)).rejects.toThrow(StoreUnavailable);
    await expect(store.readLog({ limit: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(store.readLogText({ limit: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(store.lastPosition()).rejects.toThrow(StoreUnavailable);
    await expect(store.subscribe(undefined, () => undefined).ended).rejects.toThrow(StoreUnavailable);
  });

  it('refuses an append that comes while it closes', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 1);
    const accepted = store.append(stream, 0, [eventAt(stream, 1)]);
    const closed = store.close();
    await expect(store.append(stream, 1, [eventAt(stream, 2)])).rejects.toThrow(StoreUnavailable);
    expect(await accepted).toMatchObject({ outcome: 'appended', revision: 1 });
    await closed;
  });

  it('can be closed twice, also at once', async () => {
    const { store } = theStore();
    await Promise.all([store.close(), store.close()]);
    await expect(store.close()).resolves.toBeUndefined();
  });

  it('ends subscriptions well, after the delivery that runs', async () => {
    const { store } = theStore();
    const hold = gate();
    const steps: string[] = [];
    const waiting = store.subscribe(await store.lastPosition(), () => undefined);
    const busy = store.subscribe(await store.lastPosition(), async () => {
      steps.push('began');
      await hold.opened;
      // What runs to its end may still read.
      steps.push(`read ${(await store.readLog({ direction: 'backwards', limit: 1 })).length}`);
    });
    await filledStream(store, 1);
    await eventually('the delivery to begin', () => steps.length === 1);
    const closed = store.close().then(() => steps.push('closed'));
    hold.open();
    await closed;
    await expect(waiting.ended).resolves.toBeUndefined();
    await expect(busy.ended).resolves.toBeUndefined();
    expect(steps).toEqual(['began', 'read 1', 'closed']);
  });

  it('goes on where it was when the log is opened again', async () => {
    const { store, reopen } = theStore();
    if (reopen === undefined) return;
    const { stream, events } = await filledStream(store, 5);
    const last = await store.lastPosition();
    const before = await store.readStream(stream);
    await store.close();
    const again = await reopen();
    expect(await again.lastPosition()).toBe(last);
    expect(await again.readStream(stream)).toEqual(before);
    expect(await again.append(stream, 3, [eventAt(stream, 4)])).toEqual({ outcome: 'conflict', actualRevision: 4 });
    const more = eventsAfter(stream, 4, 1);
    const { position } = await appended(again, stream, 4, more);
    expect(position > (last ?? '')).toBe(true);
    expect(idsOf(await again.readStream(stream))).toEqual(idsOf([...events, ...more]));
  });
}
