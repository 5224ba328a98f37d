import { both, type MeasureContent, type PolicyContent } from './policy.ts';

const waste: MeasureContent = {
  number: '4-1', section: 'environment', name: both('ごみの減量と資源化', 'Less waste, more recycling'),
  texts: {
    purpose: 'ごみを減らし、使えるものを資源として生かす。',
    issues: '事業所のごみの減量が進まず、燃やすごみに紙類が混ざっている。',
    direction: '分別の案内を分かりやすくし、事業所への訪問を強める。',
    goal: '一人ひとりのごみの量が減り、資源として生かされる割合が高まっている。',
  },
  indicators: [
    {
      name: both('1人1日当たりのごみ排出量', 'Waste per person and day'), class: 'outcome', unit: 'g', kind: 'annual', direction: 'lower',
      baseline: '842g', targets: ['835g', '825g', '815g', '805g', '795g'], actuals: ['838g', '821g', '812g'], formula: '年間の排出量 ÷ 人口 ÷ 日数',
    },
    {
      name: both('資源化率', 'Share recycled'), class: 'outcome', unit: '％', kind: 'annual', direction: 'higher',
      baseline: '21.5％', targets: ['22％', '23％', '24％', '25％', '26％'], actuals: ['21.8％', '22.6％', '23.1％'],
    },
    {
      name: both('訪問した事業所数', 'Businesses visited'), class: 'activity', unit: '事業所', kind: 'annual', direction: 'higher',
      baseline: '－', targets: ['60事業所', '80事業所', '100事業所', '100事業所', '100事業所'], actuals: ['64事業所', '78事業所', '105事業所'],
    },
  ],
  projects: [
    {
      name: both('分別収集事業', 'Separate collection'), costs: [212_400, 214_900, 218_050],
      results: ['収集の経路を見直した。', '古布の回収を月2回に増やした。', '小型家電の回収箱を3か所増やした。'],
    },
    {
      name: both('ごみ減量啓発事業', 'Advice on waste'), costs: [5_820, 6_140, 6_390],
      results: ['分別の冊子を全戸に配った。', '外国語版の冊子を作った。', '分別を調べられるページを公開した。'],
    },
  ],
  money: [[218_000, 0, 211_440], [220_500, 0, 215_030], [224_800, 0, 218_220], [227_300, 0, 221_040], [231_600, 0, 224_440]],
  financing: { national: 0, prefecture: 2, other: 28 },
  labour: ['6.0', '6.0', '5.8'],
  years: [
    {
      circumstances: '宅配の利用が増え、段ボールなどの紙類がごみに占める割合が高まっている。',
      activities: '分別の冊子を全戸に配り、排出量の多い64事業所を職員が訪ねた。',
      attainment: 'b', reason: '排出量は838gで目標の835gにわずかに届かなかった。資源化率も目標を0.2ポイント下回った。',
      direction: 'continue', nextSteps: '紙類の出し方を写真で示し、集積所に掲示する。',
    },
    {
      circumstances: '転入した世帯や外国人の住民から、分別が分かりにくいとの声がある。',
      activities: '外国語版の冊子を4言語で作り、集積所300か所に紙類の出し方を掲示した。',
      attainment: 'b', reason: '排出量は目標を下回り達成したが、資源化率は22.6％で目標の23％に届いていない。',
      direction: 'improve', nextSteps: '事業所の紙類を回収する業者を紹介し、資源化率を高める。',
    },
    {
      circumstances: '処理施設の更新に向け、ごみの量を確実に減らすことが求められている。',
      activities: '分別を調べられるページを公開し、105事業所を訪ねて紙類の回収業者を紹介した。',
      attainment: 'b', reason: '排出量と訪問数は目標を達成したが、資源化率は23.1％で目標の24％に届いていない。',
      direction: 'improve', nextSteps: '燃やすごみの組成を調べ、混ざっている紙類の種類に応じた案内を行う。',
    },
  ],
};

