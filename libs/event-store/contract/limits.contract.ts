import { expect, it } from '@jest/globals';
import { maximumBytesPerAppend, maximumEventsPerAppend } from '../append-limits.ts';
import { noStream } from '../event-store.ts';
import type { AppendRefusal, EventText } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import { afterNow, appended, eventAt, eventsAfter, newStream, readAllAfter } from './given-events.ts';

/** One event whose texts are exactly so many bytes together. */
function eventOfBytes(stream: string, bytes: number): EventText {
  const event = eventAt(stream, 0, { note: '' });
  const missing = bytes - Buffer.byteLength(event.header) - Buffer.byteLength(event.payload);
  // Three bytes each, so that an engine that counts characters is found out.
  const filler = '巡'.repeat(Math.floor(missing / 3)) + 'x'.repeat(missing % 3);
  return { ...event, payload: event.payload.replace('"note":""', `"note":"${filler}"`) };
}

/** Built by hand: a lone surrogate never gets past the writer of canonical JSON. */
function eventWithRaw(stream: string, part: 'header' | 'payload', text: string): EventText {
  const event = eventAt(stream, 0);
  return { ...event, [part]: `${event[part].slice(0, -1)},"z":"${text}"}` };
}

const refusals: ReadonlyArray<readonly [what: string, AppendRefusal, (stream: string) => EventText[]]> = [
  ['no events', 'no-events', () => []],
  ['one event too many', 'too-many-events', (stream) => eventsAfter(stream, noStream, maximumEventsPerAppend + 1)],
  ['one byte too many', 'too-many-bytes', (stream) => [eventOfBytes(stream, maximumBytesPerAppend + 1)]],
  ['a batch of one byte too many', 'too-many-bytes', (stream) => [
    eventOfBytes(stream, maximumBytesPerAppend / 2), eventOfBytes(stream, maximumBytesPerAppend / 2 + 1)]],
  ['a lone high surrogate in a payload', 'ill-formed-text', (stream) => [eventWithRaw(stream, 'payload', '\ud842')]],
  ['a lone low surrogate in a payload', 'ill-formed-text', (stream) => [eventWithRaw(stream, 'payload', '\udfb7')]],
  ['surrogates the wrong way round', 'ill-formed-text', (stream) => [eventWithRaw(stream, 'payload', '\udfb7\ud842')]],
  ['a lone surrogate in a header', 'ill-formed-text', (stream) => [eventWithRaw(stream, 'header', '\ud842')]],
  ['a lone surrogate in the last event of a batch', 'ill-formed-text', (stream) => [
    ...eventsAfter(stream, noStream, 3), eventWithRaw(stream, 'payload', '\ud842')]],
];

export function describeLimits(theStore: TheStore): void {
  it('takes the largest number of events at once', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, maximumEventsPerAppend)
      // Small enough that the number is what is tried here, not the size.
      .map((event) => ({ ...event, header: `{"id":"${event.id}"}`, payload: '{}' }));
    expect((await appended(store, stream, noStream, events)).revision).toBe(maximumEventsPerAppend - 1);
    const ids = (await store.readStream(stream)).map(({ header }) => header.id);
    expect(ids).toEqual(events.map(({ id }) => id));
  });

  it('takes the largest number of bytes at once', async () => {
    const { store } = theStore();
    const stream = newStream();
    const start = await afterNow(store);
    const event = eventOfBytes(stream, maximumBytesPerAppend);
    await appended(store, stream, noStream, [event]);
    const [stored] = await store.readLogText({ ...start, limit: 1 });
    expect(stored?.payload === event.payload && stored.header === event.header).toBe(true);
  });

  it.each(refusals)('refuses %s (%s) and writes nothing', async (_what, reason, events) => {
    const { store } = theStore();
    const stream = newStream();
    const start = await afterNow(store);
    expect(await store.append(stream, noStream, events(stream))).toEqual({ outcome: 'refused', reason });
    expect(await store.readStream(stream)).toEqual([]);
    expect(await readAllAfter(store, start)).toEqual([]);
    expect((await appended(store, stream, noStream, [eventAt(stream, 0)])).revision).toBe(0);
  });

  it('refuses before it looks at the revision', async () => {
    const { store } = theStore();
    expect(await store.append(newStream(), 5, [])).toEqual({ outcome: 'refused', reason: 'no-events' });
  });

  it.each([
    '', '$system', 'Sheet-1', '-1', 'sheet-', 'sheet 1', 'sheet-1\u0000', '評価-1', 'sheet-\ud842', `sheet-${'x'.repeat(195)}`,
  ])('refuses %j as the name of a stream', async (name) => {
    const { store } = theStore();
    expect(await store.append(name, noStream, [eventAt('sheet-1', 0)])).toEqual({ outcome: 'refused', reason: 'bad-stream-name' });
  });
}
