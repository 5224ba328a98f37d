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

export function open(command: OpenSheet & Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  if (sheet.phase !== 'absent') return reject('wrong-phase', { phase: sheet.phase });
  const { year, plan, node, section, department, sheetType, schemeVersion } = command;
  return accept({ type: 'SheetOpened', year, plan, node, section, department, sheetType, schemeVersion });
}
