import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { Chance } from './chance.ts';
import { CrashImage, type LoggedEvent } from './crash-image.ts';
import { foundOffice } from './founded-office.ts';
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
    const office = await foundOffice(directory, { sections: 4, staffOfSection: 3, measuresOfSection: 5 });
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
    expect(clients.some(({ acknowledged }) => acknowledged.some(({ deed }) => deed.body.file !== undefined))).toBe(true);
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
    for (const { payload } of events.filter(({ header }) => header.type === 'FileAttached')) image.checkAttachment(payload);
    const commands = events.filter(({ header }) => /^(FieldsSaved|FileAttached|FirstEvaluation)/.test(header.type)).map(({ header }) => header.command);
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
  const { reason, file, fields = {} } = deed.body;
  if (reason !== undefined) expect(event.payload['reason']).toBe(reason);
  if (file !== undefined) expect(event.payload['digest']).toBe(hash('sha256', file));
  for (const [field, text] of Object.entries(fields)) {
    expect(event.payload['fields']).toEqual({ [field]: { kind: 'text', text } });
  }
}
