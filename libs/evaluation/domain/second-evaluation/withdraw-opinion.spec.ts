import { describe, expect, it } from '@jest/globals';
import { given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { asMember, atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { entered, facts, opined, proposed, recused, withdrawn } from './second-evaluation-examples.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

const withdrawing = (membership: string) => (sheet: Sheet) => withdrawOpinion(asMember(membership), sheet, facts);

describe('withdraw an opinion', () => {
  it('records it of one\'s own, given or entered', () => {
    given(...handedOver, opined('member-3')).when(withdrawing('member-3')).then(withdrawn('member-3'));
    given(...handedOver, entered('member-3')).when(withdrawing('member-3')).then(withdrawn('member-3'));
  });

  it('leaves in the state what was said', () => {
    expect(given(...handedOver, opined('member-3'), withdrawn('member-3')).state())
      .toMatchObject({ works: { committee: { opinions: { 'member-3': { isWithdrawn: true, revision: 10 } } } } });
  });

  it('refuses, in this order', () => {
    given(...concluded).when(withdrawing('member-3')).thenRejected('wrong-phase');
    given(...atMeeting).when(withdrawing('member-3')).thenRejected('not-before-committee');
    given(...proposed, recused('member-2')).when(withdrawing('member-2')).thenRejected('concluded-already');
    given(...handedOver, opined('member-3'), recused('member-3')).when(withdrawing('member-3')).thenRejected('recused');
    given(...handedOver, opined('member-4')).when(withdrawing('member-4')).thenRejected('not-a-member');
    given(...handedOver, opined('member-1')).when(withdrawing('member-3')).thenRejected('nothing-to-withdraw');
    given(...handedOver, opined('member-3'), withdrawn('member-3')).when(withdrawing('member-3')).thenRejected('nothing-to-withdraw');
  });
});
