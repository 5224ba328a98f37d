import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { draftOf } from '../committee.ts';
import { ofMeeting } from '../committee-verb.ts';
import { presentAt } from '../roster.ts';

export interface CheckMinutes {
  readonly meeting: string;
  readonly item: string;
  /** The revision of the draft that he read. */
  readonly draftRevision: number;
  /** What is not right in it; absent when all is. */
  readonly remark?: string;
}

/**
 * 会議録の確認 by a member who was there; his last word on a draft counts.
 * In this order: 'not-present', 'minutes-published', 'minutes-missing', 'draft-changed-since', 'reason-missing'.
 */
export const checkMinutes = ofMeeting(({ meeting: id, item, draftRevision, remark, membership }: CheckMinutes & Asked, meeting) => {
  if (membership === undefined || !presentAt(meeting).includes(membership)) return reject('not-present');
  if (meeting.minutesArePublished) return reject('minutes-published');
  const draft = draftOf(meeting, item);
  if (draft === undefined) return reject('minutes-missing', { items: [item] });
  if (draft.revision !== draftRevision) return reject('draft-changed-since', { revision: draft.revision });
  if (remark !== undefined && isBlank(remark)) return reject('reason-missing');
  const before = draft.checks.find((one) => one.member === membership);
  if (before !== undefined && before.remark === remark) return accept();
  return accept({ type: 'MinutesChecked', meeting: id, item, member: membership, draftRevision, ...(remark !== undefined && { remark }) });
});
