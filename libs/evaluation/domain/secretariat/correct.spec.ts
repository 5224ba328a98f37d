import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import type { SlipsCorrected } from '../sheet.events.ts';
import {
  accepted, answered, approval, approved, asSecretariat, atDirector, given, opened, plainFacts, saved, submitted, text,
} from '../sheet-examples.ts';
import { correct, type Correct } from './correct.ts';

const reason = '誤字の修正';
const correcting = (fields: Record<string, unknown>, change: Partial<Correct> = {}) => (sheet: Sheet) =>
  correct({ ...asSecretariat, basedOn: 7, fields, reason, ...change }, sheet, plainFacts);
const corrected: SlipsCorrected = { type: 'SlipsCorrected', basedOn: 7, fields: { remark: text('順調') }, reason };
const ending = saved({ direction: { kind: 'choice', option: 'end' }, 'why-end': text('役目を終えた') });
const approvedEnding = [opened, answered, ending, submitted, approval('director', 'director', { completes: true })] as const;

describe('correct slips', () => {
  it('records texts and dates with the reason, before and after acceptance', () => {
    given(...approved).when(correcting({ remark: '順調' })).then(corrected);
    given(...accepted).when(correcting({ begun: '2025-04-01' })).then({ ...corrected, fields: { begun: { kind: 'date', date: '2025-04-01' } } });
    given(...approved).when(correcting({ 'projects/fair/name': '商談会' })).then({ ...corrected, fields: { 'projects/fair/name': text('商談会') } });
  });

  it('leaves the phase as it is, and is something that whoever decides next must have seen', () => {
    expect(given(...approved, corrected).state())
      .toMatchObject({ phase: 'approved', changedRevision: 8, fields: { remark: { content: text('順調') } } });
  });

  it('stays quiet when nothing changes', () => {
    given(...approved, corrected).when(correcting({ remark: '順調' })).thenNothing();
  });

  it.each([
    ['a figure', { result: '5,700社' }],
    ['a figure in a table', { 'projects/fair/spent': '12' }],
    ['a rating', { rating: 'a' }],
    ['a choice', { direction: 'end' }],
    ['a check', { viewpoints: ['need'] }],
    ['what is the secretariat\'s own', { memo: '要確認' }],
  ])('refuses %s: that is no slip', (_what, fields) => {
    given(...approved).when(correcting(fields)).thenRejected('fields-wrong', { fields: Object.keys(fields) });
  });

  it('refuses to empty what must be answered', () => {
    for (const emptied of [null, '　']) {
      given(...approvedEnding).when(correcting({ 'why-end': emptied }, { basedOn: 4 })).thenRejected('fields-unanswered', { fields: ['why-end'] });
    }
  });

  it('refuses what somebody else wrote since, and no reason', () => {
    given(...approved, corrected).when(correcting({ remark: '不調' })).thenRejected('fields-changed-since');
    given(...approved).when(correcting({ remark: '順調' }, { reason: ' ' })).thenRejected('reason-missing');
  });

  it('tells the phase first, then the revision, the fields, what is unanswered, and the reason last', () => {
    given(...atDirector).when(correcting({ elsewhere: 'x' }, { basedOn: 99 })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(...approved).when(correcting({ elsewhere: 'x' }, { basedOn: 99 })).thenRejected('based-on-the-future');
    given(...approved).when(correcting({ elsewhere: 'x' }, { reason: '' })).thenRejected('fields-wrong');
    given(...approvedEnding).when(correcting({ 'why-end': null }, { basedOn: 4, reason: '' })).thenRejected('fields-unanswered');
  });
});
