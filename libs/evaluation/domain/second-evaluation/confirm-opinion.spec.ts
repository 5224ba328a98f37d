import { describe, expect, it } from '@jest/globals';
import { asked, asSecretariat, given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import type { OpinionConfirmed } from '../stage.events.ts';
import { asMember, atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { confirmOpinion, type ConfirmOpinion } from './confirm-opinion.ts';
import {
  basis, cameAgain, entered, facts, factsWith, opined, proposed, recused, secondHandOver, withdrawn,
} from './second-evaluation-examples.ts';

const heard = { way: 'spoken', on: '2026-05-20' } as const;
const himself = (membership: string, change: Partial<ConfirmOpinion> = {}, known = facts) => (sheet: Sheet) =>
  confirmOpinion({ ...asMember(membership), basedOn: 10, ...change }, sheet, known);
const office = (change: Partial<ConfirmOpinion> = {}, saying: Partial<ConfirmOpinion> = { member: 'member-3', heard }) => (sheet: Sheet) =>
  confirmOpinion({ ...asSecretariat, basedOn: 10, ...saying, ...change }, sheet, facts);
const confirmed: OpinionConfirmed = { type: 'OpinionConfirmed', stage: 'committee', member: 'member-3', basis };

describe('confirm an opinion', () => {
  it('records it of what was entered, by the member or as the office heard it', () => {
    given(...handedOver, entered('member-3')).when(himself('member-3')).then(confirmed);
    given(...handedOver, entered('member-3')).when(office()).then({ ...confirmed, heard });
  });

  it('lets it count, and its author see others\'', () => {
    expect(given(...handedOver, entered('member-3'), opined('member-1'), confirmed).state()).toMatchObject({
      works: { committee: { opinions: { 'member-3': { isConfirmed: true } }, sawOthers: ['member-1', 'member-3'] } },
    });
  });

  it('records on which hand-over an older one holds as well', () => {
    const now = { ...confirmed, member: 'member-1', basis: { ...basis, handOver: secondHandOver } };
    given(...cameAgain).when(himself('member-1', { basedOn: secondHandOver })).then(now);
    given(...cameAgain).when(office({ member: 'member-1', basedOn: secondHandOver })).then({ ...now, heard });
    given(...cameAgain, now).when(himself('member-1', { basedOn: secondHandOver })).thenRejected('nothing-to-confirm');
  });

  it('confirms nothing that was not on screen', () => {
    given(...cameAgain).when(himself('member-1', { basedOn: 10 })).thenRejected('sheet-changed-since');
    const anew = [...handedOver, entered('member-3', '5'), entered('member-3', '6')] as const;
    given(...anew).when(himself('member-3')).thenRejected('opinion-changed-since', {
      theirs: { 'opinion-rating': 'b', points: '6' }, revision: 11, by: asked.by, at: asked.now,
    });
    given(...anew).when(office()).thenRejected('opinion-changed-since');
  });

  it('is said by the office with whose it is and how it heard, and by a member with neither', () => {
    const waiting = [...handedOver, entered('member-3')] as const;
    for (const deed of [himself('member-1', { member: 'member-3' }), himself('member-3', { heard })]) given(...waiting).when(deed).thenRejected('confirmation-wrong');
    for (const half of [{ member: 'member-3' }, { heard }]) given(...waiting).when(office({}, half)).thenRejected('confirmation-wrong');
  });

  it('refuses, in this order', () => {
    const assigned = factsWith({ assigned: { '2026-node-35': ['member-2'] } });
    const late = { basedOn: 99, heard: { ...heard, on: '2026-05-21' } };
    given(...concluded).when(office({}, { heard })).thenRejected('wrong-phase');
    given(...atMeeting).when(office({}, { heard })).thenRejected('not-before-committee');
    given(...proposed).when(office({}, { heard })).thenRejected('concluded-already');
    given(...handedOver, recused('member-3')).when(office({}, { member: 'member-3' })).thenRejected('confirmation-wrong');
    given(...handedOver, recused('member-4')).when(himself('member-4', { basedOn: 99 })).thenRejected('recused');
    given(...handedOver).when(himself('member-4', { basedOn: 99 }, assigned)).thenRejected('not-a-member');
    given(...handedOver).when(himself('member-3', { basedOn: 99 }, assigned)).thenRejected('not-assigned');
    given(...handedOver).when(office(late)).thenRejected('nothing-to-confirm');
    given(...handedOver, opined('member-3')).when(office(late)).thenRejected('nothing-to-confirm');
    given(...handedOver, entered('member-3'), withdrawn('member-3')).when(office(late)).thenRejected('nothing-to-confirm');
    given(...handedOver, entered('member-3')).when(office(late)).thenRejected('based-on-the-future');
    given(...handedOver, entered('member-3')).when(office({ ...late, basedOn: 8 })).thenRejected('sheet-changed-since');
    given(...handedOver, entered('member-3')).when(office({ ...late, basedOn: 9 })).thenRejected('opinion-changed-since');
    given(...handedOver, entered('member-3')).when(office({ heard: { ...heard, on: '2026-02-30' } })).thenRejected('day-wrong');
    given(...handedOver, entered('member-3')).when(office({ ...late, basedOn: 10 })).thenRejected('day-in-the-future');
  });
});
