import { Query } from '@nestjs/cqrs';
import type { Position } from '../../event-store/event-store.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { Rejected } from '../../kernel/decision.ts';
import type { Decider, DomainEvent } from '../../kernel/decider.ts';
import type { BelongsTo } from '../access/access-table.ts';
import type { Asker } from '../access/asker.ts';
import type { ToldEvent } from '../access/sight.ts';
import type { LowerRooms } from '../commands/lower-rooms.ts';
import { nameClass, type FactReader } from '../commands/verb.ts';
import type { ModelReader, ReadModel } from './read-model.ts';

/** What a question may look at while it is answered. */
export interface Answering {
  readonly asker: Asker;
  readonly states: FactReader;
  /** May the asker see a thing that belongs there? The access rows of this question decide. */
  readonly may: (thing: BelongsTo) => boolean;
  /** A stream's events, without those that the asker may not see. */
  readonly events: <State, Event extends DomainEvent>(
    decider: Decider<State, Event>, stream: string, thing: BelongsTo) => Promise<readonly ToldEvent<Event>[]>;
  /** The state that those events alone make: what the asker may not see has not happened to him. */
  readonly seen: <State, Event extends DomainEvent>(
    decider: Decider<State, Event>, stream: string, thing: BelongsTo) => Promise<State>;
  readonly nameOf: (person: string) => string | undefined;
  readonly lowerRooms: LowerRooms;
  /** What time it is in the asker's municipality. */
  readonly now: () => Instant;
}

/** One question of a room. Its model, where it has one, is handed in; it never fetches one. */
export interface Question<Asked extends object, Answer> {
  readonly name: string;
  readonly model?: ReadModel;
  answer(asked: Asked, answering: Answering, model: ModelReader): Promise<Answer | Rejected> | Answer | Rejected;
}

export type AnyQuestion = Question<object, unknown>;

export abstract class AnyQuery extends Query<unknown> {
  abstract readonly question: AnyQuestion;
  abstract readonly asker: Asker;
  abstract readonly asked: object;
  /** Answer only from a model that knows this position. */
  abstract readonly notBefore: Position | undefined;
}

export interface QueryClass<Asked extends object, Answer> {
  new (asker: Asker, asked: Asked, notBefore: Position | undefined): AnyQuery;
  readonly question: AnyQuestion;
  /** Never set: it carries the answer's type to whoever asks. */
  readonly answers?: Answer;
}

/** The Nest query class of a question. Its name is the question's: `EvaluationListSheets`. */
export function queryOf<Asked extends object, Answer>(
  asking: Question<Asked, Answer>,
): QueryClass<Asked, Exclude<Awaited<Answer>, Rejected>> {
  const anyQuestion = asking as unknown as AnyQuestion;
  class QuestionQuery extends AnyQuery {
    static readonly question = anyQuestion;
    readonly question = anyQuestion;
    constructor(readonly asker: Asker, readonly asked: Asked, readonly notBefore: Position | undefined) {
      super();
    }
  }
  return nameClass(QuestionQuery, asking.name);
}
