import { publicationOf } from '../cycle/domain/cycle.ts';
import { commandOf, noFacts, type FactReader } from '../platform/commands/verb.ts';
import { answerQuestion, type AnswerQuestion as AnswerQuestionBody } from './domain/questions/answer-question.ts';
import { approveAnswer } from './domain/questions/approve-answer.ts';
import { askQuestion, type AskQuestion as AskQuestionBody } from './domain/questions/ask-question.ts';
import { sendAnswerBack } from './domain/questions/send-answer-back.ts';
import { sheetDecider, sheetId, type Sheet } from './domain/sheet.ts';
import { decideStage, type DecideStage as DecideStageBody } from './domain/stages/decide-stage.ts';
import { finalise, type Finalise } from './domain/stages/finalise.ts';
import { handOver, type HandOver, type HandOverFacts } from './domain/stages/hand-over.ts';
import { reopen, type Reopen, type ReopenFacts } from './domain/stages/reopen.ts';
import { committeeBefore, committeeOf, cycleOf, formOfSheet, lineFacts, placeOf, planFor, schemeOfSheet, type Here } from './facts.ts';

const ofSheet = { decider: sheetDecider, belongsTo: placeOf } as const;

export const HandSheetOver = commandOf({ ...ofSheet, name: 'evaluation.hand-over', facts: handOverFacts, decide: handOver });

export const DecideStage = commandOf({
  ...ofSheet, name: 'evaluation.decide-stage', decide: decideStage,
  facts: async (reader, here: DecideStageBody & Here, sheet) => ({ version: await schemeOfSheet(reader, here, sheet) }),
});

export const FinaliseSheet = commandOf({
  ...ofSheet, name: 'evaluation.finalise', decide: finalise,
  facts: async (reader, here: Finalise & Here, sheet) => ({ version: await schemeOfSheet(reader, here, sheet) }),
});

export const ReopenSheet = commandOf({ ...ofSheet, name: 'evaluation.reopen', facts: reopenFacts, decide: reopen });

export const AskQuestion = commandOf({
  ...ofSheet, name: 'evaluation.ask-question', decide: askQuestion,
  facts: async (reader, here: AskQuestionBody & Here, sheet) =>
    ({ form: await formOfSheet(reader, here, sheet), committee: await committeeBefore(reader, here, sheet) }),
});

export const AnswerQuestion = commandOf({
  ...ofSheet, name: 'evaluation.answer-question', decide: answerQuestion,
  facts: (reader, here: AnswerQuestionBody & Here, sheet) => lineFacts(reader, here, sheet),
});

export const ApproveAnswer = commandOf({ ...ofSheet, name: 'evaluation.approve-answer', facts: noFacts, decide: approveAnswer });

export const SendAnswerBack = commandOf({ ...ofSheet, name: 'evaluation.send-answer-back', facts: noFacts, decide: sendAnswerBack });

async function handOverFacts(reader: FactReader, here: HandOver & Here, sheet: Sheet): Promise<HandOverFacts> {
  if (sheet.phase === 'absent') throw new Error('no sheet');
  const { planVersion, planRevision } = await planFor(reader, here.municipality, sheet);
  const committee = here.committee === undefined ? undefined : await committeeOf(reader, here.municipality, here.committee);
  return { version: await schemeOfSheet(reader, here, sheet), planVersion, planRevision, committee };
}

async function reopenFacts(reader: FactReader, { municipality }: Reopen & Here, sheet: Sheet): Promise<ReopenFacts> {
  if (sheet.phase === 'absent') throw new Error('no sheet');
  const { cycle, revision: cycleRevision } = await cycleOf(reader, municipality, sheet.year);
  return { ...publicationOf(cycle, sheetId(sheet.year, sheet.node)), cycleRevision };
}
