import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, called, untilHeld, withMembers } from '../committee-examples.ts';
import { cancelMeeting } from './cancel-meeting.ts';

const { given } = specify(committeeDecider);
const cancelled = { type: 'MeetingCancelled', meeting: 'first', reason: '台風のため' } as const;
const cancelling = (reason = '台風のため') => (state: Parameters<typeof cancelMeeting>[1]) => cancelMeeting(asking({ meeting: 'first', reason }), state, undefined);

describe('cancel a meeting', () => {
  it('records the reason', () => {
    given(...withMembers, called).when(cancelling()).then(cancelled);
  });

  it('refuses one that was held, that was cancelled, or that there is not, and no reason', () => {
    given(...untilHeld).when(cancelling('')).thenRejected('meeting-held');
    given(...withMembers, called, cancelled).when(cancelling()).thenRejected('meeting-cancelled');
    given(...withMembers).when(cancelling()).thenRejected('unknown');
    given(...withMembers, called).when(cancelling(' ')).thenRejected('reason-missing');
  });
});
