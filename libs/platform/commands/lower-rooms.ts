import type { AccessTable } from '../access/access-table.ts';
import type { FoldedStates } from './folded-states.ts';

/** A question that one room asks and only a lower one can answer: an abstract class of the room that asks. */
export type LowerRoomQuestion<Answering extends object> = abstract new () => Answering;

/** What a lower room answers from: the same states and the same table as everything else. */
export interface AnswersFrom {
  readonly states: Pick<FoldedStates, 'fold'>;
  readonly access: AccessTable;
}

/** Who answers one such question. */
export interface LowerRoomAnswer {
  readonly question: LowerRoomQuestion<object>;
  readonly make: (from: AnswersFrom) => object;
}

/** That the answer fits the question is checked here, because afterwards all of them are handled alike. */
export function answers<Answering extends object>(
  question: LowerRoomQuestion<Answering>, make: (from: AnswersFrom) => Answering,
): LowerRoomAnswer {
  return { question, make };
}

/** The lower rooms, for a verb whose facts only they know. */
export class LowerRooms {
  readonly #answering: ReadonlyMap<LowerRoomQuestion<object>, object>;

  constructor(answering: readonly LowerRoomAnswer[], from: AnswersFrom) {
    this.#answering = new Map(answering.map(({ question, make }) => [question, make(from)]));
    if (this.#answering.size !== answering.length) throw new Error('two rooms answer one question');
  }

  /** Whoever answers it; that nobody does is a mistake in the house. */
  asked<Answering extends object>(question: LowerRoomQuestion<Answering>): Answering {
    const answering = this.#answering.get(question);
    if (answering === undefined) throw new Error(`no room answers ${question.name}`);
    return answering as Answering;
  }
}
