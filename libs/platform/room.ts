import type { Type } from '@nestjs/common';
import type { Decider, DomainEvent } from '../kernel/decider.ts';
import type { AccessRow } from './access/access-table.ts';
import type { ProblemTexts } from './problems/problem.ts';
import type { ReadModel } from './reads/read-model.ts';
import type { ToDo } from './to-do/to-do-loop.ts';

/** What a room brings to the house. The apps only put rooms together. */
export interface Room {
  readonly name: string;
  /** The kinds of stream that are decided here. */
  readonly deciders: readonly AnyDecider[];
  readonly access: readonly AccessRow[];
  readonly problems: ProblemTexts;
  readonly models: readonly ReadModel[];
  readonly toDos: readonly ToDo<unknown>[];
  /** Tables of the private store, each `CREATE TABLE IF NOT EXISTS`. */
  readonly privateTables: readonly string[];
  readonly modules: readonly Type[];
}

// The house handles all deciders alike and never looks inside their states.
export type AnyDecider = Decider<unknown, DomainEvent>;
