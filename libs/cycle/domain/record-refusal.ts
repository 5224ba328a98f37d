import type { Asked } from '../../kernel/asked.ts';
import { accept, type Decision } from '../../kernel/decision.ts';
import type { Cycle } from './cycle.ts';
import type { CycleEvent } from './cycle.events.ts';

export interface RecordRefusal {
  readonly node: string;
  readonly code: string;
}

/** Notes on the cycle that a sheet it asked for was refused; once is enough. */
export function recordRefusal({ node, code }: RecordRefusal & Asked, cycle: Cycle): Decision<CycleEvent, never> {
  if (cycle.phase === 'open' && cycle.refusedSheets[node] === code) return accept();
  return accept({ type: 'SheetOpeningRefused', node, code });
}
