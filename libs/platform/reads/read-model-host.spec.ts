import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../event-store/contract/given-events.ts';
import type { LogQuery, Position, StoredEvent } from '../../event-store/event-store.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { givenHosts, type GivenHosts } from '../testing/given-hosts.ts';
import { asking, givenRunner, receiptOf } from '../testing/given-runner.ts';
import { booksModel, bookStream, CloseBook, type BookRow } from '../testing/notes.ts';
import { ModelNotReady } from './read-model-host.ts';
import type { ModelReader } from './read-model.ts';

let store: MemoryEventStore;
let given: GivenHosts;
let { directory, hosts, faults, told, hostOf, take } = {} as GivenHosts;

beforeEach(() => {
  store = new MemoryEventStore();
  given = givenHosts(() => store);
  ({ directory, hosts, faults, told, hostOf, take } = given);
});
afterEach(() => given.close());

const rowsOf = (reader: ModelReader) => reader.all<BookRow>('SELECT * FROM books ORDER BY stream');
const row = (notes: number, last: string, name = '1'): BookRow => ({ stream: bookStream(name), notes, last });

describe('a read model', () => {
  it('knows what was there before it and what comes, and tells of it only when it knows', async () => {
    const model = booksModel();
    await take('a');
    const host = hostOf(model);
    expect(host.standing()).toMatchObject([{ name: 'books', version: 1, state: 'building' }]);
    expect(() => host.reader(model)).toThrow(ModelNotReady);
    await host.start();
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'a')]);
    const position = await take('b');
    expect(host.knows(model, position)).toBe(false);
    expect(await host.waitFor(model, position, 1_000)).toBe(true);
    expect(rowsOf(host.reader(model))).toEqual([row(2, 'b')]);
    expect(host.standing()).toEqual([{ name: 'books', version: 1, position, state: 'following' }]);
    const [, second] = await store.readStream(bookStream('1'));
    await eventually('the tap', () => told.some(({ header }) => header.id === second?.header.id));
  });

  it('forgets a row that was removed', async () => {
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    await take('a');
    const { position } = receiptOf(await givenRunner(store).runner.run(asking(CloseBook, bookStream('1'), {})));
    await host.waitFor(model, position, 1_000);
    expect(rowsOf(host.reader(model))).toEqual([]);
  });

  it('does not keep anybody waiting for ever', async () => {
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    const startedMs = performance.now();
    expect(await host.waitFor(model, 'm999999999999', 50)).toBe(false);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  it('is taken up where it was left, by whoever opens it next', async () => {
    const first = hostOf(booksModel());
    await first.start();
    await take('a', 'b');
    await first.stop();
    await take('c');
    const projected: string[] = [];
    const model = booksModel('books', 1, (text) => projected.push(text));
    const second = hostOf(model);
    await second.start();
    expect(rowsOf(second.reader(model))).toEqual([row(3, 'c')]);
    expect(projected.filter((text) => text === 'c')).toEqual(['c']);
    await second.stop();
    projected.length = 0;
    await hostOf(model).start();
    expect(projected).toEqual([]);
  });
});

describe('a projection that throws', () => {
  const throwing = (when: () => boolean) => booksModel('throwing', 1, (text) => { if (text === 'bad' && when()) throw new Error('cannot'); });

  it('stops alone, at that event; /readyz can name it, and its questions are refused', async () => {
    const [model, other] = [throwing(() => true), booksModel()];
    const host = hostOf(model, other);
    await host.start();
    const before = await take('a');
    await host.waitFor(model, before, 1_000);
    const position = await take('bad', 'c');
    expect(await host.waitFor(other, position, 1_000)).toBe(true);
    expect(rowsOf(host.reader(other))).toEqual([row(3, 'c')]);
    expect(() => host.reader(model)).toThrow(ModelNotReady);
    expect(host.standing()).toMatchObject([
      { name: 'throwing', state: 'stopped', position: before, fault: expect.stringMatching(/^NoteTaken at .*: cannot$/) },
      { name: 'books', state: 'following', position },
    ]);
    expect(faults).toEqual([expect.stringContaining('throwing: NoteTaken at')]);
  });

  it('stops alone also when it throws while it is built', async () => {
    await take('a', 'bad');
    const [model, other] = [throwing(() => true), booksModel()];
    const host = hostOf(model, other);
    await host.start();
    expect(host.standing().map(({ state }) => state)).toEqual(['stopped', 'following']);
    expect(rowsOf(host.reader(other))).toEqual([row(2, 'bad')]);
  });

  it('follows again when it was mended and built anew', async () => {
    let isBroken = true;
    const model = throwing(() => isBroken);
    const host = hostOf(model);
    await host.start();
    await host.waitFor(model, await take('a', 'bad'), 100);
    isBroken = false;
    await host.rebuild(model);
    expect(host.standing()).toMatchObject([{ state: 'following' }]);
    expect(await host.waitFor(model, await take('c'), 1_000)).toBe(true);
    expect(rowsOf(host.reader(model))).toEqual([row(3, 'c')]);
  });
});

