import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Database from 'better-sqlite3';
import { appended, eventAt } from '../../libs/event-store/contract/given-events.ts';
import { KurrentDouble } from '../../libs/event-store/kurrent/double/kurrent-double.ts';
import type { EventStore } from '../../libs/event-store/event-store.ts';
import { backUp } from './backup.command.ts';
import { printEvents } from './events.command.ts';
import { found } from './found.command.ts';
import { restore } from './restore.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { foundingMs } from './testing/given-demonstration.ts';
import { addToken } from './token.command.ts';
import { verify } from './verify.command.ts';

jest.setTimeout(foundingMs);

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

const backingUp = (directory: string, settings = shell.settings) =>
  (output: Parameters<typeof backUp>[2]) => backUp(settings, { directory }, output);
const restoring = (directory: string, environment: Readonly<Record<string, string>> = {}) =>
  (output: Parameters<typeof restore>[2]) => restore(newPlace(environment), { directory }, output);
const newPlace = (environment: Readonly<Record<string, string>> = {}) =>
  shell.settingsWith({ MEGURI_DATA_DIR: shell.path('restored'), ...environment });
const foundSakura = (settings = shell.settings) =>
  linesOf((output) => found(settings, { file: shell.file('founding.json', sakura) }, output));
const eventsOf = (settings = shell.settings) => linesOf((output) => printEvents(settings, {}, output));

describe('meguri backup and restore', () => {
  it('bring everything back that cannot be made again, and nothing else', async () => {
    await shell.demonstration();
    await foundSakura();
    const [token] = await linesOf((output) => addToken(shell.settings, { municipality: 'sakura', person: clerk, label: 'x' }, output));
    const backup = shell.path('backup');
    expect(await linesOf(backingUp(backup))).toEqual([
      expect.stringMatching(/^backed up to .*backup: the event log up to position \d{16}, people and tokens, attachments, editions, the digest key$/),
    ]);
    expect(readdirSync(backup).sort()).toEqual(['attachments', 'digest.key', 'editions', 'events.sqlite', 'lock.sqlite', 'meguri.json', 'private.sqlite']);
    expect(statSync(join(backup, 'digest.key')).mode & 0o777).toBe(0o600);

    expect(await linesOf(restoring(backup))).toEqual([expect.stringMatching(/^restored to .*; read models are built at the next start$/)]);
    expect(await eventsOf(newPlace())).toEqual(await eventsOf());
    expect(readFileSync(shell.path('restored/digest.key'), 'utf8')).toBe(readFileSync(shell.inData('digest.key'), 'utf8'));
    const { url, engines } = await shell.serving(newPlace());
    await engines.installation.start();
    const asked = await fetch(`${url}/api/sakura/who-am-i`, { headers: { authorization: `Bearer ${token}` } });
    expect(await asked.json()).toMatchObject({ name: '見本の担当者' });
    // The same founding is known again, which it is by the digest's key.
    expect(await foundSakura(newPlace())).toEqual(await foundSakura());
  });

  it('copy the log as it stands at one moment while a server goes on writing to it', async () => {
    const { engines } = await shell.serving();
    const { store } = engines.installation;
    const writing = new Writing(store);
    await writing.until(2_000);
    const backup = shell.path('backup');
    await linesOf(backingUp(backup));
    const after = writing.written;
    await writing.end();
    expect(after).toBeGreaterThan(2_000);
    const copied = await eventsOf(shell.settingsWith({ MEGURI_DATA_DIR: backup }));
    expect(copied.length).toBeGreaterThanOrEqual(2_000);
    expect(copied).toEqual((await eventsOf()).slice(0, copied.length));
    expect(readdirSync(backup).filter((name) => name.startsWith('events'))).toEqual(['events.sqlite']);
  });

  it('can be verified where they lie, also where nothing can be written', async () => {
    await foundSakura();
    const backup = shell.path('backup');
    await linesOf(backingUp(backup));
    const database = new Database(join(backup, 'events.sqlite'), { readonly: true });
    // A WAL would have to be made beside the file before anybody could read it.
    expect(database.pragma('journal_mode', { simple: true })).toBe('delete');
    database.close();
    expect(await linesOf((output) => verify(shell.settingsWith({ MEGURI_DATA_DIR: backup }), output)))
      .toEqual(['events: 1, streams: 1, last position: 0000000000000001, faults: 0']);
  });
});

