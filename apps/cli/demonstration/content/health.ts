import { both, type MeasureContent, type PolicyContent } from './policy.ts';

const prevention: MeasureContent = {
  number: '3-1', section: 'elderly', related: ['health'], name: both('介護予防の推進', 'Preventing the need for care'),
  texts: {
    purpose: '高齢になっても、できるだけ長く自立して暮らせるようにする。',
    issues: '通いの場の参加者が固定し、男性の参加が少ない。',
    direction: '身近な集会所での体操を広げ、参加のきっかけを増やす。',
    goal: '多くの高齢者が地域の活動に加わり、元気に暮らしている。',
  },
  indicators: [
    {
      name: both('介護予防教室の参加者数', 'Participants of classes'), class: 'activity', unit: '人', kind: 'annual', direction: 'higher',
      baseline: '1,640人（24回）', targets: ['1,800人（26回）', '1,900人（28回）', '2,000人（30回）', '2,100人（30回）', '2,200人（32回）'],
      actuals: ['1,752人（26回）', '2,000人（29回）', '2,085人（30回）'], remark: '括弧内は開催回数',
    },
    {
      name: both('地域の通いの場の数', 'Local meeting places'), class: 'activity', unit: 'か所', kind: 'cumulative', direction: 'higher',
      baseline: '32か所', targets: ['36か所', '40か所', '44か所', '48か所', '52か所'], actuals: ['35か所', '41か所', '46か所'],
    },
    {
      name: both('要介護認定率', 'Elderly people in need of care'), class: 'outcome', unit: '％', kind: 'state', direction: 'lower',
      baseline: '18.9％', targets: ['18.9％', '18.8％', '18.7％', '18.6％', '18.5％'], actuals: ['19.1％', '18.9％', '18.6％'], source: '介護保険事業状況報告',
    },
  ],
  projects: [
    {
      name: both('介護予防教室事業', 'Classes'), costs: [14_300, 15_120, 15_640],
      results: ['体操と栄養の教室を26回開いた。', '男性向けの料理教室を加えた。', '理学療法士の指導を毎回行った。'],
    },
    {
      name: both('通いの場支援事業', 'Support for meeting places'), costs: [6_200, 7_480, 8_050],
      results: ['3か所の立上げを支援した。', '6か所の立上げを支援した。', '5か所の立上げと送迎の試行を支援した。'],
    },
  ],
  money: [[19_400, 0, 18_220], [20_100, 0, 18_966], [22_300, 0, 20_840], [24_100, 0, 23_075], [25_200, 300, 24_612]],
  financing: { national: 25, prefecture: 12, other: 50 },
  labour: ['2.4', '2.4', '2.6'],
  years: [
    {
      circumstances: '75歳以上の人口が増え、ひとり暮らしの高齢者の割合も高まっている。',
      activities: '介護予防教室を26回開き、集会所で体操を始める団体に用具を貸し出した。',
      attainment: 'b', reason: '開催回数は目標どおりだが、参加者数は1,752人にとどまり、認定率もわずかに上がった。',
      direction: 'improve', nextSteps: '男性が参加しやすい内容の教室を設ける。',
    },
    {
      circumstances: '買い物や通院の付添いなど、生活の手助けを求める声が増えている。',
      activities: '男性向けの料理教室を4回開き、民生委員を通じて案内した。通いの場は6か所増えた。',
      attainment: 'a', reason: '参加者数と通いの場の数が目標に達した。認定率は目標をわずかに上回るが、前年度より下がっている。',
      direction: 'continue', nextSteps: '通いの場まで歩いて行けない人のため、送迎の方法を検討する。',
    },
    {
      circumstances: '移動の手段がなく、通いの場に参加できないという相談が地域包括支援センターに寄せられている。',
      activities: '教室を30回開き、2地区で福祉施設の車を使った送迎を試した。',
      attainment: 'a', reason: '三つの指標すべてで目標を達成した。送迎を利用した38人のうち30人が新しい参加者であった。',
      direction: 'expand', nextSteps: '送迎を4地区に広げる。',
    },
  ],
};

