import type { FoundedCommittee } from '../../../committee/domain/committee.ts';
import { isRejected, reject, type Rejected } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { HandedOverSheet, Sheet } from '../sheet.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageWork } from '../stage-work.ts';

export type SecondEvaluationVerb =
  | 'recuse' | 'exclude' | 'give-opinion' | 'withdraw-opinion' | 'enter-opinion' | 'confirm-opinion'
  | 'draft-conclusion' | 'comment-on-wording' | 'conclude' | 'confirm-conclusion';

/** The committee that has the sheet, and what the scheme asks of it. */
export interface CommitteeFacts {
  readonly committee: FoundedCommittee;
  /** Undefined where the stage asks its members for no opinions. */
  readonly opinionForm: Form | undefined;
  readonly resultForm: Form;
}

/** 審議: a sheet before a committee. */
export interface Deliberation {
  readonly sheet: HandedOverSheet;
  readonly work: StageWork;
  readonly committee: FoundedCommittee;
}

/** What was done on a sheet in the stage in which a committee has it. */
export function workBeforeCommittee(
  sheet: Sheet, verb: SecondEvaluationVerb,
): Omit<Deliberation, 'committee'> | Rejected<'wrong-phase' | 'not-before-committee'> {
  const handedOver = inPhaseFor(sheet, verb);
  if (isRejected(handedOver)) return handedOver;
  const work = handedOver.works[handedOver.stage];
  return work?.handOver.evaluator === 'committee' ? { sheet: handedOver, work } : reject('not-before-committee');
}

export function beforeCommittee(
  sheet: Sheet, verb: SecondEvaluationVerb, { committee }: CommitteeFacts,
): Deliberation | Rejected<'wrong-phase' | 'not-before-committee'> {
  const before = workBeforeCommittee(sheet, verb);
  return isRejected(before) ? before : { ...before, committee };
}

/** As long as nothing is concluded, not even by a sub-group. */
export function beforeConclusion(
  sheet: Sheet, verb: SecondEvaluationVerb, facts: CommitteeFacts,
): Deliberation | Rejected<'wrong-phase' | 'not-before-committee' | 'concluded-already'> {
  const deliberation = beforeCommittee(sheet, verb, facts);
  return isRejected(deliberation) || deliberation.work.proposed === undefined ? deliberation : reject('concluded-already');
}
