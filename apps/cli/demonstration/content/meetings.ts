import type { Member } from './members.ts';

/** A meeting of the demonstration's committee. */
export interface MeetingContent {
  /** What is talked about beside the sheets, and the minutes of it. */
  readonly items: readonly { readonly title: string; readonly minutes: string }[];
  readonly online?: readonly Member[];
  readonly absent?: readonly Member[];
  /** 非公開の理由; without it everybody may listen. */
  readonly closedFor?: string;
  /** What somebody does not find right in the minutes of the first item, and the minutes as they were drafted before. */
  readonly remark?: { readonly by: Member; readonly remark: string; readonly draftedBefore: string };
}

export interface MeetingsOfYear {
  readonly opening: MeetingContent;
  readonly subgroup: MeetingContent;
  readonly concluding: MeetingContent;
  /** The last one: what the committee says of the whole. */
  readonly closing: MeetingContent & { readonly general: GeneralContent };
}

/** 総括的提言 */
export interface GeneralContent {
  readonly text: string;
  readonly section: string;
  readonly response?: string;
}

export const placeOfMeetings = '市役所本庁舎 3階 第2会議室';

/** 署名委員 beside the chair: two of them read the long minutes for all. */
export const signer: Member = 'commerce';
export const signed = '委員長及び会議録署名委員の確認を得たため。';

/** The minutes of a sheet's item. */
export function minutesOf(name: string, grade: string, isOfSubgroup: boolean): string {
  const whose = isOfSubgroup ? '部会の結論' : '事務局が作成した案';
  return `${name}について、担当課の回答と各委員の意見を確認した上で、${whose}を審議し、二次評価を「${grade}」とすることとした。`;
}

const twoYearsAgo: MeetingsOfYear = {
  opening: {
    items: [
      {
        title: '委員長の選出及び部会の設置について',
        minutes: '委員の互選により、岡田委員を委員長とした。委員長は、長谷川委員を職務を代理する者に指名した。福祉・健康部会を置くこととした。',
      },
      {
        title: '二次評価の進め方について',
        minutes: '事務局から、達成度がB又はCの施策を対象とすることの説明があった。委員から、目標に届かなかった理由が分かる資料を求める意見があり、事務局が担当課に照会することとした。',
      },
    ],
    online: ['commerce'],
    remark: {
      by: 'welfare', remark: '職務を代理する者の指名があったことが抜けています。',
      draftedBefore: '委員の互選により、岡田委員を委員長とした。福祉・健康部会を置くこととした。',
    },
  },
  subgroup: { items: [] },
  concluding: { items: [], absent: ['physician'] },
  closing: {
    items: [{
      title: '総括的提言について',
      minutes: '課を越えた取組が必要な施策が複数あることから、介護予防と健診の連携について総括的な提言を行うこととした。',
    }],
    online: ['citizen', 'welfare'],
    general: {
      text: '介護予防の教室と健診の案内のように、対象となる住民が重なる取組については、課を越えて一体で働きかけること。',
      section: 'elderly',
      response: '高齢福祉課と健康推進課が共同で、介護予防教室の場で健診を案内します。他の分野についても、庁内評価会議で毎年度確認します。',
    },
  },
};

const lastYear: MeetingsOfYear = {
  opening: {
    items: [{
      title: '本年度の二次評価の進め方について',
      minutes: '新たに委嘱された遠藤委員の紹介があった。目標値を大きく上回った施策についても、目標値の妥当性を確かめるために対象とすることとした。',
    }],
    online: ['physician'],
  },
  subgroup: { items: [], online: ['physician'] },
  concluding: { items: [], closedFor: '用地の協議の相手方に関する情報を扱うため。' },
  closing: {
    items: [{
      title: '総括的提言について',
      minutes: '図書館と健診の施策で新しい方法の導入が進んでいることから、使い慣れない人への配慮について総括的な提言を行うこととした。',
    }],
    general: {
      text: '電子書籍やインターネットでの予約など、新しい方法を取り入れる際は、使い慣れない人のための窓口を残し、その利用の状況も合わせて示すこと。',
      section: 'learning',
    },
  },
};

export const meetings: readonly [MeetingsOfYear, MeetingsOfYear] = [twoYearsAgo, lastYear];
