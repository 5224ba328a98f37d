import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { aWhile, eventually } from '../../event-store/contract/given-events.ts';
import { StoreUnavailable, type EventHeader, type LogQuery, type Position, type StoredText } from '../../event-store/event-store.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { givenHosts, type GivenHosts } from '../testing/given-hosts.ts';
import { booksModel, bookStream, type BookRow } from '../testing/notes.ts';
import { ModelNotReady, type ReadModelHost } from './read-model-host.ts';
import type { ModelReader } from './read-model.ts';

/** A log that comes when it is let. */
class LateStore extends MemoryEventStore {
  isThere = true;
  asked = 0;

  override async lastPosition(): Promise<Position | undefined> {
    this.#check();
    return super.lastPosition();
  }

  override async readLogText(query: LogQuery): Promise<readonly StoredText[]> {
    this.#check();
    return super.readLogText(query);
  }

  #check(): void {
    this.asked += 1;
    if (!this.isThere) throw new StoreUnavailable('not there yet');
  }
}

let store: LateStore;
let given: GivenHosts;
let { directory, faults, told, hostOf, take } = {} as GivenHosts;

beforeEach(() => {
  store = new LateStore();
  given = givenHosts(() => store);
  ({ directory, faults, told, hostOf, take } = given);
});
afterEach(() => given.close());

const rowsOf = (reader: ModelReader) => reader.all<BookRow>('SELECT * FROM books ORDER BY stream');
const row = (notes: number, last: string): BookRow => ({ stream: bookStream('1'), notes, last });
const textsTold = () => told.map(({ payload }) => payload['text']);
const stateOf = (host: ReadModelHost) => host.standing().map(({ state }) => state);

describe('the log comes later than the server', () => {
  it('and the models follow it from then on; that it was missing is said once', async () => {
    await take('a');
    store.isThere = false;
    const model = booksModel();
    const host = hostOf(model);
    const started = host.start();
    await eventually('it to be tried again', () => store.asked > 1);
    expect(stateOf(host)).toEqual(['stopped']);
    expect(() => host.reader(model)).toThrow(ModelNotReady);
    store.isThere = true;
    await started;
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'a')]);
    expect(faults).toEqual(['books: not there yet']);
    expect(await host.waitFor(model, await take('b'), 1_000)).toBe(true);
    expect(stateOf(host)).toEqual(['following']);
  });

  it('and goes away while models are built', async () => {
    await take('a');
    let askedFor = 0;
    store.readLog = async (query) => {
      if (++askedFor === 2) throw new StoreUnavailable('gone again');
      return MemoryEventStore.prototype.readLog.call(store, query);
    };
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    expect(rowsOf(host.reader(model))).toEqual([row(1, 'a')]);
  });

  it('and does not come before the server goes, which it does at once', async () => {
    store.isThere = false;
    const host = hostOf(booksModel());
    const started = host.start();
    await eventually('the fault', () => faults.length > 0);
    const askedAt = performance.now();
    await host.stop();
    await started;
    expect(performance.now() - askedAt).toBeLessThan(300);
  });
});

describe('whoever watches', () => {
  it('is not told the whole log when no model is left that must be', async () => {
    await take('a', 'bad');
    const model = booksModel('throwing', 1, (text) => { if (text === 'bad') throw new Error('cannot'); });
    await hostOf(model).start();
    await take('c');
    await eventually('the new note', () => textsTold().includes('c'));
    expect(textsTold()).toEqual(['c']);
  });

  it('loses nothing to a model that was built meanwhile', async () => {
    let isBroken = true;
    await take('a');
    const model = booksModel('throwing', 1, () => { if (isBroken) throw new Error('cannot'); });
    const host = hostOf(model);
    await host.start();
    isBroken = false;
    await host.rebuild(model);
    expect(await host.waitFor(model, await take('b'), 1_000)).toBe(true);
    expect(rowsOf(host.reader(model))).toEqual([row(2, 'b')]);
  });
});

