import type { Asked } from '../../kernel/asked.ts';
import { accept, type Decision } from '../../kernel/decision.ts';
import { runningPublication, type Cycle } from './cycle.ts';
import type { CycleEvent } from './cycle.events.ts';

export interface RecordPublicationRefusal {
  readonly publication: string;
  readonly code: string;
}

/** Notes on the cycle why a publication was not made; one that was made, or was refused before, stays as it is. */
export function recordPublicationRefusal(
  { publication, code }: RecordPublicationRefusal & Asked, cycle: Cycle,
): Decision<CycleEvent, never> {
  if (cycle.phase === 'absent') throw new Error('a publication of a cycle that was never opened');
  return runningPublication(cycle)?.id === publication ? accept({ type: 'PublicationRefused', publication, code }) : accept();
}
