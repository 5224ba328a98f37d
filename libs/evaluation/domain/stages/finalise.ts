import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { SchemeVersion } from '../../../scheme/domain/scheme.ts';
import { asSeen } from '../approval-line/deciding.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';
import { goesTo } from './goes-to.ts';

export interface Finalise {
  /** The revision of the sheet that was on screen. */
  readonly basedOn: number;
  /** Needed where a stage is skipped. */
  readonly reason?: string;
}

/** 確定: after the last stage; without one to which the sheet should have gone only with a reason. */
export function finalise(
  command: Finalise & Asked, sheet: Sheet, { version }: { readonly version: SchemeVersion },
): Decision<SheetEvent, StageRejection> {
  const ready = inPhaseFor(sheet, 'finalise');
  if (isRejected(ready)) return ready;
  const seen = asSeen(command, ready);
  if (isRejected(seen)) return seen;
  const { reason } = command;
  const skipped = version.stages.filter((stage) => goesTo(stage, ready) && ready.works[stage.id]?.result === undefined).map(({ id }) => id);
  if (skipped.length > 0 && isBlank(reason)) return reject('reason-missing', { stages: skipped });
  return accept({ type: 'SheetFinalised', skipped, ...(reason !== undefined && { reason }) });
}
