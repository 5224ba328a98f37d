import type { ProblemText } from '../../platform/problems/problem.ts';
import type { CorrectPublishedRejection } from '../domain/publication/correct-published.ts';

/** The refusals of corrections in words; every code has some, or this does not compile. */
export const publicationProblems: Readonly<Record<CorrectPublishedRejection, ProblemText>> = {
  'not-published': {
    status: 409, ja: 'この評価シートは公表されていないため、訂正の対象になりません。', en: 'The sheet was never made public: there is nothing to correct.',
  },
  'field-not-published': {
    status: 409, ja: '公表されていない項目は、訂正できません。', en: 'Some of the fields were never made public and cannot be corrected.',
  },
};
