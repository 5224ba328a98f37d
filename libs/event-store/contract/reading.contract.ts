import { expect, it } from '@jest/globals';
import { noStream } from '../event-store.ts';
import type { TheStore } from './opened-store.ts';
import {
  afterNow, appended, eventsAfter, filledStream, idsOf, newStream, positionsOf, readAllAfter,
} from './given-events.ts';

export function describeReading(theStore: TheStore): void {
  describeReadingAStream(theStore);
  describeReadingTheLog(theStore);
  describePositions(theStore);
}

function describeReadingAStream(theStore: TheStore): void {
  it('reads nothing from a stream that does not exist, in either direction', async () => {
    const { store } = theStore();
    expect(await store.readStream(newStream())).toEqual([]);
    expect(await store.readStream(newStream(), { direction: 'backwards', limit: 1 })).toEqual([]);
  });

  it('reads a stream forwards and backwards', async () => {
    const { store } = theStore();
    const { stream, events } = await filledStream(store, 5);
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect(idsOf(await store.readStream(stream, { direction: 'backwards' }))).toEqual(idsOf(events).reverse());
  });

  it.each([
    ['forwards from a revision, inclusive', { fromRevision: 2 }, [2, 3, 4]],
    ['forwards, only so many', { limit: 2 }, [0, 1]],
    ['forwards from a revision, only so many', { fromRevision: 1, limit: 2 }, [1, 2]],
    ['forwards from the head', { fromRevision: 4 }, [4]],
    ['forwards past the head', { fromRevision: 5 }, []],
    ['forwards far past the head', { fromRevision: 500, limit: 3 }, []],
    ['more than there is', { limit: 500 }, [0, 1, 2, 3, 4]],
    ['none', { limit: 0 }, []],
    ['backwards from a revision, inclusive', { direction: 'backwards', fromRevision: 2 }, [2, 1, 0]],
    ['backwards, only so many', { direction: 'backwards', limit: 2 }, [4, 3]],
    ['backwards from a revision, only so many', { direction: 'backwards', fromRevision: 3, limit: 2 }, [3, 2]],
    ['backwards from the first', { direction: 'backwards', fromRevision: 0 }, [0]],
    ['backwards from past the head', { direction: 'backwards', fromRevision: 500, limit: 2 }, [4, 3]],
    ['backwards none', { direction: 'backwards', limit: 0 }, []],
  ] as const)('reads a stream %s', async (_what, query, revisions) => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 5);
    expect((await store.readStream(stream, query)).map(({ header }) => header.revision)).toEqual(revisions);
  });

  it('reads a stream that is longer than any page, whole and in order', async () => {
    const { store } = theStore();
    const stream = newStream();
    const events = eventsAfter(stream, noStream, 700);
    for (let from = 0; from < events.length; from += 100) await appended(store, stream, from - 1, events.slice(from, from + 100));
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect(idsOf(await store.readStream(stream, { direction: 'backwards' }))).toEqual(idsOf(events).reverse());
    expect(idsOf(await store.readStream(stream, { fromRevision: 63, limit: 130 }))).toEqual(idsOf(events.slice(63, 193)));
  });

  it('reads only whole batches while they are written', async () => {
    const { store } = theStore();
    const stream = newStream();
    const writing = (async () => {
      for (let turn = 0; turn < 10; turn += 1) await appended(store, stream, turn * 5 - 1, eventsAfter(stream, turn * 5 - 1, 5));
    })();
    const lengths: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) lengths.push((await store.readStream(stream)).length);
    await writing;
    expect(lengths.filter((length) => length % 5 !== 0)).toEqual([]);
  });

  it('shows at once what was acknowledged', async () => {
    const { store } = theStore();
    const stream = newStream();
    for (const [index, event] of eventsAfter(stream, noStream, 20).entries()) {
      const { position } = await appended(store, stream, index - 1, [event]);
      expect(idsOf(await store.readStream(stream, { fromRevision: index }))).toEqual([event.id]);
      expect(idsOf(await store.readLog({ direction: 'backwards', limit: 1 }))).toEqual([event.id]);
      expect(await store.lastPosition()).toBe(position);
    }
  });

  it('gives what it read away: a reader who changes it changes nobody else\'s', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 1);
    const [mine] = await store.readStream(stream);
    Object.assign(mine?.payload ?? {}, { note: 'changed' });
    expect(await store.readStream(stream)).toMatchObject([{ payload: { note: '記' } }]);
  });
}

