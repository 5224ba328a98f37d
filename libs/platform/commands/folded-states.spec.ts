import { describe, expect, it } from '@jest/globals';
import { gate } from '../../event-store/contract/given-events.ts';
import type { StoredEvent, StreamQuery } from '../../event-store/event-store.ts';
import { writeEvent } from '../../event-store/event-text.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { UndecodableEvent } from '../../kernel/decider.ts';
import { asking, givenRunner } from '../testing/given-runner.ts';
import { bookDecider, bookStream, TakeNote } from '../testing/notes.ts';
import { BrokenLog, FoldedStates } from './folded-states.ts';

/** A log that notes what is read of it, and can keep a reader waiting. */
class Watched extends MemoryEventStore {
  readonly reads: string[] = [];
  readonly slow = new Map<string, Promise<void>>();

  override async readStream(stream: string, query: StreamQuery = {}): Promise<readonly StoredEvent[]> {
    const events = await super.readStream(stream, query);
    this.reads.push(`${stream} from ${query.fromRevision}: ${events.length}`);
    await this.slow.get(stream);
    return events;
  }
}

/** Written by another process: these states hear of it only from the log. */
async function write(store: MemoryEventStore, stream: string, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await givenRunner(store).runner.run(asking(TakeNote, stream, { text }));
}

const [one, two, three] = ['1', '2', '3'].map(bookStream) as [string, string, string];
const textsOf = async (states: FoldedStates, stream: string) => (await states.fold(bookDecider, stream)).state.notes.map(({ text }) => text);

describe('states that are kept', () => {
  it('are taken on over what came since, and nothing is read twice', async () => {
    const store = new Watched();
    const states = new FoldedStates(store);
    await write(store, one, 'a', 'b');
    store.reads.length = 0;
    expect(await textsOf(states, one)).toEqual(['a', 'b']);
    await write(store, one, 'c');
    store.reads.length = 0;
    expect(await textsOf(states, one)).toEqual(['a', 'b', 'c']);
    expect(await textsOf(states, one)).toEqual(['a', 'b', 'c']);
    expect(store.reads).toEqual([`${one} from 2: 1`, `${one} from 3: 0`]);
  });

  it('are as many as memory should hold: what was not used for longest goes first', async () => {
    const store = new Watched();
    const states = new FoldedStates(store, 2);
    for (const stream of [one, two, three]) await write(store, stream, 'a');
    for (const stream of [one, two, one, three]) await states.fold(bookDecider, stream);
    store.reads.length = 0;
    for (const stream of [one, three, two]) expect(await textsOf(states, stream)).toEqual(['a']);
    expect(store.reads).toEqual([`${one} from 1: 0`, `${three} from 1: 0`, `${two} from 0: 1`]);
  });

  it('do not keep streams that do not exist', async () => {
    const store = new Watched();
    const states = new FoldedStates(store, 1);
    await write(store, one, 'a');
    await states.fold(bookDecider, one);
    for (let index = 0; index < 10; index++) await states.fold(bookDecider, bookStream(`nothing-${index}`));
    store.reads.length = 0;
    await states.fold(bookDecider, one);
    expect(store.reads).toEqual([`${one} from 1: 0`]);
  });

  it('are whole also when somebody else folds the stream at the same time', async () => {
    const store = new Watched();
    const states = new FoldedStates(store);
    await write(store, one, 'a');
    await states.fold(bookDecider, one);
    await write(store, one, 'b', 'c');
    const folds = await Promise.all(Array.from({ length: 5 }, () => textsOf(states, one)));
    expect(folds).toEqual(Array.from({ length: 5 }, () => ['a', 'b', 'c']));
  });

  it('are whole also when they are let go while their tail is being read', async () => {
    const store = new Watched();
    const states = new FoldedStates(store, 1);
    await write(store, one, 'a');
    await write(store, two, 'a');
    await states.fold(bookDecider, one);
    await write(store, one, 'b');
    const door = gate();
    store.slow.set(one, door.opened);
    const folding = textsOf(states, one);
    await states.fold(bookDecider, two);
    door.open();
    expect(await folding).toEqual(['a', 'b']);
  });

  it('remember every command that the stream took', async () => {
    const store = new Watched();
    await write(store, one, 'a', 'b');
    const { commands, revision } = await new FoldedStates(store).fold(bookDecider, one);
    const headers = (await store.readStream(one)).map(({ header }) => header);
    expect(revision).toBe(1);
    expect([...commands]).toEqual(headers.map(({ command, commandDigest, revision: at }) => [command, { digest: commandDigest, revision: at }]));
  });

  it('ask the log nothing about what cannot be a stream', async () => {
    const store = new Watched();
    for (const name of ['', 'Book-1', 'book-mihon-\u0000', `book-${'x'.repeat(300)}`, 'book mihon']) {
      expect(await new FoldedStates(store).fold(bookDecider, name)).toEqual({ state: bookDecider.initial, revision: -1, commands: new Map() });
    }
    expect(store.reads).toEqual([]);
  });
});

it('two nodes that are asked the same at once both keep what the log holds, and not what each of them sent', async () => {
  class Shared extends MemoryEventStore {
    override readonly isExclusive = false;
  }
  const store = new Shared();
  const [first, second] = [givenRunner(store, { now: '2026-05-20T01:00:00.000Z' }), givenRunner(store, { now: '2026-05-20T02:00:00.000Z' })];
  await Promise.all([first, second].map(({ runner }) => runner.run(asking(TakeNote, one, { text: 'a' }))));
  const key = '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11';
  await Promise.all([first, second].map(({ runner }) => runner.run(asking(TakeNote, one, { text: 'b' }, key))));
  const told = await Promise.all([first, second].map(({ states }) => states.fold(bookDecider, one)));
  expect(told[1]).toEqual(told[0]);
});

describe('a log that is not what it should be', () => {
  const header = { actor: 'p', command: 'c', commandDigest: '0', correlation: 'c', id: 'e', municipality: 'mihon', recordedAt: '2026', stream: one };
  const fold = async (changed: object, stream = one) => {
    const store = new MemoryEventStore();
    await store.append(stream, -1, [writeEvent({ ...header, revision: 0, type: 'NoteTaken', version: 1, ...changed }, { text: 'a' })]);
    return new FoldedStates(store).fold(bookDecider, stream);
  };

  it.each<[string, object, new (message: string) => Error]>([
    ['a revision out of order', { revision: 1 }, BrokenLog],
    ['an event of another kind of stream', { stream: 'plan-mihon-1' }, BrokenLog],
    ['an event of a kind whose name only begins alike', { stream: 'bookkeeping-mihon-1' }, BrokenLog],
    ['a type that nobody knows', { type: 'NoteEaten' }, UndecodableEvent],
    ['a version from the future', { version: 2 }, UndecodableEvent],
  ])('is not believed: %s', async (_what, changed, error) => {
    await expect(fold(changed)).rejects.toThrow(error);
  });

  it('is believed when it is sound', async () => expect((await fold({})).revision).toBe(0));
});
