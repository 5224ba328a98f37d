import { Command } from '@nestjs/cqrs';
import type { Asked } from '../../kernel/asked.ts';
import type { Decision, Rejected } from '../../kernel/decision.ts';
import type { Decider, DomainEvent } from '../../kernel/decider.ts';
import type { Uuid } from '../../kernel/uuid.ts';
import type { BelongsTo } from '../access/access-table.ts';
import type { Asker } from '../access/asker.ts';
import type { Folded } from './folded-states.ts';
import type { LowerRooms } from './lower-rooms.ts';

/** Folds streams of the rooms above, so that a decision rests on the log and never on a read model. */
export interface FactReader {
  fold<State, Event extends DomainEvent>(decider: Decider<State, Event>, stream: string): Promise<Folded<State>>;
}

/** Who asks, for facts that are not the same for everybody, and whom else to ask. */
export interface Circumstances {
  readonly asker: Asker;
  readonly lowerRooms: LowerRooms;
}

/** One verb of one stream: which facts it needs, whose it is, and the pure decision. */
export interface Verb<State, Event extends DomainEvent, Body extends object, Facts> {
  /** Room and deed: "evaluation.submit". Access rows, metrics and command ids use this name. */
  readonly name: string;
  readonly decider: Decider<State, Event>;
  /** Only a verb that says so may be the first of its stream; for the others a missing stream is unknown. */
  readonly opens?: true;
  belongsTo?(state: State): BelongsTo;
  facts(
    reader: FactReader, asked: Body & { readonly municipality: string }, state: State, circumstances: Circumstances,
  ): Promise<Facts | Rejected>;
  decide(command: Body & Asked, state: State, facts: Facts): Decision<Event>;
}

/** A command as it travels on the bus. The key makes it the same command when it comes again. */
export interface Asking {
  readonly asker: Asker;
  readonly key: Uuid;
  /** What led to it: the event that a to-do loop answers. */
  readonly causation?: string;
  readonly correlation?: string;
}

/** Where a command left its stream. */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

export type Outcome = { readonly kind: 'done'; readonly receipt: Receipt } | Rejected;

/** A command with its verb, whatever that is: what the runner takes. */
export abstract class AnyCommand extends Command<Outcome> {
  abstract readonly verb: AnyVerb;
  abstract readonly stream: string;
  abstract readonly asking: Asking;
  abstract readonly body: object;
}

// The runner never looks inside the four types; they meet again in the decision they came from.
export type AnyVerb = Verb<unknown, DomainEvent, object, unknown>;

export interface CommandClass<Body extends object> {
  new (stream: string, asking: Asking, body: Body): AnyCommand;
  readonly verb: AnyVerb;
}

/** A body says what is asked; who asks, and when, the runner adds, so no member of a body may be called so. */
type BodyOfCommand = object & { readonly [Member in keyof Asked]?: never };

/** The Nest command class of a verb. Its name is the verb's: `EvaluationSubmit`. */
export function commandOf<State, Event extends DomainEvent, Body extends BodyOfCommand, Facts>(
  verb: Verb<State, Event, Body, Facts>,
): CommandClass<Body> {
  const anyVerb = verb as unknown as AnyVerb;
  class VerbCommand extends AnyCommand {
    static readonly verb = anyVerb;
    readonly verb = anyVerb;
    constructor(readonly stream: string, readonly asking: Asking, readonly body: Body) {
      super();
    }
  }
  return nameClass(VerbCommand, verb.name);
}

/** "evaluation.send-back" names the class `EvaluationSendBack`, so that logs and errors speak of the verb. */
export function nameClass<Class extends object>(type: Class, name: string): Class {
  const pascal = name.replace(/(^|[.-])([a-z])/g, (_, _separator, letter: string) => letter.toUpperCase());
  Object.defineProperty(type, 'name', { value: pascal });
  return type;
}

/** For verbs that need no other stream. */
export async function noFacts(): Promise<undefined> {
  return undefined;
}
