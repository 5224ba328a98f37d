import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../event-store/canonical-json.ts';
import { StoreUnavailable, type LogReader, type StoredText } from '../../event-store/event-store.ts';
import { payloadDigest } from '../../event-store/event-text.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { asking, givenRunner, receiptOf } from '../testing/given-runner.ts';
import { bookDecider, bookStream, TakeNote } from '../testing/notes.ts';
import { verifyLog } from './verify-log.ts';

const store = new MemoryEventStore();
let sound: readonly StoredText[];
beforeAll(async () => {
  const { runner } = givenRunner(store);
  for (const book of ['one', 'two']) {
    for (const text of ['first', 'second', 'third']) receiptOf(await runner.run(asking(TakeNote, bookStream(book), { text })));
  }
  sound = await store.readLogText({ limit: 100 });
});

/** What is found wrong with a log of these texts, each without its place in the log. */
async function faultsOf(texts: readonly StoredText[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const log: LogReader = {
    readLog: () => { throw new Error('a verification parses nothing that it has not looked at'); },
    readLogText: async ({ after }) => texts.filter(({ position }) => after === undefined || position > after),
    lastPosition: async () => texts.at(-1)?.position,
    close: async () => {},
  };
  const { faults: count } = await verifyLog(log, [bookDecider], (fault) => { faults.push(fault.replace(/^\S+ /, '')); });
  expect(faults).toHaveLength(count);
  return faults;
}

/** The log with its second event written another way. */
const with2nd = (change: (text: StoredText) => Partial<StoredText>) =>
  sound.map((text, index) => (index === 1 ? { ...text, ...change(text) } : text));

/** As somebody would who knows how events are written. */
const forged = (payload: string, members: Readonly<Record<string, unknown>> = {}) => with2nd(({ header }) =>
  ({ payload, header: canonicalJson({ ...JSON.parse(header), payloadSha256: payloadDigest(payload), ...members }) }));

const second = 'book-mihon-one revision 1: ';

describe('a verification', () => {
  it('finds nothing wrong with a sound log', async () => {
    expect(await faultsOf(sound)).toEqual([]);
    expect(await faultsOf([])).toEqual([]);
  });

  it('knows by its digest a payload that is not the one that was recorded', async () => {
    expect(await faultsOf(with2nd(({ payload }) => ({ payload: payload.replace('second', 'zecond') }))))
      .toEqual([`${second}the payload is not the one that was recorded: its SHA-256 is not the one in the header`]);
  });

  it('misses an event that was taken out, in its stream only', async () => {
    expect(await faultsOf(sound.filter((_, index) => index !== 1))).toEqual(['book-mihon-one revision 2: revision 1 must stand here']);
  });

  it('says what no room of today can decode', async () => {
    const payload = sound[1]?.payload ?? '';
    expect(await faultsOf(forged(payload, { version: 9 }))).toEqual([expect.stringMatching(`^${second}NoteTaken cannot be folded: `)]);
    expect(await faultsOf(forged(payload, { type: 'NoteBurnt' }))).toEqual([expect.stringMatching(`^${second}NoteBurnt cannot be folded: `)]);
  });

  it('believes neither what a header says of itself nor how it is written', async () => {
    const payload = sound[1]?.payload ?? '';
    expect(await faultsOf(forged(payload, { municipality: 'kaede' }))).toEqual([`${second}the header says that it is of kaede`]);
    expect(await faultsOf(with2nd(({ header }) => ({ header: header.replace(':', ': ') })))).toEqual([`${second}the header is not canonical`]);
    expect(await faultsOf(forged('{"text":"x"}'))).toEqual([`${second}the payload does not begin with its salt`]);
  });

  it('says how far it came where it cannot read on', async () => {
    const broken: LogReader = {
      readLog: async () => [],
      async readLogText({ after }) {
        if (after !== undefined) throw new StoreUnavailable('the disk is gone');
        return sound.slice(0, 2);
      },
      lastPosition: async () => sound.at(-1)?.position,
      close: async () => {},
    };
    const faults: string[] = [];
    expect(await verifyLog(broken, [bookDecider], (fault) => { faults.push(fault); })).toMatchObject({ events: 2, streams: 1, faults: 1 });
    expect(faults).toEqual([`after position ${sound[1]?.position}: the disk is gone`]);
  });
});
