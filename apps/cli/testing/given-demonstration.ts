import { pino } from 'pino';
import { newDirectory } from '../../../libs/event-store/contract/given-directory.ts';
import type { EventStore, StoredEvent } from '../../../libs/event-store/event-store.ts';
import { MemoryEventStore } from '../../../libs/event-store/memory/memory-event-store.ts';
import { sheetDecider, type OpenedSheet } from '../../../libs/evaluation/domain/sheet.ts';
import { MovableClocks } from '../../../libs/municipality/movable-clocks.ts';
import { Installation } from '../../../libs/platform/installation.ts';
import { rooms } from '../../api/rooms.ts';
import { found } from '../demonstration/demonstration.ts';

/** A thousand events by real commands, on a machine that may have other work. */
export const foundingMs = 30_000;

/** The product's own engines, at a time that a spec chooses. */
export function installationIn(directory: ReturnType<typeof newDirectory>, now: string, store: EventStore = new MemoryEventStore()): Installation {
  const clock = { now: () => now };
  return new Installation({
    rooms, store, clock, clocks: new MovableClocks(clock),
    privateStorePath: directory.file('private.sqlite'),
    modelDirectory: directory.file('read-models'),
    attachmentDirectory: directory.file('attachments'),
    editionDirectory: directory.file('editions'),
    digestKey: 'of a spec',
    log: pino({ level: 'silent' }),
  });
}

export async function whole<Answer>(installation: Installation, look: (installation: Installation) => Promise<Answer>): Promise<Answer> {
  try {
    await found(installation);
    return await look(installation);
  } finally {
    await installation.stop();
  }
}

export async function logOf(store: EventStore): Promise<readonly StoredEvent[]> {
  return store.readLog({ limit: 10_000 });
}

export async function sheetsOf({ store, states }: Installation): Promise<readonly OpenedSheet[]> {
  const streams = (await logOf(store)).filter(({ header }) => header.type === 'SheetOpened').map(({ header }) => header.stream);
  const folded = await Promise.all(streams.map((stream) => states.fold(sheetDecider, stream)));
  return folded.map(({ state }) => state as OpenedSheet);
}
