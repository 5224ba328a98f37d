import { randomUUID } from 'node:crypto';
import { writeEvent } from '../event-text.ts';
import type { AppendResult, EventPayload, EventStore, EventText, Position, StoredEvent } from '../event-store.ts';

/** A name that no other case has used, so that cases may share one log. */
export function newStream(): string {
  return `contract-${randomUUID()}`;
}

/** An event that is complete and true to its place. */
export function eventAt(stream: string, revision: number, members: EventPayload = { note: '記' }, id: string = randomUUID()): EventText {
  return writeEvent({
    actor: 'person-1',
    command: randomUUID(),
    commandDigest: '0'.repeat(64),
    correlation: randomUUID(),
    id,
    municipality: 'mihon',
    recordedAt: '2026-04-01T00:00:00.000Z',
    revision,
    stream,
    type: 'NoteTaken',
    version: 1,
  }, members);
}

export function eventsAfter(stream: string, revision: number, count: number): EventText[] {
  return Array.from({ length: count }, (_, index) => eventAt(stream, revision + 1 + index));
}

export type Appended = Extract<AppendResult, { outcome: 'appended' }>;

/** Appends what must succeed. */
export async function appended(
  store: EventStore, stream: string, expectedRevision: number, events: readonly EventText[],
): Promise<Appended> {
  const result = await store.append(stream, expectedRevision, events);
  if (result.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(result)}`);
  return result;
}

/** A stream of so many events, appended one by one. */
export async function filledStream(store: EventStore, count: number): Promise<{ stream: string; events: EventText[] }> {
  const stream = newStream();
  const events = eventsAfter(stream, -1, count);
  for (const [index, event] of events.entries()) await appended(store, stream, index - 1, [event]);
  return { stream, events };
}

export function idsOf(events: ReadonlyArray<EventText | StoredEvent>): string[] {
  return events.map((event) => ('id' in event ? event.id : event.header.id));
}

export function positionsOf(events: ReadonlyArray<{ readonly position: Position }>): Position[] {
  return events.map(({ position }) => position);
}

/** An engine may hold events of earlier cases: what a case reads of the whole log begins here. */
export async function afterNow(store: EventStore): Promise<{ after?: Position }> {
  const after = await store.lastPosition();
  return after === undefined ? {} : { after };
}

/** Reads on page by page until the log has no more. */
export async function readAllAfter(store: EventStore, start: { after?: Position }, limit = 100): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (let from = start; ;) {
    const page = await store.readLog({ ...from, limit });
    const last = page.at(-1);
    if (last === undefined) return all;
    // A page that does not go on would be read for ever.
    if (from.after !== undefined && last.position <= from.after) throw new Error(`nothing new after ${from.after}`);
    all.push(...page);
    from = { after: last.position };
  }
}

/** Waits for what happens later, and says what it waited for when it does not. */
export async function eventually(what: string, isTrue: () => boolean, withinMilliseconds = 4_000): Promise<void> {
  const end = Date.now() + withinMilliseconds;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 2); });
  }
}

/** Long enough for an engine to deliver something that it must not deliver. */
export async function aWhile(): Promise<void> {
  await new Promise((resolve) => { setTimeout(resolve, 30); });
}

/** Ends a wait by hand. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { opened, open: () => open() };
}
