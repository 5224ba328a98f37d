import { describe, expect, it } from '@jest/globals';
import { given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { asMember, atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { commentOnWording } from './comment-on-wording.ts';
import { drafted, facts, proposed, recused, withGroup } from './second-evaluation-examples.ts';

const text = '「見直す」を「改める」に。';
const commenting = (membership: string, what = text) => (sheet: Sheet) => commentOnWording({ ...asMember(membership), text: what }, sheet, facts);
const commented = { type: 'WordingCommented', stage: 'committee', member: 'member-3', text } as const;

describe('comment on the wording', () => {
  it('records it', () => {
    given(...handedOver, drafted).when(commenting('member-3')).then(commented);
    expect(given(...handedOver, drafted, commented).state()).toMatchObject({ works: { committee: { comments: [{ member: 'member-3', text, revision: 11 }] } } });
  });

  it('refuses, in this order', () => {
    given(...concluded).when(commenting('member-3', ' ')).thenRejected('wrong-phase');
    given(...atMeeting).when(commenting('member-3', ' ')).thenRejected('not-before-committee');
    given(...proposed, recused('member-3')).when(commenting('member-3', ' ')).thenRejected('concluded-already');
    given(...handedOver, recused('member-3')).when(commenting('member-3', ' ')).thenRejected('recused');
    given(...handedOver).when(commenting('member-4', ' ')).thenRejected('not-a-member');
    given(...withGroup, drafted).when(commenting('member-1')).thenRejected('not-a-member');
    given(...handedOver).when(commenting('member-3', ' ')).thenRejected('draft-missing');
    given(...handedOver, drafted).when(commenting('member-3', ' ')).thenRejected('text-missing');
  });
});
