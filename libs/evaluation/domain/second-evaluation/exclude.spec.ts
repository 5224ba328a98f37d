import { describe, it } from '@jest/globals';
import { given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { asMember, atMeeting, concluded, conflicted, handedOver } from '../stages/stage-examples.ts';
import { exclude } from './exclude.ts';
import { facts, factsWith, proposed, recused, withGroup } from './second-evaluation-examples.ts';

const reason = '関係する団体の役員のため';
const excluding = (by: string, member: string, withReason = reason) => (sheet: Sheet) =>
  exclude({ ...asMember(by), member, reason: withReason }, sheet, facts);

describe('exclude a member', () => {
  it('records it with the reason, by the chair', () => {
    given(...handedOver).when(excluding('member-1', 'member-3')).then(recused('member-3', 'excluded'));
  });

  it('is for the deputy to do where the chair is recused', () => {
    given(...handedOver, recused('member-1')).when(excluding('member-2', 'member-3')).then(recused('member-3', 'excluded'));
  });

  it('is for the chair of the sub-group that has the sheet, and afterwards of the whole', () => {
    given(...withGroup).when(excluding('member-2', 'member-1')).then(recused('member-1', 'excluded'));
    given(...withGroup).when(excluding('member-1', 'member-3')).thenRejected('not-presiding');
    given(...proposed).when(excluding('member-1', 'member-3')).then(recused('member-3', 'excluded'));
    given(...proposed).when(excluding('member-2', 'member-3')).thenRejected('not-presiding');
  });

  it('refuses, in this order', () => {
    given(...concluded).when(excluding('member-3', 'member-4', ' ')).thenRejected('wrong-phase');
    given(...atMeeting).when(excluding('member-3', 'member-4', ' ')).thenRejected('not-before-committee');
    given(...handedOver, recused('member-1')).when(excluding('member-1', 'member-4', ' ')).thenRejected('recused', { member: 'member-1' });
    given(...handedOver).when(excluding('member-2', 'member-4', ' ')).thenRejected('not-presiding', {});
    given(...handedOver, recused('member-3')).when(excluding('member-1', 'member-3', ' ')).thenRejected('recused-already');
    given(...handedOver).when(excluding('member-1', 'member-4', ' ')).thenRejected('not-a-member', { member: 'member-4' });
    given(...handedOver).when(excluding('member-1', 'member-3', ' ')).thenRejected('reason-missing');
  });

  it('counts a chair as recused who has always to do with the section, though it was declared since', () => {
    const declared = factsWith({ conflicts: conflicted.conflicts.map((one) => ({ ...one, member: 'member-1' })) });
    given(...handedOver).when((sheet) => exclude({ ...asMember('member-1'), member: 'member-3', reason }, sheet, declared)).thenRejected('recused');
  });
});
