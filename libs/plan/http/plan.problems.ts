import type { ProblemText } from '../../platform/problems/problem.ts';
import type { PlanRejection } from '../domain/plan.rejections.ts';

/** The refusals of a plan in words; `unknown` is the platform's, and every room asks for reasons in the same words. */
export const planProblems: Readonly<Record<Exclude<PlanRejection, 'unknown' | 'reason-missing'>, ProblemText>> = {
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
  'evidence-missing': { status: 400, ja: '根拠に指定された評価シートまたは意見・提言が見つかりません。', en: 'The evidence names sheets or recommendations that cannot be found.' },
  'revision-open': { status: 409, ja: 'この計画の改定作業はすでに始まっています。', en: 'A revision of this plan is open already.' },
  'no-revision-open': { status: 409, ja: 'この計画では、現在、改定作業は行われていません。', en: 'No revision of this plan is open.' },
  'proposal-settled': { status: 409, ja: 'この改定案は、すでに取り下げられたか、採用しないことに決まりました。', en: 'This proposal is withdrawn or declined already.' },
  'not-your-proposal': { status: 409, ja: '改定案を取り下げられるのは、提出した人と事務局のみです。', en: 'Only whoever made a proposal, or the secretariat, withdraws it.' },
  'proposal-faulty': { status: 400, ja: '改定案に誤りがあります。', en: 'Something in the proposal is wrong.' },
  'revision-faulty': { status: 400, ja: '採用する改定案を計画に反映できません。', en: 'The proposals that are taken cannot be worked into the plan.' },
  'proposals-unsettled': {
    status: 409, ja: 'まだ扱いの決まっていない改定案があります。採用するか、取下げまたは不採用としてください。',
    en: 'Some proposals are neither taken nor withdrawn nor declined.',
  },
  'revision-empty': {
    status: 400, ja: '採用する改定案がありません。改定を行わない場合は、改定を中止してください。', en: 'No proposal is taken. Abandon the revision if there is none to take.',
  },
  'recommendations-open': {
    status: 409, ja: '廃止する施策などに、対応が完了していない意見・提言があります。引き継ぐ先を指定してください。',
    en: 'Recommendations that are not closed stand on what would be dropped. Say where they go.',
  },
  'versions-out-of-order': { status: 400, ja: '比較する版は、古いものから順に指定してください。', en: 'Name the earlier version first.' },
};
