import { both, type MeasureContent, type PolicyContent } from './policy.ts';

const courses: MeasureContent = {
  number: '5-1', section: 'learning', name: both('生涯学習の推進', 'Learning at every age'),
  texts: {
    purpose: 'いつでも学び、その成果を地域で生かせるようにする。',
    issues: '参加者が平日の昼に集まれる人に偏っている。',
    direction: '夜間と休日の講座を増やし、学んだ人が教える側になる機会を設ける。',
    goal: '学ぶ人が増え、地域の活動の担い手が育っている。',
  },
  indicators: [
    {
      name: both('講座の参加者数', 'Participants of courses'), class: 'outcome', unit: '人', kind: 'annual', direction: 'higher',
      baseline: '延べ4,600人', targets: ['延べ4,700人', '延べ4,800人', '延べ4,900人', '延べ5,000人', '延べ5,100人'],
      actuals: ['延べ4,652人', '延べ5,130人', '延べ5,013人'],
    },
    {
      name: both('参加者の満足度', 'Satisfaction of participants'), class: 'outcome', unit: '％', kind: 'annual', direction: 'higher',
      baseline: '86％', targets: ['87％', '88％', '89％', '90％', '90％'], actuals: ['88.4％', '89.7％', '90.2％'], source: '講座終了後のアンケート',
    },
    {
      name: both('住民が講師を務めた講座', 'Courses given by residents'), class: 'activity', unit: '講座', kind: 'annual', direction: 'higher',
      baseline: '12講座', targets: ['15講座', '18講座', '20講座', '22講座', '24講座'], actuals: ['14講座', '19講座', '21講座'],
    },
  ],
  projects: [
    {
      name: both('市民講座事業', 'Courses'), costs: [11_200, 11_940, 12_300],
      results: ['62講座を開いた。', '夜間の講座を10講座増やした。', '休日の親子講座を6回開いた。'],
    },
  ],
  money: [[12_400, 0, 11_380], [12_700, 0, 11_620], [12_900, 0, 11_930], [13_400, 0, 12_655], [13_800, 0, 12_980]],
  financing: { national: 0, prefecture: 0, other: 18 },
  labour: ['2.0', '2.1', '2.1'],
  years: [
    {
      circumstances: '対面の講座への参加は戻ったが、定員に満たない講座が2割ある。',
      activities: '62講座を開き、うち14講座で住民が講師を務めた。',
      attainment: 'b', reason: '満足度は目標を上回ったが、参加者数と住民による講座の数は目標にわずかに届かなかった。',
      direction: 'improve', nextSteps: '夜間の講座を増やし、働く世代の参加を促す。',
    },
    {
      circumstances: '夜間の講座の申込みは30代と40代が半数を占めた。',
      activities: '夜間の講座を10講座増やし、講師を希望する住民への研修を2回行った。',
      attainment: 'a', reason: '三つの指標すべてで目標を達成した。夜間の講座では、初めて参加した人が4割を占めた。',
      direction: 'continue', nextSteps: '親子で参加できる休日の講座を設ける。',
    },
    {
      circumstances: '休日の講座を望む声が多い一方、会場の予約が取りにくくなっている。',
      activities: '休日の親子講座を6回開き、学校の特別教室を会場として使った。',
      attainment: 'a', reason: '参加者数は前年度を下回ったが目標は達成し、満足度と住民による講座の数も目標を上回った。',
      direction: 'continue', nextSteps: '学校の教室を使う講座を3校に広げる。',
    },
  ],
};

