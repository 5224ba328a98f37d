import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  binaryEvent, excludeSystemEvents, jsonEvent, KurrentDBClient,
} from '@kurrent/kurrentdb-client';
import type { AllStreamResolvedEvent, AppendStreamState, EventData, ReadAllOptions } from '@kurrent/kurrentdb-client';
import { openTestServer, serverInTheTitle } from './test-server.ts';
import type { TestServer } from './test-server.ts';

/**
 * What the adapter builds on, asked of the server through the bare client. The same cases run against the double and a
 * real server, which is what makes the double worth believing.
 */
describe(`KurrentDB as ${serverInTheTitle} behaves`, () => {
  let server: TestServer;
  let client: KurrentDBClient;

  beforeAll(async () => {
    server = await openTestServer();
    client = KurrentDBClient.connectionString(server.connectionString);
  });

  afterAll(async () => {
    await client.dispose();
    server.close();
  });

  // In upper case: such a stream is none of ours, so what is written here is in no adapter's log.
  const newStream = () => `Fact-${randomUUID()}`;
  const event = (data: Record<string, unknown> = {}) => jsonEvent({ type: 'Noted', data, metadata: { note: 1 } });
  const append = (stream: string, streamState: AppendStreamState, ...events: EventData[]) =>
    client.appendToStream(stream, events, { streamState });

  async function idsOf(stream: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { event: read } of client.readStream(stream)) ids.push(read?.id ?? '');
    return ids;
  }

  async function readAll(options: ReadAllOptions): Promise<AllStreamResolvedEvent[]> {
    const events: AllStreamResolvedEvent[] = [];
    for await (const read of client.readAll(options)) events.push(read);
    return events;
  }

  async function streamOfThree() {
    const stream = newStream();
    const [first, second, third] = [event({ n: 1 }), event({ n: 2 }), event({ n: 3 })] as const;
    const answer = await append(stream, 'no_stream', first, second);
    const later = await append(stream, 1n, third);
    return { stream, first, second, third, answer, later };
  }

  describe('appending', () => {
    it('answers with the revision and the position of the last event', async () => {
      const { stream, answer, later } = await streamOfThree();
      const read = [];
      for await (const { event: found } of client.readStream(stream)) read.push(found?.position);
      expect(answer).toEqual({ success: true, nextExpectedRevision: 1n, position: read[1] });
      expect(later).toEqual({ success: true, nextExpectedRevision: 2n, position: read[2] });
      expect(answer.position?.commit).toBe(answer.position?.prepare);
      expect(read[0]?.commit).toBeLessThan(read[1]?.commit ?? 0n);
    });

    it('gives positions that are bytes apart, not one', async () => {
      const { answer, later } = await streamOfThree();
      expect((later.position?.commit ?? 0n) - (answer.position?.commit ?? 0n)).toBeGreaterThan(100n);
    });

    it('"succeeds" with no events and creates nothing', async () => {
      const stream = newStream();
      expect(await append(stream, 'no_stream')).toMatchObject({ success: true, nextExpectedRevision: 0n });
      await expect(idsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
    });

    it.each<[AppendStreamState, string]>([[0n, 'behind'], [7n, 'ahead'], ['no_stream', 'at no stream']])(
      'refuses a wrong revision (%s, %s) and tells the actual one', async (streamState) => {
        const { stream } = await streamOfThree();
        await expect(append(stream, streamState, event())).rejects.toMatchObject({
          type: 'wrong-expected-version', streamName: stream, expectedState: streamState, actualState: 2n, message: '',
        });
      });

    it('refuses a revision of a stream that is not there', async () => {
      await expect(append(newStream(), 3n, event())).rejects.toMatchObject({
        type: 'wrong-expected-version', expectedState: 3n, actualState: 'no_stream',
      });
    });

    it('takes 1 MiB of data in one append and not a byte more', async () => {
      const bytes = (length: number) => binaryEvent({ type: 'Large', data: Buffer.alloc(length) });
      const half = 512 * 1024;
      await expect(append(newStream(), 'no_stream', bytes(half), bytes(half))).resolves.toMatchObject({ success: true });
      await expect(append(newStream(), 'no_stream', bytes(half), bytes(half + 1))).rejects.toMatchObject({
        type: 'maximum-append-size-exceeded', maxAppendSize: 2 * half,
      });
    });

    it('answers a message of 17 MiB with code 8', async () => {
      const other = KurrentDBClient.connectionString(server.connectionString);
      const huge = binaryEvent({ type: 'Huge', data: Buffer.alloc(17 * 1024 * 1024) });
      await expect(other.appendToStream(newStream(), huge, { streamState: 'no_stream' })).rejects.toMatchObject({ code: 8 });
      await other.dispose();
    });

    it('does not know an id that is no UUID', async () => {
      const nameless = { ...event(), id: 'nameless' };
      await expect(append(newStream(), 'no_stream', nameless)).rejects.toMatchObject({
        type: 'unknown', message: 'Could not recognize BadRequest',
      });
    });
  });

  describe('the same append again', () => {
    it('same ids, same exact revision: same revision and position, no duplicate, also later', async () => {
      const { stream, first, second, third, answer, later } = await streamOfThree();
      expect(await append(stream, 'no_stream', first, second)).toEqual(answer);
      expect(await append(stream, 1n, third)).toEqual(later);
      expect(await idsOf(stream)).toEqual([first.id, second.id, third.id]);
    });

    it('same ids, other data: success, and the data is ignored', async () => {
      const { stream, first, second, answer } = await streamOfThree();
      expect(await append(stream, 'no_stream', { ...first, data: { other: true } } as EventData, second)).toEqual(answer);
      for await (const { event: read } of client.readStream(stream, { maxCount: 1 })) expect(read?.data).toEqual({ n: 1 });
    });

    it('a prefix of the batch: success with the prefix\'s revision, not the head', async () => {
      const { stream, first } = await streamOfThree();
      expect(await append(stream, 'no_stream', first)).toMatchObject({ success: true, nextExpectedRevision: 0n });
    });

    it('the same events in one append instead of two: success', async () => {
      const { stream, first, second, third, later } = await streamOfThree();
      expect(await append(stream, 'no_stream', first, second, third)).toEqual(later);
    });

    it.each(['same and new', 'past the end', 'a suffix', 'new and same'])('%s: wrong-expected-version', async (which) => {
      const { stream, first, second, third } = await streamOfThree();
      const events = {
        'same and new': [first, second, event()],
        'past the end': [first, second, third, event()],
        'a suffix': [second, third],
        'new and same': [event(), first],
      }[which] ?? [];
      await expect(append(stream, 'no_stream', ...events)).rejects.toMatchObject({
        type: 'wrong-expected-version', actualState: 2n,
      });
      expect(await idsOf(stream)).toHaveLength(3);
    });

    it('same ids at the current revision: written again', async () => {
      const { stream, third } = await streamOfThree();
      expect(await append(stream, 2n, third)).toMatchObject({ nextExpectedRevision: 3n });
      expect((await idsOf(stream)).slice(2)).toEqual([third.id, third.id]);
    });

    it('any revision, soon after: no duplicate', async () => {
      const { stream, first, second, answer } = await streamOfThree();
      expect(await append(stream, 'any', first, second)).toEqual(answer);
      expect(await idsOf(stream)).toHaveLength(3);
    });

    it('the same id twice in one batch, or on another stream: both kept', async () => {
      const twice = event();
      const [stream, another] = [newStream(), newStream()];
      await append(stream, 'no_stream', twice, twice);
      await append(another, 'no_stream', twice);
      expect(await idsOf(stream)).toEqual([twice.id, twice.id]);
      expect(await idsOf(another)).toEqual([twice.id]);
    });

    it('pipelined appends to one stream keep their order', async () => {
      const stream = newStream();
      const events = Array.from({ length: 50 }, () => event());
      await Promise.all(events.map((each, index) => append(stream, index === 0 ? 'no_stream' : BigInt(index - 1), each)));
      expect(await idsOf(stream)).toEqual(events.map(({ id }) => id));
    });
  });

  describe('reading', () => {
    it('a missing or deleted stream is not found, a tombstoned one deleted, and past the end is empty', async () => {
      const { stream } = await streamOfThree();
      const { stream: tombstoned } = await streamOfThree();
      const past = [];
      for await (const read of client.readStream(stream, { fromRevision: 9n })) past.push(read);
      expect(past).toEqual([]);
      await client.deleteStream(stream);
      await client.tombstoneStream(tombstoned);
      await expect(idsOf(newStream())).rejects.toMatchObject({ type: 'stream-not-found' });
      await expect(idsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
      await expect(idsOf(tombstoned)).rejects.toMatchObject({ type: 'stream-deleted' });
      await expect(append(tombstoned, 2n, event())).rejects.toMatchObject({ type: 'stream-deleted' });
    });

    it('backwards from beyond the end begins at the end', async () => {
      const { stream } = await streamOfThree();
      const revisions = [];
      for await (const { event: read } of client.readStream(stream, { direction: 'backwards', fromRevision: 9n })) {
        revisions.push(read?.revision);
      }
      expect(revisions).toEqual([2n, 1n, 0n]);
    });

    it('a position is inclusive forwards and exclusive backwards', async () => {
      const { answer, first, second, third } = await streamOfThree();
      const fromPosition = answer.position ?? 'start';
      const forwards = await readAll({ fromPosition, maxCount: 2, filter: excludeSystemEvents() });
      const backwards = await readAll({ fromPosition, maxCount: 1, direction: 'backwards', filter: excludeSystemEvents() });
      expect(forwards.map(({ event: read }) => read?.id)).toEqual([second.id, third.id]);
      expect(backwards.map(({ event: read }) => read?.id)).toEqual([first.id]);
    });

    it('a count of 0, and a position inside a record, look like a dead server', async () => {
      const { stream, answer: { position } } = await streamOfThree();
      const inside = { commit: (position?.commit ?? 0n) + 1n, prepare: (position?.commit ?? 0n) + 1n };
      await expect(client.readStream(stream, { maxCount: 0 }).next()).rejects.toMatchObject({ type: 'unavailable' });
      await expect(readAll({ fromPosition: inside })).rejects.toMatchObject({ type: 'unavailable' });
    });

    it('the whole log holds the server\'s own events too, and its filter leaves them out', async () => {
      const types = (events: AllStreamResolvedEvent[]) => events.map(({ event: read }) => read?.type ?? '');
      expect(types(await readAll({ maxCount: 1 }))[0]).toMatch(/^\$/);
      expect(types(await readAll({ maxCount: 100, filter: excludeSystemEvents() }))).not.toContainEqual(expect.stringMatching(/^\$/));
    });

    it('gives the time of an event in whole seconds', async () => {
      const { stream } = await streamOfThree();
      for await (const { event: read } of client.readStream(stream)) expect(read?.created.getMilliseconds()).toBe(0);
    });
  });

  describe('subscribing', () => {
    it('begins after the position, says when it has caught up, and goes on live', async () => {
      const { stream, answer, third } = await streamOfThree();
      const subscription = client.subscribeToAll({ fromPosition: answer.position ?? 'end', filter: excludeSystemEvents() });
      const seen: string[] = [];
      const caughtUp = new Promise((resolve) => { subscription.once('caughtUp', resolve); });
      subscription.on('data', ({ event: read }) => { if (read?.streamId === stream) seen.push(read.id); });
      await caughtUp;
      const live = event();
      const arrived = new Promise<void>((resolve) => {
        subscription.on('data', ({ event: read }) => { if (read?.id === live.id) resolve(); });
      });
      await append(stream, 2n, live);
      await arrived;
      await subscription.unsubscribe();
      expect(seen).toEqual([third.id, live.id]);
    });

    it('tells how far it has looked through its filter only', async () => {
      const reached = await new Promise((resolve) => {
        const subscription = client.subscribeToAll({
          filter: excludeSystemEvents({
            checkpointInterval: 1,
            checkpointReached: async (_subscription, position) => {
              resolve(position);
              await subscription.unsubscribe();
            },
          }),
        });
        subscription.on('data', () => undefined);
      });
      expect(reached).toEqual({ commit: expect.any(BigInt), prepare: expect.any(BigInt) });
    });

    it('does not accept a position inside a record', async () => {
      const { answer: { position } } = await streamOfThree();
      const inside = { commit: (position?.commit ?? 0n) + 1n, prepare: (position?.commit ?? 0n) + 1n };
      const failure = await new Promise((resolve) => {
        client.subscribeToAll({ fromPosition: inside }).on('error', resolve);
      });
      expect(failure).toMatchObject({ type: 'unknown', code: 3 });
    });
  });
});
