import type { Course } from './course.ts';

/** How the sheets of one year go, by the number of their node; what is not named is submitted, approved and accepted in time. */
export type YearOfCourses = Readonly<Record<string, Course>>;

const twoYearsAgo: YearOfCourses = {
  1: { submittedOn: 22 },
  '1-1': {
    submittedOn: 14,
    memo: '海外展示会の費用対効果について、次の評価で改めて確認する。',
    attached: {
      name: '展示会出展実績.csv',
      text: '展示会,出展事業者数,商談件数,成約件数\n食の見本市,8,61,9\n工芸品展,6,44,11\n機械要素技術展,12,97,14\n地域物産フェア,9,52,17\n',
    },
  },
  '1-3': {
    submittedOn: 17,
    sentBack: {
      by: 'manager', reason: '空き店舗率が悪化した要因の説明が足りません。所有者の意向調査の結果を踏まえて追記してください。',
      comments: [
        { field: 'reason', comment: '調査の回答数と主な回答を書き添えてください。' },
        { field: 'next-steps', comment: '誰が所有者に提案するのか分かるようにしてください。' },
      ],
      mended: {
        reason: '来場者数は目標に届かず、空き店舗率は計画策定時より悪化した。所有者48人への調査では31人が回答し、6割が「貸す予定がない」、2割が「改修費を出せない」と答えた。',
        'next-steps': '観光課と産業振興課の職員が所有者を訪ね、短い期間だけ貸す仕組みを提案する。',
      },
    },
  },
  '2-1': { submittedOn: 18, replaced: { provisional: 169_500, reason: '決算額が確定したため、決算見込額から差し替える。' } },
  '3-2': { lateBy: 3, memo: '健診の受診率の確定を待ったため提出が遅れた。来年度は見込値での提出を依頼する。' },
  '4-3': { lateBy: 2 },
  '5-1': { submittedOn: 16, over: '係長が病気休暇中であり、提出期限が迫っているため。' },
  '5-2': {
    submittedOn: 19,
    corrected: {
      fields: { 'next-steps': '駅前に返却箱を設置し、借りやすく返しやすくする。' }, reason: '用語を他のシートに合わせた（「置く」を「設置する」に統一）。',
    },
  },
};

const lastYear: YearOfCourses = {
  '1-1': { submittedOn: 15, copied: ['circumstances'] },
  '1-2': { submittedOn: 13, memo: '補助金の目標値が実績と大きく離れている。目標値の変更を所管課と協議する。' },
  '2-1': { submittedOn: 18, takenBack: true },
  '2-2': {
    submittedOn: 24,
    transferred: { to: 'learning', reason: '放課後の居場所事業の実務を生涯学習課が担当したため、本年度のシートを移管する。' },
    attached: {
      name: '居場所利用者数.csv',
      text: '学校,開設日数,延べ利用者数\n第一小,142,3815\n第二小,139,3240\n北小,101,2117\n南小,98,1986\n東小,140,2904\n西小,141,3022\n中央小,96,1750\nみどり小,99,1688\n',
    },
  },
  '3-1': { submittedOn: 34 },
  '3-2': { submittedOn: 35 },
  '4-1': { submittedOn: 16, forAbsent: { reason: '部長が出張中であり、期限までに決裁を受けられないため。', isReviewed: true } },
  '4-2': {
    submittedOn: 17,
    sentBack: {
      by: 'secretariat', reason: '備蓄食料の実績と決算額の関係が分かりません。入札の経過を追記の上、改めて承認を受けてください。',
      comments: [{ field: 'reason', comment: '不調となった入札の時期と、その後の対応を書いてください。' }],
      mended: {
        reason: '結成率は目標を上回ったが、備蓄は9月の入札の不調により70,500食にとどまった。1月に数量を分けて再度入札し、4,500食を買い入れた。',
      },
    },
  },
  '4-3': { lateBy: 4, replaced: { provisional: 143_100, reason: '繰越額の確定に伴い、決算額を差し替える。' } },
  5: { lateBy: 1 },
};

const thisYear: YearOfCourses = {
  1: { ends: 'untouched' },
  '1-1': { submittedOn: 12, copied: ['activities'], memo: '共同の展示区画の効果を、他の施策の参考として紹介したい。' },
  '1-2': { submittedOn: 20, ends: 2 },
  '1-3': { submittedOn: 18, ends: 1 },
  2: { ends: 'untouched' },
  '2-1': {
    submittedOn: 19, ends: 'sent-back',
    sentBack: {
      by: 'manager', reason: '待機児童がなくなった要因を、施設の整備と申込者数の両面から説明してください。',
      comments: [
        { field: 'reason', comment: '申込者数の推移を加えてください。' },
        { field: 'indicators', comment: '定員は年度末と4月1日のどちらの数でしょうか。' },
      ],
    },
  },
  '2-2': { submittedOn: 20, ends: 'half' },
  3: { submittedOn: 22, ends: 'half' },
  '3-1': { submittedOn: 13, ends: 'approved', forAbsent: { reason: '部長が議会対応のため不在であり、課長が代決した。', isReviewed: false } },
  '3-2': { lateBy: 1, ends: 0, memo: '受診率は見込値。確定後に差替えを依頼する。' },
  4: { ends: 'untouched' },
  '4-1': {
    submittedOn: 21, ends: 1,
    attached: { name: 'ごみ組成調査.csv', text: '区分,割合（％）\n生ごみ,38.2\n紙類,24.6\nプラスチック類,17.9\n布類,6.1\nその他,13.2\n' },
  },
  '4-2': { lateBy: 1, ends: 'approved' },
  '4-3': { submittedOn: 24, ends: 'half', voided: '事業の大半が大規模公園の整備計画に移り、同計画で評価するため、本年度の評価の対象から外す。' },
  5: { submittedOn: 23, ends: 'half' },
  '5-1': {
    submittedOn: 14, ends: 0,
    sentBack: {
      by: 'director', to: 'chief', reason: '参加者数が前年度より減った理由を、課内で確認してください。',
      comments: [{ field: 'reason', comment: '会場の都合によるものか確認をお願いします。' }],
    },
  },
  '5-2': { submittedOn: 13 },
};

/** Of the two years that are over and the one that runs. */
export const courses: readonly [YearOfCourses, YearOfCourses, YearOfCourses] = [twoYearsAgo, lastYear, thisYear];
