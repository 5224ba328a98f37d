import type { EventHeader } from '../../event-store/event-store.ts';
import type { DomainEvent } from '../../kernel/decider.ts';

type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** One table of a read model. Every table has one key column; what is more than a cell is JSON text. */
export interface Table<R extends Row> {
  readonly name: string;
  readonly key: keyof R & string;
  readonly columns: { readonly [Column in keyof R]: 'text' | 'integer' };
  readonly indexes?: readonly (readonly (keyof R & string)[])[];
}

/** The rows of a model while events are projected onto them. */
export interface Rows {
  get<R extends Row>(table: Table<R>, key: Cell): R | undefined;
  put<R extends Row>(table: Table<R>, row: R): void;
  remove<R extends Row>(table: Table<R>, key: Cell): void;
}

export type Project<Event extends DomainEvent = DomainEvent> = (rows: Rows, event: Event, header: EventHeader) => void;

/** A disposable answer to some questions, folded from the whole log. Raise `version` whenever its rows would differ. */
export interface ReadModel {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly Table<Row>[];
  /** By event type; other events only move the model's position. */
  readonly on: Readonly<Record<string, Project>>;
}

/** Gives each projection its event's type; the log is decoded by the same catalogue, so the cast is made once, here. */
export function readModel<Event extends DomainEvent>(model: {
  readonly name: string;
  readonly version: number;
  // A table's row type is only known where it is used; the host handles them all alike.
  readonly tables: readonly unknown[];
  readonly on: { readonly [Type in Event['type']]?: Project<Extract<Event, { type: Type }>> };
}): ReadModel {
  return model as unknown as ReadModel;
}

/** What a query is handed: a model as it stands now, or stood at a moment. Parameters go by name: `@year`. */
export interface ModelReader {
  all<R extends Row>(sql: string, parameters?: Row): readonly R[];
  one<R extends Row>(sql: string, parameters?: Row): R | undefined;
}
