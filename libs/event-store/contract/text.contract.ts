import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { payloadDigest } from '../event-text.ts';
import { noStream } from '../event-store.ts';
import type { EventText } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import { afterNow, appended, eventAt, newStream } from './given-events.ts';

const notes: ReadonlyArray<readonly [what: string, note: string]> = [
  ['Japanese', '区民の満足度は前年より上がった。「１，４５３件」△3％'],
  ['characters beyond the basic plane', '𠮷野家 𩸽 🏯 👩🏽‍💻'],
  ['variants of one character', '葛󠄀飾区 葛󠄁城市'],
  ['combining marks, composed and not', 'が か\u3099 é e\u0301'],
  ['characters that look like nothing', '\u200b\u200d\ufeff\u2028\u2029\u00a0'],
  ['control characters', '\u0000\u0001\b\f\n\r\t\u001f\u007f'],
  ['quotes and backslashes', '"\\"\\\\\\u0000\\ud842"'],
  ['what looks like the end of an event', '"},{"header":1}]'],
  ['half-width and full-width', 'ｶﾞｷﾞ ガギ ＡＢＣ ABC'],
  ['a long text', '巡り𠮷'.repeat(20_000)],
];

/** Valid JSON that no canonical writer would make: a store that parses and prints again would change it. */
const unusual: ReadonlyArray<readonly [what: string, payload: string]> = [
  ['lone surrogates as JSON escapes', '{"a":"\\ud842","b":"\\udfb7\\ud842"}'],
  ['NUL as a JSON escape', '{"a":"\\u0000","b\\u0000":1}'],
  ['escapes of plain characters', '{"a":"\\u0041\\/\\u5de1"}'],
  ['numbers beyond what JavaScript holds', '{"a":1e400,"b":12345678901234567890.123,"c":-0,"d":1.0}'],
  ['white space', '{ "a" : [ 1 , 2 ] }\n'],
  ['members out of order and twice', '{"b":1,"a":2,"b":3}'],
  ['prototype keys', '{"__proto__":{"x":1},"constructor":2}'],
];

export function describeText(theStore: TheStore): void {
  it.each(notes)('keeps %s, byte for byte and as a value', async (_what, note) => {
    const { store } = theStore();
    const stream = newStream();
    const start = await afterNow(store);
    const event = eventAt(stream, 0, { note, [note.slice(0, 20)]: 1 });
    const { position } = await appended(store, stream, noStream, [event]);
    expect(await store.readLogText({ ...start, limit: 2 })).toEqual([
      { position, stream, revision: 0, header: event.header, payload: event.payload },
    ]);
    const [read] = await store.readStream(stream);
    expect(read?.payload['note']).toBe(note);
    expect(read?.header.payloadSha256).toBe(payloadDigest(event.payload));
  });

  it.each(unusual)('gives back the bytes of %s', async (_what, payload) => {
    const { store } = theStore();
    const stream = newStream();
    const start = await afterNow(store);
    const event = { ...eventAt(stream, 0), payload };
    await appended(store, stream, noStream, [event]);
    const [stored] = await store.readLogText({ ...start, limit: 1 });
    expect(stored?.payload).toBe(payload);
    expect(await store.readStream(stream)).toMatchObject([{ payload: JSON.parse(payload) as object }]);
    expect(await store.readLog({ ...start, limit: 1 })).toEqual(await store.readStream(stream));
  });

  it('gives back the bytes of an unusual header too', async () => {
    const { store } = theStore();
    const stream = newStream();
    const start = await afterNow(store);
    const id = randomUUID();
    const event: EventText = { id, type: 'NoteTaken', header: `{ "z":"\\ud842𠮷", "id" :"${id}" }`, payload: '{}' };
    await appended(store, stream, noStream, [event]);
    expect((await store.readLogText({ ...start, limit: 1 }))[0]?.header).toBe(event.header);
  });

  it('keeps each of many texts in one batch with its own event', async () => {
    const { store } = theStore();
    const stream = newStream();
    const start = await afterNow(store);
    const events = notes.map(([, note], revision) => eventAt(stream, revision, { note }));
    await appended(store, stream, noStream, events);
    expect((await store.readLogText({ ...start, limit: 100 })).map(({ header, payload }) => ({ header, payload })))
      .toEqual(events.map(({ header, payload }) => ({ header, payload })));
    expect((await store.readStream(stream)).map(({ payload }) => payload['note'])).toEqual(notes.map(([, note]) => note));
  });
}
