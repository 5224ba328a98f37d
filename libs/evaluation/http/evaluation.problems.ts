import type { ProblemText } from '../../platform/problems/problem.ts';
import type { SheetRejection } from '../domain/sheet.rejections.ts';

/** The refusals of a sheet in words; every code has some, or this does not compile. */
export const evaluationProblems: Readonly<Record<SheetRejection, ProblemText>> = {
  'wrong-phase': {
    status: 409, ja: '評価シートの現在の状況では、この操作はできません。', en: 'The sheet is not in a phase in which this is done.',
  },
  'node-missing': { status: 409, ja: '対象の施策または所管課がありません。', en: 'There is no such node, or no section that owns it.' },
  'based-on-the-future': {
    status: 400, ja: 'basedOn に、まだ存在しない版が指定されています。', en: 'basedOn names a revision that the sheet has not reached.',
  },
  'sheet-changed-since': {
    status: 409, ja: '確認された後に、評価シートが更新されています。', en: 'The sheet has changed since it was looked at.',
  },
  'fields-wrong': { status: 400, ja: '記入できない項目または内容があります。', en: 'Some fields do not exist or cannot hold this.' },
  'fields-changed-since': {
    status: 409, ja: '同じ項目が、ほかの人によって先に更新されています。', en: 'Somebody else changed the same fields in the meantime.',
  },
  'fields-unanswered': { status: 409, ja: '記入が必要な項目が残っています。', en: 'Some required fields are empty.' },
  'reason-missing': { status: 400, ja: '差し戻す理由を記入してください。', en: 'Say why it is sent back.' },
};
