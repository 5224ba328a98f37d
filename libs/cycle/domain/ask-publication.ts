import type { Asked } from '../../kernel/asked.ts';
import { isDay, type Day } from '../../kernel/day.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { runningPublication, type Cycle } from './cycle.ts';
import type { CycleEvent, PublicationStep } from './cycle.events.ts';

export interface AskPublication {
  /** The public step where nothing is said. */
  readonly step?: PublicationStep;
  readonly on: Day;
  /** All of the cycle where none are named. */
  readonly sheets?: readonly string[];
  readonly reason?: string;
}

/** How a sheet that was named stands; this room knows only which of them the cycle asks for. */
export interface NamedSheet {
  readonly sheet: string;
  /** -1 while it was never opened. */
  readonly revision: number;
  readonly phase: string;
}

export interface AskPublicationFacts {
  /** Of those that were named, each once and in their order. */
  readonly named: readonly NamedSheet[];
  /** Those that the cycle does not ask for. */
  readonly unknown: readonly string[];
}

/** In this order: the first that holds is told. */
export type AskPublicationRejection =
  /** There is no such day. */
  | 'day-wrong'
  /** Another publication of the cycle is asked for and not yet made. */
  | 'publication-running'
  /** Sheets are named that the cycle does not have; each is named. */
  | 'sheets-unknown'
  /** Sheets are named on which something is still to be decided; each is named with its phase. */
  | 'sheets-not-final';

/** 公表の指示. Whether the sheets that nobody named are final is looked at when the edition is made: those that are not are left out. */
export function askPublication(
  command: AskPublication & Asked, cycle: Cycle, { named, unknown }: AskPublicationFacts,
): Decision<CycleEvent, AskPublicationRejection> {
  if (cycle.phase === 'absent') throw new Error('a publication is asked of a cycle that was never opened');
  const { step = 'public', on, sheets, reason } = command;
  if (!isDay(on)) return reject('day-wrong', { day: on });
  const running = runningPublication(cycle);
  if (running !== undefined) return reject('publication-running', { publication: running.id, step: running.step });
  if (unknown.length > 0) return reject('sheets-unknown', { sheets: unknown });
  const notFinal = named.filter(({ phase }) => phase !== 'final');
  if (notFinal.length > 0) return reject('sheets-not-final', { sheets: notFinal.map(({ sheet, phase }) => ({ sheet, phase })) });
  return accept({
    type: 'PublicationAsked', publication: command.newId('publication'), step, on,
    ...(sheets !== undefined && { sheets: named.map(({ sheet }) => sheet), sheetRevisions: named.map(({ revision }) => revision) }),
    ...(reason !== undefined && { reason }),
  });
}
