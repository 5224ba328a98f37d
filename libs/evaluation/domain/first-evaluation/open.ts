import type { ChosenNode } from '../../../cycle/domain/cycle.events.ts';
import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type { SheetRejection } from '../sheet.rejections.ts';

/** What the cycle asked for. */
export interface OpenSheet extends ChosenNode {
  readonly year: number;
  readonly plan: string;
  readonly schemeVersion: number;
}

/** Whose the node is, by the plan and the municipality as they stand. */
export interface OpenSheetFacts {
  readonly owner: { readonly section: string; readonly department: string } | undefined;
  readonly planRevision: number;
  readonly municipalityRevision: number;
}

export function open(command: OpenSheet & Asked, sheet: Sheet, facts: OpenSheetFacts): Decision<SheetEvent, SheetRejection> {
  if (sheet.phase !== 'absent') return reject('wrong-phase', { phase: sheet.phase });
  const { year, plan, node, sheetType, schemeVersion } = command;
  const { owner, planRevision, municipalityRevision } = facts;
  if (owner === undefined) return reject('node-missing', { node });
  return accept({
    type: 'SheetOpened', year, plan, planRevision, node, ...owner, municipalityRevision, sheetType, schemeVersion,
  });
}