const checkups: MeasureContent = {
  number: '3-2', section: 'health', name: both('生活習慣病の予防', 'Preventing lifestyle diseases'),
  texts: {
    purpose: '病気を早く見つけ、重くなる前に生活を改められるようにする。',
    issues: '40歳代と50歳代の健診の受診率が低い。',
    direction: '受けやすい日時と場所を増やし、受けていない人に個別に案内する。',
    goal: '健診を受ける人が増え、生活習慣を改める人が増えている。',
  },
  indicators: [
    {
      name: both('特定健診の受診率', 'Participation in check-ups'), class: 'outcome', unit: '％', kind: 'annual', direction: 'higher',
      baseline: '44.8％', targets: ['46％', '48％', '50％', '52％', '55％'], actuals: ['45.1％', '46.3％', '47.9％（見込）'], source: '法定報告値',
    },
    {
      name: both('成人の喫煙率', 'Adults who smoke'), class: 'outcome', unit: '％', kind: 'state', direction: 'lower',
      baseline: '17.2％', targets: ['－', '16％', '－', '15％', '－'],
      actuals: [{ typed: '－', meaning: 'not-measured' }, '16.4％', { typed: '－', meaning: 'not-measured' }], remark: '3年に一度程度の調査', source: '健康意識調査',
    },
    {
      name: both('健康講座の参加者数', 'Participants of lectures'), class: 'activity', unit: '人', kind: 'annual', direction: 'higher',
      baseline: '延べ820人', targets: ['延べ900人', '延べ950人', '延べ1,000人', '延べ1,050人', '延べ1,100人'], actuals: ['延べ874人', '延べ1,012人', '延べ961人'],
    },
  ],
  projects: [
    {
      name: both('特定健診・保健指導事業', 'Check-ups and guidance'), costs: [88_200, 90_450, 92_030],
      results: ['日曜日の健診を4回行った。', '日曜日の健診を6回に増やした。', '予約をインターネットでも受け付けた。'],
    },
    {
      name: both('健康講座事業', 'Lectures'), costs: [3_100, 3_240, 3_180],
      results: ['12講座を開いた。', '企業に出向く講座を始めた。', '講師の都合により2講座を中止した。'],
    },
  ],
  money: [[90_200, 0, 86_410], [92_800, 0, 88_950], [95_400, 0, 91_720], [97_100, 0, 94_066], [98_600, 0, 95_480]],
  financing: { national: 18, prefecture: 18, other: 30 },
  labour: ['3.1', '3.1', '3.0'],
  years: [
    {
      circumstances: '受診を控える動きは落ち着いたが、働く世代の受診率は県の平均を下回っている。',
      activities: '日曜日の健診を4回行い、受けていない人に圧着のはがきで案内を送った。',
      attainment: 'c', reason: '受診率は45.1％で目標に届かず、伸びも0.3ポイントにとどまった。案内の送付が年度後半になったことが影響した。',
      direction: 'improve', nextSteps: '案内を6月に送り、年代に合わせて文面を変える。',
    },
    {
      circumstances: '勤め先での健診の結果を提供してもらう仕組みが、県内の他市で進んでいる。',
      activities: '案内の送付を6月に早め、日曜日の健診を6回に増やした。市内の企業7社に出向いて講座を開いた。',
      attainment: 'b', reason: '受診率は1.2ポイント伸びたが目標の48％には届いていない。講座の参加者数は目標を上回った。',
      direction: 'improve', nextSteps: '勤め先の健診結果を受け取る仕組みを商工会と作る。',
    },
    {
      circumstances: '予約の電話がつながりにくいとの苦情が減り、夜間の予約が全体の3割を占めた。',
      activities: 'インターネットでの予約を始め、勤め先の健診結果の提供を商工会の会報で呼びかけた。',
      attainment: 'b', reason: '受診率は見込みで47.9％となり、目標には届かないものの計画策定以来最も高い。講座は2回の中止により目標を下回った。',
      direction: 'continue', nextSteps: '40歳の人に受診の無料券を送る。',
    },
  ],
};

export const health: PolicyContent = {
  number: '3', section: 'elderly', name: both('健やかに暮らせるまち', 'A town to live in good health'),
  texts: { purpose: 'だれもが年齢に応じて健康に暮らしている。', direction: '予防に力を入れ、身近な場所で健康づくりができるようにする。' },
  years: [
    {
      circumstances: '医療費と介護給付費がともに増え、予防の取組が一層求められている。',
      needs: '高齢者への調査では、歩いて行ける場所での体操を望む回答が最も多い。',
      attainment: 'b', reason: '介護予防はおおむね進んだが、健診の受診率がほとんど伸びなかった。',
      direction: 'improve', nextSteps: '高齢福祉課と健康推進課が共同で、教室の場で健診を案内する。',
    },
    {
      circumstances: '団塊の世代が75歳以上となり、相談の件数が前年度より1割増えた。',
      needs: '働く世代からは、休日や夜間に健診を受けたいとの要望が多い。',
      attainment: 'b', reason: '介護予防は目標を達成し、健診の受診率も改善したが、目標との差は残っている。',
      direction: 'continue', nextSteps: '勤め先の健診の結果を生かす仕組みを作る。',
    },
    {
      circumstances: '通いの場への移動と、働く世代の健診が引き続き課題である。',
      needs: '地域包括支援センターへの相談では、移動の手段に関するものが2割を占める。',
      attainment: 'a',
    },
  ],
  measures: [prevention, checkups],
};
