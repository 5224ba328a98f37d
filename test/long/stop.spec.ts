import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { Chance } from './chance.ts';
import { CrashImage } from './crash-image.ts';
import { finishedCommand } from './finished-command.ts';
import { foundOffice, municipality, type FoundedOffice } from './founded-office.ts';
import { ServerProcess } from './server-process.ts';
import { WritingClient } from './writing-client.ts';

const endsWithinMs = 5_000;

let place: ReturnType<typeof newDirectory>;
let directory: string;
const servers: ServerProcess[] = [];

function started(command = 'serve'): ServerProcess {
  const server = new ServerProcess(directory, command);
  servers.push(server);
  return server;
}

beforeEach(() => {
  place = newDirectory();
  directory = place.file('data');
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  place.remove();
});

const smallOffice = { sections: 4, staffOfSection: 3, measuresOfSection: 5 };

describe('SIGTERM', () => {
  const chance = Chance.ofThisRun('stop under writers');

  it.each([1, 2, 3])(`ends within ${endsWithinMs} ms with streams open and 16 writers, and loses nothing (time %i)`, async () => {
    const office = await foundOffice(directory, smallOffice);
    const clients = office.members.filter(({ role }) => role === 'staff' || role === 'approver')
      .map((member) => new WritingClient(member, office.sheets[member.section] ?? [], chance.another()));
    const running = started();
    const url = await running.ready();
    const streams = [openStream(url, office), openStream(url, office)];
    const half = halfARequest(url);
    const working = Promise.all(clients.map((client) => client.work(url)));
    await setTimeout(400 + chance.below(600));
    const { code, afterMs } = await running.stop();
    await working;
    half.destroy();
    process.stderr.write(`ended after ${Math.round(afterMs)} ms\n`);
    expect({ code, output: lastError(running) }).toEqual({ code: 0, output: undefined });
    expect(afterMs).toBeLessThan(endsWithinMs);
    for (const heard of streams) expect((await heard).length).toBeGreaterThan(0);
    await expectEverythingAcknowledged(clients);
  });

  it('ends a server on which nobody is, and one that has only just begun', async () => {
    await foundOffice(directory, smallOffice);
    const idle = started();
    await idle.ready();
    const { code, afterMs } = await idle.stop();
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(endsWithinMs);
    const hasty = started();
    await setTimeout(chance.below(1_500));
    expect((await hasty.stop()).afterMs).toBeLessThan(endsWithinMs);
    await started().ready();
  });

  it('keeps what a demonstration has made', async () => {
    const first = started('demo');
    await first.ready();
    expect((await first.stop()).code).toBe(0);
    const before = eventIds();
    const second = started('demo');
    await second.ready();
    expect((await second.stop()).code).toBe(0);
    expect(before.length).toBeGreaterThan(10);
    expect(eventIds()).toEqual(before);
  });
});

/** Whatever came on a stream of changes until the server ended it. */
function openStream(url: string, { members }: FoundedOffice): Promise<string> {
  const token = members.find(({ role }) => role === 'secretariat')?.token;
  return new Promise((resolve, reject) => {
    request(`${url}/api/${municipality}/changes`, { headers: { authorization: `Bearer ${token}` } }, (response) => {
      let heard = '';
      response.setEncoding('utf8').on('data', (text: string) => { heard += text; }).on('close', () => resolve(heard)).on('error', () => resolve(heard));
    }).on('error', reject).end();
  });
}

/** Somebody whose line went dead in the middle of a body. */
function halfARequest(url: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  socket.write(`POST /api/${municipality}/scheme HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"levels":`);
  return socket;
}

function lastError(server: ServerProcess): string | undefined {
  return server.output().split('\n').findLast((line) => line !== '' && !/^\{"level":[1-4]0,/.test(line));
}

function eventIds(): readonly string[] {
  const image = new CrashImage(directory);
  const ids = image.events().map(({ header }) => header.id);
  image.remove();
  return ids;
}

async function expectEverythingAcknowledged(clients: readonly WritingClient[]): Promise<void> {
  const image = new CrashImage(directory);
  const commands = new Map(image.events().map(({ header }) => [`${header.stream} ${header.revision}`, header.command]));
  const acknowledged = clients.flatMap((client) => client.acknowledged);
  expect(acknowledged.length).toBeGreaterThan(10);
  for (const { stream, revision, command } of acknowledged) expect(commands.get(`${stream} ${revision}`)).toBe(command);
  for (const { rows, rebuilt } of await image.models()) expect(rows).toEqual(rebuilt);
  image.remove();
}

describe('what keeps a server from starting is told in one line', () => {
  /** The one line. */
  async function refusal(settings: Readonly<Record<string, string>>): Promise<string> {
    const { code, stdout, stderr } = await finishedCommand(['serve'], { MEGURI_DATA_DIR: directory, ...settings });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^meguri: [^\n]+\n$/);
    expect(code).toBe(1);
    return stderr;
  }

  it('a data directory that another process holds, and which process that is', async () => {
    const first = started();
    const url = await first.ready();
    const line = await refusal({});
    expect(line).toContain(`process ${first.pid} `);
    expect(line).toContain(url);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it.each([
    ['PORT', 'many'], ['PORT', '65536'], ['METRICS_PORT', '-1'], ['HOST', ''], ['MEGURI_DATA_DIR', ''],
    ['KURRENTDB_URL', 'http://127.0.0.1:2113'], ['MEGURI_LOG_LEVEL', 'loud'], ['MEGURI_DATA_DIRECTORY', '/tmp'],
  ])('a wrong setting: %s=%j', async (name, value) => {
    expect(await refusal({ [name]: value })).toMatch(new RegExp(`^meguri: ${name}: `));
  });

  it('an address that is taken', async () => {
    const other = createServer();
    await new Promise<void>((listening) => { other.listen(0, '127.0.0.1', listening); });
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toContain(String(port));
    other.close();
  });

  it('a data directory of a newer version', async () => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'meguri.json'), '{"format":99}');
    expect(await refusal({})).toContain('newer Meguri');
    expect(readFileSync(join(directory, 'meguri.json'), 'utf8')).toBe('{"format":99}');
  });

  it('a data directory that is not ours', async () => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'letter.txt'), '拝啓');
    expect(await refusal({})).toContain('letter.txt');
  });

  it('a data directory that is a file', async () => {
    writeFileSync(directory, '');
    expect(await refusal({})).toContain(directory);
  });

  it.each([
    ['of a newer format', (log: Database.Database) => { log.pragma('user_version = 99'); }],
    ['of another program', (log: Database.Database) => { log.pragma('application_id = 7'); }],
  ])('a log %s', async (_what, spoil) => {
    const first = started();
    await first.ready();
    await first.stop();
    const log = new Database(join(directory, 'events.sqlite'));
    spoil(log);
    log.close();
    expect(await refusal({})).toContain('events.sqlite');
  });

  it.each(['events.sqlite', 'private.sqlite'])('a file %s that is no database', async (name) => {
    const first = started();
    await first.ready();
    await first.stop();
    cpSync(import.meta.filename, join(directory, name));
    expect(await refusal({})).toContain(name);
  });
});
