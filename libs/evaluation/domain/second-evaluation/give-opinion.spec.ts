import { describe, expect, it } from '@jest/globals';
import { asked, given, line } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { answerApproval, answering, asMember, atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { giveOpinion, type GiveOpinion } from './give-opinion.ts';
import {
  basis, cameAgain, entered, facts, factsWith, opined, proposed, recused, revised, saying, secondHandOver, withdrawn, withGroup,
} from './second-evaluation-examples.ts';

const typed = (points: string) => ({ 'opinion-rating': 'b', points });
const giving = (membership: string, change: Partial<GiveOpinion> = {}, known = facts) => (sheet: Sheet) =>
  giveOpinion({ ...asMember(membership), opinion: typed('7'), basedOn: 9, ...change }, sheet, known);

describe('give an opinion', () => {
  it('records it with what its author had before him', () => {
    given(...handedOver).when(giving('member-3')).then(opined('member-3'));
    given(...handedOver, opined('member-1')).when(giving('member-3')).then(opined('member-3'));
  });

  it('names the questions whose answers the committee had been told', () => {
    given(...answering).when(giving('member-3')).then(opined('member-3'));
    const director = line.at(-1)?.step as string;
    given(...answering, answerApproval(director, 'director', { completes: true })).when(giving('member-3'))
      .then(opined('member-3', '7', { answers: ['id of question'] }));
  });

  it('is given by those of the sub-group that has the sheet', () => {
    given(...withGroup).when(giving('member-3')).then(opined('member-3'));
    given(...withGroup).when(giving('member-1')).thenRejected('not-a-member');
  });

  it('is given by those to whom the committee assigned the sheet', () => {
    const assigned = factsWith({ assigned: { '2026-node-35': ['member-2'], '2026-node-36': ['member-3'] } });
    given(...handedOver).when(giving('member-2', {}, assigned)).then(opined('member-2'));
    given(...handedOver).when(giving('member-3', {}, assigned)).thenRejected('not-assigned');
    given(...handedOver).when(giving('member-3', {}, factsWith({ assigned: { '2026-node-35': [] } }))).then(opined('member-3'));
  });

  it('is revised by naming the one that was on screen', () => {
    given(...handedOver, opined('member-3')).when(giving('member-3', { opinion: typed('8'), revises: 10 })).then(revised('member-3', '8'));
  });

  it('says that its author saw what others say, if he could have', () => {
    const both = [...handedOver, opined('member-3'), opined('member-1')] as const;
    const sawOthers = { sawOthers: true };
    given(...both).when(giving('member-3', { opinion: typed('8'), revises: 10 })).then(revised('member-3', '8', sawOthers));
    given(...both, withdrawn('member-1')).when(giving('member-3', { opinion: typed('8'), revises: 10 })).then(revised('member-3', '8', sawOthers));
    given(...both, withdrawn('member-3')).when(giving('member-3', { opinion: typed('8') })).then(opined('member-3', '8', sawOthers));
    given(...handedOver, entered('member-3'), opined('member-1')).when(giving('member-3', { revises: 10 })).then(revised('member-3', '7'));
  });

  it('is given anew where it was on an older hand-over, although it says the same', () => {
    given(...cameAgain).when(giving('member-1', { basedOn: secondHandOver, revises: 10 }))
      .then(revised('member-1', '7', { handOver: secondHandOver }));
    expect(given(...cameAgain).state()).toMatchObject({ works: { committee: { opinions: { 'member-1': { basis } } } } });
  });

  it('stays quiet when nothing differs', () => {
    given(...handedOver, opined('member-3')).when(giving('member-3', { revises: 10 })).thenNothing();
  });

  it('overwrites nothing that was not on screen, and tells what is there', () => {
    const there = { theirs: typed('7'), revision: 10, by: asked.by, at: asked.now };
    given(...handedOver, opined('member-3')).when(giving('member-3', { opinion: typed('9') })).thenRejected('opinion-changed-since', there);
    given(...handedOver, opined('member-3'), revised('member-3', '8')).when(giving('member-3', { revises: 10 }))
      .thenRejected('opinion-changed-since', { ...there, theirs: typed('8'), revision: 11 });
    given(...handedOver, opined('member-3'), withdrawn('member-3')).when(giving('member-3', { revises: 10 })).thenRejected('opinion-changed-since', {});
  });

  it('refuses, in this order', () => {
    const wrong = { basedOn: 99, revises: 3, opinion: { elsewhere: 'x' } };
    const assigned = factsWith({ assigned: { '2026-node-35': ['member-2'] } });
    given(...concluded).when(giving('member-3', wrong)).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...atMeeting).when(giving('member-3', wrong)).thenRejected('not-before-committee');
    given(...proposed, recused('member-3')).when(giving('member-3', wrong)).thenRejected('concluded-already');
    given(...handedOver, recused('member-4')).when(giving('member-4', wrong)).thenRejected('recused', { member: 'member-4' });
    given(...handedOver).when(giving('member-4', wrong, assigned)).thenRejected('not-a-member', { member: 'member-4' });
    given(...handedOver).when(giving('member-3', wrong, { ...assigned, opinionForm: undefined })).thenRejected('not-assigned');
    given(...handedOver).when(giving('member-3', wrong, { ...facts, opinionForm: undefined })).thenRejected('opinions-not-asked');
    given(...handedOver).when(giving('member-3', wrong)).thenRejected('based-on-the-future');
    given(...cameAgain).when(giving('member-3', { ...wrong, basedOn: 9 })).thenRejected('sheet-changed-since');
    given(...handedOver).when(giving('member-3', { ...wrong, basedOn: 9 })).thenRejected('opinion-changed-since');
    given(...handedOver).when(giving('member-3', { opinion: { elsewhere: 'x' } })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(...handedOver).when(giving('member-3', { opinion: { points: '7' } })).thenRejected('fields-unanswered', { fields: ['opinion-rating'] });
  });

  it('counts whoever\'s term ended before today as no member', () => {
    const ended = factsWith({ members: [{ id: 'member-3', person: 'person-13', from: '2026-04-01', to: '2026-05-19' }] });
    given(...handedOver).when(giving('member-3', {}, ended)).thenRejected('not-a-member');
  });

  it('is not for whoever kept out of the sheet and was appointed again since', () => {
    const again = factsWith({ members: [...facts.committee.members, { id: 'member-3-again', person: 'person-13', from: '2026-05-01' }] });
    given(...handedOver, recused('member-3')).when(giving('member-3-again', {}, again)).thenRejected('recused', { member: 'member-3-again' });
  });

  it('keeps what was said, by whom and when', () => {
    expect(given(...handedOver, opined('member-3')).state()).toMatchObject({
      phase: 'handed-over', works: { committee: { opinions: { 'member-3': { opinion: saying('7'), revision: 10, isConfirmed: true, isWithdrawn: false } } } },
    });
  });
});
