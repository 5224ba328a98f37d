import { randomUUID } from 'node:crypto';
import type { EventStore } from '../../event-store/event-store.ts';
import { AccessTable, type AccessRow } from '../access/access-table.ts';
import type { Asker } from '../access/asker.ts';
import { FoldedStates } from '../commands/folded-states.ts';
import { LowerRooms, type LowerRoomAnswer } from '../commands/lower-rooms.ts';
import { Runner } from '../commands/runner.ts';
import type { AnyCommand, CommandClass, Outcome, Receipt } from '../commands/verb.ts';
import { notesAccess, writer } from './notes.ts';

export interface Given {
  readonly runner: Runner;
  readonly states: FoldedStates;
  /** What was counted, as "verb outcome". */
  readonly counted: string[];
}

/** One process's runner over a log. */
export function givenRunner(
  store: EventStore, { access: rows = notesAccess, answering = [], digestKey = 'key', now = '2026-05-20T01:00:00.000Z' }: {
    readonly access?: readonly AccessRow[]; readonly answering?: readonly LowerRoomAnswer[];
    readonly digestKey?: string; readonly now?: string;
  } = {},
): Given {
  const states = new FoldedStates(store);
  const access = new AccessTable(rows);
  const counted: string[] = [];
  const runner = new Runner({
    store, states, access, lowerRooms: new LowerRooms(answering, { states, access }), clocks: { now: () => now }, digestKey,
    onRun: (verb, outcome) => { counted.push(`${verb} ${outcome}`); },
  });
  return { runner, states, counted };
}

export function asking<Body extends object>(
  command: CommandClass<Body>, stream: string, body: Body, key: string = randomUUID(), asker: Asker = writer,
): AnyCommand {
  return new command(stream, { asker, key }, body);
}

export function receiptOf(outcome: Outcome): Receipt {
  if (outcome.kind !== 'done') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}