it('a model that could not be written goes on by itself, with nothing lost and nothing twice', async () => {
  const model = booksModel();
  const host = hostOf(model);
  await host.start();
  await host.waitFor(model, await take('a'), 1_000);
  const beside = new Database(directory.file('books.v1.sqlite'));
  beside.exec("CREATE TRIGGER full BEFORE INSERT ON books BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
  const position = await take('b');
  await eventually('the fault', () => faults.length > 0);
  expect(host.standing()).toMatchObject([{ state: 'stopped', fault: expect.stringContaining('the disk is full') }]);
  expect(() => host.reader(model)).toThrow(ModelNotReady);
  beside.exec('DROP TRIGGER full');
  beside.close();
  await eventually('the model to follow', () => stateOf(host)[0] === 'following');
  expect(host.knows(model, position)).toBe(true);
  expect(rowsOf(host.reader(model))).toEqual([row(2, 'b')]);
});

describe('a model\'s file', () => {
  async function modelOf(texts: readonly string[]): Promise<void> {
    await take(...texts);
    const host = hostOf(booksModel());
    await host.start();
    await host.stop();
  }

  async function rowsNow(): Promise<readonly BookRow[]> {
    const model = booksModel();
    const host = hostOf(model);
    await host.start();
    return rowsOf(host.reader(model));
  }

  it('that was folded from another log is built anew, also when that log is as long as ours', async () => {
    await modelOf(['a', 'b']);
    await store.close();
    store = new LateStore();
    await take('x', 'y');
    expect(await rowsNow()).toEqual([row(2, 'y')]);
  });

  it('that knows more than an older copy of its log is built anew', async () => {
    await modelOf(['a', 'b', 'c']);
    const texts = await store.readLogText({ limit: 2 });
    await store.close();
    store = new LateStore();
    for (const { stream, revision, header, payload } of texts) {
      const { id, type } = JSON.parse(header) as EventHeader;
      await store.append(stream, revision - 1, [{ id, type, header, payload }]);
    }
    expect(await rowsNow()).toEqual([row(2, 'b')]);
  });

  it('that an earlier program wrote, which did not say of which log, is built anew', async () => {
    await modelOf(['a']);
    const beside = new Database(directory.file('books.v1.sqlite'));
    beside.exec("ALTER TABLE standing DROP COLUMN log; UPDATE books SET last = 'believed'");
    beside.close();
    expect(await rowsNow()).toEqual([row(1, 'a')]);
  });

  it('that is of this log is kept', async () => {
    await modelOf(['a']);
    const beside = new Database(directory.file('books.v1.sqlite'));
    beside.exec("UPDATE books SET last = 'kept'");
    beside.close();
    expect(await rowsNow()).toEqual([row(1, 'kept')]);
  });
});

it('a file that is damaged when it is asked stops its model, and no other', async () => {
  await take('a');
  const [model, other] = [booksModel(), booksModel('other')];
  const host = hostOf(model, other);
  await host.start();
  const reader = host.reader(model);
  const path = directory.file('books.v1.sqlite');
  const descriptor = openSync(path, 'r+');
  const pageBytes = 4_096;
  const damage = Buffer.alloc(statSync(path).size - pageBytes, 0xa5);
  writeSync(descriptor, damage, 0, damage.length, pageBytes);
  closeSync(descriptor);
  expect(() => rowsOf(reader)).toThrow(ModelNotReady);
  expect(host.standing()).toMatchObject([{ name: 'books', state: 'stopped' }, { name: 'other', state: 'following' }]);
  expect(faults).toEqual([expect.stringMatching(/^books: .*malformed/)]);

  expect(await host.waitFor(other, await take('b'), 1_000)).toBe(true);
  await eventually('the watchers to be told', () => textsTold().includes('b'));
  await aWhile();
  expect(stateOf(host)).toEqual(['stopped', 'following']);
  await host.rebuild(model);
  expect(rowsOf(reader)).toEqual([row(2, 'b')]);
  expect(stateOf(host)).toEqual(['following', 'following']);
});
