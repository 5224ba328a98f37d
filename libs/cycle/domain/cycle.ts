import type { Decider } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import { streamName } from '../../kernel/stream-name.ts';
import { cycleCatalogue, type CycleEvent, type CycleOpened } from './cycle.events.ts';

export type Cycle = { readonly phase: 'absent' } | OpenCycle;

export interface OpenCycle extends Omit<CycleOpened, 'type'> {
  readonly phase: 'open';
  /** Sheets that could not be opened, by node. */
  readonly refusedSheets: Readonly<Record<string, string>>;
}

export const cycleDecider: Decider<Cycle, CycleEvent> = {
  category: 'cycle',
  initial: { phase: 'absent' },
  catalogue: cycleCatalogue,
  evolve(cycle, event) {
    switch (event.type) {
      case 'CycleOpened': {
        const { year, aboutYear, plan, planRevision, schemeVersion, schemeRevision, submissionDeadline, nodes } = event;
        return {
          phase: 'open', year, aboutYear, plan, planRevision, schemeVersion, schemeRevision, submissionDeadline, nodes, refusedSheets: {},
        };
      }
      case 'SheetOpeningRefused':
        return cycle.phase === 'absent' ? cycle
          : { ...cycle, refusedSheets: { ...cycle.refusedSheets, [event.node]: event.code } };
    }
  },
};

/** There is one cycle for each year in which it is done. */
export function cycleStream(municipality: string, year: FiscalYear | string): string {
  return streamName(cycleDecider.category, municipality, year);
}
