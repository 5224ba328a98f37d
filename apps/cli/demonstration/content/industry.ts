import { both, type MeasureContent, type PolicyContent } from './policy.ts';

const markets: MeasureContent = {
  number: '1-1', section: 'promotion', name: both('販路開拓・販売促進支援', 'Opening new markets'), flags: ['priority'],
  texts: {
    purpose: '市内の事業者が新しい取引先や顧客を得られるようにする。',
    issues: '展示会に出ても成約に至らない事業者が多く、出展後の支援が足りない。',
    direction: '出展から商談、成約までを通して支援する。',
    goal: '市内の製品が市外でも選ばれ、売上げを伸ばす事業者が増えている。',
  },
  indicators: [
    {
      name: both('販売会・商談会等の実施回数', 'Fairs and meetings held'), class: 'activity', unit: '回', kind: 'annual', direction: 'higher',
      baseline: '―　回', targets: ['10回', '12回', '12回', '14回', '14回'], actuals: ['13回', '14回', '15回'], source: '所管課調べ',
    },
    {
      name: both('出展を支援した事業者数', 'Businesses supported at fairs'), class: 'outcome', unit: '社', kind: 'annual', direction: 'higher',
      baseline: '36社（累計149社）', targets: ['40社（累計189社）', '40社（累計229社）', '42社（累計271社）', '42社（累計313社）', '42社（累計355社）'],
      actuals: ['35社（累計184社）', '45社（累計229社）', '41社（累計270社）'], remark: '括弧内は計画策定前からの累計',
    },
    {
      name: both('ネット販売を始めた事業者数', 'Businesses that began to sell online'), class: 'outcome', unit: '社', kind: 'annual', direction: 'higher',
      baseline: '8社', targets: ['10社', '10社', '12社', '12社', '15社'], actuals: ['10社', '12社', '14社'], source: '支援事業の報告書',
    },
  ],
  projects: [
    {
      name: both('展示会出展支援事業', 'Support at trade fairs'), costs: [12_480, 12_916, 13_205],
      results: ['国内9会場、海外1会場への出展を支援した。', '国内10会場への出展を支援し、商談後の面談を加えた。', '出展前の商品説明の練習会を新たに開いた。'],
    },
    {
      name: both('ネット販売支援事業', 'Support for online shops'), costs: [3_940, 4_120, 4_866],
      results: ['専門家を延べ30回派遣した。', '専門家の派遣を38回に増やした。', '写真の撮り方の講座を加え、42回派遣した。'],
    },
  ],
  money: [[18_200, 0, 17_644], [18_650, -400, 17_902], [19_100, 0, 18_370], [19_800, 620, 19_774], [21_400, 0, 20_583]],
  financing: { national: 20, prefecture: 15, other: 0 },
  labour: ['2.5', '2.5', '2.8'],
  years: [
    {
      circumstances: '原材料の値上がりが続き、既存の取引先だけでは利益を確保しにくいとの声が多い。',
      activities: '展示会への出展費用の一部を補助し、商談会を市の施設で開催した。海外の展示会には1社が出展した。',
      attainment: 'b',
      reason: '実施回数は目標を上回ったが、出展を支援した事業者数は目標に5社届かなかった。秋の展示会が中止となった影響が大きい。',
      direction: 'improve', nextSteps: '海外への出展は対象を絞り、国内の展示会では出展後の商談まで支援する。',
    },
    {
      circumstances: '仕入担当者と直接話す機会を求める事業者が増え、対面の商談会への申込みが定員を超えた。',
      activities: '商談会を2回増やし、出展後に専門家が面談する仕組みを始めた。ネット販売の講座は平日夜間にも開いた。',
      attainment: 'a',
      reason: '三つの指標すべてで目標を達成した。出展後の面談を受けた事業者の半数が、年度内に新しい取引を始めている。',
      direction: 'continue', nextSteps: '面談の結果を事例集にまとめ、初めて出展する事業者に配る。',
    },
    {
      circumstances: '展示会の再開が進み、出展する自治体も増えたため、来場者の目に留まる工夫が必要になっている。',
      activities: '出展前の練習会を新設し、共同の展示区画を設けた。ネット販売では商品写真の撮影講座を加えた。',
      attainment: 'a',
      reason: '実施回数とネット販売は目標を上回った。出展事業者数は目標より1社少ないが、累計では計画どおりに進んでいる。',
      direction: 'continue', nextSteps: '共同の展示区画を次の年度も確保し、出展の経験がない事業者の参加を促す。',
    },
  ],
};