const disaster: MeasureContent = {
  number: '4-2', section: 'disaster', name: both('地域の防災力の向上', 'Ready for disasters'), flags: ['priority'],
  texts: {
    purpose: '災害の時に、住民と市が互いに助け合えるようにする。',
    issues: '自主防災組織の担い手が高齢になり、訓練の参加者が減っている。',
    direction: '若い世代が参加できる訓練に改め、備えを地区ごとに整える。',
    goal: 'どの地区でも、避難所を住民が中心となって開くことができる。',
  },
  indicators: [
    {
      name: both('自主防災組織の結成率', 'Neighbourhoods with a group'), class: 'outcome', unit: '％', kind: 'state', direction: 'higher',
      baseline: '71.4％', targets: ['73％', '75％', '77％', '79％', '81％'], actuals: ['73.2％', '76.0％', '77.5％'],
    },
    {
      name: both('備蓄食料の数', 'Meals in store'), class: 'activity', unit: '食', kind: 'cumulative', direction: 'higher',
      baseline: '60,000食', targets: ['66,000食', '72,000食', '78,000食', '84,000食', '90,000食'], actuals: ['66,000食', '70,500食', '78,000食'],
    },
    {
      name: both('地域防災計画の改定', 'Revision of the disaster plan'), class: 'activity', unit: '', kind: 'state', direction: 'higher',
      baseline: '未着手', targets: ['検討', '素案作成', '改定', '運用', '運用'], actuals: ['検討', '素案作成', '改定'],
    },
  ],
  projects: [
    {
      name: both('自主防災組織支援事業', 'Support for groups'), costs: [7_400, 8_150, 8_020],
      results: ['5団体の結成を支援した。', '親子で参加する訓練を3地区で行った。', '訓練の手引きを作り直した。'],
    },
    {
      name: both('備蓄整備事業', 'Stores'), costs: [18_600, 16_900, 21_300],
      results: ['6,000食を買い入れた。', '入札の不調により4,500食にとどまった。', '前年度の不足分を含め7,500食を買い入れた。'],
    },
  ],
  money: [[25_400, 0, 24_120], [26_200, 0, 24_985], [28_100, 0, 26_740], [28_900, -1_500, 26_312], [31_700, 0, 30_466]],
  financing: { national: 0, prefecture: 30, other: 0 },
  labour: ['2.2', '2.3', '2.5'],
  years: [
    {
      circumstances: '大きな地震への不安から、家庭での備えに関する問合せが増えている。',
      activities: '防災訓練を12地区で行い、備蓄食料を6,000食増やした。地域防災計画の見直しの検討を始めた。',
      attainment: 'a', reason: '結成率、備蓄ともに目標を達成し、計画の検討も予定どおり進んだ。',
      direction: 'continue', nextSteps: '親子で参加できる訓練を行い、若い世代の参加を増やす。',
    },
    {
      circumstances: '備蓄食料の値上がりにより、予定した数を買い入れることが難しくなっている。',
      activities: '親子で参加する訓練を3地区で行い、420人が参加した。計画の素案をまとめた。',
      attainment: 'b', reason: '結成率は目標を上回ったが、備蓄は入札の不調により70,500食にとどまった。',
      direction: 'continue', nextSteps: '不足した備蓄を次の年度に補い、買入れの時期を分ける。',
    },
    {
      circumstances: '近隣の市で水害が起き、避難所の運営に関する相談が多く寄せられた。',
      activities: '地域防災計画を改定し、避難所の開設を住民が行う訓練を5地区で実施した。備蓄の不足分を補った。',
      attainment: 'a', reason: '三つの指標すべてで目標を達成した。避難所の開設訓練では、住民だけで1時間以内に受付を始めることができた。',
      direction: 'continue', nextSteps: '開設訓練を全地区で行い、手引きを避難所ごとに作る。',
    },
  ],
};

