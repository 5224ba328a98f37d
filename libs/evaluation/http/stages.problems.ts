import type { ProblemText } from '../../platform/problems/problem.ts';
import type { SheetRejection } from '../domain/sheet.rejections.ts';
import type { StageRejection } from '../domain/stage.rejections.ts';

/** What a stage refuses as the sheet does; and what the cycle says when it is publishing. */
type SaidElsewhere = SheetRejection | 'publication-running';

/** The refusals of stages and questions in words. */
export const stageProblems: Readonly<Record<Exclude<StageRejection, SaidElsewhere>, ProblemText>> = {
  'sheet-published': {
    status: 409, ja: '公表済みの評価シートは再開できません。公表内容の訂正により対応してください。', en: 'The sheet is published: correct it instead of reopening it.',
  },
  'stage-unknown': { status: 400, ja: '指定された段階がないか、まだ結果が出ていません。', en: 'There is no such stage, or it has come to nothing yet.' },
  'stage-passed': {
    status: 409, ja: 'この段階、またはその後の段階の結果がすでに出ています。改めて付議する場合は、再開してください。',
    en: 'This stage or a later one has its result: reopen the sheet to hand it over anew.',
  },
  'committee-wrong': {
    status: 400, ja: '付議先の委員会または部会が正しくないか、現在委員がいません。委員会以外の段階では、委員会を指定できません。',
    en: 'There is no such committee or sub-group, it has no members today, or the stage is none of a committee.',
  },
  'committee-concludes': {
    status: 409, ja: '委員会に付議中のため、委員会の結論をお待ちください。', en: 'The sheet is before a committee, which concludes it itself.',
  },
  'not-before-committee': { status: 409, ja: 'この評価シートは、委員会に付議されていません。', en: 'The sheet is not before a committee.' },
  'question-unknown': { status: 404, ja: 'この質問はありません。', en: 'There is no such question on this sheet.' },
  'answered-already': { status: 409, ja: 'この質問には、すでに回答が提出されています。', en: 'The question was answered, and the answer was not sent back.' },
  'answer-not-waiting': { status: 409, ja: '承認待ちの回答はありません。', en: 'No answer to this question waits for approval.' },
  'recused': { status: 403, ja: '回避または除斥により、この評価シートの審議には加われません。', en: 'The member is recused from this sheet.' },
  'not-a-member': {
    status: 403, ja: '本日現在、この評価シートを審議する委員会（部会に付議されている場合は部会）の委員ではありません。',
    en: 'Not a member, today, of the committee or sub-group that has the sheet.',
  },
  'text-missing': { status: 400, ja: '本文を入力してください。', en: 'Write something.' },
};
