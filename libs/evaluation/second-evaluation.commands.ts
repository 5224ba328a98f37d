import { isRejected, type Rejected } from '../kernel/decision.ts';
import { commandOf, type FactReader } from '../platform/commands/verb.ts';
import { stageForm } from '../scheme/domain/scheme.ts';
import { commentOnWording } from './domain/second-evaluation/comment-on-wording.ts';
import { conclude } from './domain/second-evaluation/conclude.ts';
import { confirmConclusion } from './domain/second-evaluation/confirm-conclusion.ts';
import { confirmOpinion } from './domain/second-evaluation/confirm-opinion.ts';
import { workBeforeCommittee, type CommitteeFacts, type SecondEvaluationVerb } from './domain/second-evaluation/deliberation.ts';
import { draftConclusion } from './domain/second-evaluation/draft-conclusion.ts';
import { enterOpinion } from './domain/second-evaluation/enter-opinion.ts';
import { exclude } from './domain/second-evaluation/exclude.ts';
import { giveOpinion } from './domain/second-evaluation/give-opinion.ts';
import { recuse } from './domain/second-evaluation/recuse.ts';
import { withdrawOpinion } from './domain/second-evaluation/withdraw-opinion.ts';
import { sheetDecider, type Sheet } from './domain/sheet.ts';
import { committeeOf, placeOf, schemeOfSheet, type Here } from './facts.ts';

const beforeCommittee = (verb: SecondEvaluationVerb) => ({
  decider: sheetDecider, belongsTo: placeOf, name: `evaluation.${verb}`,
  facts: (reader: FactReader, here: Here, sheet: Sheet) => committeeFacts(reader, here, sheet, verb),
} as const);

export const RecuseOneself = commandOf({ ...beforeCommittee('recuse'), decide: recuse });
export const ExcludeMember = commandOf({ ...beforeCommittee('exclude'), decide: exclude });
export const GiveOpinion = commandOf({ ...beforeCommittee('give-opinion'), decide: giveOpinion });
export const WithdrawOpinion = commandOf({ ...beforeCommittee('withdraw-opinion'), decide: withdrawOpinion });
export const EnterOpinion = commandOf({ ...beforeCommittee('enter-opinion'), decide: enterOpinion });
export const ConfirmOpinion = commandOf({ ...beforeCommittee('confirm-opinion'), decide: confirmOpinion });
export const DraftConclusion = commandOf({ ...beforeCommittee('draft-conclusion'), decide: draftConclusion });
export const CommentOnWording = commandOf({ ...beforeCommittee('comment-on-wording'), decide: commentOnWording });
export const Conclude = commandOf({ ...beforeCommittee('conclude'), decide: conclude });
export const ConfirmConclusion = commandOf({ ...beforeCommittee('confirm-conclusion'), decide: confirmConclusion });

/** The committee that has the sheet, as it is now, and what the sheet's scheme asks of it. */
async function committeeFacts(reader: FactReader, here: Here, sheet: Sheet, verb: SecondEvaluationVerb): Promise<CommitteeFacts | Rejected> {
  const before = workBeforeCommittee(sheet, verb);
  if (isRejected(before)) return before;
  const { stage, committee: id = '' } = before.work.handOver;
  const committee = await committeeOf(reader, here.municipality, id);
  const scheme = await schemeOfSheet(reader, here, sheet);
  const resultForm = stageForm(scheme, stage, 'result');
  if (committee === undefined || resultForm === undefined) throw new Error(`a sheet at ${stage} of committee ${id}, and no such thing`);
  return { committee, opinionForm: stageForm(scheme, stage, 'opinion'), resultForm };
}
