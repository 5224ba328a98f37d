import { describe, expect, it } from '@jest/globals';
import type { Asked } from '../../../kernel/asked.ts';
import { recorded } from '../../../kernel/testing/given.ts';
import type { Sheet } from '../sheet.ts';
import {
  accepted, answered, approval, approved, approvedOverChief, as, asSecretariat, atChief, atCoOwners, atDirector, atManager, form, given, opened,
  replaced, sentBack, submitted,
} from '../sheet-examples.ts';
import { asMember, atMeeting, committee, concluded, handedOver, questionAsked, toCommittee } from '../stages/stage-examples.ts';
import { sendBack, type SendBack } from './send-back.ts';

const { type: _type, ...all } = sentBack;
const { reason, comments } = all;
const sending = (by: Asked, command: Partial<SendBack> = {}) => (sheet: Sheet) => sendBack({ ...by, reason, ...command }, sheet, { form });
const presiding = (membership: string, command: Partial<SendBack> = {}) => (sheet: Sheet) =>
  sendBack({ ...asMember(membership), reason, ...command }, sheet, { form, committee });
const chairRecused = { type: 'MemberRecused', stage: 'committee', member: 'member-1', way: 'by-oneself', reason: '親族の勤務先のため' } as const;
const tourism = approval('co-owners', 'tourism-manager', { approvedRevision: 4 });

