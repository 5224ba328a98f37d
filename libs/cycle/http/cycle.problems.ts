import type { ProblemText } from '../../platform/problems/problem.ts';
import type { AddSheetRejection } from '../domain/add-sheet.ts';
import type { AskPublicationRejection } from '../domain/ask-publication.ts';
import type { ExtendDeadlineRejection } from '../domain/extend.ts';
import type { OpenCycleRejection } from '../domain/open.ts';
import type { RecordEditionRejection } from '../domain/record-edition.ts';
import type { TakeSchemeVersionRejection } from '../domain/take-scheme-version.ts';

type CycleRejection =
  | OpenCycleRejection | AddSheetRejection | ExtendDeadlineRejection | TakeSchemeVersionRejection
  // Who speaks of days that there are not has one text for the whole house, which another room gives.
  | Exclude<AskPublicationRejection, 'day-wrong'> | RecordEditionRejection;

/** The refusals of a cycle in words; every code has some, or this does not compile. */
export const cycleProblems: Readonly<Record<CycleRejection, ProblemText>> = {
  'cycle-exists': { status: 409, ja: 'この年度の評価は開始済みです。', en: 'The cycle of this year is open already.' },
  'plan-missing': { status: 409, ja: '指定された計画がありません。', en: 'There is no such plan.' },
  'cycle-faulty': { status: 400, ja: '評価年度に関する入力内容に誤りがあります。', en: 'Something that was said of the cycle is wrong.' },
  'node-chosen-already': {
    status: 409, ja: 'この施策等は、すでにこの年度の評価対象です。', en: 'The node is evaluated in this cycle already.',
  },
  'not-later': {
    status: 409, ja: '現在の期限より後の日を指定してください。', en: 'The day is not later than the deadline in force.',
  },
  'scheme-version-not-newer': {
    status: 409, ja: '現在適用中のものより新しい版の評価制度を指定してください。', en: 'The cycle is under this version of the scheme or a newer one.',
  },
  'scheme-hardened': {
    status: 409, ja: '実施中の評価年度に適用できない変更が、この版の評価制度に含まれています。',
    en: 'This version of the scheme asks more than a running cycle can take.',
  },
  'publication-running': {
    status: 409, ja: 'この年度の公表を処理しています。完了してから、改めて操作してください。', en: 'A publication of this cycle is being made; wait until it is done.',
  },
  'sheets-unknown': {
    status: 400, ja: 'この年度の評価対象でない評価シートが含まれています。', en: 'Some of the sheets are none of this cycle.',
  },
  'sheets-not-final': {
    status: 409, ja: '確定していない評価シートは公表できません。', en: 'Some of the sheets are not final and cannot be published.',
  },
  'no-sheet-final': {
    status: 409, ja: '確定した評価シートがないため、公表できません。', en: 'No sheet is final, so there is nothing to publish.',
  },
};
