import type { Member } from './members.ts';
import type { OpinionContent } from './opinion.ts';

/** A sheet that came before the committee in the year that runs, as far as it has come. */
export interface BegunContent {
  readonly number: string;
  readonly chosen: string;
  readonly meetingOpinion: string;
  readonly question: { readonly by: Member; readonly text: string; readonly answered?: { readonly by: string; readonly text: string } };
  readonly opinion?: { readonly by: Member; readonly says: OpinionContent };
  readonly draft?: { readonly attainment: string; readonly opinion: string; readonly recommendations: readonly { readonly text: string }[] };
}

/** The first meeting of the year, which is still to come. */
export const opening = { openDaysAhead: 8, title: '本年度の二次評価の進め方について' };

export const begun: readonly BegunContent[] = [
  {
    number: '1-1', chosen: '共同の展示区画の効果を、他の施策の参考とするため。',
    meetingOpinion: '一次評価は妥当と認める。共同の展示区画の取組は、他の施策の参考となる。',
    question: { by: 'welfare', text: '共同の展示区画に参加した事業者の数と、その後の商談の件数を教えてください。' },
  },
  {
    number: '5-2', chosen: '電子書籍の導入後の利用の状況について、委員会の意見を聴くため。',
    meetingOpinion: '一次評価は妥当と認める。電子書籍の利用の状況を引き続き確かめること。',
    question: {
      by: 'new-citizen', text: '電子書籍の登録者のうち、これまで図書館を利用していなかった人はどのくらいいますか。',
      answered: { by: 'learning-staff', text: '登録者2,400人のうち、図書館の利用登録を新たに行った人は約700人です。' },
    },
    opinion: {
      by: 'scholar',
      says: {
        grade: 'a', points: '8.5', relevance: '来館しにくい人に本を届ける取組として適切である。',
        effectiveness: '貸出点数が目標を上回り、30代の利用が増えている。',
      },
    },
    draft: {
      attainment: 'a',
      opinion: '一次評価は妥当である。電子書籍の導入により、これまで利用の少なかった世代に利用が広がっている。紙の本の利用への影響も合わせて確かめられたい。',
      recommendations: [{ text: '電子書籍と紙の本の利用を合わせて分析し、次に購入する分野の選定に生かすこと。' }],
    },
  },
];
