import { join } from 'node:path';
import type { StoredText } from '../../libs/event-store/event-store.ts';
import { MemoryEventStore } from '../../libs/event-store/memory/memory-event-store.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { roundsToWarmUp, timed, type Contest, type Side } from './contest.ts';
import { textsAfter } from './event-texts.ts';
import { foundOffices, logIn, openInstallation, receiptOf, runEach, saveAt, sheetsOfAYear as sheets, shuffled } from './office.ts';
import { openRawLog } from './raw-log.ts';

const rounds = 15;
const eventsWhenCold = 30;
/** Where a sheet stands in the middle of its year: what writing costs depends on how much has been written. */
const eventsBefore = 50;
const clients = 64;
const commandsOfOne = 1_000;
const coldCommands = 300;
const commandsOfMany = 100 * clients;

/** The whole command path on a real file, against bare inserts of the same bytes at the same places. */
export const contest: Contest = {
  name: 'commands',
  module: import.meta.url,
  rounds,
  rows: [
    { id: 'command-1', goal: 0.9, ours: 'one client', limit: 'one insert' },
    { id: 'command-1-cold', goal: 0.35, ours: 'cold', limit: 'one insert' },
    { id: 'command-64', goal: 6, ours: 'many clients', limit: 'one insert' },
    { id: 'command-64-batched', goal: 1, ours: 'many clients', limit: 'many inserts' },
  ],
  sides: {
    'one client': oneClient,
    'one insert': (directory) => inserting(directory, commandsOfOne, 1),
    'cold': cold,
    'many clients': manyClients,
    'many inserts': (directory) => inserting(directory, commandsOfMany, clients),
  },
};

async function oneClient(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  const desks = await openDesks(installation);
  return {
    round: () => timed(commandsOfOne, async () => {
      for (let done = 0; done < commandsOfOne; done++) await desks.saveAnywhere();
    }),
    close: () => installation.stop(),
  };
}

async function manyClients(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  const desks = await openDesks(installation);
  return {
    round: () => timed(commandsOfMany, async () => {
      let left = commandsOfMany;
      await Promise.all(Array.from({ length: clients }, async () => {
        while (left-- > 0) await desks.saveAnywhere();
      }));
    }),
    close: () => installation.stop(),
  };
}

/** Each sheet has thirty events and is saved once, by a process that has not seen it before. */
async function cold(directory: string): Promise<Side> {
  const building = openInstallation(directory);
  const offices = await foundOffices(building);
  const streams: string[] = [];
  for (let year = 0; streams.length < coldCommands * (rounds + roundsToWarmUp); year++) {
    const opened = await offices.openYear(year);
    for (let revision = 0; revision < eventsWhenCold - 1; revision++) await saveEach(building, shuffled(opened), revision);
    streams.push(...shuffled(opened));
  }
  await building.stop();
  const installation = openInstallation(directory);
  return {
    round: () => timed(coldCommands, async () => {
      for (const stream of streams.splice(0, coldCommands)) await receiptOf(installation, saveAt(stream, eventsWhenCold - 1));
    }),
    close: () => installation.stop(),
  };
}

function saveEach(installation: Installation, streams: readonly string[], revision: number): Promise<void> {
  return runEach(installation, streams, (stream) => saveAt(stream, revision));
}

interface Desks {
  saveAnywhere(): Promise<void>;
}

/** Sheets that are saved at random, each by one client at a time, who knows at which revision it stands. */
async function openDesks(installation: Installation): Promise<Desks> {
  const streams = await (await foundOffices(installation)).openYear(0);
  for (let revision = 0; revision < eventsBefore - 1; revision++) await saveEach(installation, shuffled(streams), revision);
  const revisions = new Int32Array(sheets).fill(eventsBefore - 1);
  const busy = new Set<number>();
  return {
    async saveAnywhere() {
      let sheet = Math.floor(Math.random() * sheets);
      while (busy.has(sheet)) sheet = Math.floor(Math.random() * sheets);
      busy.add(sheet);
      const { revision } = await receiptOf(installation, saveAt(streams[sheet] as string, revisions[sheet] as number));
      revisions[sheet] = revision;
      busy.delete(sheet);
    },
  };
}

async function inserting(directory: string, operations: number, perTransaction: number): Promise<Side> {
  const texts = await textsOfCommands(join(directory, 'texts'));
  const database = openRawLog(logIn(directory));
  const insert = database.prepare<[number, number, string, string]>(
    'INSERT INTO events (stream, revision, header, payload) VALUES (?, ?, ?, ?)');
  const numbers = Array.from({ length: sheets }, (_, sheet) => sheet);
  const revisions = new Int32Array(sheets);
  let next = 0;
  const insertOne = (sheet: number): void => {
    const { header, payload } = texts[next++ % texts.length] as StoredText;
    insert.run(sheet, (revisions[sheet] as number)++, header, payload);
  };
  for (let revision = 0; revision < eventsBefore; revision++) database.transaction(() => shuffled(numbers).forEach(insertOne))();
  const insertAnywhere = (): void => insertOne(Math.floor(Math.random() * sheets));
  const insertTogether = database.transaction(() => {
    for (let done = 0; done < perTransaction; done++) insertAnywhere();
  });
  const work = perTransaction === 1 ? insertAnywhere : () => { insertTogether.immediate(); };
  return {
    round: () => timed(operations, () => {
      for (let done = 0; done < operations; done += perTransaction) work();
    }),
    close: () => { database.close(); },
  };
}

/** The bytes that our commands write. */
async function textsOfCommands(directory: string): Promise<readonly StoredText[]> {
  const installation = openInstallation(directory, new MemoryEventStore());
  const streams = await (await foundOffices(installation)).openYear(0);
  const before = await installation.store.lastPosition();
  for (let revision = 0; revision < 3; revision++) await saveEach(installation, shuffled(streams), revision);
  const texts = await textsAfter(installation, before, 3 * sheets);
  await installation.stop();
  return texts;
}