const foundations: MeasureContent = {
  number: '1-2', section: 'promotion', name: both('創業・経営基盤の強化支援', 'Starting and strengthening businesses'),
  texts: {
    purpose: '創業しやすく、事業を続けやすいまちにする。',
    issues: '創業から3年以内の廃業が多く、相談が資金繰りに偏っている。',
    direction: '創業前から3年目までを同じ相談員が支援する。',
    goal: '創業する人が増え、経営の改善に取り組む事業者が増えている。',
  },
  indicators: [
    {
      name: both('経営改善補助金の交付件数', 'Grants for better management'), class: 'activity', unit: '件', kind: 'annual', direction: 'higher',
      baseline: '51件', targets: ['60件', '65件', '70件', '70件', '70件'], actuals: ['67件', '156件', '203件'], source: '所管課調べ',
    },
    {
      name: both('経営相談の件数', 'Consultations'), class: 'activity', unit: '件', kind: 'annual', direction: 'higher',
      baseline: '672件', targets: ['700件', '750件', '800件', '850件', '900件'], actuals: ['759件', '１，０４３件', '1,128件'],
    },
    {
      name: both('支援を受けた創業者数', 'People who started a business with support'), class: 'outcome', unit: '人', kind: 'cumulative', direction: 'higher',
      baseline: '0人', targets: ['30人', '60人', '90人', '120人', '150人'], actuals: ['24人', '58人', '93人'], remark: '計画期間中の累計',
    },
  ],
  projects: [
    {
      name: both('経営改善補助事業', 'Grants for better management'), costs: [31_200, 78_450, 96_310],
      results: ['設備の更新を中心に67件を交付した。', '補助率を引き上げ、交付件数が2倍を超えた。', '申請の受付を年3回に増やした。'],
    },
    {
      name: both('創業支援事業', 'Support for founders'), costs: [8_610, 8_742, 9_013],
      results: ['創業塾を2期開いた。', '創業塾に女性向けの回を設けた。', '創業後の訪問相談を始めた。'],
    },
  ],
  money: [[52_300, 0, 48_116], [53_800, 0, 50_229], [58_400, 0, 54_905], [92_600, 18_300, 108_472], [131_500, -2_400, 126_880]],
  financing: { national: 35, prefecture: 0, other: 5 },
  labour: ['3.0', '3.6', '4.0'],
  years: [
    {
      circumstances: '金利の上昇を見込んで借入れを早める動きがあり、設備投資の相談が増えている。',
      activities: '経営相談の窓口を週5日開き、補助金の申請書の書き方を個別に説明した。創業塾は2期で48人が受講した。',
      attainment: 'b',
      reason: '補助金と相談の件数は目標を上回ったが、創業者数は30人の目標に対し24人であった。',
      direction: 'improve', nextSteps: '創業塾の修了者に相談員を割り当て、開業までの手続きを支援する。',
    },
    {
      circumstances: '補助率の引上げを知った事業者からの申請が年度後半に集中した。',
      activities: '補助率を2分の1から3分の2に引き上げ、市内の事業者約4,000者に案内を送った。',
      attainment: 'a',
      reason: '案内の送付と補助率の引上げにより、交付件数が目標の2倍を超えた。創業者数も累計58人まで伸び、遅れをほぼ取り戻した。',
      direction: 'expand', nextSteps: '実績に合わせて補助金の目標値を見直し、受付の回数を増やして申請の集中を避ける。',
    },
    {
      circumstances: '人手不足を理由に、省力化の設備を導入したいという相談が目立つ。',
      activities: '補助金の受付を年3回とし、創業後1年目の事業者を相談員が訪問した。',
      attainment: 'a',
      reason: '見直し後の目標である200件を上回り、創業者数も累計の目標に達した。訪問した事業者の廃業はなかった。',
      direction: 'continue', nextSteps: '省力化に関する専門家を相談員に加える。',
    },
  ],
};

