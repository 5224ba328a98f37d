import { both, type MeasureContent, type PolicyContent } from './policy.ts';

const daycare: MeasureContent = {
  number: '2-1', section: 'childcare', name: both('保育サービスの充実', 'Better day care'), flags: ['priority'],
  texts: {
    purpose: '希望する人が必要な時に保育を利用できるようにする。',
    issues: '1歳児の申込みが定員を超え、地区による偏りがある。',
    direction: '小規模な保育所の整備と、既存施設の定員の見直しを合わせて行う。',
    goal: '待機児童がなく、安心して子どもを預けられる。',
  },
  indicators: [
    {
      name: both('待機児童数', 'Children waiting for a place'), class: 'outcome', unit: '人', kind: 'state', direction: 'lower',
      baseline: '31人', targets: ['20人', '10人', '0人', '0人', '0人'], actuals: ['22人', '9人', '0人'], source: '4月1日現在の利用調整結果',
    },
    {
      name: both('認可保育所等の定員', 'Places in day care'), class: 'activity', unit: '人', kind: 'state', direction: 'higher',
      baseline: '1,820人', targets: ['1,860人', '1,920人', '1,960人', '1,960人', '1,960人'], actuals: ['1,858人', '1,925人', '1,964人'],
    },
    {
      name: both('希望する保育所を利用できた割合', 'Families who got the place they asked for'), class: 'outcome', unit: '％', kind: 'annual', direction: 'higher',
      baseline: '90.1％', targets: ['92％', '94％', '96％', '97％', '98％'], actuals: ['91.4％', '94.6％', '97.8％'],
    },
  ],
  projects: [
    {
      name: both('保育所等整備事業', 'Building day care'), costs: [142_000, 168_300, 96_400],
      results: ['小規模な保育所を2か所開いた。', '認可保育所を1か所開いた。', '既存の保育所の改修で定員を39人増やした。'],
    },
    {
      name: both('保育士確保支援事業', 'Finding day care workers'), costs: [22_400, 23_150, 24_980],
      results: ['家賃の補助を52人に行った。', '再就職の研修を年2回開いた。', '短時間勤務の求人を紹介する窓口を設けた。'],
    },
  ],
  money: [[158_000, 0, 149_330], [163_500, 0, 155_870], [178_400, -3_200, 168_914], [198_600, 0, 194_720], [131_000, -4_500, 124_262]],
  financing: { national: 45, prefecture: 22, other: 3 },
  labour: ['5.2', '5.4', '5.0'],
  years: [
    {
      circumstances: '未就学の子どもの数はやや減っているが、共働きの世帯が増え、1歳児の申込みは前年度を上回った。',
      activities: '小規模な保育所を2か所開設し、保育士への家賃補助の対象を広げた。',
      attainment: 'b', reason: '定員の整備はほぼ計画どおり進んだが、北部地区の1歳児を中心に待機児童が22人残った。',
      direction: 'continue', nextSteps: '北部地区で認可保育所の整備を進め、開設の時期を早める。',
    },
    {
      circumstances: '大規模な住宅の入居が始まり、北部地区の申込みが集中した。',
      activities: '北部地区に認可保育所を1か所開設し、既存の4か所で年齢ごとの定員を組み替えた。',
      attainment: 'a', reason: '待機児童数は9人となり目標の10人を下回った。定員と利用できた割合も目標に達している。',
      direction: 'continue', nextSteps: '待機児童の解消に向け、改修による定員の増加を進める。',
    },
    {
      circumstances: '申込者数は横ばいとなり、保育の質や一時預かりに関する要望が増えている。',
      activities: '保育所の改修により定員を39人増やした。保育士の短時間勤務の求人を紹介する窓口を設けた。',
      attainment: 'a', reason: '待機児童が計画策定以来初めてなくなった。利用できた割合も97.8％となり目標を上回った。',
      direction: 'improve', nextSteps: '整備から質の向上へ重点を移し、一時預かりの枠を増やす。',
    },
  ],
};

