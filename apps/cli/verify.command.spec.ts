import { closeSync, cpSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { eventAt } from '../../libs/event-store/contract/given-events.ts';
import { payloadDigest } from '../../libs/event-store/event-text.ts';
import { KurrentDouble } from '../../libs/event-store/kurrent/double/kurrent-double.ts';
import { found } from './found.command.ts';
import { CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { foundingMs } from './testing/given-demonstration.ts';
import { verify } from './verify.command.ts';

let sound: CommandLine;
let shell: CommandLine;
beforeAll(async () => {
  sound = new CommandLine();
  await sound.demonstration();
}, foundingMs);
beforeEach(() => {
  shell = new CommandLine();
  cpSync(sound.data, shell.data, { recursive: true });
});
afterEach(() => shell.close());
afterAll(() => sound.close());

const verified = (settings = shell.settings) => linesOf((output) => verify(settings, output));

interface Row {
  readonly position: number;
  readonly stream: number;
  readonly revision: number;
  readonly name: string;
  readonly header: string;
  readonly payload: string;
}

/** Lays hands on the file, as nobody should. */
function tamper(change: (database: Database.Database, row: Row) => void): { readonly row: Row; readonly place: string } {
  const database = new Database(shell.inData('events.sqlite'));
  // A sheet's second event of more than two, so that something stands before it and after it.
  const row = database.prepare(`SELECT events.*, name FROM events JOIN streams ON streams.id = events.stream
    WHERE name LIKE 'sheet-%' AND revision = 1 AND stream IN (SELECT stream FROM events WHERE revision = 2) ORDER BY position`).get() as Row;
  change(database, row);
  database.close();
  return { row, place: `${positionOf(row.position)} ${row.name} revision 1: ` };
}

function rewrite(database: Database.Database, { position }: Row, column: 'header' | 'payload', text: string): void {
  database.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`).run(text, position);
}

/** The whole event written anew, so that its digest fits. */
function forge(database: Database.Database, row: Row, payload: string, header: Readonly<Record<string, unknown>> = {}): void {
  const old = JSON.parse(row.header) as Readonly<Record<string, unknown>>;
  rewrite(database, row, 'payload', payload);
  rewrite(database, row, 'header', JSON.stringify({ ...old, payloadSha256: payloadDigest(payload), ...header }));
}

const digestFault = 'the payload is not the one that was recorded: its SHA-256 is not the one in the header';

/** As SQLite itself counts what is in a sound log. */
function counted(): { readonly events: number; readonly streams: number } {
  const log = new Database(sound.inData('events.sqlite'), { readonly: true });
  const counts = log.prepare('SELECT count(*) AS events, count(DISTINCT stream) AS streams FROM events').get() as ReturnType<typeof counted>;
  log.close();
  return counts;
}

function positionOf(event: number): string {
  return String(event).padStart(16, '0');
}

function lastLine(faults: number): string {
  const { events, streams } = counted();
  return `events: ${events}, streams: ${streams}, last position: ${positionOf(events)}, faults: ${faults}`;
}

describe('meguri verify', () => {
  it('finds nothing wrong with a sound log, also while a server has it', async () => {
    expect(counted().events).toBeGreaterThan(100);
    expect(await verified()).toEqual([lastLine(0)]);
    await shell.serving();
    expect(await verified()).toEqual([lastLine(0)]);
  });

  it.each<[string, (row: Row) => (database: Database.Database) => void, readonly string[]]>([
    ['a byte of a payload that was flipped', (row) => (database) => rewrite(database, row, 'payload', row.payload.replace(/"grade":"."/, '"grade":"c"')),
      [digestFault]],
    ['a payload that is cut off', (row) => (database) => rewrite(database, row, 'payload', row.payload.slice(0, -1)),
      [digestFault, 'the payload cannot be read']],
    ['a header that is printed another way', (row) => (database) => rewrite(database, row, 'header', row.header.replace(':', ': ')),
      ['the header is not canonical']],
    ['a header that is no JSON', (row) => (database) => rewrite(database, row, 'header', row.header.slice(1)),
      ['the header cannot be read']],
    ['a header of another stream', (row) => (database) => rewrite(database, row, 'header', row.header.replace('"stream":"sheet-', '"stream":"sheet-x')),
      [expect.stringContaining('the header says sheet-x') as unknown as string]],
    ['a header of another revision', (row) => (database) => rewrite(database, row, 'header', row.header.replace('"revision":1', '"revision":7')),
      [expect.stringMatching(/^the header says sheet-\S+ revision 7$/) as unknown as string]],
    ['an event without salt', (row) => (database) => forge(database, row, '{"fields":{}}'),
      ['the payload does not begin with its salt']],
    ['a payload out of order', (row) => (database) => forge(database, row, '{"$salt":"x","fields":{},"a":1}'),
      ['the payload is not canonical']],
    ['an event that nobody knows', (row) => (database) => forge(database, row, row.payload, { type: 'SheetBurnt' }),
      ['SheetBurnt cannot be folded: unknown event type SheetBurnt']],
    ['an event of another kind of stream', (row) => (database) => forge(database, row, row.payload, { type: 'PlanAdopted' }),
      ['PlanAdopted cannot be folded: unknown event type PlanAdopted']],
    ['an event of a newer program', (row) => (database) => forge(database, row, row.payload, { version: 99 }),
      ['FieldsSaved cannot be folded: FieldsSaved version 99 is newer than this program (1)']],
    ['an event of a municipality that is not its stream\'s', (row) => (database) => forge(database, row, row.payload, { municipality: 'sakura' }),
      ['the header says that it is of sakura']],
    ['an id that its command does not give', (row) => (database) => forge(database, row, row.payload, { id: '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11' }),
      ['the id is not the one that its command gives']],
    ['a time that is none', (row) => (database) => forge(database, row, row.payload, { recordedAt: '2019' }),
      ['the header names no moment']],
    ['an event that does not fit its stream', (row) => (database) => forge(database, row, '{"$salt":"x"}'),
      [expect.stringMatching(/^FieldsSaved cannot be folded: /) as unknown as string]],
  ])('says where there is %s', async (_what, change, faults) => {
    const { place } = tamper((database, row) => change(row)(database));
    const lines = await verified();
    expect(lines.slice(0, -1)).toHaveLength(faults.length);
    for (const [index, line] of lines.slice(0, -1).entries()) {
      expect(line.startsWith(place)).toBe(true);
      expect(line.slice(place.length)).toEqual(faults[index]);
    }
    expect(lines.at(-1)).toBe(lastLine(faults.length));
  });

  it('says where an event was taken out, and which one comes in its place', async () => {
    const { row } = tamper((database, { position }) => { database.prepare('DELETE FROM events WHERE position = ?').run(position); });
    const [gap, order, count] = await verified();
    expect(gap).toBe(`events.sqlite: position ${positionOf(row.position)} is missing`);
    expect(order).toMatch(new RegExp(`^\\d{16} ${row.name} revision 2: revision 1 must stand here$`));
    expect(count).toMatch(new RegExp(`^events: ${counted().events - 1}, .* faults: 2$`));
  });

  it('misses the last event of a stream, though nothing comes after it', async () => {
    tamper((database) => { database.exec('DELETE FROM events WHERE position = 2'); });
    expect(await verified()).toContainEqual('events.sqlite: position 0000000000000002 is missing');
  });

  it('says where two events have changed places', async () => {
    const { place } = tamper((database, { position, stream }) => {
      const after = database.prepare('SELECT position FROM events WHERE stream = ? AND revision = 2').pluck().get(stream) as number;
      database.prepare('UPDATE events SET position = 0 WHERE position = ?').run(position);
      database.prepare('UPDATE events SET position = ? WHERE position = ?').run(position, after);
      database.prepare('UPDATE events SET position = ? WHERE position = 0').run(after);
    });
    const lines = await verified();
    expect(lines[0]).toBe(place.replace('revision 1: ', 'revision 2: revision 1 must stand here'));
  });

  it('shows an event whose stream has lost its name, and an event in a stream of nobody', async () => {
    tamper((database, { stream }) => {
      database.prepare('DELETE FROM streams WHERE id = ?').run(stream);
      const { header, payload } = eventAt('contract-x', 0);
      database.prepare("INSERT INTO streams VALUES (99, 'contract-x')").run();
      database.prepare('INSERT INTO events (stream, revision, header, payload) VALUES (99, 0, ?, ?)').run(header, payload);
    });
    const lines = await verified();
    expect(lines).toContainEqual(expect.stringMatching(/^\d{16} {2}revision 1: the header says sheet-mihon-\S+ revision 1$/));
    expect(lines).toContainEqual(`${positionOf(counted().events + 1)} contract-x revision 0: NoteTaken cannot be folded: contract-x: no room decides such streams`);
  });

  it('says which file is damaged, and goes on', async () => {
    const descriptor = openSync(shell.inData('private.sqlite'), 'r+');
    writeSync(descriptor, Buffer.alloc(1_500, 0xab), 0, 1_500, 4_096 * 2);
    closeSync(descriptor);
    rmSync(shell.inData('digest.key'));
    const lines = await verified();
    expect(lines[0]).toMatch(/^private\.sqlite: \S/);
    expect(lines).toContainEqual('digest.key: there is no such file');
    expect(lines.at(-1)).toMatch(new RegExp(`^events: ${counted().events}, .* faults: [2-9]`));
  });

  it('says that the key of the digests is none', async () => {
    writeFileSync(shell.inData('digest.key'), 'zz');
    expect(await verified()).toContainEqual('digest.key: it holds no key');
  });

  it('says that the log itself is damaged', async () => {
    const database = new Database(shell.inData('events.sqlite'));
    const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").pluck().get() as number;
    const pageSize = database.pragma('page_size', { simple: true }) as number;
    database.close();
    const descriptor = openSync(shell.inData('events.sqlite'), 'r+');
    writeSync(descriptor, Buffer.alloc(pageSize, 0xab), 0, pageSize, pageSize * (root - 1));
    closeSync(descriptor);
    const lines = await verified();
    expect(lines[0]).toMatch(/^events\.sqlite: /);
    expect(lines.at(-2)).toMatch(/malformed/);
    expect(lines.at(-1)).toMatch(/^events: 0, .* faults: [2-9]/);
  });

  it('has no data directory to look at', async () => {
    const nowhere = shell.settingsWith({ MEGURI_DATA_DIR: shell.path('nowhere') });
    expect(await refusalOf((output) => verify(nowhere, output))).toBe(`meguri: there is no data directory ${shell.path('nowhere')}`);
  });

  it('looks through a log in KurrentDB', async () => {
    const double = await KurrentDouble.start();
    const settings = shell.settingsWith({ MEGURI_DATA_DIR: shell.path('beside KurrentDB'), KURRENTDB_URL: double.connectionString });
    await linesOf((output) => found(settings, { file: shell.file('founding.json', sakura) }, output));
    expect(await verified(settings)).toEqual([expect.stringMatching(/^events: 1, streams: 1, last position: \d{20}, faults: 0$/)]);
    double.kill();
  });
});