async function takeForAWhile(forMs: number): Promise<Position> {
  let position = '';
  for (const end = performance.now() + forMs; performance.now() < end;) position = await take(String(performance.now()));
  return position;
}

describe('a model\'s file', () => {
  const filesIn = () => readdirSync(directory.path).filter((name) => !/-(wal|shm)$/.test(name)).sort();

  it('has the version in its name; a new version is built, and what nobody brings any more is removed', async () => {
    await take('a');
    await hostOf(booksModel('books', 1), booksModel('gone', 3)).start();
    await hosts[0]?.stop();
    writeFileSync(directory.file('not-ours.txt'), '');
    expect(filesIn()).toEqual(['books.v1.sqlite', 'gone.v3.sqlite', 'not-ours.txt']);
    const model = booksModel('books', 2);
    const host = hostOf(model);
    await host.start();
    expect(filesIn()).toEqual(['books.v2.sqlite', 'not-ours.txt']);
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'a')]);
  });

  it.each(['books.v1.sqlite', 'books.v1.sqlite.building'])('that is none is as good as absent: %s', async (name) => {
    await take('a');
    writeFileSync(directory.file(name), 'this is no database, and never was one'.repeat(100));
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'a')]);
    expect(filesIn()).toEqual(['books.v1.sqlite']);
  });

  it('that was folded from another log is built anew', async () => {
    await take('a', 'b', 'c');
    await hostOf(booksModel()).start();
    await hosts[0]?.stop();
    await store.close();
    store = new MemoryEventStore();
    await take('x');
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'x')]);
  });

  it('may be removed at any time the program does not run', async () => {
    await take('a');
    const model = booksModel();
    await hostOf(model).start();
    await hosts[0]?.stop();
    directory.remove();
    const host = hostOf(model);
    await host.start();
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'a')]);
    expect(existsSync(directory.file('books.v1.sqlite'))).toBe(true);
  });
});

describe('building a model anew while others write', () => {
  it('ends with what the model in use knows, is seen whole or not at all, and leaves nothing lying about', async () => {
    const model = booksModel();
    const host = hostOf(model);
    await take('a');
    await host.start();
    const seen: number[] = [];
    const looking = setInterval(() => seen.push(...rowsOf(host.reader(model)).map(({ notes }) => notes)), 1);
    const rebuilding = (async () => { for (let times = 0; times < 5; times++) await host.rebuild(model); })();
    const [position] = await Promise.all([takeForAWhile(200), rebuilding]);
    expect(await host.waitFor(model, position, 1_000)).toBe(true);
    clearInterval(looking);
    const asOf = await host.asOf(model, position);
    expect(rowsOf(host.reader(model))).toEqual(rowsOf(asOf));
    asOf.close();
    expect(rowsOf(host.reader(model))[0]?.notes).toBe((await store.readStream(bookStream('1'))).length);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(readdirSync(directory.path).filter((name) => name.includes('building'))).toEqual([]);
  });

  it.each([false, true])('misses nothing that was delivered while its last page was on its way; it was stopped: %s', async (wasStopped) => {
    let isBroken = wasStopped;
    const model = booksModel('rebuilt', 1, () => { if (isBroken) throw new Error('cannot'); });
    const other = booksModel();
    let atTheEnd: (() => Promise<void>) | undefined;
    store = new class extends MemoryEventStore {
      override async readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
        const events = await super.readLog(query);
        if (events.length === 0) await atTheEnd?.();
        return events;
      }
    }();
    const host = hostOf(model, other);
    await host.start();
    await host.waitFor(other, await take('a'), 1_000);
    isBroken = false;
    let position = '';
    atTheEnd = async () => {
      atTheEnd = undefined;
      position = await take('b');
      await host.waitFor(other, position, 1_000);
    };
    await host.rebuild(model);
    expect(await host.waitFor(model, position, 200)).toBe(true);
    expect(rowsOf(host.reader(model))).toEqual([row(2, 'b')]);
  });

  it('is done by one at a time', async () => {
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    const results = await Promise.allSettled([host.rebuild(model), host.rebuild(model)]);
    expect(results).toEqual([{ status: 'fulfilled', value: undefined }, { status: 'rejected', reason: expect.any(ModelNotReady) }]);
    await host.rebuild(model);
  });
});

it('a model can be seen as it stood at any position', async () => {
  const model = booksModel();
  const positions = [await take('a'), await take('b'), await take('c')];
  const host = hostOf(model);
  await host.start();
  for (const [index, position] of positions.entries()) {
    const asOf = await host.asOf(model, position);
    expect(rowsOf(asOf)).toEqual([row(index + 1, 'abc'[index] as string)]);
    asOf.close();
  }
  expect(rowsOf(host.reader(model))).toEqual([row(3, 'c')]);
});
