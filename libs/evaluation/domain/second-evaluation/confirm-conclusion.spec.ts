import { describe, expect, it } from '@jest/globals';
import { given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { asMember, atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { confirmConclusion } from './confirm-conclusion.ts';
import { drafted, facts, meeting, proposed, recused, withGroup, withMeetings } from './second-evaluation-examples.ts';

const confirming = (membership: string, id = 'meeting-1', known = facts) => (sheet: Sheet) =>
  confirmConclusion({ ...asMember(membership), meeting: id }, sheet, known);
const confirmed = {
  type: 'ConclusionConfirmed', stage: 'committee', member: 'member-1', meeting: 'meeting-1', committeeRevision: 12,
  roster: ['member-1', 'member-2', 'member-3'], counted: ['member-1', 'member-2'],
} as const;

describe('confirm what a sub-group has concluded', () => {
  it('records the meeting of the whole and who was counted, and concludes the stage', () => {
    given(...proposed).when(confirming('member-1')).then(confirmed);
    expect(given(...proposed, confirmed).state())
      .toMatchObject({ phase: 'concluded', works: { committee: { result: { meeting: 'group-meeting-1', confirmedIn: 'meeting-1', member: 'member-2' } } } });
  });

  it('is done without who is recused, and for a chair who is by the deputy', () => {
    given(...proposed, recused('member-1')).when(confirming('member-2')).thenRejected('quorum-missing', { counted: 1, of: 2 });
    given(...proposed, recused('member-3')).when(confirming('member-1')).then({ ...confirmed, roster: ['member-1', 'member-2'] });
  });

  it('refuses, in this order', () => {
    const alone = withMeetings({ ...meeting, held: { isOpen: true, attendance: [{ member: 'member-1', way: 'present' }] } });
    given(...concluded).when(confirming('member-3', 'nowhere')).thenRejected('wrong-phase');
    given(...atMeeting).when(confirming('member-3', 'nowhere')).thenRejected('not-before-committee');
    given(...handedOver, recused('member-1')).when(confirming('member-1', 'nowhere')).thenRejected('recused', { member: 'member-1' });
    given(...proposed).when(confirming('member-2', 'nowhere')).thenRejected('not-presiding');
    given(...handedOver, drafted).when(confirming('member-1', 'nowhere')).thenRejected('nothing-to-confirm');
    given(...withGroup, drafted).when(confirming('member-2', 'nowhere')).thenRejected('nothing-to-confirm');
    given(...proposed).when(confirming('member-1', 'group-meeting-1')).thenRejected('meeting-unknown');
    given(...proposed).when(confirming('member-1', 'meeting-1', alone)).thenRejected('quorum-missing', { counted: 1, of: 3 });
  });
});
