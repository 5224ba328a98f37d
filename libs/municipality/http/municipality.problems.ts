import type { ProblemTexts } from '../../platform/problems/problem.ts';

/** Why something about the office's own shape is refused. */
export const organisationProblems: ProblemTexts = {
  'municipality-closed': { status: 409, ja: 'この自治体は利用を終了しています。', en: 'This municipality is closed.' },
  'id-taken': { status: 409, ja: 'この識別子は使用済みです。廃止したものの識別子も再び使うことはできません。', en: 'This id was given before; not even that of what is gone comes back.' },
  'department-unknown': { status: 404, ja: '指定された部が見つかりません。', en: 'There is no such department.' },
  'department-abolished': { status: 409, ja: '指定された部は廃止または統合されています。', en: 'This department is abolished or part of another.' },
  'department-has-sections': {
    status: 409, ja: 'この部には課が残っています。課の移管先となる部を指定してください。', en: 'This department still has sections. Say to which department they go.',
  },
  'section-unknown': { status: 404, ja: '指定された課が見つかりません。', en: 'There is no such section.' },
  'section-abolished': { status: 409, ja: '指定された課は廃止または統合されています。', en: 'This section is abolished or part of another.' },
  'section-has-posts': {
    status: 409, ja: 'この課には職が残っています。職の移動先となる課を指定するか、先に職を廃止してください。',
    en: 'This section still has posts. Say to which section they go, or close them first.',
  },
  'goes-into-itself': { status: 409, ja: '統合先や移管先に同じ組織を指定することはできません。', en: 'It cannot become part of itself.' },
  'year-not-begun': {
    status: 409, ja: 'その年度はまだ始まっていません。廃止・統合・移管は年度が始まってから、設置・改称は前年度から登録できます。',
    en: 'That fiscal year is too far ahead. Abolish, merge and move when it has begun; found and rename from the year before.',
  },
  'year-too-early': {
    status: 409, ja: '登録済みの組織の変更より前の年度は指定できません。', en: 'Something later is recorded already; say that year or one after it.',
  },
  'post-unknown': { status: 404, ja: '指定された職が見つかりません。', en: 'There is no such post.' },
  'post-closed': { status: 409, ja: 'この職は廃止されています。', en: 'This post is closed.' },
  'post-held': {
    status: 409, ja: 'この職に就いている方、または就く予定の方がいます。先に発令を終了してください。', en: 'Somebody holds this post, or is to hold it. End those appointments first.',
  },
  'post-taken': { status: 409, ja: 'その期間には、この職にほかの発令があります。', en: 'Another appointment to this post runs in that time.' },
  'appointment-unknown': { status: 404, ja: '指定された発令が見つかりません。', en: 'There is no such appointment.' },
  'appointment-ended': {
    status: 409, ja: 'この発令は、指定された日より前に終了しています。延長する場合は新たに発令してください。', en: 'This appointment ends earlier. Appoint again to prolong it.',
  },
  'days-wrong': { status: 400, ja: '発令の日付に誤りがあります。', en: 'Something in the days is wrong.' },
  'calendar-faulty': { status: 400, ja: '開庁日・閉庁日の設定に誤りがあります。', en: 'Something in the calendar is wrong.' },
};
