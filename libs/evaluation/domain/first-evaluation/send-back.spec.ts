import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../../kernel/testing/given.ts';
import { sendBack, type SendBack } from './send-back.ts';
import { answered, asked, form, given, opened, sentBack, submitted } from './sheet-examples.ts';

const { reason, comments } = sentBack;
const sendingBack = (command: SendBack) => (sheet: Parameters<typeof sendBack>[1]) => sendBack({ ...asked, ...command }, sheet, { form });

describe('send the first evaluation back', () => {
  it('records the reason and the comments on fields', () => {
    given(opened, answered, submitted).when(sendingBack({ reason, comments })).then(sentBack);
    given(opened, answered, submitted).when(sendingBack({ reason })).then({ ...sentBack, comments: [] });
  });

  it('keeps every reason that was ever given', () => {
    const again = recorded({ ...sentBack, reason: '二度目' }, 'person-3', '2026-06-01T00:00:00.000Z');
    const sheet = given(opened, answered, submitted, sentBack, submitted, again).state();
    expect(sheet).toMatchObject({ phase: 'drafting', sentBack: [{ reason }, { reason: '二度目', by: 'person-3' }] });
  });

  it('refuses without a reason, after comments on fields that are not there', () => {
    given(opened, answered, submitted).when(sendingBack({ reason: '　' })).thenRejected('reason-missing');
    given(opened, answered, submitted).when(sendingBack({ reason: '', comments: [{ field: 'elsewhere', comment: '？' }] }))
      .thenRejected('fields-wrong', { fields: ['elsewhere'] });
  });

  it('refuses what is not submitted', () => {
    given(opened, answered).when(sendingBack({ reason: '' })).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
