import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { Chance } from './chance.ts';
import { CrashImage, type LoggedEvent } from './crash-image.ts';
import { foundOffice, municipality, year, yearOf, type FoundedOffice } from './founded-office.ts';
import { HttpAsking } from './http-asking.ts';
import { LogWatch } from './log-watch.ts';
import { ServerProcess } from './server-process.ts';
import { WritingClient, type Acknowledged } from './writing-client.ts';

const kills = 20;
/** A start takes about this long, and a kill in the middle of one must do no harm either. */
const startMs = 1_500;

let place: ReturnType<typeof newDirectory>;
let directory: string;
let server: ServerProcess | undefined;

function started(): ServerProcess {
  server = new ServerProcess(directory);
  return server;
}

beforeEach(() => {
  place = newDirectory();
  directory = place.file('data');
});
afterEach(async () => {
  await server?.kill();
  place.remove();
});

describe(`${kills} kills with SIGKILL under 16 writing clients`, () => {
  const chance = Chance.ofThisRun('kills under writers');

  it('lose nothing that was acknowledged, leave nothing half written, and read models equal a rebuild', async () => {
    const office = await foundOffice(directory, { sections: 4, staffOfSection: 3, measuresOfSection: 5, opensYear: true });
    const clients = office.members.filter(({ role }) => role === 'staff' || role === 'approver')
      .map((member) => new WritingClient(member, office.sheets[member.section] ?? [], chance.another()));
    expect(clients).toHaveLength(16);
    for (let kill = 0; kill < kills; kill += 1) {
      const running = started();
      if (kill % 5 === 4) {
        await setTimeout(chance.below(startMs));
        await running.kill();
      } else {
        const url = await running.ready();
        const working = Promise.all(clients.map((client) => client.work(url)));
        await setTimeout(50 + chance.below(1_200));
        await running.kill();
        await working;
      }
      await checkImage(clients);
    }
    await settle(clients);
    const commands = await checkImage(clients);
    // Asked again until there was an answer, so what nobody was told of is not there either.
    expect(commands).toEqual(clients.flatMap(({ acknowledged }) => acknowledged.map(({ command }) => command)).toSorted());
    const count = clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    process.stderr.write(`${kills} kills, ${count} acknowledged events\n`);
    expect(count).toBeGreaterThan(kills * 10);
  });
});

/** A last server, on which everybody gets his last answer and every read model reaches the end. */
async function settle(clients: readonly WritingClient[]): Promise<void> {
  const last = started();
  const url = await last.ready();
  const working = Promise.all(clients.map((client) => client.work(url)));
  for (const client of clients) client.stop();
  await working;
  await setTimeout(500);
  await last.kill();
}

/** The commands in the log that are the clients', in order of their ids. */
async function checkImage(clients: readonly WritingClient[]): Promise<readonly string[]> {
  const image = new CrashImage(directory);
  try {
    const events = image.events();
    const byPlace = new Map(events.map((event) => [`${event.header.stream} ${event.header.revision}`, event]));
    for (const acknowledged of clients.flatMap((client) => client.acknowledged)) checkAcknowledged(byPlace, acknowledged);
    const commands = events.filter(({ header }) => /^(FieldsSaved|FirstEvaluation)/.test(header.type)).map(({ header }) => header.command);
    expect(new Set(commands).size).toBe(commands.length);
    const refused = new Set(clients.flatMap((client) => client.refused));
    expect(commands.filter((command) => refused.has(command))).toEqual([]);
    for (const { rows, rebuilt } of await image.models()) expect(rows).toEqual(rebuilt);
    return commands.toSorted();
  } finally {
    image.remove();
  }
}

function checkAcknowledged(byPlace: ReadonlyMap<string, LoggedEvent>, { stream, revision, command, deed }: Acknowledged): void {
  const event = byPlace.get(`${stream} ${revision}`);
  if (event === undefined) throw new Error(`${stream} has lost revision ${revision}, which was acknowledged`);
  expect(event.header.command).toBe(command);
  const body = deed.body as { fields?: Record<string, string>; reason?: string };
  if (body.reason !== undefined) expect(event.payload['reason']).toBe(body.reason);
  for (const [field, text] of Object.entries(body.fields ?? {})) {
    expect(event.payload['fields']).toEqual({ [field]: { kind: 'text', text } });
  }
}

describe('the list that opens the sheets of a year', () => {
  const chance = Chance.ofThisRun('kills while sheets are opened');
  const sheets = 300;
  const interruptions = 5;
  const years = [year, year + 1];

  it(`opens each of ${sheets} sheets once, killed at ${interruptions} places, in each of ${years.length} years`, async () => {
    const office = await foundOffice(directory, { sections: 3, staffOfSection: 1, measuresOfSection: sheets / 3, opensYear: false });
    const watch = new LogWatch(directory);
    const foundAt: number[] = [];
    for (const [index, one] of years.entries()) {
      await askForYear(await started().ready(), office, one);
      const opened = index * sheets;
      // Sorted, so that each kill finds the work further on than the one before.
      const places = Array.from({ length: interruptions }, () => opened + chance.below(sheets)).toSorted((a, b) => a - b);
      for (const killAt of places) {
        await watch.until('SheetOpened', killAt);
        await setTimeout(chance.below(12));
        await server?.kill();
        foundAt.push(watch.count('SheetOpened') - opened);
        started();
      }
      await watch.until('SheetOpened', opened + sheets);
      await server?.ready();
      await server?.kill();
    }
    watch.close();
    process.stderr.write(`killed when so many of ${sheets} were open: ${foundAt.join(', ')}\n`);
    expect(foundAt.some((count) => count > 0 && count < sheets)).toBe(true);
    await eachOnce(sheets * years.length);
    await nothingLeftToOpen();
  });
});

async function eachOnce(count: number): Promise<void> {
  const image = new CrashImage(directory);
  const events = image.events();
  const streams = events.filter(({ header }) => header.stream.startsWith('sheet-')).map(({ header }) => header.stream);
  expect(streams).toHaveLength(count);
  expect(new Set(streams).size).toBe(count);
  expect(events.filter(({ header }) => header.type === 'SheetOpeningRefused')).toEqual([]);
  image.remove();
}

async function askForYear(url: string, { members, nodes }: FoundedOffice, which: number): Promise<void> {
  const http = new HttpAsking(url, 1);
  const token = members.find(({ role }) => role === 'secretariat')?.token;
  const { status, text } = await http.ask({
    method: 'POST', path: `/api/${municipality}/cycles`, body: JSON.stringify(yearOf(nodes, which)),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  http.close();
  if (status !== 201) throw new Error(text);
}

/** The list itself, once a server has had the time to bring it up to the end. */
async function nothingLeftToOpen(): Promise<void> {
  const last = started();
  await last.ready();
  await setTimeout(300);
  await last.stop();
  const image = new CrashImage(directory);
  const list = (await image.models()).find(({ model }) => model === 'sheets-to-open');
  expect(list?.rows).toEqual([]);
  expect(list?.rebuilt).toEqual([]);
  image.remove();
}
