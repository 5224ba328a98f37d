import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { newDirectory } from '../contract/given-directory.ts';
import { EventFileRefused, isAtLeast, openBesideEventFile, openEventFile } from './event-file.ts';

let directory: ReturnType<typeof newDirectory>;
beforeEach(() => { directory = newDirectory(); });
afterEach(() => directory.remove());

it('waits for the disk on every connection, also to a file that was opened before', () => {
  const path = directory.file('events.sqlite');
  openEventFile(path).close();
  for (const open of [openEventFile, openBesideEventFile]) {
    const connection = open(path);
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    connection.close();
  }
});

it('takes an empty file for an empty log', () => {
  const path = directory.file('events.sqlite');
  writeFileSync(path, '');
  const connection = openEventFile(path);
  expect(connection.prepare('SELECT count(*) AS count FROM events').get()).toEqual({ count: 0 });
  connection.close();
});

it.each([
  ['another program\'s database', 'is not an event log of Meguri', (path: string) => {
    new Database(path).exec('CREATE TABLE notes (id)').close();
  }],
  ['another program\'s database that carries a mark of its own', 'is not an event log of Meguri', (path: string) => {
    const foreign = new Database(path);
    foreign.pragma('application_id = 7');
    foreign.close();
  }],
  ['a file that is no database', 'file is not a database', (path: string) => {
    writeFileSync(path, '区分,目標値\n施策,100\n'.repeat(100));
  }],
  ['a log of a newer format', 'written by a newer Meguri', (path: string) => {
    const newer = openEventFile(path);
    newer.pragma('user_version = 2');
    newer.close();
  }],
])('refuses %s in one line and leaves it as it was', (_what, words, make) => {
  const path = directory.file('events.sqlite');
  make(path);
  const before = readFileSync(path);
  let refusal: unknown;
  try { openEventFile(path); } catch (error) { refusal = error; }
  expect(refusal).toBeInstanceOf(EventFileRefused);
  expect((refusal as Error).message).toContain(words);
  expect((refusal as Error).message).toContain(path);
  expect((refusal as Error).message).not.toContain('\n');
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('refuses a place where it cannot write', () => {
  expect(() => openEventFile(directory.file('missing/events.sqlite'))).toThrow(EventFileRefused);
});

it.each([
  [[3, 51, 3], true], [[3, 54, 0], true], [[4, 0, 0], true], [[3, 51], false], [[3, 51, 2], false], [[3, 9, 9], false], [[], false],
] as const)('tells whether SQLite %j is new enough: %s', (version, isNewEnough) => {
  expect(isAtLeast(version, [3, 51, 3])).toBe(isNewEnough);
});

it('does not keep a process alive that forgets to close it', () => {
  const store = new URL('./sqlite-event-store.ts', import.meta.url).href;
  const script = `
    const { SqliteEventStore } = await import(${JSON.stringify(store)});
    const store = SqliteEventStore.open(${JSON.stringify(directory.file('events.sqlite'))});
    await store.append('sheet-1', -1, [{ id: 'a', type: 'T', header: '{"id":"a"}', payload: '{}' }]);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    console.log('done');`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 10_000, encoding: 'utf8' });
  expect(output).toBe('done\n');
});
