import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type { SheetRejection } from '../sheet.rejections.ts';

export interface OpenSheet {
  readonly year: number;
  readonly node: string;
}

/** What the cycle chose, and whose the node is by the plan and the municipality as they stand. */
export interface OpenSheetFacts {
  readonly chosen: ChosenSheet | undefined;
  readonly cycleRevision: number;
  readonly owner: { readonly section: string; readonly department: string } | undefined;
  readonly planRevision: number;
  readonly municipalityRevision: number;
}

export interface ChosenSheet {
  readonly place: number;
  readonly plan: string;
  readonly sheetType: string;
  readonly schemeVersion: number;
}

export function open({ year, node }: OpenSheet & Asked, sheet: Sheet, facts: OpenSheetFacts): Decision<SheetEvent, SheetRejection> {
  if (sheet.phase !== 'absent') return reject('wrong-phase', { phase: sheet.phase });
  const { chosen, cycleRevision, owner, planRevision, municipalityRevision } = facts;
  if (chosen === undefined || owner === undefined) return reject('node-missing', { node });
  return accept({ type: 'SheetOpened', year, cycleRevision, node, ...chosen, planRevision, ...owner, municipalityRevision });
}
