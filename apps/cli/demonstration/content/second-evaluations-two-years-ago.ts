import type { YearOfSecondEvaluations } from './second-evaluation.ts';

/** What the committee said of the year that the first sheets were about. */
export const secondEvaluationsTwoYearsAgo: YearOfSecondEvaluations = {
  '1-1': {
    question: {
      by: 'citizen', about: 'reason', text: '秋の展示会の中止で出展できなかった事業者には、別の機会を案内したのでしょうか。',
      answer: '中止となった展示会に申し込んでいた5社のうち、3社には別の商談会を案内しました。残る2社は自社の都合により見送っています。',
    },
    attainment: 'b',
    opinion: '一次評価は妥当である。展示会の中止という事情はあるが、出展の機会を一つの催しに頼らない備えが求められる。海外への出展は1社にとどまり、効果を確かめるには例が少ない。',
    recommendations: [
      {
        text: '展示会が中止となった場合に備え、代わりとなる商談の機会を年度の初めに用意しておくこと。',
        response: { policy: 'follow', text: '次の年度から、市の施設で開く商談会の予備日を2回分確保します。' },
        result: { text: '商談会を2回増やし、展示会に出られなかった事業者も参加できるようにした。' },
        closed: '商談会の追加により実施したため。',
      },
      {
        text: '海外への出展の費用と効果を整理し、続けるかどうかを判断すること。',
        response: { policy: 'consider', text: '出展した事業者への聞き取りを行い、対象を絞る方向で検討します。' },
        result: { text: '聞き取りの結果を踏まえ、海外への出展は当面見合わせ、国内の展示会に重点を移した。' },
        closed: '見直しを終えたため。',
      },
    ],
  },
  '1-2': {
    attainment: 'b',
    opinion: '一次評価は妥当である。相談と補助の件数は伸びているが、創業者数に結び付くまでの支援が弱い。',
    recommendations: [{
      text: '創業塾の修了者がその後どうしているかを把握し、開業に至らない理由を支援に生かすこと。',
      response: { policy: 'follow', text: '修了者に年1回の調査を行い、相談員の割当てに生かします。' },
      result: { text: '修了者48人に調査を行い、資金と物件に関する相談を重点とした。' },
    }],
  },
  '1-3': {
    question: {
      by: 'scholar', about: 'next-steps', text: '短い期間だけ貸す仕組みについて、所有者にとっての利点は何でしょうか。',
      answer: '貸す期間が決まっているため、後に自ら使う予定のある方でも貸しやすいことです。改修費の一部補助も合わせて検討しています。',
      sentBack: { answer: '貸しやすいことです。', reason: 'どのような所有者にとって貸しやすいのか、分かるように書いてください。' },
    },
    opinions: {
      scholar: {
        grade: 'c', points: '4', relevance: '商店街の維持は市にとって重要な課題である。',
        effectiveness: '催しの日の人出が、ふだんの買い物に結び付いていない。',
        improvements: '空き店舗の所有者の意向が分かったのだから、貸す意向のある所有者に絞って働きかけてください。',
      },
      commerce: {
        grade: 'b', points: '6', effectiveness: '各団体は限られた人数でよく続けている。',
        improvements: '催しの補助だけでなく、店主の後継ぎの相談にも応じてください。',
      },
      citizen: {
        grade: 'b', points: '6', effectiveness: '計画を作った時と比べれば、来場者は増えている。',
        improvements: '平日に開いている店を地図で分かるようにしてください。',
      },
    },
    revised: {
      by: 'commerce',
      opinion: {
        grade: 'c', points: '5', effectiveness: '各団体は限られた人数でよく続けているが、空き店舗率の悪化は重く受け止める必要がある。',
        improvements: '催しの補助だけでなく、店主の後継ぎの相談にも応じてください。',
      },
    },
    attainment: 'c',
    opinion: '一次評価は妥当である。空き店舗率が計画策定時より悪化したことは重く受け止める必要がある。所有者への調査は評価できるので、その結果を早く具体の取組につなげられたい。',
    recommendations: [
      {
        text: '空き店舗での短期の出店を早い時期に試し、その結果を所有者と出店を望む人の双方に示すこと。',
        response: { policy: 'follow', text: '年度内に5店舗で試し、結果を公表します。' },
        result: { text: '5店舗で短期の出店を試し、うち2店舗は年度の末に続けて借りることとなった。', amount: '1,250' },
      },
      {
        text: '催しの来場者が商店街で買い物をしたかどうかを尋ね、補助の効果を確かめること。',
        response: { policy: 'follow-in-part', text: '共同の抽選会に合わせて、来場者へのアンケートを行います。全ての催しでの実施は人手の面から難しいと考えます。' },
        result: { text: '共同の抽選会で来場者に尋ね、買い物をした人が約4割であることを確かめた。' },
        closed: 'アンケートを毎年の抽選会で行うこととしたため。',
      },
      {
        text: '観光課と産業振興課の役割の分担を示すこと。',
        response: { policy: 'follow', text: '催しは観光課、店舗の活用は産業振興課が主に担い、四半期ごとに打ち合わせます。' },
        result: { text: '役割を定め、合同で商店街を回る日を月1回設けた。' },
        closed: '役割を定めたため。',
      },
    ],
    comment: {
      by: 'citizen', text: '「厳しい状況である」だけでは、どこが問題なのか市民に伝わらないと思います。空き店舗率の悪化と書いてはどうでしょうか。',
      draftedBefore: '一次評価は妥当である。商店街は厳しい状況である。所有者への調査は評価できるので、その結果を早く具体の取組につなげられたい。',
    },
    dissent: { by: 'citizen', text: '来場者数は計画策定時より増えており、施策全体をC（達成が不十分）とするまでではないと考える。' },
    instruction: '短期の出店は年度内に必ず試行し、結果を報告すること。',
  },
  '2-1': {
    attainment: 'b',
    opinion: '一次評価は妥当である。定員の整備は進んでいるが、北部地区の1歳児の待機児童が残っている。',
    recommendations: [{
      text: '北部地区の整備の時期を保護者に分かりやすく示すこと。',
      response: { policy: 'follow', text: '開設の予定を市のホームページと窓口で案内します。' },
      result: { text: '認可保育所の開設の予定を公表し、入所の案内に加えた。' },
      closed: '案内を続けており、待機児童も減ったため。',
    }],
  },
  '3-1': {
    opinions: {
      welfare: {
        grade: 'b', points: '7', relevance: '歩いて行ける場所での活動は、高齢者の暮らしに合っている。',
        effectiveness: '通いの場は増えているが、参加する人が固定している。',
        improvements: '歩いて行けない人のための方法を考えてください。',
      },
    },
    attainment: 'b',
    opinion: '一次評価は妥当である。通いの場の数だけでなく、新しく参加した人の数も確かめながら進められたい。',
    recommendations: [{
      text: '通いの場まで歩いて行くことが難しい人の移動の手段を検討すること。',
      response: { policy: 'consider', text: '福祉施設の車を使う方法について、事業者の意向を確かめます。' },
      result: { text: '福祉施設3か所から協力を得られることとなり、送迎の試行に向けて準備を始めた。' },
    }],
  },
  '3-2': {
    question: {
      by: 'physician', about: 'reason', text: '案内の送付が年度後半になった理由をお聞かせください。',
      answer: '印刷と封入の委託の契約が遅れたためです。次の年度は4月に契約し、6月に送付します。',
    },
    opinions: {
      physician: {
        grade: 'b', points: '6', effectiveness: 'わずかではあるが、受診率は上がっている。',
        improvements: '案内は年度の早い時期に送ってください。',
      },
    },
    attainment: 'c',
    opinion: '一次評価は妥当である。受診率の伸びはわずかであり、案内の時期と方法を改める必要がある。',
    recommendations: [
      {
        text: '案内を年度の前半に送り、年代ごとに受診しない理由を踏まえた文面とすること。',
        response: { policy: 'follow', text: '送付を6月に早め、40歳代と50歳代の文面を改めます。' },
        result: { text: '案内を6月に送り、受診率は1.2ポイント伸びた。' },
        closed: '送付の時期と文面を改めたため。',
      },
      {
        text: '勤め先で受けた健診の結果を受け取る仕組みを検討すること。',
        response: { policy: 'consider', text: '商工会と話し合い、県内の他市の例を調べます。' },
        result: { text: '県内の3市の例を調べ、商工会との話合いを始めた。' },
      },
    ],
    dissent: { by: 'physician', text: '受診率は少しでも上がっており、講座の参加者も増えているため、B（概ね達成）が適当である。' },
    instruction: '案内の時期を早め、受診率を確実に伸ばすこと。',
  },
  '4-1': {
    attainment: 'b',
    opinion: '一次評価は妥当である。排出量、資源化率とも目標にわずかに届かなかった。紙類の分別を進めることが有効と考えられる。',
    recommendations: [{
      text: '紙類の出し方を、集積所で一目で分かるように示すこと。',
      response: { policy: 'follow', text: '写真を使った掲示を集積所に順次設けます。' },
      result: { text: '集積所300か所に掲示した。' },
      closed: '掲示を終えたため。',
    }],
  },
  '4-3': {
    attainment: 'b',
    opinion: '一次評価はおおむね妥当である。ただし、用地の協議がまとまらない路線が続けば、累計の目標との差は広がる。',
    recommendations: [{
      text: '用地の協議の見通しを路線ごとに整理し、整備の順番を見直すこと。',
      response: { policy: 'follow-in-part', text: '協議の状況を一覧にします。順番の見直しは、通学路を優先する考え方を保ちながら行います。' },
      result: { text: '路線ごとの一覧を作った。順番の見直しは次の年度に行う。' },
    }],
  },
  '5-1': {
    attainment: 'b',
    opinion: '一次評価は妥当である。満足度は高いが、参加する人が平日の昼に集まれる人に偏っている。',
    recommendations: [{
      text: '働く世代が参加しやすい時間の講座を増やすこと。',
      response: { policy: 'follow', text: '夜間の講座を10講座増やします。' },
      result: { text: '夜間の講座を10講座増やし、参加者数が目標に達した。' },
      closed: '夜間の講座を増やし、目標に達したため。',
    }],
  },
  '5-2': {
    recused: { by: 'citizen', reason: '図書館で読み聞かせを行う団体の代表を務めており、審議に加わることを控えます。' },
    attainment: 'b',
    opinion: '一次評価は妥当である。開館時間の延長の効果が表れており、来館しにくい人への取組も進められたい。',
    recommendations: [{
      text: '来館しにくい人が本を借りられる方法を広げること。',
      response: { policy: 'follow', text: '返却箱の設置と電子書籍の導入を検討します。' },
      result: { text: '駅前に返却箱を2か所置いた。電子書籍は他市の費用と点数を調べている。' },
    }],
  },
};
