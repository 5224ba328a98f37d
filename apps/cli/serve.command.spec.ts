import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { readHolder } from '../../libs/event-store/data-directory.ts';
import { openEngines } from '../api/engines.ts';
import { found } from './found.command.ts';
import { serveUntil } from './serve.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { addToken } from './token.command.ts';

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

const nothingToPrepare = async () => () => undefined;
const never = () => new AbortController().signal;
const serving = (settings = shell.settings) => () => serveUntil(never, settings, nothingToPrepare);
const endsWithinMs = 5_000;

describe('meguri serve', () => {
  it('ends in time while somebody watches for changes, and lets everything go', async () => {
    await linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));
    const [token] = await linesOf((output) => addToken(shell.settings, { municipality: 'sakura', person: clerk, label: 'x' }, output));
    const stopping = new AbortController();
    let served: (url: string) => void = () => undefined;
    const url = new Promise<string>((resolve) => { served = resolve; });
    const ended = serveUntil(() => stopping.signal, shell.settings, async () => served);
    const changes = await fetch(`${await url}/api/sakura/changes`, { headers: { authorization: `Bearer ${token}` } });
    expect(changes.headers.get('content-type')).toContain('text/event-stream');
    const cutOff = changes.text().then(() => 'ended', () => 'cut off');

    const askedAt = performance.now();
    stopping.abort();
    await ended;
    expect(performance.now() - askedAt).toBeLessThan(endsWithinMs);
    expect(await cutOff).toMatch(/ended|cut off/);
    expect(await readHolder(shell.data)).toBeUndefined();
    await shell.onEngines(async ({ installation }) => {
      expect(await installation.store.lastPosition()).toBe('0000000000000001');
    });
  });

  it('ends in time while read models are still being built', async () => {
    await linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));
    const stopping = new AbortController();
    const ended = serveUntil(() => stopping.signal, shell.settings, async ({ installation: { store } }) => {
      // A log that has always more.
      const readLog = store.readLog.bind(store);
      store.readLog = async ({ limit }) => readLog({ limit });
      return () => { setTimeout(() => stopping.abort(), 100); };
    });
    const askedAt = performance.now();
    await ended;
    expect(performance.now() - askedAt).toBeLessThan(endsWithinMs);
  });

  it.each(['PORT', 'METRICS_PORT'])('says in one line that %s is taken, and lets everything go', async (setting) => {
    const other = createServer();
    await new Promise<void>((listening) => { other.listen(0, '127.0.0.1', listening); });
    const { port } = other.address() as AddressInfo;
    expect(await refusalOf(serving(shell.settingsWith({ [setting]: String(port) }))))
      .toBe(`meguri: ${setting}: port ${port} of 127.0.0.1: somebody else listens there`);
    other.close();
    await shell.onEngines(async () => undefined);
  });

  it('says in one line that there is no such address to listen on', async () => {
    expect(await refusalOf(serving(shell.settingsWith({ HOST: '192.0.2.1' }))))
      .toMatch(/^meguri: PORT: port 0 of 192\.0\.2\.1: cannot be listened on \(EADDRNOTAVAIL\)$/);
  });

  it('says in one line who serves already, without the secret', async () => {
    const { url } = await shell.serving();
    const line = await refusalOf(serving());
    expect(line).toContain(`is held by process ${process.pid} at ${url} since `);
    expect(line).not.toContain((await readHolder(shell.data))?.operatorSecret);
  });

  it.each<[string, () => void, RegExp]>([
    ['is of a newer Meguri', () => writeFileSync(shell.inData('meguri.json'), '{"format":2}'), /written by a newer Meguri/],
    ['is not ours', () => writeFileSync(shell.inData('report.xlsx'), ''), /is not a data directory of Meguri: it holds report\.xlsx/],
    ['has a log of a newer Meguri', () => {
      const database = new Database(shell.inData('events.sqlite'));
      database.exec('PRAGMA application_id = 0x4d475249; PRAGMA user_version = 2');
      database.close();
      writeFileSync(shell.inData('meguri.json'), '{"format":1}');
    }, /events\.sqlite has format 2, written by a newer Meguri/],
    ['has people in a file of another program', () => {
      writeFileSync(shell.inData('meguri.json'), '{"format":1}');
      writeFileSync(shell.inData('private.sqlite'), 'x'.repeat(4096));
    }, /private\.sqlite cannot be opened: file is not a database/],
    ['has half a key', () => {
      writeFileSync(shell.inData('meguri.json'), '{"format":1}');
      writeFileSync(shell.inData('digest.key'), 'abc');
    }, /digest\.key is damaged: it holds no key/],
    ['lies on a full disk from the start', () => {
      mkdirSync(shell.data);
      symlinkSync('/dev/full', shell.inData('holder.json.new'));
    }, /cannot be used as data directory: .*ENOSPC: no space left on device/],
    ['lies on a disk that is full after the log', () => {
      writeFileSync(shell.inData('meguri.json'), '{"format":1}');
      symlinkSync('/dev/full', shell.inData('digest.key.new'));
    }, /digest\.key cannot be used: .*ENOSPC: no space left on device/],
  ])('says in one line that the data directory %s, and holds it no longer', async (_what, prepare, line) => {
    prepare();
    expect(await refusalOf(serving())).toMatch(line);
    expect(await readHolder(shell.data)).toBeUndefined();
  });

  it('says in one line that the disk is full when it wants to say where it serves', async () => {
    await shell.onEngines(async () => undefined);
    const engines = await openEngines(shell.settings);
    await engines.close();
    const full = serveUntil(never, shell.settings, async () => {
      symlinkSync('/dev/full', shell.inData('holder.json.new'));
      return () => undefined;
    });
    expect(await refusalOf(() => full)).toMatch(/cannot be used as data directory: .*ENOSPC: no space left on device/);
    expect(await readHolder(shell.data)).toBeUndefined();
  });
});
