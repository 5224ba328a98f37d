import type { Type } from '@nestjs/common';
import type { Decider, DomainEvent } from '../kernel/decider.ts';
import type { AccessRow } from './access/access-table.ts';
import type { Seeing } from './access/sight.ts';
import type { LowerRoomAnswer } from './commands/lower-rooms.ts';
import type { ProblemTexts } from './problems/problem.ts';
import type { ReadModel } from './reads/read-model.ts';
import type { ToDo } from './to-do/to-do-loop.ts';

/** What a room brings to the house. The apps only put rooms together. */
export interface Room {
  readonly name: string;
  /** The kinds of stream that are decided here. */
  readonly deciders: readonly AnyDecider[];
  readonly access: readonly AccessRow[];
  /** What is seen inside the events of its streams, where that is not the same for all who see their types. */
  readonly seeings?: readonly Seeing[];
  readonly problems: ProblemTexts;
  readonly models: readonly ReadModel[];
  /** Questions of rooms above that only this one can answer. */
  readonly answers?: readonly LowerRoomAnswer[];
  readonly toDos: readonly ToDo<unknown>[];
  /** Tables of the private store, each `CREATE TABLE IF NOT EXISTS`. */
  readonly privateTables: readonly string[];
  readonly modules: readonly Type[];
}

// The house handles all deciders alike and never looks inside their states.
export type AnyDecider = Decider<unknown, DomainEvent>;
