import { stepNow, undecided } from './approval-line/line.ts';
import type { OpenedSheet } from './sheet.ts';
import type { Party } from './sheet.events.ts';

/** Who is to act on a sheet now, so that it goes on, and by what. */
export type Turn =
  | { readonly to: 'submit'; readonly section: string }
  | { readonly to: 'approve'; readonly step: string; readonly parties: readonly Party[] }
  | { readonly to: 'accept' | 'hand-over' | 'decide-stage'; readonly role: 'secretariat' }
  | { readonly to: 'conclude'; readonly committee: string };

/** Undefined where nothing more is to be done on it. */
export function turnOf(sheet: OpenedSheet): Turn | undefined {
  switch (sheet.phase) {
    case 'drafting': return { to: 'submit', section: sheet.section };
    case 'submitted': {
      const step = stepNow(sheet);
      return { to: 'approve', step: step.step, parties: undecided(step, sheet.approvals).map(({ section, posts }) => ({ section, posts })) };
    }
    case 'approved': return { to: 'accept', role: 'secretariat' };
    // To a stage, or to its end.
    case 'accepted': case 'concluded': return { to: 'hand-over', role: 'secretariat' };
    case 'handed-over': {
      const committee = sheet.works[sheet.stage]?.handOver.committee;
      return committee === undefined ? { to: 'decide-stage', role: 'secretariat' } : { to: 'conclude', committee };
    }
    case 'final': case 'voided': return undefined;
  }
}
