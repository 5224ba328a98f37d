import type { ProblemTexts } from '../../platform/problems/problem.ts';

/** Why a list of people is not taken in. */
export const importProblems: ProblemTexts = {
  'import-faulty': { status: 400, ja: '名簿に誤りがあるため、取り込みを行いませんでした。', en: 'Something in the list is wrong. Nothing was written.' },
  'import-overtaken': {
    status: 409, ja: '取り込みの途中で組織が変更されました。もう一度実行していただくと、残りを取り込みます。',
    en: 'The office was changed while the list was taken in. Import it again to do the rest.',
  },
};
