import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, called, checked, drafted, untilHeld, withMembers } from '../committee-examples.ts';
import { publishMinutes } from './publish-minutes.ts';

const { given } = specify(committeeDecider);
const publishing = (reason?: string) => (state: Parameters<typeof publishMinutes>[1]) =>
  publishMinutes(asking({ meeting: 'first', ...(reason !== undefined && { reason }) }), state, undefined);
const bothDrafted = [...untilHeld, drafted('greeting'), drafted('measure')] as const;
/** By all who came, but for one check. */
const almostChecked = [...bothDrafted, checked('aoki', 'greeting', 8), checked('aoki', 'measure', 9), checked('baba', 'greeting', 8)] as const;
const published = { type: 'MinutesPublished', meeting: 'first' } as const;

describe('publish minutes', () => {
  it('records it when everybody who was present has found every draft right', () => {
    given(...almostChecked, checked('baba', 'measure', 9)).when(publishing('要らない理由')).then(published);
  });

  it('refuses while somebody has not, or finds something wrong, unless it is said why', () => {
    const unchecked = { unchecked: [{ item: 'measure', members: ['baba'] }] };
    given(...almostChecked).when(publishing()).thenRejected('minutes-unchecked', unchecked);
    given(...almostChecked, checked('baba', 'measure', 9, { remark: '違います。' })).when(publishing(' ')).thenRejected('minutes-unchecked', unchecked);
    given(...almostChecked).when(publishing('長期不在のため')).then({ ...published, reason: '長期不在のため' });
  });

  it('does not take what was said of an older draft for its successor', () => {
    given(...almostChecked, checked('baba', 'measure', 9), drafted('measure', '直した案')).when(publishing())
      .thenRejected('minutes-unchecked', { unchecked: [{ item: 'measure', members: ['aoki', 'baba'] }] });
  });

  it('refuses a meeting that was not held, and an item without a draft, whatever the reason', () => {
    given(...withMembers, called).when(publishing('急ぐため')).thenRejected('meeting-not-held');
    given(...untilHeld, drafted('greeting')).when(publishing('急ぐため')).thenRejected('minutes-missing', { items: ['measure'] });
  });

  it('stays quiet when they are published', () => {
    given(...bothDrafted, published).when(publishing()).thenNothing();
  });
});
