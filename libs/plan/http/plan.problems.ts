import type { ProblemText } from '../../platform/problems/problem.ts';
import type { PlanRejection } from '../domain/plan.rejections.ts';

/** The refusals of a plan in words; `unknown` is the platform's. */
export const planProblems: Readonly<Record<Exclude<PlanRejection, 'unknown'>, ProblemText>> = {
  'plan-exists': { status: 409, ja: 'この計画は策定済みです。', en: 'This plan is adopted already.' },
  'plan-not-adopted': { status: 409, ja: 'この計画はまだ策定されていません。', en: 'This plan is not adopted yet.' },
  'plan-empty': { status: 409, ja: '計画に施策などが一つも登録されていません。', en: 'There is no node in the plan.' },
  'plan-faulty': { status: 400, ja: '計画に誤りがあります。', en: 'Something in the plan is wrong.' },
  'target-year-outside': { status: 400, ja: '計画期間外の年度には目標値を設定できません。', en: 'The plan does not run in that year.' },
  'target-value-missing': {
    status: 400, ja: '目標値を記入してください。数値がない場合は、言葉または「－」などの記号で記入してください。',
    en: 'Say what the target is: a figure, words or a mark.',
  },
  'target-reason-missing': { status: 400, ja: '目標値を変更する理由を記入してください。', en: 'Say why the target is changed.' },
  'evidence-missing': { status: 400, ja: '根拠に指定された評価シートが見つかりません。', en: 'The evidence names sheets that cannot be found.' },
};
