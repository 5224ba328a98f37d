import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binaryEvent, excludeSystemEvents } from '@kurrent/kurrentdb-client';
import type { AllStreamResolvedEvent, AppendStreamState, EventData } from '@kurrent/kurrentdb-client';
import { AskedServer, newEvent, newStream } from './double/asked-server.ts';
import { serverInTheTitle } from './double/test-server.ts';

/**
 * What the adapter builds on, asked of the server through the bare client. The same cases run against the double and a
 * real server, which is what makes the double worth believing.
 */
describe(`KurrentDB as ${serverInTheTitle} behaves`, () => {
  const server = new AskedServer();
  beforeAll(() => server.open());
  afterAll(() => server.close());

  describe('appending', () => describeAppending(server));
  describe('limits', () => describeLimits(server));
  describe('the same append again', () => {
    describeRepeats(server);
    describeOtherRepeats(server);
  });
  describe('reading', () => describeReading(server));
  describe('subscribing', () => describeSubscribing(server));
});

function describeAppending(server: AskedServer): void {
  it('answers with the revision and the position of the last event', async () => {
    const { stream, answer, later } = await server.streamOfThree();
    const read = [];
    for await (const { event: found } of server.client.readStream(stream)) read.push(found?.position);
    expect(answer).toEqual({ success: true, nextExpectedRevision: 1n, position: read[1] });
    expect(later).toEqual({ success: true, nextExpectedRevision: 2n, position: read[2] });
    expect(answer.position?.commit).toBe(answer.position?.prepare);
    expect(read[0]?.commit).toBeLessThan(read[1]?.commit ?? 0n);
  });

  it('gives positions that are bytes apart, not one', async () => {
    const { answer, later } = await server.streamOfThree();
    expect((later.position?.commit ?? 0n) - (answer.position?.commit ?? 0n)).toBeGreaterThan(100n);
  });

  it('"succeeds" with no events and creates nothing', async () => {
    const stream = newStream();
    expect(await server.append(stream, 'no_stream')).toMatchObject({ success: true, nextExpectedRevision: 0n });
    await expect(server.idsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it.each<[AppendStreamState, string]>([[0n, 'behind'], [7n, 'ahead'], ['no_stream', 'at no stream']])(
    'refuses a wrong revision (%s, %s) and tells the actual one', async (streamState) => {
      const { stream } = await server.streamOfThree();
      await expect(server.append(stream, streamState, newEvent())).rejects.toMatchObject({
        type: 'wrong-expected-version', streamName: stream, expectedState: streamState, actualState: 2n, message: '',
      });
    });

  it('refuses a revision of a stream that is not there', async () => {
    await expect(server.append(newStream(), 3n, newEvent())).rejects.toMatchObject({
      type: 'wrong-expected-version', expectedState: 3n, actualState: 'no_stream',
    });
  });
}

function describeLimits(server: AskedServer): void {
  it('takes 1 MiB of data in one append and not a byte more', async () => {
    const bytes = (length: number) => binaryEvent({ type: 'Large', data: Buffer.alloc(length) });
    const half = 512 * 1024;
    await expect(server.append(newStream(), 'no_stream', bytes(half), bytes(half))).resolves.toMatchObject({ success: true });
    await expect(server.append(newStream(), 'no_stream', bytes(half), bytes(half + 1))).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded', maxAppendSize: 2 * half,
    });
  });

  it('answers a message of 17 MiB with code 8', async () => {
    const other = server.anotherClient();
    const huge = binaryEvent({ type: 'Huge', data: Buffer.alloc(17 * 1024 * 1024) });
    await expect(other.appendToStream(newStream(), huge, { streamState: 'no_stream' })).rejects.toMatchObject({ code: 8 });
    await other.dispose();
  });

  it('does not know an id that is no UUID', async () => {
    const nameless = { ...newEvent(), id: 'nameless' };
    await expect(server.append(newStream(), 'no_stream', nameless)).rejects.toMatchObject({
      type: 'unknown', message: 'Could not recognize BadRequest',
    });
  });
}

function describeRepeats(server: AskedServer): void {
  it('same ids, same exact revision: same revision and position, no duplicate, also later', async () => {
    const { stream, first, second, third, answer, later } = await server.streamOfThree();
    expect(await server.append(stream, 'no_stream', first, second)).toEqual(answer);
    expect(await server.append(stream, 1n, third)).toEqual(later);
    expect(await server.idsOf(stream)).toEqual([first.id, second.id, third.id]);
  });

  it('same ids, other data: success, and the data is ignored', async () => {
    const { stream, first, second, answer } = await server.streamOfThree();
    expect(await server.append(stream, 'no_stream', { ...first, data: { other: true } } as EventData, second)).toEqual(answer);
    for await (const { event: read } of server.client.readStream(stream, { maxCount: 1 })) expect(read?.data).toEqual({ n: 1 });
  });
}

function describeOtherRepeats(server: AskedServer): void {
  it('a prefix of the batch: success with the prefix\'s revision, not the head', async () => {
    const { stream, first } = await server.streamOfThree();
    expect(await server.append(stream, 'no_stream', first)).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  it('the same events in one append instead of two: success', async () => {
    const { stream, first, second, third, later } = await server.streamOfThree();
    expect(await server.append(stream, 'no_stream', first, second, third)).toEqual(later);
  });

  it.each(['same and new', 'past the end', 'a suffix', 'new and same'])('%s: wrong-expected-version', async (which) => {
    const { stream, first, second, third } = await server.streamOfThree();
    const events = {
      'same and new': [first, second, newEvent()],
      'past the end': [first, second, third, newEvent()],
      'a suffix': [second, third],
      'new and same': [newEvent(), first],
    }[which] ?? [];
    await expect(server.append(stream, 'no_stream', ...events)).rejects.toMatchObject({
      type: 'wrong-expected-version', actualState: 2n,
    });
    expect(await server.idsOf(stream)).toHaveLength(3);
  });

  it('same ids at the current revision: written again', async () => {
    const { stream, third } = await server.streamOfThree();
    expect(await server.append(stream, 2n, third)).toMatchObject({ nextExpectedRevision: 3n });
    expect((await server.idsOf(stream)).slice(2)).toEqual([third.id, third.id]);
  });

  it('any revision, soon after: no duplicate', async () => {
    const { stream, first, second, answer } = await server.streamOfThree();
    expect(await server.append(stream, 'any', first, second)).toEqual(answer);
    expect(await server.idsOf(stream)).toHaveLength(3);
  });

  it('the same id twice in one batch, or on another stream: both kept', async () => {
    const twice = newEvent();
    const [stream, another] = [newStream(), newStream()];
    await server.append(stream, 'no_stream', twice, twice);
    await server.append(another, 'no_stream', twice);
    expect(await server.idsOf(stream)).toEqual([twice.id, twice.id]);
    expect(await server.idsOf(another)).toEqual([twice.id]);
  });

  it('pipelined appends to one stream keep their order', async () => {
    const stream = newStream();
    const events = Array.from({ length: 50 }, () => newEvent());
    await Promise.all(events.map((each, index) => server.append(stream, index === 0 ? 'no_stream' : BigInt(index - 1), each)));
    expect(await server.idsOf(stream)).toEqual(events.map(({ id }) => id));
  });
}

function describeReading(server: AskedServer): void {
  it('a missing or deleted stream is not found, a tombstoned one deleted, and past the end is empty', async () => {
    const { stream } = await server.streamOfThree();
    const { stream: tombstoned } = await server.streamOfThree();
    const past = [];
    for await (const read of server.client.readStream(stream, { fromRevision: 9n })) past.push(read);
    expect(past).toEqual([]);
    await server.client.deleteStream(stream);
    await server.client.tombstoneStream(tombstoned);
    await expect(server.idsOf(newStream())).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(server.idsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(server.idsOf(tombstoned)).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(server.append(tombstoned, 2n, newEvent())).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('backwards from beyond the end begins at the end', async () => {
    const { stream } = await server.streamOfThree();
    const revisions = [];
    for await (const { event: read } of server.client.readStream(stream, { direction: 'backwards', fromRevision: 9n })) {
      revisions.push(read?.revision);
    }
    expect(revisions).toEqual([2n, 1n, 0n]);
  });

  it('a position is inclusive forwards and exclusive backwards', async () => {
    const { answer, first, second, third } = await server.streamOfThree();
    const fromPosition = answer.position ?? 'start';
    const forwards = await server.readAll({ fromPosition, maxCount: 2, filter: excludeSystemEvents() });
    const backwards = await server.readAll({ fromPosition, maxCount: 1, direction: 'backwards', filter: excludeSystemEvents() });
    expect(forwards.map(({ event: read }) => read?.id)).toEqual([second.id, third.id]);
    expect(backwards.map(({ event: read }) => read?.id)).toEqual([first.id]);
  });

  it('a count of 0, and a position inside a record, look like a dead server', async () => {
    const { stream, answer: { position } } = await server.streamOfThree();
    const inside = { commit: (position?.commit ?? 0n) + 1n, prepare: (position?.commit ?? 0n) + 1n };
    await expect(server.client.readStream(stream, { maxCount: 0 }).next()).rejects.toMatchObject({ type: 'unavailable' });
    await expect(server.readAll({ fromPosition: inside })).rejects.toMatchObject({ type: 'unavailable' });
  });

  it('the whole log holds the server\'s own events too, and its filter leaves them out', async () => {
    const types = (events: AllStreamResolvedEvent[]) => events.map(({ event: read }) => read?.type ?? '');
    expect(types(await server.readAll({ maxCount: 1 }))[0]).toMatch(/^\$/);
    const filtered = types(await server.readAll({ maxCount: 100, filter: excludeSystemEvents() }));
    expect(filtered.filter((type) => type.startsWith('$'))).toEqual([]);
  });

  it('gives the time of an event in whole seconds', async () => {
    const { stream } = await server.streamOfThree();
    for await (const { event: read } of server.client.readStream(stream)) expect(read?.created.getMilliseconds()).toBe(0);
  });
}

function describeSubscribing(server: AskedServer): void {
  it('begins after the position, says when it has caught up, and goes on live', async () => {
    const { stream, answer, third } = await server.streamOfThree();
    const subscription = server.client.subscribeToAll({ fromPosition: answer.position ?? 'end', filter: excludeSystemEvents() });
    const seen: string[] = [];
    const caughtUp = new Promise((resolve) => { subscription.once('caughtUp', resolve); });
    subscription.on('data', ({ event: read }) => { if (read?.streamId === stream) seen.push(read.id); });
    await caughtUp;
    const live = newEvent();
    const arrived = new Promise<void>((resolve) => {
      subscription.on('data', ({ event: read }) => { if (read?.id === live.id) resolve(); });
    });
    await server.append(stream, 2n, live);
    await arrived;
    await subscription.unsubscribe();
    expect(seen).toEqual([third.id, live.id]);
  });

  it('tells how far it has looked through its filter only', async () => {
    const reached = await new Promise((resolve) => {
      const subscription = server.client.subscribeToAll({
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
    const { answer: { position } } = await server.streamOfThree();
    const inside = { commit: (position?.commit ?? 0n) + 1n, prepare: (position?.commit ?? 0n) + 1n };
    const failure = await new Promise((resolve) => {
      server.client.subscribeToAll({ fromPosition: inside }).on('error', resolve);
    });
    expect(failure).toMatchObject({ type: 'unknown', code: 3 });
  });
}
