import { describe, expect, it } from '@jest/globals';
import { appended, eventAt, eventsAfter } from '../../event-store/contract/given-events.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import type { Decider, DomainEvent } from '../../kernel/decider.ts';
import { BrokenLog } from '../commands/folded-states.ts';
import { pagesOf } from './log-pages.ts';
import { Replay, replayLog } from './replay.ts';

interface NoteTaken extends DomainEvent {
  readonly type: 'NoteTaken';
  readonly note: string;
}

const folded = new Map<string, number>();
const notes: Decider<number, NoteTaken> = {
  category: 'contract',
  initial: 0,
  catalogue: { NoteTaken: { version: 1 } },
  evolve(count, _event, { command }) {
    folded.set(command, count + 1);
    return count + 1;
  },
};
const deciders = [notes];

async function logOf(streams: readonly string[], eventsEach: number): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (let revision = 0; revision < eventsEach; revision += 1) {
    for (const stream of streams) await appended(store, stream, revision - 1, eventsAfter(stream, revision - 1, 1));
  }
  return store;
}

describe('a replay', () => {
  it('folds every stream on its own, over more than one page', async () => {
    const store = await logOf(['contract-a', 'contract-b', 'contract-c'], 700);
    folded.clear();
    expect(await replayLog(store, deciders)).toEqual({ events: 2_100, streams: 3 });
    const counts = [...folded.values()];
    expect(counts.filter((count) => count === 1)).toHaveLength(3);
    expect(Math.max(...counts)).toBe(700);
    await store.close();
  });

  it('stops where an event does not follow the one before, and its stream stays where it was', () => {
    const replay = new Replay(deciders);
    const stored = (revision: number, stream = 'contract-a') => {
      const { header, payload } = eventAt(stream, revision);
      return { position: String(revision), header: JSON.parse(header), payload: JSON.parse(payload) };
    };
    replay.take(stored(0));
    expect(() => replay.take(stored(2))).toThrow(new BrokenLog('contract-a: revision 2 where 1 must stand'));
    expect(() => replay.take(stored(0))).toThrow(BrokenLog);
    replay.take(stored(1));
    expect(() => replay.take(stored(0, 'elsewhere-a'))).toThrow('no room decides such streams');
    expect(() => replay.take(stored(0, 'contracts-a'))).toThrow('no room decides such streams');
    expect(replay.streamCount).toBe(1);
  });

  it('reads a log page by page, from wherever it is asked to begin', async () => {
    const store = await logOf(['contract-a'], 5);
    const all = await store.readLog({ limit: 5 });
    const pages = [];
    for await (const page of pagesOf((query) => store.readLog({ ...query, limit: 2 }), all[0]?.position)) pages.push(page);
    expect(pages).toEqual([all.slice(1, 3), all.slice(3, 5)]);
    await store.close();
  });
});