const library: MeasureContent = {
  number: '5-2', section: 'learning', name: both('図書館サービスの充実', 'Better libraries'),
  texts: {
    purpose: '必要な本や情報を、だれもが手に入れられるようにする。',
    issues: '10代と働く世代の利用が少なく、来館しにくい人への支援が足りない。',
    direction: '電子書籍の導入と、返却や受取りの場所の追加を進める。',
    goal: '図書館を使う人が増え、暮らしや仕事に役立てられている。',
  },
  indicators: [
    {
      name: both('個人への貸出点数', 'Items lent'), class: 'outcome', unit: '点', kind: 'annual', direction: 'higher',
      baseline: '512,300点', targets: ['515,000点', '520,000点', '525,000点', '530,000点', '535,000点'], actuals: ['508,940点', '516,210点', '529,480点'],
    },
    {
      name: both('電子書籍の導入', 'Electronic books'), class: 'activity', unit: '', kind: 'state', direction: 'higher',
      baseline: '未導入', targets: ['検討', '検討', '導入', '運用', '運用'], actuals: ['検討', '検討', '導入'],
    },
  ],
  projects: [
    {
      name: both('図書館運営事業', 'Running the libraries'), costs: [148_300, 150_900, 156_400],
      results: ['中央館の開館を1時間延ばした。', '駅前に返却箱を置いた。', '電子書籍3,200点を導入した。'],
    },
  ],
  money: [[151_000, 0, 146_220], [152_600, 0, 147_580], [154_000, 0, 148_300], [156_800, 0, 150_900], [163_200, 0, 156_400]],
  financing: { national: 0, prefecture: 0, other: 1 },
  labour: ['8.0', '8.0', '8.2'],
  years: [
    {
      circumstances: '来館者数は回復の途中にあり、特に高校生の利用が以前の水準に戻っていない。',
      activities: '中央館の平日の開館を20時まで延ばし、高校生向けの自習の席を設けた。',
      attainment: 'b', reason: '貸出点数は目標を約1％下回った。開館の延長により、夜間の来館者は前年度の1.3倍となった。',
      direction: 'continue', nextSteps: '駅前に返却箱を置き、借りやすく返しやすくする。',
    },
    {
      circumstances: '電子書籍を始める市が県内で増え、導入を望む声が寄せられている。',
      activities: '駅前に返却箱を2か所置いた。電子書籍については、費用と点数を他市に尋ねて比べた。',
      attainment: 'b', reason: '貸出点数は前年度より7,270点増えたが、目標の520,000点には届いていない。',
      direction: 'expand', nextSteps: '電子書籍を導入し、来館しにくい人の利用を増やす。',
    },
    {
      circumstances: '電子書籍の登録者は半年で2,400人となり、30代が最も多い。',
      activities: '10月に電子書籍3,200点の貸出しを始め、学校を通じて児童と生徒に利用の方法を案内した。',
      attainment: 'a', reason: '電子書籍を予定どおり導入し、貸出点数も電子書籍を含めて目標を上回った。',
      direction: 'continue', nextSteps: '点数の少ない分野の電子書籍を補い、利用の多い時間帯の問合せに対応する。',
    },
  ],
};

export const learning: PolicyContent = {
  number: '5', section: 'learning', name: both('学びと文化のまち', 'A town of learning and culture'),
  texts: { purpose: '学びや本を通じて、人と地域がつながっている。', direction: '来館や参加のしにくい人に届く方法を増やす。' },
  years: [
    {
      circumstances: '対面の活動が戻るにつれ、参加する人としない人の差が広がっている。',
      needs: '働く世代からは、夜間や休日に参加できる講座を望む声が多い。',
      attainment: 'b', reason: '二つの施策とも目標にわずかに届かなかったが、満足度は高い水準にある。',
      direction: 'improve', nextSteps: '夜間の開館と講座を合わせて行い、初めての参加を増やす。',
    },
    {
      circumstances: '夜間の講座と返却箱により、働く世代の利用が増えている。',
      needs: '電子書籍の導入を望む意見が、図書館への要望の4分の1を占めた。',
      attainment: 'b', reason: '講座は目標を達成した。図書館の貸出点数は増えているが、目標には届いていない。',
      direction: 'expand', nextSteps: '電子書籍を導入し、学校との連携を強める。',
    },
    {
      circumstances: '電子書籍の導入により、来館しにくい人の利用が広がり始めた。',
      needs: '休日の会場の不足について、複数の団体から要望があった。',
      attainment: 'a',
    },
  ],
  measures: [courses, library],
};
