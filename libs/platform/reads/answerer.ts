import type { EventStore, Position } from '../../event-store/event-store.ts';
import { reject, type Rejected } from '../../kernel/decision.ts';
import type { AccessTable } from '../access/access-table.ts';
import type { PersonNames } from '../access/asker.ts';
import type { Sight } from '../access/sight.ts';
import type { ClockOf } from '../clock-of.ts';
import type { FoldedStates } from '../commands/folded-states.ts';
import type { LowerRooms } from '../commands/lower-rooms.ts';
import type { AnyQuery, Answering } from './question.ts';
import type { ModelReader, ReadModel } from './read-model.ts';
import type { ReadModelHost } from './read-model-host.ts';

const waitAtMostMs = 2_000;

/** The one way by which anything is read. */
export class Answerer {
  constructor(private readonly parts: {
    readonly store: EventStore;
    readonly states: FoldedStates;
    readonly access: AccessTable;
    readonly sight: Sight;
    readonly host: ReadModelHost;
    readonly names: PersonNames;
    readonly lowerRooms: LowerRooms;
    readonly clocks: ClockOf;
  }) {}

  async answer(query: AnyQuery): Promise<unknown> {
    const { question, asked, notBefore } = query;
    if (question.model === undefined) return question.answer(asked, this.#answering(query), noModel);
    const late = notBefore === undefined ? undefined : await this.#waitFor(question.model, notBefore);
    return late ?? question.answer(asked, this.#answering(query), this.parts.host.reader(question.model));
  }

  /** Until the model knows the position, or why it does not. */
  async #waitFor(model: ReadModel, position: Position): Promise<Rejected | undefined> {
    const { host, store } = this.parts;
    if (host.knows(model, position)) return undefined;
    const end = await store.lastPosition();
    if (end === undefined || position > end) return reject('wrong-position');
    return await host.waitFor(model, position, waitAtMostMs) ? undefined : reject('not-yet-known');
  }

  #answering({ question, asker }: AnyQuery): Answering {
    const { store, states, access, names, sight, lowerRooms, clocks } = this.parts;
    const events: Answering['events'] = async (decider, stream, thing) => {
      const stored = await store.readStream(stream);
      const seen = await sight.of(asker, decider, stream, thing);
      return stored.map(seen).filter((told) => told !== undefined);
    };
    return {
      asker,
      states,
      may: (thing) => access.may(question.name, asker, thing),
      events,
      seen: async (decider, stream, thing) => {
        const told = await events(decider, stream, thing);
        // To whom the beginning is not told, nothing that rests on it is.
        if (told[0]?.header.revision !== 0) return decider.initial;
        return told.reduce((state, { event, header }) => decider.evolve(state, event, header), decider.initial);
      },
      nameOf: (person) => names.nameOf(asker.municipality, person),
      lowerRooms,
      now: () => clocks.now(asker.municipality),
    };
  }
}

/** A question without a model looks at streams only. */
const noModel: ModelReader = {
  all: () => { throw new Error('this question names no read model'); },
  one: () => { throw new Error('this question names no read model'); },
};
