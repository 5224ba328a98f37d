import { mayOf, ofAnySheet, type Attempt, type Attempts } from './access-attempt.ts';
import { lastQuestion } from './access-deliberation.ts';
import type { SheetAt, Sheets, Stage } from './access-sheets.ts';

const reason = '理由';
const seen = async (sheet: SheetAt) => ({ basedOn: await sheet.revision() });

/** What is done in the stages, and what the committee asks and the section answers. */
export function stageAttempts(sheets: Sheets): Attempts {
  const verb = (stage: Stage, path: string, body: (sheet: SheetAt) => object | Promise<object>): Attempt =>
    ofAnySheet(({ person, place }) => sheets.at(stage, place, async (sheet) => mayOf(person.post(`${sheet.path}/${path}`, await body(sheet)))));
  const answer = (stage: Stage, path: string, body: (sheet: SheetAt) => object | Promise<object>): Attempt =>
    ofAnySheet(({ person, place }) => sheets.at(stage, place, async (sheet) =>
      mayOf(person.post(`${sheet.path}/questions/${await lastQuestion(sheet)}/${path}`, await body(sheet)))));
  return {
    'evaluation.hand-over': verb('concluded', 'hand-over', async (sheet) => ({ ...await seen(sheet), stage: 'mayor' })),
    'evaluation.decide-stage': verb('before-mayor', 'decide-stage', () => ({ decision: {}, decidedOn: '2021-04-01' })),
    'evaluation.finalise': verb('concluded', 'finalise', async (sheet) => ({ ...await seen(sheet), reason })),
    'evaluation.reopen': verb('final', 'reopen', () => ({ to: 'committee', reason })),
    'evaluation.ask-question': verb('handed-over', 'questions', () => ({ text: '出典は何ですか。' })),
    'evaluation.answer-question': answer('asked', 'answer', () => ({ text: '調査です。' })),
    'evaluation.approve-answer': answer('answered', 'approve', seen),
    'evaluation.send-answer-back': answer('answered', 'send-back', () => ({ reason })),
  };
}
