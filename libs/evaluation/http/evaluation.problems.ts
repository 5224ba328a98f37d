import type { ProblemText } from '../../platform/problems/problem.ts';
import type { SheetRejection } from '../domain/sheet.rejections.ts';

/** The refusals of a sheet in words; every code has some, or this does not compile. */
export const evaluationProblems: Readonly<Record<SheetRejection, ProblemText>> = {
  'wrong-phase': {
    status: 409, ja: '現在の状況では、この操作はできません。', en: 'This is not done in the phase in which it stands.',
  },
  'node-missing': { status: 409, ja: '対象の施策または所管課がありません。', en: 'There is no such node, or no section that owns it.' },
  'not-your-turn': { status: 409, ja: '現在の承認段階では、この操作はできません。', en: 'It is somebody else’s turn on the approval line.' },
  'decided-already': {
    status: 409, ja: '承認が始まっているため、引き戻せません。差戻しを依頼してください。', en: 'Somebody has decided already: ask for it to be sent back.',
  },
  'nothing-to-look-at': { status: 409, ja: '確認が必要なものはありません。', en: 'There is nothing here for you to look at.' },
  'step-unknown': { status: 400, ja: '差戻し先の承認段階がありません。', en: 'There is no such earlier step to send it back to.' },
  'based-on-the-future': {
    status: 400, ja: '画面の内容が古いか、正しくありません。最新の内容を表示してから、改めて操作してください。', en: 'basedOn names a revision that is not reached yet.',
  },
  'sheet-changed-since': {
    status: 409, ja: '確認された後に、内容が更新されています。最新の内容をご確認のうえ、改めて操作してください。', en: 'It has changed since it was looked at.',
  },
  'fields-wrong': { status: 400, ja: '記入できない項目または内容があります。', en: 'Some fields do not exist or cannot hold this.' },
  'fields-changed-since': {
    status: 409, ja: '同じ項目が、ほかの人によって先に更新されています。', en: 'Somebody else changed the same fields in the meantime.',
  },
  'fields-unanswered': { status: 409, ja: '記入が必要な項目が残っています。', en: 'Some required fields are empty.' },
  'sums-differ': { status: 409, ja: '合計が一致しない欄があります。', en: 'Some sums that must be equal are not.' },
  'line-incomplete': {
    status: 409, ja: '承認経路の最後の職が定まっていません。事務局にお問い合わせください。', en: 'Nobody is there to take the last step of the approval line.',
  },
  'source-wrong': { status: 400, ja: '複写元には、同じ対象の提出済みの過年度の評価シートを指定してください。', en: 'Copy from an earlier sheet of the same node that was submitted.' },
  'file-missing': { status: 404, ja: 'この添付ファイルはありません。', en: 'There is no such file on this sheet.' },
  'too-many-files': { status: 409, ja: '添付できるファイルの数を超えています。', en: 'This field takes no more files.' },
  'section-wrong': { status: 400, ja: '移管先の課がないか、すでに所管している課です。', en: 'There is no such section, or the sheet is with it already.' },
  'day-wrong': { status: 400, ja: '存在しない日付です。', en: 'There is no such day.' },
  'reason-missing': { status: 400, ja: '理由を記入してください。', en: 'Say why.' },
};