const roads: MeasureContent = {
  number: '4-3', section: 'roads', name: both('生活道路と公園の整備', 'Local roads and parks'),
  texts: {
    purpose: '安全に歩ける道と、だれもが使える公園を増やす。',
    issues: '用地の取得に時間がかかり、整備の遅れる路線がある。',
    direction: '通学路を優先し、公園は遊具の更新と合わせて改修する。',
    goal: '歩行者が安全に通れる道と、親しまれる公園が増えている。',
  },
  indicators: [
    {
      name: both('生活道路の整備延長', 'Roads improved'), class: 'activity', unit: 'm', kind: 'cumulative', direction: 'higher',
      baseline: '0m', targets: ['400m', '850m', '1,300m', '1,750m', '2,200m'], actuals: ['320m', '610m', '610m'], remark: '計画期間中の累計',
    },
    {
      name: both('改修した公園の数', 'Parks renewed'), class: 'activity', unit: '園', kind: 'annual', direction: 'higher',
      baseline: '2園', targets: ['3園', '3園', '3園', '3園', '3園'], actuals: ['3園', '4園', { typed: '－', meaning: 'cancelled' }],
    },
  ],
  projects: [
    {
      name: both('生活道路整備事業', 'Roads'), costs: [98_400, 86_200, 12_300],
      results: ['4路線で320mを整備した。', '3路線で290mを整備した。', '用地の協議のみを行った。'],
    },
    {
      name: both('公園改修事業', 'Parks'), costs: [41_200, 55_800, 0],
      results: ['3園の遊具を更新した。', '前倒しを含め4園を改修した。', '大規模公園の整備に予算を移した。'],
    },
  ],
  money: [[136_000, 0, 128_450], [141_200, 0, 132_910], [152_000, -6_800, 139_600], [158_400, -9_200, 142_000], [64_000, -48_000, 12_300]],
  financing: { national: 40, prefecture: 5, other: 0 },
  labour: ['4.0', '4.0', '1.5'],
  years: [
    {
      circumstances: '資材と人件費の値上がりにより、同じ予算で整備できる延長が短くなっている。',
      activities: '通学路を中心に4路線を整備し、3園で遊具を更新した。',
      attainment: 'b', reason: '公園は目標どおり改修したが、道路は1路線で用地の協議がまとまらず、整備延長が目標の8割となった。',
      direction: 'continue', nextSteps: '用地の協議を早く始め、まとまった路線から工事を発注する。',
    },
    {
      circumstances: '通学路の点検で、歩道の狭い箇所が新たに12か所見つかった。',
      activities: '3路線で290mを整備した。公園は次の年度の予定を1園繰り上げ、4園を改修した。',
      attainment: 'c', reason: '道路の整備延長は累計610mで目標の850mを大きく下回った。公園の改修は目標を上回っている。',
      direction: 'improve', nextSteps: '整備の順番を見直し、用地の取得を要しない箇所から進める。',
    },
    {
      circumstances: '大規模公園の整備が別の計画に移り、本施策の事業の多くを休止した。',
      activities: '用地の協議を続けたほかは、新たな工事を行わなかった。',
      attainment: 'c', reason: '事業の休止により、指標の実績を計上できない。',
      direction: 'end', directionReason: '大規模公園の計画に事業を移すため、この施策としての整備を終える。', nextSteps: '新しい計画で評価する。',
    },
  ],
};

export const environment: PolicyContent = {
  number: '4', section: 'environment', name: both('安全で環境にやさしいまち', 'A safe and clean town'),
  texts: { purpose: '災害に強く、環境への負担が少ないまちになっている。', direction: '住民や事業所とともに、日ごろの備えと減量に取り組む。' },
  years: [
    {
      circumstances: '大きな地震や大雨への備えに関心が高まる一方、ごみ処理の費用が増えている。',
      needs: '住民意識調査では、防災への取組を重視する回答が前回より8ポイント増えた。',
      attainment: 'b', reason: '防災は目標を達成したが、ごみの減量と道路の整備はわずかに目標に届かなかった。',
      direction: 'continue', nextSteps: '事業所のごみの減量と、用地の協議を早めることに力を入れる。',
    },
    {
      circumstances: '資材の値上がりにより、工事と備蓄の両方で予定の見直しが必要になった。',
      needs: '通学路の安全に関する要望が、前年度の1.5倍に増えた。',
      attainment: 'c', reason: '道路の整備が目標を大きく下回り、資源化率と備蓄も目標に届かなかった。',
      direction: 'improve', nextSteps: '工事の順番と買入れの時期を見直す。',
    },
    {},
  ],
  measures: [waste, disaster, roads],
};