describe('send the first evaluation back', () => {
  it('records the reason and the comments on fields; to the section when nothing is said', () => {
    given(...atChief).when(sending(as('chief'), { comments })).then(sentBack);
    given(...atChief).when(sending(as('chief'), { to: 'section' })).then({ ...sentBack, comments: [] });
  });

  it('goes to any step before one\'s own', () => {
    given(...atDirector).when(sending(as('director'), { to: 'chief', comments })).then({ ...sentBack, to: 'chief' });
    given(...atDirector).when(sending(as('director'), { to: 'co-owners', comments })).then({ ...sentBack, to: 'co-owners' });
  });

  it('is done by the secretariat once the line has decided, to any step of it', () => {
    given(...approved).when(sending(asSecretariat, { to: 'director' })).then({ ...sentBack, to: 'director', comments: [] });
    given(...accepted).when(sending(asSecretariat)).then({ ...sentBack, comments: [] });
  });

  it('is done by the secretariat from a stage as well, and by whoever presides the committee that has the sheet', () => {
    given(...atMeeting).when(sending(asSecretariat)).then({ ...sentBack, comments: [] });
    given(...handedOver).when(presiding('member-1', { to: 'director' })).then({ ...sentBack, to: 'director', comments: [] });
    given(...handedOver).when(presiding('member-2')).thenRejected('not-presiding');
    given(...handedOver, chairRecused).when(presiding('member-2')).then({ ...sentBack, comments: [] });
    given(...handedOver, chairRecused).when(presiding('member-1')).thenRejected('recused', { member: 'member-1' });
    given(...accepted, { ...toCommittee, subgroup: 'industry-group' }).when(presiding('member-2')).then({ ...sentBack, comments: [] });
    given(...handedOver).when(sending(as('director'))).thenRejected('not-your-turn');
    given(...atMeeting).when(sending(asMember('member-1', 'chair'))).thenRejected('not-your-turn');
  });

  it('leaves what was said in the stages, and what another stage came to', () => {
    expect(given(...concluded, toCommittee, questionAsked, chairRecused, sentBack).state()).toMatchObject({
      phase: 'drafting', works: { meeting: { result: {} }, committee: { questions: { [questionAsked.question]: {} }, recused: [{ member: 'member-1' }] } },
    });
  });

  it('lets each party of 合議 that has not decided send it back', () => {
    given(...atCoOwners, tourism).when(sending(as('trade-manager'), { to: 'manager' })).then({ ...sentBack, to: 'manager', comments: [] });
    given(...atCoOwners, tourism).when(sending(as('tourism-manager'))).thenRejected('not-your-turn', { step: 'co-owners' });
  });

  it('undoes exactly what was decided from that step on', () => {
    expect(given(...atDirector, { ...sentBack, to: 'manager' }).state())
      .toMatchObject({ phase: 'submitted', at: 1, approvals: [{ step: 'chief' }] });
    expect(given(...accepted, { ...sentBack, to: 'co-owners' }).state())
      .toMatchObject({ phase: 'submitted', at: 2, approvals: [{ step: 'chief' }, { step: 'manager' }] });
    expect(given(...atDirector, sentBack).state()).toMatchObject({ phase: 'drafting' });
    expect(given(...atDirector, sentBack).state()).not.toHaveProperty('approvals');
    expect(given(...atDirector, sentBack, submitted).state()).toMatchObject({ phase: 'submitted', at: 0, approvals: [] });
  });

  it('leaves what earlier steps still owe, and nothing that later ones did', () => {
    const owing = [...atChief, approvedOverChief, replaced({ post: 'manager' }, { post: 'tourism-manager' }), tourism] as const;
    expect(given(...owing, { ...sentBack, to: 'co-owners' }).state())
      .toMatchObject({ toReview: [{ step: 'chief' }], toLookAt: [{ post: 'manager' }] });
    expect(given(...owing, { ...sentBack, to: 'manager' }).state()).toMatchObject({ toReview: [{ step: 'chief' }], toLookAt: [] });
    expect(given(...owing, { ...sentBack, to: 'chief' }).state()).toMatchObject({ toReview: [], toLookAt: [] });
    expect(given(...accepted, replaced({ post: 'chief' }, { role: 'secretariat' }), { ...sentBack, to: 'manager' }).state())
      .toMatchObject({ toLookAt: [{ post: 'chief' }] });
  });

  it('keeps every reason that was ever given, wherever it was sent', () => {
    const again = recorded({ ...sentBack, to: 'chief', reason: '二度目' }, 'person-3', '2026-06-01T00:00:00.000Z');
    expect(given(...atChief, sentBack, submitted, approval('chief', 'chief'), again).state()).toMatchObject({
      sentBack: [{ ...all, by: 'person-1' }, { to: 'chief', reason: '二度目', by: 'person-3', at: '2026-06-01T00:00:00.000Z' }],
    });
  });

  it('refuses who is not to decide now: the secretariat before the line has decided, the line after it', () => {
    given(...atManager).when(sending(as('chief'))).thenRejected('not-your-turn', { step: 'manager' });
    given(...atManager).when(sending(asSecretariat)).thenRejected('not-your-turn', { step: 'manager' });
    given(...approved).when(sending(as('director'))).thenRejected('not-your-turn');
  });

  it('refuses a step that the line does not have, or that is not before the one that sends', () => {
    for (const to of ['elsewhere', 'manager', 'director']) {
      given(...atManager).when(sending(as('manager'), { to })).thenRejected('step-unknown', { to });
    }
  });

  it('refuses comments on fields that are not there, and no reason', () => {
    given(...atChief).when(sending(as('chief'), { comments: [{ field: 'elsewhere', comment: '？' }] }))
      .thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(...atChief).when(sending(as('chief'), { reason: '　' })).thenRejected('reason-missing');
  });

  it('takes a comment on a cell', () => {
    const onCell = [{ field: 'indicators/sales/actual', comment: '出典は？' }];
    given(...atChief).when(sending(as('chief'), { comments: onCell })).then({ ...sentBack, comments: onCell });
  });

  it('tells the phase first, then the turn, the step, the fields, and the reason last', () => {
    const wrong = { to: 'elsewhere', reason: '', comments: [{ field: 'elsewhere', comment: '？' }] };
    given(opened, answered).when(sending(as('clerk'), wrong)).thenRejected('wrong-phase', { phase: 'drafting' });
    given(...atChief).when(sending(as('clerk'), wrong)).thenRejected('not-your-turn', { step: 'chief' });
    given(...atChief).when(sending(as('chief'), wrong)).thenRejected('step-unknown', { to: 'elsewhere' });
    given(...atChief).when(sending(as('chief'), { ...wrong, to: 'section' })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
  });
});
