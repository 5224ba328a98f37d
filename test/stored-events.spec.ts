import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { rooms } from '../apps/api/rooms.ts';
import { canonicalJson } from '../libs/event-store/canonical-json.ts';
import { newDirectory } from '../libs/event-store/contract/given-directory.ts';
import type { StoredEvent } from '../libs/event-store/event-store.ts';
import { payloadDigest } from '../libs/event-store/event-text.ts';
import { SqliteEventStore } from '../libs/event-store/sqlite/sqlite-event-store.ts';
import { decode } from '../libs/kernel/decider.ts';
import { Installation } from '../libs/platform/installation.ts';
import { liveGoldenYear } from './golden-year.ts';

type Golden = Pick<StoredEvent, 'header' | 'payload'>;

/** The golden files of a room, by name, as they lie beside its events. */
function goldenOf(room: string): ReadonlyMap<string, Golden> {
  const folder = `libs/${room}/domain/stored-events`;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Golden]));
}

function nameOf(type: string, version: number): string {
  return `${type}.v${version}.json`;
}

const directory = newDirectory();
let installation: Installation;
let written: readonly StoredEvent[];

beforeAll(async () => {
  let now = '';
  installation = new Installation({
    rooms,
    store: SqliteEventStore.open(directory.file('events.sqlite')),
    privateStorePath: directory.file('private.sqlite'),
    modelDirectory: directory.file('read-models'),
    attachmentDirectory: directory.file('attachments'),
    editionDirectory: directory.file('editions'),
    digestKey: 'golden',
    clock: { now: () => now },
    clocks: { now: () => now },
    log: pino({ level: 'silent' }),
  });
  written = await liveGoldenYear(installation, (instant) => { now = instant; });
});
afterAll(async () => {
  await installation.stop();
  directory.remove();
});

describe.each(rooms.map((room) => [room.name, room] as const))('the golden events of %s', (name, { deciders }) => {
  const golden = goldenOf(name);
  const types = deciders.flatMap(({ catalogue }) => Object.entries(catalogue).map(([type, { version }]) => ({ type, version })));

  it('are one for every type and every version that there ever was, and no others', () => {
    const everyVersion = types.flatMap(({ type, version }) => Array.from({ length: version }, (_, index) => nameOf(type, index + 1)));
    expect([...golden.keys()].sort()).toEqual(everyVersion.sort());
  });

  it('lie under their own names and are as they were when they were written', () => {
    for (const [file, { header, payload }] of golden) {
      expect(file).toBe(nameOf(header.type, header.version));
      expect([file, payloadDigest(canonicalJson(payload))]).toEqual([file, header.payloadSha256]);
    }
  });

  it.each(deciders.map((decider) => [decider.category, decider] as const))('are decoded and folded where they stand in the year: %s', (_category, decider) => {
    const placeOf = ({ header }: Golden): string => `${header.stream}@${header.revision}`;
    const ofCategory = [...golden.values()].filter(({ header }) => header.type in decider.catalogue);
    const streams = Map.groupBy(written.filter(({ header }) => header.stream.startsWith(`${decider.category}-`)), ({ header }) => header.stream);
    for (const one of ofCategory) {
      const story = streams.get(one.header.stream) ?? [];
      expect(story.map(placeOf)).toContain(placeOf(one));
      const state = story.map((event) => (placeOf(event) === placeOf(one) ? one : event))
        .reduce((folded: unknown, { header, payload }) => decider.evolve(folded, decode(decider.catalogue, header, { ...payload }), header), decider.initial);
      expect(state).not.toEqual(decider.initial);
    }
  });
});

describe('what is written today', () => {
  const today = rooms.flatMap((room) => room.deciders.flatMap(({ catalogue }) =>
    Object.entries(catalogue).map(([type, { version }]) => [type, room.name, version] as const)));

  // `WRITE_GOLDEN=1`, once for a new type or version: what lies there already is never written again.
  if (process.env['WRITE_GOLDEN'] === '1') {
    it.each(today)('of %s is written down where it was not yet', (type, room, version) => {
      const file = `libs/${room}/domain/stored-events/${nameOf(type, version)}`;
      // The last of its type: the later ones have more in them.
      const event = written.findLast(({ header }) => header.type === type && header.version === version);
      if (event === undefined) throw new Error(`nobody does anything in the golden year by which ${type} is written`);
      const { header, payload } = event;
      if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ header, payload }, null, 2)}\n`, { flag: 'wx' });
    });
  }

  it.each(today)('of %s is what was written when its version was new', (type, room, version) => {
    const golden = goldenOf(room).get(nameOf(type, version));
    const event = written.find(({ header }) => header.stream === golden?.header.stream && header.revision === golden.header.revision);
    // Whoever changes what an event holds gives it a new version, and a golden file: this is its text.
    expect(event && { header: comparable(event.header), payload: comparable(event.payload) })
      .toEqual(golden && { header: comparable(golden.header), payload: comparable(golden.payload) });
    expect(golden).toBeDefined();
  });
});

/** All but what is random or made of it, and what tells how the command was asked: that may change, the event may not. */
function comparable(part: object): object {
  return { ...part, $salt: undefined, payloadSha256: undefined, commandDigest: undefined, id: undefined };
}
