import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

export interface Transfer {
  readonly section: string;
  readonly reason: string;
}

export interface TransferFacts {
  /** Undefined when the office has no such section. */
  readonly department: string | undefined;
  readonly municipalityRevision: number;
}

/** 移管: another section writes it from now on. What is being decided on is sent back first, so that the line fits the section. */
export function transfer(command: Transfer & Asked, sheet: Sheet, facts: TransferFacts): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhaseFor(sheet, 'transfer');
  if (isRejected(drafting)) return drafting;
  const { section, reason } = command;
  const { department, municipalityRevision } = facts;
  if (department === undefined || section === drafting.section) return reject('section-wrong', { section });
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'SheetTransferred', section, department, municipalityRevision, reason });
}
