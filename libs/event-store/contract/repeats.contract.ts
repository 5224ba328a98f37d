import { expect, it } from '@jest/globals';
import { noStream } from '../event-store.ts';
import type { EventText } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import {
  afterNow, appended, eventAt, eventsAfter, filledStream, idsOf, newStream, readAllAfter,
} from './given-events.ts';

export function describeRepeats(theStore: TheStore): void {
  it.each([['one event', 1], ['a batch', 4]])('answers %s as the first time and writes nothing', async (_what, count) => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 2);
    const events = eventsAfter(stream, 1, count);
    const first = await appended(store, stream, 1, events);
    const start = await afterNow(store);
    expect(await store.append(stream, 1, events)).toEqual(first);
    expect(await store.readStream(stream)).toHaveLength(2 + count);
    expect(await readAllAfter(store, start)).toEqual([]);
  });

  it('answers the first append of a stream as the first time', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 2);
    const first = await appended(store, stream, noStream, events);
    expect(await store.append(stream, noStream, events)).toEqual(first);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('answers as the first time after newer events, of this stream and of others', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 3);
    const first = await appended(store, stream, noStream, events);
    await appended(store, stream, 2, eventsAfter(stream, 2, 3));
    await filledStream(store, 2);
    expect(await store.append(stream, noStream, events)).toEqual(first);
    expect(await store.readStream(stream)).toHaveLength(6);
  });

  it('answers as the first time while the first is still on its way', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 1);
    const events = eventsAfter(stream, 0, 2);
    const [first, ...repeats] = await Promise.all(Array.from({ length: 5 }, () => store.append(stream, 0, events)));
    expect(first).toMatchObject({ outcome: 'appended', revision: 2 });
    for (const repeat of repeats) expect(repeat).toEqual(first);
    expect(await store.readStream(stream)).toHaveLength(3);
  });

  it('answers as the first time while newer events are on their way too', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 1);
    const [first, next, repeat] = await Promise.all([
      store.append(stream, noStream, events),
      store.append(stream, 0, eventsAfter(stream, 0, 1)),
      store.append(stream, noStream, events),
    ]);
    expect(next).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(repeat).toEqual(first);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('goes by the ids: other data under the same ids is ignored', async () => {
    const { store } = theStore();
    const stream = newStream();
    const event = eventAt(stream, 0, { note: 'first' });
    const first = await appended(store, stream, noStream, [event]);
    expect(await store.append(stream, noStream, [eventAt(stream, 0, { note: 'second' }, event.id)])).toEqual(first);
    expect(await store.readStream(stream)).toMatchObject([{ payload: { note: 'first' } }]);
  });

  it('answers the beginning of an earlier batch with where that beginning stands', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 1);
    const events = eventsAfter(stream, 0, 4);
    await appended(store, stream, 0, events);
    const [, , third] = await store.readStream(stream);
    expect(await store.append(stream, 0, events.slice(0, 2)))
      .toEqual({ outcome: 'appended', revision: 2, position: third?.position });
    expect(await store.readStream(stream)).toHaveLength(5);
  });

  it('conflicts on an earlier batch with new events after it', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 2);
    const more = [...events, eventAt(stream, 2)];
    expect(await store.append(stream, noStream, more)).toEqual({ outcome: 'conflict', actualRevision: 1 });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('conflicts on an earlier batch with a new event before it', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 3);
    const more = [eventAt(stream, 0), ...events.slice(1)];
    expect(await store.append(stream, noStream, more)).toEqual({ outcome: 'conflict', actualRevision: 2 });
  });

  it('conflicts on an earlier batch with another event in the middle or at its end', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 4);
    const [first, , third] = events as [EventText, EventText, EventText];
    for (const mixed of [[first, eventAt(stream, 1), third], [first, eventAt(stream, 1)]]) {
      expect(await store.append(stream, noStream, mixed)).toEqual({ outcome: 'conflict', actualRevision: 3 });
    }
  });

  it('conflicts on the end of an earlier batch at the revision of its beginning', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 3);
    await appended(store, stream, noStream, events);
    expect(await store.append(stream, noStream, events.slice(1))).toEqual({ outcome: 'conflict', actualRevision: 2 });
  });

  it('conflicts on the same ids in another order', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 2);
    await appended(store, stream, noStream, events);
    expect(await store.append(stream, noStream, [...events].reverse())).toEqual({ outcome: 'conflict', actualRevision: 1 });
  });

  it('conflicts on the same ids at a revision that is neither theirs nor the head', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 3);
    expect(await store.append(stream, 0, events.slice(0, 1))).toEqual({ outcome: 'conflict', actualRevision: 2 });
  });

  it('writes the same ids again at the head: finding a repeated command is not its task', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 1);
    expect((await appended(store, stream, 0, events)).revision).toBe(1);
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf([...events, ...events]));
  });

  it('keeps the same id on two streams, and twice in one batch', async () => {
    const { store } = theStore();
    const [one, other] = [newStream(), newStream()];
    const event = eventAt(one, 0);
    await appended(store, one, noStream, [event]);
    const twice = await appended(store, other, noStream, [event, event]);
    expect(twice.revision).toBe(1);
    expect(await store.append(other, noStream, [event, event])).toEqual(twice);
    expect(await store.readStream(other)).toHaveLength(2);
  });

  it('answers as the first time after the log was opened again', async () => {
    const { store, reopen } = theStore();
    const { stream } = await filledStream(store, 1);
    const events = eventsAfter(stream, 0, 2);
    const first = await appended(store, stream, 0, events);
    await appended(store, stream, 2, eventsAfter(stream, 2, 1));
    let again = store;
    if (reopen !== undefined) {
      await store.close();
      again = await reopen();
    }
    expect(await again.append(stream, 0, events)).toEqual(first);
    expect(await again.readStream(stream)).toHaveLength(4);
  });
}
