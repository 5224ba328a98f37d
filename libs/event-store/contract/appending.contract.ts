import { expect, it } from '@jest/globals';
import { noStream } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import { afterNow, appended, eventAt, eventsAfter, filledStream, idsOf, newStream, readAllAfter } from './given-events.ts';

export function describeAppending(theStore: TheStore): void {
  it('begins a stream at revision 0', async () => {
    const { store } = theStore();
    const stream = newStream();
    const result = await appended(store, stream, noStream, [eventAt(stream, 0)]);
    expect(result.revision).toBe(0);
    expect(await store.readStream(stream)).toMatchObject([{ position: result.position, header: { stream, revision: 0 } }]);
  });

  it('answers with the revision and the position of the last event of a batch', async () => {
    const { store } = theStore();
    const stream = newStream();
    const result = await appended(store, stream, noStream, eventsAfter(stream, noStream, 5));
    expect(result.revision).toBe(4);
    expect(result.position).toBe((await store.readStream(stream)).at(-1)?.position);
    expect(result.position).toBe(await store.lastPosition());
  });

  it('goes on at the exact revision', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 3);
    const more = eventsAfter(stream, 2, 2);
    expect((await appended(store, stream, 2, more)).revision).toBe(4);
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf([...events, ...more]));
  });

  it('takes a batch whole or not at all', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 2);
    expect((await store.append(stream, 0, eventsAfter(stream, 0, 3))).outcome).toBe('conflict');
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
  });

  it.each([
    ['a stream that exists, by one who expects none', noStream],
    ['an older revision', 0],
    ['the revision before the head', 1],
    ['a revision beyond the head', 3],
  ])('conflicts on %s, and names the actual revision', async (_what, expectedRevision) => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 3);
    const start = await afterNow(store);
    const result = await store.append(stream, expectedRevision, [eventAt(stream, expectedRevision + 1)]);
    expect(result).toEqual({ outcome: 'conflict', actualRevision: 2 });
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect(await readAllAfter(store, start)).toEqual([]);
  });

  it('conflicts on a stream that does not exist, by one who expects a revision', async () => {
    const { store } = theStore();
    const stream = newStream();
    expect(await store.append(stream, 0, [eventAt(stream, 1)])).toEqual({ outcome: 'conflict', actualRevision: noStream });
    expect(await store.readStream(stream)).toEqual([]);
  });

  it('can begin a stream after a conflict on it', async () => {
    const { store } = theStore();
    const stream = newStream();
    await store.append(stream, 7, [eventAt(stream, 8)]);
    expect((await appended(store, stream, noStream, [eventAt(stream, 0)])).revision).toBe(0);
  });

  it('lets exactly one of many at the same revision succeed', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 1);
    const results = await Promise.all(Array.from({ length: 20 }, () => store.append(stream, 0, [eventAt(stream, 1)])));
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('takes appends to one stream in the order in which they were sent, without waiting between them', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 30);
    const results = await Promise.all(events.map((event, index) => store.append(stream, index - 1, [event])));
    expect(results.map((result) => result.outcome === 'appended' && result.revision)).toEqual(events.map((_, index) => index));
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
  });

  it('keeps streams apart', async () => {
    const { store } = theStore();
    const one = await filledStream(store, 2);
    const other = await filledStream(store, 3);
    await appended(store, one.stream, 1, eventsAfter(one.stream, 1, 1));
    expect(await store.readStream(one.stream)).toHaveLength(3);
    expect(idsOf(await store.readStream(other.stream))).toEqual(idsOf(other.events));
  });

  it('numbers every stream without gaps while many write, retry and conflict', async () => {
    const { store } = theStore();
    const streams = Array.from({ length: 4 }, newStream);
    const writer = async (number: number) => {
      for (let turn = 0; turn < 15; turn += 1) {
        const stream = streams[(number + turn) % streams.length] as string;
        for (let revision = noStream; ;) {
          const result = await store.append(stream, revision, eventsAfter(stream, revision, 1 + (turn % 3)));
          if (result.outcome === 'appended') break;
          if (result.outcome === 'refused') throw new Error(result.reason);
          revision = result.actualRevision;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)));
    for (const stream of streams) {
      const revisions = (await store.readStream(stream)).map(({ header }) => header.revision);
      expect(revisions).toEqual(revisions.map((_, index) => index));
      expect(revisions).toHaveLength(60);
    }
  });
}
