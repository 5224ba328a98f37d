import { describe, expect, it } from '@jest/globals';
import { asked, given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { asMember, atMeeting, concluded, conflicted, handedOver } from '../stages/stage-examples.ts';
import { recuse } from './recuse.ts';
import { facts, factsWith, opined, proposed, recused, withGroup } from './second-evaluation-examples.ts';

const reason = '関係する団体の役員のため';
const recusing = (membership: string, withReason = reason) => (sheet: Sheet) => recuse({ ...asMember(membership), reason: withReason }, sheet, facts);

describe('recuse oneself', () => {
  it('records it with the reason', () => {
    given(...handedOver).when(recusing('member-3')).then(recused('member-3'));
  });

  it('is done by any member of the committee, whoever has the sheet, and still when the sub-group has concluded', () => {
    given(...withGroup).when(recusing('member-1')).then(recused('member-1'));
    given(...proposed).when(recusing('member-1')).then(recused('member-1'));
  });

  it('leaves what he said, and everybody can tell that he is out', () => {
    const sheet = given(...handedOver, opined('member-3'), recused('member-3')).state();
    expect(sheet).toMatchObject({ works: { committee: { recused: [{ member: 'member-3' }], opinions: { 'member-3': { isWithdrawn: false } } } } });
  });

  it('is recorded of whoever has always to do with the section since the sheet was handed over', () => {
    given(...handedOver).when((sheet) => recuse({ ...asMember('member-3'), reason }, sheet, factsWith(conflicted))).then(recused('member-3'));
  });

  it('refuses, in this order', () => {
    given(...concluded).when(recusing('member-3', ' ')).thenRejected('wrong-phase');
    given(...atMeeting).when(recusing('member-3', ' ')).thenRejected('not-before-committee');
    given(...handedOver, recused('member-3')).when(recusing('member-3', ' ')).thenRejected('recused-already');
    given(...handedOver).when(recusing('member-4', ' ')).thenRejected('not-a-member');
    given(...handedOver).when((sheet) => recuse({ ...asked, reason }, sheet, facts)).thenRejected('not-a-member');
    given(...handedOver).when(recusing('member-3', ' ')).thenRejected('reason-missing');
  });
});
