import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { ofMeeting } from '../committee-verb.ts';

export interface CancelMeeting {
  readonly meeting: string;
  readonly reason: string;
}

/** In this order: 'meeting-held', 'reason-missing'. */
export const cancelMeeting = ofMeeting(({ meeting: id, reason }: CancelMeeting, { held }) => {
  if (held !== undefined) return reject('meeting-held');
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'MeetingCancelled', meeting: id, reason });
});
