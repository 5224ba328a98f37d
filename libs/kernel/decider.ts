import type { Instant } from './clock.ts';

/** What happened, in the past tense. Members are JSON values, written and read by name. */
export interface DomainEvent {
  readonly type: string;
}

/** What a fold may know about how an event came into the log. */
export interface Recorded {
  readonly actor: string;
  readonly appointment?: string;
  readonly command: string;
  readonly recordedAt: Instant;
  readonly revision: number;
}

/** One kind of stream: what it is called, how its state grows, and which events it has ever held. */
export interface Decider<State, Event extends DomainEvent> {
  /** The word before the first hyphen of a stream's name. */
  readonly category: string;
  /** The state of a stream that does not exist. A fold names what it keeps: a stored event carries its salt with it. */
  readonly initial: State;
  evolve(state: State, event: Event, recorded: Recorded): State;
  readonly catalogue: EventCatalogue<Event>;
}

/** Every event type of a stream with its current version. */
export type EventCatalogue<Event extends DomainEvent = DomainEvent> = {
  readonly [Type in Event['type']]: EventVersion;
};

/** An older version is lifted step by step: `upcasts[1]` makes version 2 out of version 1. */
export interface EventVersion {
  readonly version: number;
  readonly upcasts?: Readonly<Record<number, (members: Members) => Members>>;
}

export type Members = Readonly<Record<string, unknown>>;

/** The log holds an event that this program does not know: it is newer than the program, or not ours. */
export class UndecodableEvent extends Error {
  override readonly name = 'UndecodableEvent';
}

/** A stored event as its decider knows it today. Nothing in the log is changed by this. */
export function decode<Event extends DomainEvent>(
  catalogue: EventCatalogue<Event>,
  header: { readonly type: string; readonly version: number },
  payload: Members,
): Event {
  const known = (catalogue as EventCatalogue)[header.type];
  if (known === undefined) throw new UndecodableEvent(`unknown event type ${header.type}`);
  if (header.version === known.version) return withType<Event>(payload, header.type);
  if (header.version > known.version) {
    throw new UndecodableEvent(`${header.type} version ${header.version} is newer than this program (${known.version})`);
  }
  let members = payload;
  for (let version = header.version; version < known.version; version++) {
    const upcast = known.upcasts?.[version];
    if (upcast === undefined) throw new UndecodableEvent(`${header.type} version ${version} cannot be lifted`);
    members = upcast(members);
  }
  return withType<Event>(members, header.type);
}

/** The parsed payload is ours alone, so it becomes the event rather than being copied into one. */
function withType<Event extends DomainEvent>(members: Members, type: string): Event {
  (members as { type?: string }).type = type;
  return members as unknown as Event;
}
