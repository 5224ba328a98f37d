import type { Asked } from '../../../kernel/asked.ts';
import { isDay } from '../../../kernel/day.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { stageForm, type SchemeVersion } from '../../../scheme/domain/scheme.ts';
import { answersTo } from '../content/answers-to.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';

export interface DecideStage {
  /** What was typed, by field of the stage. */
  readonly decision: Readonly<Record<string, unknown>>;
  readonly decidedOn: string;
}

/** What the meeting or the mayor decided, as the secretariat records it. A committee concludes itself. */
export function decideStage(
  { decision: typed, decidedOn }: DecideStage & Asked, sheet: Sheet, { version }: { readonly version: SchemeVersion },
): Decision<SheetEvent, StageRejection> {
  const handedOver = inPhaseFor(sheet, 'decide-stage');
  if (isRejected(handedOver)) return handedOver;
  const { stage, works } = handedOver;
  if (works[stage]?.handOver.evaluator === 'committee') return reject('committee-concludes');
  if (!isDay(decidedOn)) return reject('day-wrong', { day: decidedOn });
  const form = stageForm(version, stage, 'result');
  if (form === undefined) throw new Error(`a sheet in ${stage}, and no such stage`);
  const decision = answersTo(form, typed);
  return isRejected(decision) ? decision : accept({ type: 'StageDecided', stage, decision, decidedOn });
}
