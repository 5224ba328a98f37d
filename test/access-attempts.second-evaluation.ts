import { mayOf, ofAnySheet, type Attempt, type Attempting, type Attempts } from './access-attempt.ts';
import { membershipOf, opinion } from './access-deliberation.ts';
import type { SheetAt, Sheets, Stage } from './access-sheets.ts';

const reason = '理由';
const seen = async (sheet: SheetAt) => ({ basedOn: await sheet.revision() });
const day = '2021-04-01';

/** What is done on a sheet before a committee. Who keeps out of it, and who presides, the sheet says, after access. */
export function secondEvaluationAttempts(sheets: Sheets): Attempts {
  const verb = (stage: Stage, path: string, body?: (sheet: SheetAt, by: Attempting) => object | Promise<object>): Attempt =>
    ofAnySheet((by) => sheets.at(stage, by.place, async (sheet) =>
      mayOf(by.person.post(`${sheet.path}/${path}`, await body?.(sheet, by)), 'recused', 'recused-already', 'not-presiding')));
  const meeting = (sheet: SheetAt) => ({ meeting: sheet.committee.meeting });
  const heard = (sheet: SheetAt) => ({ member: membershipOf(sheet, 'absentee'), heard: { way: 'spoken', on: day } });
  return {
    'evaluation.recuse': verb('handed-over', 'recuse', () => ({ reason })),
    'evaluation.exclude': verb('handed-over', 'exclude', (sheet) => ({ member: membershipOf(sheet, 'colleague'), reason })),
    'evaluation.give-opinion': verb('handed-over', 'opinion', async (sheet) => ({ ...await seen(sheet), opinion })),
    'evaluation.withdraw-opinion': verb('opined', 'opinion/withdraw'),
    'evaluation.enter-opinion': verb('handed-over', 'opinion/enter', (sheet) =>
      ({ member: membershipOf(sheet, 'absentee'), opinion, way: 'paper', receivedOn: day })),
    'evaluation.confirm-opinion': verb('entered', 'opinion/confirm', async (sheet, { asker: { role } }) =>
      ({ ...await seen(sheet), ...(role === 'secretariat' && heard(sheet)) })),
    'evaluation.draft-conclusion': verb('handed-over', 'conclusion/draft', () =>
      ({ conclusion: { judgement: '妥当である。' }, recommendations: [], dissents: [] })),
    'evaluation.comment-on-wording': verb('drafted', 'conclusion/comment', () => ({ text: '文案への意見' })),
    'evaluation.conclude': verb('drafted', 'conclusion', async (sheet) => ({ ...await seen(sheet), ...meeting(sheet) })),
    'evaluation.confirm-conclusion': verb('proposed', 'conclusion/confirm', meeting),
  };
}
