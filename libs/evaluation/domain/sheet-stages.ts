import type { Recorded } from '../../kernel/decider.ts';
import { bodyOf } from './sheet-decisions.ts';
import type { OpenedSheet } from './sheet.ts';
import { toSection } from './sheet.events.ts';
import { handedOver, undone } from './stage-work.ts';
import type { PublishedCorrected, SheetHandedOver, SheetReopened } from './stage.events.ts';

/** How a sheet moves through the stages after the first evaluation: the other part of its fold that changes the phase. */
export function handedOverTo(sheet: OpenedSheet, event: SheetHandedOver, recorded: Recorded): OpenedSheet {
  const { fields, files } = sheet;
  return {
    ...bodyOf(sheet), ...lineOf(sheet), phase: 'handed-over', stage: event.stage, schemeVersion: event.schemeVersion,
    works: handedOver(sheet.works, event, { fields, files }, recorded),
  };
}

export function concluded(sheet: OpenedSheet, stage: string): OpenedSheet {
  return { ...bodyOf(sheet), ...lineOf(sheet), phase: 'concluded', stage };
}

export function finalised(sheet: OpenedSheet): OpenedSheet {
  return { ...bodyOf(sheet), ...lineOf(sheet), phase: 'final', corrections: [] };
}

/** To whom it is not told that the sheet is final, nothing of it was published. */
export function withCorrection(sheet: OpenedSheet, { fields, was, reason }: PublishedCorrected, { recordedAt: at, revision }: Recorded): OpenedSheet {
  return sheet.phase === 'final' ? { ...sheet, corrections: [...sheet.corrections, { fields, was, reason, at, revision }] } : sheet;
}

/** To a stage, which concludes again with all that come after it; or all the way to the section. */
export function reopened(sheet: OpenedSheet, { to, reason }: SheetReopened, { actor, recordedAt }: Recorded): OpenedSheet {
  const sentBack = [...sheet.sentBack, { to, reason, comments: [], by: actor, at: recordedAt }];
  const since = sheet.works[to]?.handOver.revision ?? -1;
  const stages = Object.entries(sheet.works).filter(([, { handOver }]) => handOver.revision >= since).map(([stage]) => stage);
  const body = { ...bodyOf(sheet), sentBack, works: undone(sheet.works, stages) };
  return to === toSection
    ? { ...body, phase: 'drafting', isReturned: true, toReview: [], toLookAt: [] }
    : { ...body, ...lineOf(sheet), phase: 'handed-over', stage: to };
}

/** Who saw a sheet only from where nothing of its approval is told has no line of it. */
function lineOf(sheet: OpenedSheet) {
  return 'line' in sheet ? { line: sheet.line, approvals: sheet.approvals } : { line: [], approvals: [] };
}
