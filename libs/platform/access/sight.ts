import type { EventHeader, StoredEvent } from '../../event-store/event-store.ts';
import { decode, type Decider, type DomainEvent } from '../../kernel/decider.ts';
import type { FactReader } from '../commands/verb.ts';
import type { AccessTable, BelongsTo } from './access-table.ts';
import type { Asker } from './asker.ts';

/** What is left of an event for somebody; undefined where nothing is. */
export type Eye<Event extends DomainEvent = DomainEvent> = (event: Event, header: EventHeader) => Event | undefined;

/** A room's word on what is seen inside the events of one kind of stream, beyond what the table says of their types. */
export interface Seeing<State = unknown, Event extends DomainEvent = DomainEvent> {
  readonly decider: Decider<State, Event>;
  /** With today's rights: the state is the one of now. */
  eyeOf(asker: Asker, state: State, states: FactReader): Promise<Eye<Event>>;
}

/** Gives a room's word to the house, which handles all of them alike. */
export function seeingOf<State, Event extends DomainEvent>(seeing: Seeing<State, Event>): Seeing {
  return seeing as unknown as Seeing;
}

/** An event as it is told to somebody, with how it came into the log. */
export interface ToldEvent<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly header: EventHeader;
}

/** The one function by which events are seen, on whatever way they come out: reads, histories, changes. */
export class Sight {
  readonly #seeings: ReadonlyMap<string, Seeing>;

  constructor(private readonly parts: { readonly access: AccessTable; readonly states: FactReader; readonly seeings: readonly Seeing[] }) {
    this.#seeings = new Map(parts.seeings.map((seeing) => [seeing.decider.category, seeing]));
  }

  /** How an asker sees the events of a stream that belongs there. */
  async of<State, Event extends DomainEvent>(
    asker: Asker, decider: Decider<State, Event>, stream: string, thing: BelongsTo,
  ): Promise<(stored: StoredEvent) => ToldEvent<Event> | undefined> {
    const { access, states } = this.parts;
    const seeing = this.#seeings.get(decider.category);
    const eye = seeing === undefined ? undefined : await seeing.eyeOf(asker, (await states.fold(decider, stream)).state, states);
    return ({ header, payload }) => {
      if (!access.sees(header.type, asker, thing)) return undefined;
      const event = decode(decider.catalogue, header, payload);
      const seen = eye === undefined ? event : eye(event, header);
      return seen === undefined ? undefined : { header, event: seen as Event };
    };
  }
}
