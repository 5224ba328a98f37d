import { describe, expect, it } from '@jest/globals';
import { given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import type { SecondEvaluationConcluded } from '../stage.events.ts';
import { asMember, atMeeting, committee, concluded, handedOver } from '../stages/stage-examples.ts';
import { conclude, type Conclude } from './conclude.ts';
import {
  cameAgain, circulation, drafted, entered, facts, factsWith, groupMeeting, meeting, opined, proposal, proposed, recused,
  secondHandOver, withdrawn, withGroup, withMeetings,
} from './second-evaluation-examples.ts';

const concluding = (membership: string, change: Partial<Conclude> = {}, known = facts) => (sheet: Sheet) =>
  conclude({ ...asMember(membership), basedOn: 99, ...('revision' in sheet && { basedOn: sheet.revision }), meeting: 'meeting-1', ...change }, sheet, known);

const { conclusion, recommendations, dissents } = drafted;
/** All three have given opinions at 10 to 12, and the conclusion was drafted at 13. */
const ready = [...handedOver, opined('member-1', '6'), opined('member-2', '8'), opined('member-3', '7.5'), drafted] as const;
const points = { field: 'points', count: 3, mean: '7.17', least: '6', most: '8', spread: '0.85' };
const reached: SecondEvaluationConcluded = {
  type: 'SecondEvaluationConcluded', stage: 'committee', member: 'member-1', draftRevision: 13, toBeConfirmed: false, conclusion, recommendations, dissents,
  meeting: 'meeting-1', committeeRevision: committee.revision, roster: ['member-1', 'member-2', 'member-3'], counted: ['member-1', 'member-2'],
  opinions: ['member-1', 'member-2', 'member-3'], points: [points],
};
const attended = (...present: readonly string[]) => withMeetings({
  ...meeting, held: { isOpen: true, attendance: present.map((member) => ({ member, way: 'present' as const })) },
});

describe('conclude', () => {
  it('records what was drafted, who met, who was counted, and what opinions come to', () => {
    given(...ready).when(concluding('member-1')).then(reached);
    expect(given(...ready, reached).state()).toMatchObject({ phase: 'concluded', works: { committee: { result: { by: 'committee', meeting: 'meeting-1' } } } });
  });

  it('counts neither who is recused nor what he said, and is for the deputy to do where it is the chair', () => {
    given(...ready, recused('member-1')).when(concluding('member-2', {}, attended('member-1', 'member-2', 'member-3'))).then({
      ...reached, member: 'member-2', roster: ['member-2', 'member-3'], counted: ['member-2', 'member-3'], opinions: ['member-2', 'member-3'],
      points: [{ field: 'points', count: 2, mean: '7.75', least: '7.5', most: '8', spread: '0.25' }],
    });
  });

  it('is for the deputy to do where the chair did not come to the meeting', () => {
    const withoutChair = attended('member-2', 'member-3');
    given(...ready).when(concluding('member-2', {}, withoutChair)).then({ ...reached, member: 'member-2', counted: ['member-2', 'member-3'] });
    given(...ready).when(concluding('member-1', {}, withoutChair)).thenRejected('not-presiding', {});
  });

  it('counts in a circulation whose opinion is in, confirmed, and not withdrawn', () => {
    const by = { ...reached, meeting: 'circulation-1' };
    given(...ready).when(concluding('member-1', { meeting: 'circulation-1' })).then({ ...by, counted: by.roster });
    given(...ready, withdrawn('member-3')).when(concluding('member-1', { meeting: 'circulation-1' })).then({
      ...by, opinions: ['member-1', 'member-2'], points: [{ ...points, count: 2, mean: '7', spread: '1' }],
    });
    given(...ready, withdrawn('member-3'), withdrawn('member-2')).when(concluding('member-1', { meeting: 'circulation-1' }))
      .thenRejected('quorum-missing', { counted: 1, of: 3 });
  });

  it('takes the roster of the day of the meeting', () => {
    const [, ...others] = committee.members;
    const joined = factsWith({ members: [{ id: 'member-1', person: 'person-11', from: '2026-05-20' }, ...others], meetings: { [meeting.id]: meeting } });
    given(...ready).when(concluding('member-1', {}, joined)).thenRejected('quorum-missing', { counted: 1, of: 2 });
  });

  it('is proposed by a sub-group in its own meeting, for the whole to confirm', () => {
    given(...withGroup, opined('member-2'), drafted).when(concluding('member-2', { meeting: 'group-meeting-1' })).then(proposal);
    expect(given(...proposed).state()).toMatchObject({ phase: 'handed-over', works: { committee: { proposed: { member: 'member-2' } } } });
    given(...withGroup, drafted).when(concluding('member-1', { meeting: 'group-meeting-1' })).thenRejected('not-presiding');
    given(...withGroup, drafted).when(concluding('member-2', { meeting: 'meeting-1' })).thenRejected('meeting-unknown');
  });

  it.each([
    ['there is none', withMeetings()],
    ['it was cancelled', withMeetings({ ...meeting, cancelledFor: '台風のため' })],
    ['the sheet is not on its agenda', withMeetings({ ...meeting, agenda: [{ id: 'item-1', title: '別件', sheet: '2026-node-36' }] })],
    ['it is a sub-group\'s', withMeetings({ ...groupMeeting, id: 'meeting-1' })],
    ['it is to come', withMeetings((({ held: _held, ...called }) => called)(meeting))],
    ['it goes round from tomorrow on', withMeetings({ ...circulation, id: 'meeting-1', on: '2026-05-21' })],
  ])('names a meeting: not when %s', (_why, known) => {
    given(...ready).when(concluding('member-1', {}, known)).thenRejected('meeting-unknown');
  });

  it('waits for opinions that are not confirmed, or were given on an older hand-over', () => {
    const again = [...cameAgain, entered('member-2', '5', { handOver: secondHandOver }), drafted] as const;
    given(...again).when(concluding('member-1')).thenRejected('opinions-outdated', { members: ['member-1', 'member-2'] });
    given(...again, withdrawn('member-2'), recused('member-1')).when(concluding('member-2', {}, attended('member-2', 'member-3')))
      .then({
        ...reached, member: 'member-2', draftRevision: again.length - 1, roster: ['member-2', 'member-3'], counted: ['member-2', 'member-3'], opinions: [], points: [],
      });
  });

  it('does not wait for who is no member any more', () => {
    given(...handedOver, entered('member-4'), drafted).when(concluding('member-1')).then({ ...reached, draftRevision: 11, opinions: [], points: [] });
  });

  it('needs more than half of those who can be counted', () => {
    given(...ready).when(concluding('member-1', {}, attended('member-1', 'member-4'))).thenRejected('quorum-missing', { counted: 1, of: 3 });
    given(...ready, recused('member-3')).when(concluding('member-1', {}, attended('member-1', 'member-3')))
      .thenRejected('quorum-missing', { counted: 1, of: 2 });
  });

  it('is not done with the dissent of who was kept out since', () => {
    given(...ready, recused('member-2')).when(concluding('member-1')).thenRejected('dissent-recused', { members: ['member-2'] });
  });

  it('refuses, in this order', () => {
    const wrong = { basedOn: 99, meeting: 'nowhere' };
    const unconfirmed = [...handedOver, entered('member-3'), drafted] as const;
    given(...concluded).when(concluding('member-3', wrong)).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...atMeeting).when(concluding('member-3', wrong)).thenRejected('not-before-committee');
    given(...proposed, recused('member-1')).when(concluding('member-1', wrong)).thenRejected('concluded-already');
    given(...handedOver, recused('member-1')).when(concluding('member-1', wrong)).thenRejected('recused', { member: 'member-1' });
    given(...handedOver).when(concluding('member-2', wrong)).thenRejected('not-presiding', {});
    given(...handedOver).when(concluding('member-1', wrong)).thenRejected('draft-missing');
    given(...unconfirmed).when(concluding('member-1', wrong)).thenRejected('based-on-the-future');
    given(...unconfirmed, drafted).when(concluding('member-1', { basedOn: 11, meeting: 'nowhere' })).thenRejected('sheet-changed-since');
    given(...unconfirmed, recused('member-2')).when(concluding('member-1', { meeting: 'nowhere' })).thenRejected('dissent-recused');
    given(...unconfirmed).when(concluding('member-1', { meeting: 'nowhere' })).thenRejected('meeting-unknown');
    given(...unconfirmed).when(concluding('member-1', {}, attended('member-1'))).thenRejected('opinions-outdated', { members: ['member-3'] });
    given(...ready).when(concluding('member-1', {}, attended('member-1'))).thenRejected('quorum-missing');
  });
});