const places: MeasureContent = {
  number: '2-2', section: 'childcare', name: both('子どもの居場所づくり', 'Places for children'),
  texts: {
    purpose: '放課後や休みの日に、子どもが安全に過ごせる場所を増やす。',
    issues: '見守りをする人が足りず、開く日数に学校ごとの差がある。',
    direction: '学校の施設を使い、地域の団体とともに運営する。',
    goal: 'どの小学校区にも、子どもが安心して過ごせる場所がある。',
  },
  indicators: [
    {
      name: both('放課後の居場所を設けた小学校', 'Primary schools with an after-school place'), class: 'activity', unit: '校', kind: 'cumulative', direction: 'higher',
      baseline: '4校', targets: ['6校', '8校', '10校', '12校', '12校'], actuals: ['6校', '8校', '9校'],
    },
    {
      name: both('利用した子どもの満足度', 'Satisfaction of the children'), class: 'outcome', unit: '％', kind: 'state', direction: 'higher',
      baseline: '－', targets: ['80％', '－', '85％', '－', '90％'],
      actuals: ['83.5％', { typed: '－', meaning: 'not-measured' }, '81.2％'], remark: '隔年で調査', source: '利用者アンケート',
    },
  ],
  projects: [
    {
      name: both('放課後の居場所事業', 'After-school places'), costs: [26_300, 31_900, 34_200],
      results: ['2校で新たに開いた。', '2校で新たに開き、週4日に増やした。', '1校で新たに開いた。残る3校は場所を調整中である。'],
    },
  ],
  money: [[21_800, 0, 20_640], [23_200, 0, 22_105], [28_500, 0, 26_300], [33_400, 0, 31_900], [38_900, -2_600, 34_200]],
  financing: { national: 33, prefecture: 33, other: 0 },
  labour: ['1.8', '2.0', '2.0'],
  years: [
    {
      circumstances: '学童クラブの利用が定員に近づき、登録のいらない居場所を望む声がある。',
      activities: '2校の空き教室で週3日の居場所を始め、地域の団体に運営を委託した。',
      attainment: 'a', reason: '計画どおり6校で実施し、利用した子どもの満足度も目標を上回った。',
      direction: 'continue', nextSteps: '見守りをする人の研修を年2回開き、開く日数を増やす。',
    },
    {
      circumstances: '夏休み中の利用を望む家庭が多く、暑さへの備えも必要になっている。',
      activities: '新たに2校で始め、8校のうち5校を週4日とした。夏休みは冷房のある教室に移した。',
      attainment: 'b', reason: '設置校は目標の8校に達したが、見守りの人手が足りず、週4日とする予定の3校が週3日のままとなった。',
      direction: 'continue', nextSteps: '大学生の参加を募り、週4日の学校を増やす。',
    },
    {
      circumstances: '空き教室のない学校が残っており、校外の施設を使う方法を検討している。',
      activities: '1校で新たに始めた。残る3校では児童館や集会所の利用を関係者と話し合った。',
      attainment: 'c', reason: '設置校は9校で、目標の10校に届かなかった。満足度も目標を下回り、遊びの内容が少ないとの意見があった。',
      direction: 'improve', nextSteps: '児童館との共同の実施を2校で試す。',
    },
  ],
};

export const childhood: PolicyContent = {
  number: '2', section: 'childcare', name: both('子育てを支えるまち', 'A town that supports families'),
  texts: { purpose: '子どもと家庭が地域に支えられて暮らしている。', direction: '保育の枠と放課後の居場所を合わせて整える。' },
  years: [
    {
      circumstances: '出生数は減っているが、保育を必要とする家庭の割合は高まっている。',
      needs: '子育て家庭への調査では、保育所の利用しやすさと放課後の過ごし方への関心が高い。',
      attainment: 'b', reason: '居場所づくりは計画どおり進んだが、北部地区の待機児童が解消していない。',
      direction: 'continue', nextSteps: '北部地区の保育所の整備を優先して進める。',
    },
    {
      circumstances: '北部地区の住宅開発により、同地区の子どもの数が増えている。',
      needs: '夏休みの過ごし方に関する相談が、子育て相談の2割を占めた。',
      attainment: 'b', reason: '待機児童は目標より少なくなったが、居場所を開く日数に学校ごとの差が残った。',
      direction: 'continue', nextSteps: '見守りをする人を確保するため、大学や地域の団体と協定を結ぶ。',
    },
    {},
  ],
  measures: [daycare, places],
};
