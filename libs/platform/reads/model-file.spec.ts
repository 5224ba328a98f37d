import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { newDirectory } from '../../event-store/contract/given-directory.ts';
import type { StoredEvent } from '../../event-store/event-store.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { asking, givenRunner } from '../testing/given-runner.ts';
import { bookDecider, booksModel, bookStream, TakeNote, type BookRow } from '../testing/notes.ts';
import { ModelFile, ProjectionFault } from './model-file.ts';

let directory: ReturnType<typeof newDirectory>;
let path: string;
let files: ModelFile[];

beforeEach(() => {
  directory = newDirectory();
  path = directory.file('books.v1.sqlite');
  files = [];
});
afterEach(() => {
  for (const file of files) file.close();
  directory.remove();
});

/** The process that had it open before is gone, and whatever it had not written with it. */
function open(model = booksModel()): ModelFile {
  for (const file of files.splice(0)) file.close();
  const file = new ModelFile(model, path, false);
  files.push(file);
  return file;
}

async function notes(...texts: readonly string[]): Promise<readonly StoredEvent[]> {
  const store = new MemoryEventStore();
  for (const text of texts) await givenRunner(store).runner.run(asking(TakeNote, bookStream('1'), { text }));
  return store.readLog({ limit: 100 });
}

/** As it is in the file, whatever the process knows beyond it. */
function standing(): unknown {
  const beside = new Database(path);
  const position = beside.prepare('SELECT position FROM standing').pluck().get();
  beside.close();
  return position;
}

const positionAt = (place: number) => `m${String(place).padStart(12, '0')}`;

const rowsOf = (file: ModelFile) => file.all<BookRow>('SELECT * FROM books');
const { catalogue } = bookDecider;

describe('rows and the position that they stand at', () => {
  it('are written together, or neither is', async () => {
    const events = await notes('a', 'b', 'c');
    open().apply(events.slice(0, 2), catalogue);
    files[0]?.flush();
    files[0]?.apply(events.slice(2), catalogue);
    const file = open();
    expect([file.position, rowsOf(file)]).toEqual([events[1]?.position, [{ stream: bookStream('1'), notes: 2, last: 'b' }]]);
  });

  it.each(['books', 'standing'])('are written together also when writing breaks off at %s', async (table) => {
    const events = await notes('a', 'b');
    const file = open();
    file.apply(events.slice(0, 1), catalogue);
    file.flush();
    const beside = new Database(path);
    beside.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken off'); END`);
    file.apply(events.slice(1), catalogue);
    expect(() => file.flush()).toThrow('broken off');
    expect(beside.prepare('SELECT notes FROM books').pluck().all()).toEqual([1]);
    expect(beside.prepare('SELECT position FROM standing').pluck().all()).toEqual([events[0]?.position]);
    file.abandon();
    expect(file.position).toBe(events[0]?.position);

    beside.exec('DROP TRIGGER broken');
    beside.close();
    file.apply(events, catalogue);
    file.flush();
    expect(rowsOf(open())).toEqual([{ stream: bookStream('1'), notes: 2, last: 'b' }]);
  });

  it('are moved by each event once, however often it comes', async () => {
    const events = await notes('a', 'b');
    const file = open();
    file.apply(events, catalogue);
    file.apply(events, catalogue);
    file.flush();
    file.apply(events, catalogue);
    file.flush();
    expect(rowsOf(file)).toEqual([{ stream: bookStream('1'), notes: 2, last: 'b' }]);
  });

  it('stay behind events that touch nothing, which are told again after a crash, but not after it was closed', async () => {
    const events = await notes('a', 'b', 'c');
    const told: string[] = [];
    const file = open({ ...booksModel(), on: { NoteTaken: (rows, event, header) => {
      told.push(header.id);
      if (told.length !== 2) booksModel().on['NoteTaken']?.(rows, event, header);
    } } });
    for (const event of events.slice(0, 2)) {
      file.apply([event], catalogue);
      file.flush();
    }
    expect([file.position, standing()]).toEqual([events[1]?.position, events[0]?.position]);
    file.apply(events.slice(2), catalogue);
    expect([open().position, standing()]).toEqual([events[1]?.position, events[1]?.position]);
  });

  it('are written about at the latest after a thousand events', async () => {
    const events = await notes(...Array.from({ length: 10 }, String));
    const file = open({ ...booksModel(), on: {} });
    for (let round = 0; round < 100; round++) {
      file.apply(events.map((event, at) => ({ ...event, position: positionAt(round * 10 + at) })), catalogue);
      file.flush();
      if (round === 98) expect(standing()).toBeUndefined();
    }
    expect(standing()).toBe(positionAt(999));
  });

  it('stand before the event at which a projection threw', async () => {
    const events = await notes('a', 'bad', 'c');
    const file = open(booksModel('books', 1, (text) => { if (text === 'bad') throw new Error('cannot'); }));
    file.apply(events.slice(0, 1), catalogue);
    file.flush();
    expect(() => file.apply(events.slice(1), catalogue)).toThrow(ProjectionFault);
    file.abandon();
    expect([file.position, rowsOf(file)]).toEqual([events[0]?.position, [{ stream: bookStream('1'), notes: 1, last: 'a' }]]);
  });
});
