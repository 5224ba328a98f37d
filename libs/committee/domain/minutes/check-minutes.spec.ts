import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, checked, drafted, untilHeld } from '../committee-examples.ts';
import { checkMinutes } from './check-minutes.ts';

const { given } = specify(committeeDecider);
const checking = (membership: string | undefined, change: object = {}) => (state: Parameters<typeof checkMinutes>[1]) =>
  checkMinutes(asking({ meeting: 'first', item: 'greeting', draftRevision: 8, ...(membership !== undefined && { membership }), ...change }), state, undefined);
const history = [...untilHeld, drafted('greeting')] as const;

describe('check minutes', () => {
  it('records that they are right, or what is not, of who was present or online', () => {
    given(...history).when(checking('aoki')).then(checked('aoki', 'greeting', 8));
    given(...history).when(checking('baba', { remark: '発言者が違います。' })).then(checked('baba', 'greeting', 8, { remark: '発言者が違います。' }));
  });

  it('takes his last word, and stays quiet when he says the same again', () => {
    const remarked = checked('aoki', 'greeting', 8, { remark: '違います。' });
    given(...history, remarked).when(checking('aoki')).then(checked('aoki', 'greeting', 8));
    given(...history, remarked).when(checking('aoki', { remark: '違います。' })).thenNothing();
    given(...history, remarked, checked('aoki', 'greeting', 8)).when(checking('aoki')).thenNothing();
  });

  it('refuses who was not there', () => {
    given(...history).when(checking('chiba')).thenRejected('not-present');
    given(...history).when(checking(undefined)).thenRejected('not-present');
  });

  it('refuses a draft that is not the last, or not there', () => {
    given(...history, drafted('greeting', '直した案')).when(checking('aoki')).thenRejected('draft-changed-since', { revision: 9 });
    given(...history).when(checking('aoki', { item: 'measure' })).thenRejected('minutes-missing', { items: ['measure'] });
    given(...history).when(checking('aoki', { item: 'constructor' })).thenRejected('minutes-missing');
  });

  it('refuses an empty remark, and published minutes', () => {
    given(...history).when(checking('aoki', { remark: ' ' })).thenRejected('reason-missing');
    given(...history, { type: 'MinutesPublished', meeting: 'first' }).when(checking('aoki')).thenRejected('minutes-published');
  });
});