describe('meguri backup', () => {
  it('refuses a directory in which there is something, and leaves it as it was', async () => {
    await foundSakura();
    const backup = shell.path('backup');
    await linesOf(backingUp(backup));
    for (const directory of [backup, shell.data]) {
      expect(await refusalOf(backingUp(directory))).toBe(`meguri: ${directory} is not empty: nothing is written over what is there`);
    }
    const file = shell.file('a file', 'x');
    expect(await refusalOf(backingUp(file))).toBe(`meguri: ${file} is not empty: nothing is written over what is there`);
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it('refuses what is no data directory, and makes nothing', async () => {
    expect(await refusalOf(backingUp(shell.path('backup')))).toBe(`meguri: there is no data directory ${shell.data}`);
    await foundSakura();
    rmSync(shell.inData('digest.key'));
    expect(await refusalOf(backingUp(shell.path('backup')))).toBe(`meguri: ${shell.data} is not complete: it holds no digest.key`);
    expect(readdirSync(shell.path('.'))).not.toContain('backup');
  });

  it('leaves half a copy that nobody takes for a backup', async () => {
    await foundSakura();
    writeFileSync(shell.inData('private.sqlite'), 'no database at all'.repeat(100));
    const backup = shell.path('backup');
    expect(await refusalOf(backingUp(backup))).toMatch(/backup could not be filled: file is not a database$/);
    expect(readdirSync(backup)).not.toContain('events.sqlite');
    expect(await refusalOf(restoring(backup))).toContain('is not a data directory of Meguri: it holds no meguri.json');
  });
});

describe('meguri restore', () => {
  it('never writes over data, and lets nobody in who holds the place', async () => {
    await foundSakura();
    const backup = shell.path('backup');
    await linesOf(backingUp(backup));
    const before = await eventsOf();
    expect(await refusalOf((output) => restore(shell.settings, { directory: backup }, output)))
      .toBe(`meguri: ${shell.data} is not empty: nothing is written over what is there`);
    expect(await eventsOf()).toEqual(before);
  });

  it.each([
    ['is none', 'is not a data directory of Meguri', (backup: string) => { rmSync(join(backup, 'meguri.json')); }],
    ['is of a newer Meguri', 'written by a newer Meguri', (backup: string) => { writeFileSync(join(backup, 'meguri.json'), '{"format":2}'); }],
    ['lacks the log', 'holds no event log: it was in KurrentDB', (backup: string) => { rmSync(join(backup, 'events.sqlite')); }],
    ['lacks people', 'it holds no private.sqlite', (backup: string) => { rmSync(join(backup, 'private.sqlite')); }],
    ['holds something else as a log', 'cannot be opened as an event log', (backup: string) => { writeFileSync(join(backup, 'events.sqlite'), 'x'.repeat(4096)); }],
  ])('refuses a backup that %s, and fills nothing', async (_what, words, spoil) => {
    await foundSakura();
    const backup = shell.path('backup');
    await linesOf(backingUp(backup));
    spoil(backup);
    expect(await refusalOf(restoring(backup))).toContain(words);
    expect(readdirSync(shell.path('.'))).not.toContain('restored');
  });
});

describe('meguri backup and restore on KurrentDB', () => {
  it('leave the log to its server, say so, and bring back the rest', async () => {
    const double = await KurrentDouble.start();
    const environment = { KURRENTDB_URL: double.connectionString };
    const settings = shell.settingsWith(environment);
    await foundSakura(settings);
    const backup = shell.path('backup');
    expect(await linesOf(backingUp(backup, settings))).toEqual([expect.stringContaining("backed up with that server's own means")]);
    expect(readdirSync(backup)).not.toContain('events.sqlite');
    expect(await refusalOf(restoring(backup))).toContain('KURRENTDB_URL must name');
    expect(await linesOf(restoring(backup, environment))).toEqual([expect.stringContaining('all but the event log, which is in KurrentDB')]);
    const place = newPlace(environment);
    expect(await linesOf((output) => addToken(place, { municipality: 'sakura', person: clerk, label: 'x' }, output))).toHaveLength(1);
    double.kill();
  });

  it('refuse a backup with a log that would not be used', async () => {
    await foundSakura();
    await linesOf(backingUp(shell.path('backup')));
    expect(await refusalOf(restoring(shell.path('backup'), { KURRENTDB_URL: 'kurrentdb://127.0.0.1:2113' })))
      .toContain('holds an event log, which would not be used');
  });
});

/** Somebody who never stops writing, one commit at a time. */
class Writing {
  written = 0;
  #isEnding = false;
  readonly #ended: Promise<void>;

  constructor(store: EventStore) {
    this.#ended = this.#write(store);
  }

  async until(count: number): Promise<void> {
    while (this.written < count) await new Promise((resolve) => { setTimeout(resolve, 5); });
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#ended;
  }

  async #write(store: EventStore): Promise<void> {
    while (!this.#isEnding) {
      // Large enough that a copy takes several steps, between which this goes on.
      const batch = Array.from({ length: 5 }, (_, index) => eventAt('contract-writing', this.written + index, { note: '記'.repeat(1_000) }));
      await appended(store, 'contract-writing', this.written - 1, batch);
      this.written += batch.length;
    }
  }
}