const streets: MeasureContent = {
  number: '1-3', section: 'tourism', related: ['promotion'], name: both('商店街と観光のにぎわいづくり', 'Lively streets and visitors'),
  texts: {
    purpose: '商店街を歩く人を増やし、まちのにぎわいを保つ。',
    issues: '催しの日以外の人出が少なく、空き店舗が埋まらない。',
    direction: '観光の案内と商店街の催しを一体で行う。',
    goal: '市外からの来訪者が商店街に立ち寄り、空き店舗が減っている。',
  },
  indicators: [
    {
      name: both('商店街の催しの来場者数', 'Visitors of street events'), class: 'outcome', unit: '人', kind: 'annual', direction: 'higher',
      baseline: '18,400人', targets: ['20,000人', '22,000人', '24,000人', '25,000人', '26,000人'], actuals: ['延べ19,250人', '延べ23,800人', '延べ21,600人'],
    },
    {
      name: both('空き店舗率', 'Empty shops'), class: 'outcome', unit: '％', kind: 'state', direction: 'lower',
      baseline: '14.2％', targets: ['14.0％', '13.5％', '13.0％', '12.5％', '12.0％'], actuals: ['14.6％', '13.9％', '13.8％'], source: '商店街実態調査',
    },
    {
      name: both('駅前観光案内所の整備', 'Information centre at the station'), class: 'activity', unit: '', kind: 'state', direction: 'higher',
      baseline: '未整備', targets: ['設計', '工事', '開設', '運営', '運営'], actuals: ['設計', '建設中1施設', '開設'],
    },
  ],
  projects: [
    {
      name: both('商店街活性化補助事業', 'Grants for shopping streets'), costs: [9_800, 10_450, 9_920],
      results: ['6団体の催しに補助した。', '7団体の催しに補助し、共同の抽選会を開いた。', '荒天により2団体の催しが中止となった。'],
    },
    {
      name: both('観光案内所整備事業', 'Information centre'), costs: [4_200, 38_600, 12_100],
      results: ['実施設計を終えた。', '建物の工事を進めた。', '10月に開設し、案内員2人を置いた。'],
    },
  ],
  money: [[12_000, 0, 11_480], [12_600, 0, 11_902], [16_400, 0, 14_930], [52_800, 0, 50_114], [26_300, -1_200, 23_470]],
  financing: { national: 0, prefecture: 25, other: 10 },
  labour: ['2.0', '2.8', '2.2'],
  years: [
    {
      circumstances: '週末の人出は戻りつつあるが、平日の日中に閉まっている店舗が多い。',
      activities: '商店街の催しへの補助を続け、駅前の観光案内所の設計を終えた。空き店舗の所有者48人に意向を尋ねた。',
      attainment: 'c',
      reason: '来場者数は目標に届かず、空き店舗率は計画策定時より悪化した。所有者の意向調査では、貸す予定がないとの回答が6割を占めた。',
      direction: 'improve', nextSteps: '短い期間だけ貸す仕組みを所有者に提案し、試しの出店を募る。',
    },
    {
      circumstances: '短期の出店を希望する人は多いが、改修費の負担が妨げになっている。',
      activities: '空き店舗での短期出店を5店舗で試した。案内所の工事は予定どおり進み、催しは共同の抽選会と合わせて行った。',
      attainment: 'b',
      reason: '来場者数は目標を上回り、空き店舗率も改善したが、空き店舗率は目標の13.5％に届いていない。',
      direction: 'continue', nextSteps: '短期出店の店舗を10店舗に増やし、改修費の一部を補助する。',
    },
    {
      circumstances: '駅前の案内所の利用者は月平均900人で、商店街の場所を尋ねる人が最も多い。',
      activities: '観光案内所を開設し、商店街の地図を作って配った。短期出店は9店舗で行った。',
      attainment: 'b',
      reason: '案内所は予定どおり開設した。来場者数は荒天で2団体の催しが中止となり、目標を下回った。',
      direction: 'continue', nextSteps: '催しの予備日を設けるよう各団体と調整する。',
    },
  ],
};

export const industry: PolicyContent = {
  number: '1', section: 'promotion', name: both('活力ある産業のまち', 'A town of lively industries'),
  texts: { purpose: '市内の産業が育ち、働く場と買い物の場が保たれている。', direction: '意欲のある事業者を後押しし、人の流れを商店街につなぐ。' },
  years: [
    {
      circumstances: '物価の上昇により利益が減った事業者が多く、新しい取引先を求める動きが強まっている。',
      needs: '景況調査では「販路を広げたい」「設備を更新したい」との回答が上位を占めた。',
      attainment: 'b', reason: '創業と販路の支援は進んだが、商店街のにぎわいは計画策定時を下回る水準にとどまった。',
      direction: 'improve', nextSteps: '空き店舗の活用を重点とし、産業振興課と観光課が合同で商店街を回る。',
    },
    {
      circumstances: '設備投資の意欲が高まり、補助金の申請が大きく増えた。',
      needs: '商店街の利用者調査では、日曜日に開いている店を増やしてほしいとの意見が多い。',
      attainment: 'a', reason: '3施策のうち2施策で目標を達成し、残る1施策でも空き店舗率が改善に転じた。',
      direction: 'expand', nextSteps: '経営改善の補助を広げ、短期出店の取組を市全域で行う。',
    },
    {},
  ],
  measures: [markets, foundations, streets],
};
