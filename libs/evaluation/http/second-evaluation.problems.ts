import type { ProblemText } from '../../platform/problems/problem.ts';
import type { SecondEvaluationRejection } from '../domain/second-evaluation.rejections.ts';
import type { SheetRejection } from '../domain/sheet.rejections.ts';
import type { StageRejection } from '../domain/stage.rejections.ts';

/** The refusals of the second evaluation in words, beside those that it has in common with the sheet and its other stages. */
export const secondEvaluationProblems: Readonly<Record<Exclude<SecondEvaluationRejection, SheetRejection | StageRejection>, ProblemText>> = {
  'concluded-already': {
    status: 409, ja: '部会の結論が出ています。委員会の承認をお待ちください。', en: 'The sub-group has concluded: the whole committee is to confirm it.',
  },
  'confirmation-wrong': {
    status: 400, ja: '事務局が確認を記録するときは、委員と、確認を受けた方法・日付を指定してください。委員ご本人の場合は、いずれも不要です。',
    en: 'The secretariat says whose opinion it confirms and how it heard; a member says neither.',
  },
  'recused-already': { status: 409, ja: 'この委員は、すでに回避または除斥となっています。', en: 'The member keeps out of this sheet, or is kept out, already.' },
  'not-assigned': { status: 409, ja: 'この評価シートは、ほかの委員の分担となっています。', en: 'The committee has assigned this sheet to other members.' },
  'not-presiding': {
    status: 409, ja: 'この操作は、委員長（部会では部会長）またはその職務を代理する委員が行います。', en: 'Only whoever presides does this.',
  },
  'opinions-not-asked': { status: 409, ja: 'この段階では、委員ごとの意見を求めていません。', en: 'This stage asks its members for no opinions.' },
  'nothing-to-withdraw': { status: 409, ja: '取り下げる意見がありません。', en: 'There is no opinion of yours to withdraw.' },
  'nothing-to-confirm': { status: 409, ja: '確認または承認を要するものはありません。', en: 'Nothing here waits for being confirmed.' },
  'draft-missing': { status: 409, ja: '結論の案がまだ作成されていません。', en: 'No conclusion has been drafted yet.' },
  'opinion-is-own': {
    status: 409, ja: '委員ご本人が意見を提出されているため、代理入力はできません。', en: 'The member has given his opinion himself, so none is entered for him.',
  },
  'opinion-changed-since': {
    status: 409, ja: '画面を表示された後に、この委員の意見が更新されています。最新の内容をご確認のうえ、改めて操作してください。',
    en: 'The opinion that is there is not the one that was on screen.',
  },
  'dissent-recused': {
    status: 409, ja: '少数意見を付した委員が、その後、回避または除斥となっています。結論の案を改めてください。',
    en: 'The draft has the dissent of a member who was recused since: draft it anew.',
  },
  'meeting-unknown': {
    status: 409, ja: 'この評価シートを議題とし、開催済みの会議（書面審議では開始済みのもの）を指定してください。',
    en: 'Name a meeting that was held, or a circulation that has begun, with this sheet on its agenda.',
  },
  'opinions-outdated': {
    status: 409, ja: '本人の確認を要する意見が残っています。確認、修正または取下げを依頼してください。',
    en: 'Some opinions wait for being confirmed, revised, or withdrawn.',
  },
  'quorum-missing': { status: 409, ja: '定足数に達していません。', en: 'There is no quorum.' },
  'recommendation-unknown': {
    status: 400, ja: '現在の案にない意見・提言が指定されているか、同じものが重複しています。',
    en: 'A recommendation is named that the draft does not have, or is named twice.',
  },
  'day-in-the-future': { status: 400, ja: '未来の日付は指定できません。', en: 'The day is still to come.' },
};
