import type { Recorded } from '../../kernel/decider.ts';
import { advanced, roundOf } from './approval-line/round.ts';
import type { DraftSheet, OpenedSheet, SheetBody, SubmittedSheet, VoidedSheet } from './sheet.ts';
import {
  toSection, type FiguresReplaced, type FirstEvaluationApproved, type FirstEvaluationSentBack, type FirstEvaluationSubmitted, type LineStep,
  type ReviewedAfterwards, type SheetVoided,
} from './sheet.events.ts';

/** How a sheet moves along its approval line: the part of its fold that changes the phase. */
export function submitted(sheet: OpenedSheet, { late, schemeVersion, line }: FirstEvaluationSubmitted): SubmittedSheet {
  const steps = line ?? [onlyStep(sheet)];
  return {
    ...bodyOf(sheet), phase: 'submitted', late, schemeVersion: schemeVersion ?? sheet.schemeVersion,
    ...roundOf(steps), linePosts: postsOn(steps), toReview: [],
  };
}

/** A sheet that was submitted before there were lines: nobody is named, so its section takes it back and submits it again. */
function onlyStep({ section }: SheetBody): LineStep {
  return { step: 'approval', name: { ja: '承認', en: 'Approval' }, ofCoOwners: false, parties: [{ section, posts: [] }] };
}

export function takenBack(sheet: OpenedSheet): DraftSheet {
  return { ...bodyOf(sheet), phase: 'drafting' };
}

export function approved(sheet: OpenedSheet, event: FirstEvaluationApproved, recorded: Recorded): OpenedSheet {
  if (sheet.phase !== 'submitted') return sheet;
  const { step, section = sheet.section, post, way, absent, completes } = event;
  const round = advanced(sheet, { step, section, ...(post !== undefined && { post }), way }, recorded);
  const toReview = [...sheet.toReview, ...absent];
  if (!completes) return { ...sheet, ...round, toReview };
  const { at: _at, ...rest } = sheet;
  return { ...rest, phase: 'approved', approvals: round.approvals, toReview };
}

/** Every post of a line. */
export function postsOn(line: readonly LineStep[]): readonly string[] {
  return line.flatMap(({ parties }) => parties.flatMap(({ posts }) => posts));
}

/** To a step of the line, which decides again with all after it; or all the way. What was decided before it stands. */
export function sentBack(sheet: OpenedSheet, event: FirstEvaluationSentBack, { actor, recordedAt }: Recorded): OpenedSheet {
  const { to, reason, comments } = event;
  const reasons = [...sheet.sentBack, { to, reason, comments, by: actor, at: recordedAt }];
  if (to === toSection || !('line' in sheet)) {
    return { ...bodyOf(sheet), phase: 'drafting', isReturned: true, sentBack: reasons, toReview: [], toLookAt: [] };
  }
  const { line } = sheet;
  const at = line.findIndex(({ step }) => step === to);
  const still = new Set(line.slice(0, at).map(({ step }) => step));
  const approvals = sheet.approvals.filter(({ step }) => still.has(step));
  return {
    ...bodyOf(sheet), phase: 'submitted', line, at, approvals, sentBack: reasons,
    toReview: sheet.toReview.filter(({ step }) => still.has(step)),
    toLookAt: sheet.toLookAt.filter((looker) => 'post' in looker && approvals.some(({ post }) => post === looker.post)),
  };
}

export function reviewed(sheet: OpenedSheet, { step, section }: ReviewedAfterwards): OpenedSheet {
  return { ...sheet, toReview: sheet.toReview.filter((one) => one.step !== step || one.section !== section) };
}

export function accepted(sheet: OpenedSheet): OpenedSheet {
  return sheet.phase === 'approved' ? { ...sheet, phase: 'accepted' } : sheet;
}

export function replaced(sheet: OpenedSheet, { toBeLookedAtBy }: FiguresReplaced): OpenedSheet {
  return { ...sheet, toLookAt: toBeLookedAtBy };
}

export function voided(sheet: OpenedSheet, { reason, schemeVersion }: SheetVoided): VoidedSheet {
  return { ...bodyOf(sheet), phase: 'voided', schemeVersion, voidedFor: reason, toReview: [], toLookAt: [] };
}

/** What is left of a sheet when it leaves its phase. */
export function bodyOf(sheet: OpenedSheet): SheetBody {
  const {
    revision, changedRevision, year, plan, node, section, department, sheetType, schemeVersion, fields, files, late, linePosts, sentBack: reasons,
    toReview, toLookAt, planRevision, works,
  } = sheet;
  return {
    revision, changedRevision, year, plan, node, section, department, sheetType, schemeVersion, fields, files,
    ...(late !== undefined && { late }), linePosts, sentBack: reasons, toReview, toLookAt, planRevision, works,
  };
}
