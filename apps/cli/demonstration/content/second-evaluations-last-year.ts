import type { YearOfSecondEvaluations } from './second-evaluation.ts';

/** What the committee said of the year after; some of what it recommended is still to be answered. */
export const secondEvaluationsLastYear: YearOfSecondEvaluations = {
  '1-2': {
    chosen: '補助金の交付件数が目標の2倍を超えており、目標値の妥当性について委員会の意見を聴くため。',
    opinions: {
      scholar: {
        grade: 'a', points: '8', effectiveness: '案内の送付と補助率の引上げは、事業者の行動を変えた。',
        improvements: '件数の目標は実績に合わせて改め、経営がどう改善したかを確かめてください。',
      },
    },
    attainment: 'a',
    opinion: '一次評価は妥当である。交付件数が目標を大きく上回ったことは評価できるが、目標値が実態に合わなくなっている。決算額も当初の予算を上回っており、見通しの立て方に注意されたい。',
    recommendations: [
      {
        text: '実績が大きく上回った指標の目標値を見直すこと。',
        response: { policy: 'follow', text: '補助金の交付件数は本年度に目標値を改めました。経営相談の件数も、計画の改定に合わせて改めます。' },
        result: { text: '計画を改定し、経営相談の件数の目標値を改めた。', isInPlan: true },
      },
      {
        text: '補助を受けた事業者の経営がどのように改善したかを、交付の翌年度に確かめること。',
        response: { policy: 'consider', text: '交付を受けた事業者への調査の方法を検討します。', ends: 'on-line' },
      },
    ],
    instruction: '目標値の見直しに当たっては、財政の見通しとの整合を図ること。',
  },
  '1-3': {
    attainment: 'b',
    opinion: '一次評価は妥当である。空き店舗率は改善に転じたが、目標には届いていない。短期の出店を続けた店舗があることは成果である。',
    recommendations: [
      {
        text: '短期の出店から長く続く出店へ移った例を広く紹介すること。',
        response: { policy: 'follow', text: '事例を市の広報と商工会の会報で紹介します。' },
      },
      { text: '日曜日に開いている店を増やすための働きかけを行うこと。' },
    ],
  },
  '2-2': {
    question: {
      by: 'welfare', about: 'reason', text: '見守りをする人は、あと何人いれば週4日の開設ができますか。',
      answer: '週3日の3校について、1校当たり4人、合わせて12人が必要です。大学生の参加を募っています。',
    },
    opinions: {
      welfare: {
        grade: 'b', points: '6.5', relevance: '登録のいらない居場所は、子どもにとって大切である。',
        effectiveness: '設置校は目標に達したが、開く日数に差がある。',
        improvements: '中学生や高校生も担い手として加われるようにしてください。',
      },
    },
    attainment: 'b',
    opinion: '一次評価は妥当である。設置校は目標に達したが、見守りの人手が足りない。年上の子どもや若者が加わることで、利用する側と支える側の双方の居場所となることを期待する。',
    recommendations: [
      {
        text: '中学生、高校生や若者も加わる居場所として、施策の対象を広げること。',
        response: { policy: 'follow', text: '計画の改定に合わせて施策の名称を改め、若者の参加を進めます。' },
        result: { text: '計画を改定し、施策の名称を「子どもと若者の居場所づくり」に改めた。', isInPlan: true },
        closed: '計画に反映したため。',
      },
      {
        text: '見守りをする人の確保の見通しを学校ごとに示すこと。',
        response: { policy: 'follow-in-part', text: '学校ごとの必要な人数を整理します。', ends: 'written' },
      },
    ],
    instruction: '大学や地域の団体との協定を早期に結ぶこと。',
  },
  '3-2': {
    question: {
      by: 'physician', text: '日曜日の健診を受けた人のうち、初めて受けた人はどのくらいいますか。',
      answer: '6回で合わせて312人が受け、うち初めての人は97人でした。',
    },
    opinions: {
      physician: {
        grade: 'c', points: '5', effectiveness: '受診率は伸びたが、計画の最終年度の目標までは遠い。',
        improvements: '勤め先の健診の結果を受け取る仕組みを早く始めてください。',
      },
    },
    attainment: 'b',
    opinion: '一次評価は妥当である。受診率は1.2ポイント伸びたが目標との差は残る。日曜日の健診は初めて受ける人に届いており、続けられたい。',
    recommendations: [
      {
        text: '勤め先の健診の結果を受け取る仕組みを、次の年度に始めること。',
        response: { policy: 'follow', text: '商工会の会員の事業所から順に、結果の提供を呼びかけます。' },
      },
      {
        text: '受診率の目標は下げず、届かない要因を年代ごとに示すこと。',
        response: { policy: 'follow', text: '目標は維持し、年代ごとの受診率を次の年度のシートに記載します。' },
      },
    ],
    dissent: { by: 'physician', text: '現在の伸びでは計画の最終年度の目標に届かない見込みであり、C（達成が不十分）として取組を強めるべきである。' },
  },
  '4-1': {
    attainment: 'b',
    opinion: '一次評価は妥当である。排出量は目標を達成した。資源化率については、事業所の紙類の回収が鍵となる。',
    recommendations: [{
      text: '事業所の紙類の回収について、業者の紹介後に回収が始まった数を確かめること。',
      response: { policy: 'follow', text: '紹介した事業所に半年後に尋ねます。' },
    }],
  },
  '4-2': {
    attainment: 'b',
    opinion: '一次評価は妥当である。入札の不調は市だけの責めとはいえないが、買入れの時期を分けるなどの備えが必要である。',
    recommendations: [{
      text: '備蓄食料の買入れの時期と数量を分け、不調となった場合の手順を定めること。',
      response: { policy: 'follow', text: '買入れを年2回に分け、不調の場合の手順を定めます。' },
    }],
  },
  '4-3': {
    question: {
      by: 'commerce', about: 'reason', text: '用地の取得を要しない箇所だけを進めた場合、目標の延長にはいつ届きますか。',
      answer: '用地を要しない箇所は約400mです。全て整備しても累計で約1,000mとなり、計画の期間内に目標には届かない見込みです。',
    },
    opinions: {
      commerce: {
        grade: 'c', points: '3.5', effectiveness: '用地の協議がまとまらないまま年度が過ぎている。',
        improvements: '目標の延長そのものを見直すか、協議の担当を増やすか、方針を決めてください。',
      },
    },
    attainment: 'c',
    opinion: '一次評価は妥当である。道路の整備は累計で目標を大きく下回っている。公園の前倒しで補えるものではなく、用地の取得を要する路線の扱いを早く決める必要がある。',
    recommendations: [
      {
        text: '用地の取得を要する路線について、続けるか見送るかの方針を年度内に示すこと。',
        response: { policy: 'consider', text: '大規模公園の計画と合わせて、関係する課と協議しています。', ends: 'on-line' },
      },
      {
        text: '通学路の点検で見つかった12か所について、工事によらない安全対策を先に行うこと。',
        response: { policy: 'follow', text: '路面の表示と注意の看板を、次の年度の上半期に設けます。' },
      },
      { text: '整備の延長だけでなく、歩行者の安全が高まったことを示す指標を加えること。' },
    ],
    instruction: '通学路の安全対策を最優先とすること。',
  },
  '5-2': {
    attainment: 'b',
    opinion: '一次評価は妥当である。貸出点数は増えている。電子書籍を導入する場合は、紙の本と合わせて利用の全体が分かるようにされたい。',
    recommendations: [{
      text: '電子書籍の導入に合わせ、貸出点数の数え方を示すこと。',
      response: { policy: 'follow', text: '電子書籍を含む貸出点数を指標とします。' },
      result: { text: '計画を改定し、指標を電子書籍を含む貸出点数に改めた。', isInPlan: true },
      closed: '計画に反映したため。',
    }],
  },
};
