import { describe, expect, it } from '@jest/globals';
import { asked, asSecretariat, given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { enterOpinion, type EnterOpinion } from './enter-opinion.ts';
import { entered, facts, factsWith, opined, proposed, recused, withdrawn } from './second-evaluation-examples.ts';

const typed = (points: string) => ({ 'opinion-rating': 'b', points });
const entering = (change: Partial<EnterOpinion> = {}, known = facts) => (sheet: Sheet) => enterOpinion(
  { ...asSecretariat, member: 'member-3', opinion: typed('5'), way: 'paper', receivedOn: '2026-05-19', ...change }, sheet, known,
);

describe('enter an opinion for a member', () => {
  it('records it with the way and the day on which it came', () => {
    given(...handedOver).when(entering()).then(entered('member-3'));
    given(...handedOver).when(entering({ way: 'spoken', receivedOn: '2026-05-20' })).then({ ...entered('member-3'), way: 'spoken', receivedOn: '2026-05-20' });
  });

  it('is nothing that counts yet', () => {
    expect(given(...handedOver, entered('member-3')).state())
      .toMatchObject({ works: { committee: { opinions: { 'member-3': { isConfirmed: false, entered: { way: 'paper', receivedOn: '2026-05-19' } } } } } });
  });

  it('is entered anew by naming what was on screen, and where the member has taken his own back', () => {
    given(...handedOver, entered('member-3')).when(entering({ opinion: typed('6'), revises: 10 })).then(entered('member-3', '6'));
    given(...handedOver, opined('member-3'), withdrawn('member-3')).when(entering()).then(entered('member-3'));
  });

  it('refuses, in this order', () => {
    const wrong = { member: 'member-4', revises: 3, opinion: {}, receivedOn: '2026-05-21' };
    const own = { ...wrong, member: 'member-3' };
    const assigned = factsWith({ assigned: { '2026-node-35': ['member-2'] } });
    given(...concluded).when(entering(wrong)).thenRejected('wrong-phase');
    given(...atMeeting).when(entering(wrong)).thenRejected('not-before-committee');
    given(...proposed, recused('member-4')).when(entering(wrong)).thenRejected('concluded-already');
    given(...handedOver, recused('member-4')).when(entering(wrong)).thenRejected('recused', { member: 'member-4' });
    given(...handedOver).when(entering(wrong, assigned)).thenRejected('not-a-member', { member: 'member-4' });
    given(...handedOver).when(entering(own, { ...assigned, opinionForm: undefined })).thenRejected('not-assigned');
    given(...handedOver, opined('member-3')).when(entering(own, { ...facts, opinionForm: undefined })).thenRejected('opinions-not-asked');
    given(...handedOver, opined('member-3')).when(entering({ ...own, revises: 10 })).thenRejected('opinion-is-own');
    given(...handedOver, entered('member-3')).when(entering(own))
      .thenRejected('opinion-changed-since', { theirs: typed('5'), revision: 10, by: asked.by, at: asked.now });
    given(...handedOver).when(entering({ opinion: { elsewhere: 'x' }, receivedOn: '2026-05-21' })).thenRejected('fields-wrong');
    given(...handedOver).when(entering({ opinion: {}, receivedOn: '2026-05-21' })).thenRejected('fields-unanswered');
    given(...handedOver).when(entering({ receivedOn: '2026-02-30' })).thenRejected('day-wrong', { day: '2026-02-30' });
    given(...handedOver).when(entering({ receivedOn: '2026-05-21' })).thenRejected('day-in-the-future', { day: '2026-05-21' });
  });
});
