import type { ProblemText } from '../../platform/problems/problem.ts';
import type { CommitteeRejection } from '../domain/committee.rejections.ts';

/** These have their words elsewhere in the house. */
type SaidElsewhere = 'days-wrong' | 'section-unknown' | 'unknown' | 'reason-missing';

/** The refusals of a committee in words; every code has some, or this does not compile. */
export const committeeProblems: Readonly<Record<Exclude<CommitteeRejection, SaidElsewhere>, ProblemText>> = {
  'committee-exists': { status: 409, ja: 'この委員会は設置済みです。', en: 'This committee is founded already.' },
  'quorum-wrong': { status: 400, ja: '全員がそろっても満たせない定足数です。', en: 'Not even all of them could make this quorum.' },
  'person-unknown': { status: 409, ja: '委嘱する方を先に登録してください。', en: 'Whoever becomes a member must be known here first.' },
  'term-overlaps': { status: 409, ja: 'この方の任期と重なっています。', en: 'The person is a member on some of these days already.' },
  'member-unknown': { status: 409, ja: '現在の委員ではない方が含まれています。', en: 'Somebody who was named is no member now.' },
  'membership-ended': { status: 409, ja: 'この委員の任期は、より早い日までとなっています。', en: 'The term ends earlier as it is.' },
  'deputy-is-chair': { status: 400, ja: '委員長と職務代理には別の委員を指定してください。', en: 'Chair and deputy are two people.' },
  'subgroup-unknown': { status: 409, ja: 'この部会はありません。', en: 'There is no such sub-group.' },
  'meeting-cancelled': { status: 409, ja: 'この会議は中止されています。', en: 'This meeting was cancelled.' },
  'meeting-held': { status: 409, ja: '開催済みの会議は中止できません。', en: 'A meeting that was held cannot be cancelled.' },
  'meeting-ahead': { status: 409, ja: '開催日より前に開催を記録することはできません。', en: 'The day of the meeting has not come.' },
  'meeting-not-held': { status: 409, ja: '先に開催を記録してください。', en: 'Record first that the meeting was held.' },
  'attendance-wrong': {
    status: 409, ja: '出席者に、開催日の委員ではない方、または重複があります。', en: 'Somebody is named twice, or was no member on that day.',
  },
  'agenda-item-unknown': { status: 409, ja: 'この議題は、現在の次第にありません。', en: 'There is no such item on the agenda.' },
  'agenda-item-has-minutes': { status: 409, ja: '会議録のある議題は、次第から外せません。', en: 'An item of which there are minutes stays on the agenda.' },
  'minutes-published': { status: 409, ja: '会議録は公表済みです。', en: 'The minutes are published.' },
  'minutes-missing': { status: 409, ja: '会議録の案がない議題があります。', en: 'Of some items nothing is drafted.' },
  'draft-changed-since': {
    status: 409, ja: '会議録の案が更新されています。新しい案をご確認ください。', en: 'There is a newer draft; please read that one.',
  },
  'not-present': { status: 403, ja: '会議録の確認は、出席した委員が行います。', en: 'Minutes are checked by members who were present.' },
  'minutes-unchecked': {
    status: 409, ja: '確認の済んでいない委員がいます。このまま公表する場合は、理由を記入してください。',
    en: 'Somebody who was present has not found all of it right; say why it is published nevertheless.',
  },
};