function describeReadingTheLog(theStore: TheStore): void {
  it('reads the log in the order of the acknowledgements, over all streams', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const streams = [newStream(), newStream(), newStream()];
    const ids: string[] = [];
    for (let revision = 0; revision < 4; revision += 1) {
      for (const stream of streams) {
        const events = eventsAfter(stream, revision * 2 - 1, 2);
        await appended(store, stream, revision * 2 - 1, events);
        ids.push(...idsOf(events));
      }
    }
    expect(idsOf(await readAllAfter(store, start))).toEqual(ids);
  });

  it.each([1, 2, 7, 64, 65, 1_000])('reads the log in pages of %i without losing or repeating', async (limit) => {
    const { store } = theStore();
    const start = await afterNow(store);
    const one = newStream();
    const other = newStream();
    const events = [...eventsAfter(one, noStream, 130), ...eventsAfter(other, noStream, 20)];
    await appended(store, one, noStream, events.slice(0, 130));
    await appended(store, other, noStream, events.slice(130));
    expect(idsOf(await readAllAfter(store, start, limit))).toEqual(idsOf(events));
  });

  it('reads the log backwards in pages, from the end to the beginning', async () => {
    const { store } = theStore();
    const before = await afterNow(store);
    const { events } = await filledStream(store, 9);
    const ids: string[] = [];
    for (let from = {}; ids.length < events.length;) {
      const page = await store.readLog({ ...from, direction: 'backwards', limit: 4 });
      expect(page).not.toEqual([]);
      ids.push(...idsOf(page));
      from = { after: page.at(-1)?.position };
    }
    expect(ids.slice(0, 9)).toEqual(idsOf(events).reverse());
    const [oldest] = await readAllAfter(store, before);
    const older = await store.readLog({ after: oldest?.position as string, direction: 'backwards', limit: 1 });
    expect(positionsOf(older)).toEqual(before.after === undefined ? [] : [before.after]);
  });

  it('reads exclusively of the position it is given, in both directions', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const { events } = await filledStream(store, 5);
    const positions = positionsOf(await readAllAfter(store, start));
    const after = positions[2] as string;
    expect(idsOf(await store.readLog({ after, limit: 10 }))).toEqual(idsOf(events.slice(3)));
    expect(idsOf(await store.readLog({ after, direction: 'backwards', limit: 2 }))).toEqual(idsOf([events[1]!, events[0]!]));
  });

  it('reads nothing after the last event, and nothing when nothing is asked for', async () => {
    const { store } = theStore();
    await filledStream(store, 2);
    expect(await store.readLog({ ...await afterNow(store), limit: 10 })).toEqual([]);
    expect(await store.readLogText({ ...await afterNow(store), limit: 10 })).toEqual([]);
    expect(await store.readLog({ limit: 0 })).toEqual([]);
    expect(await store.readLogText({ limit: 0, direction: 'backwards' })).toEqual([]);
  });

  it('shows the same events as texts, in the same order, in both directions', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    await filledStream(store, 70);
    for (const query of [{ ...start, limit: 70 }, { direction: 'backwards', limit: 70 }] as const) {
      const texts = await store.readLogText(query);
      const events = await store.readLog(query);
      expect(texts).toHaveLength(70);
      expect(events).toEqual(texts.map(({ position, header, payload }) => ({
        position, header: JSON.parse(header) as unknown, payload: JSON.parse(payload) as unknown,
      })));
    }
  });

  it('shows the same event in its stream and in the log', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    const { stream } = await filledStream(store, 3);
    expect(await store.readStream(stream)).toEqual(await readAllAfter(store, start));
  });
}

function describePositions(theStore: TheStore): void {
  it('gives positions of one length that only grow, also within a batch and while many write', async () => {
    const { store } = theStore();
    const start = await afterNow(store);
    await Promise.all(Array.from({ length: 10 }, async () => {
      const stream = newStream();
      await appended(store, stream, noStream, eventsAfter(stream, noStream, 3));
      await appended(store, stream, 2, eventsAfter(stream, 2, 12));
    }));
    const positions = positionsOf(await readAllAfter(store, start));
    expect(new Set(positions).size).toBe(150);
    expect([...positions].sort()).toEqual(positions);
    expect(new Set(positions.map(({ length }) => length)).size).toBe(1);
  });

  it('acknowledges appends that wait for each other with growing positions', async () => {
    const { store } = theStore();
    const positions: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const stream = newStream();
      positions.push((await appended(store, stream, noStream, eventsAfter(stream, noStream, 1 + (turn % 2)))).position);
    }
    expect([...new Set(positions)].sort()).toEqual(positions);
  });

  it('names the last position of the log', async () => {
    const { store } = theStore();
    const { stream } = await filledStream(store, 2);
    const { position } = await appended(store, stream, 1, eventsAfter(stream, 1, 3));
    expect(await store.lastPosition()).toBe(position);
    expect(positionsOf(await store.readLog({ direction: 'backwards', limit: 1 }))).toEqual([position]);
    await store.append(stream, 0, eventsAfter(stream, 7, 1));
    expect(await store.lastPosition()).toBe(position);
  });
}
