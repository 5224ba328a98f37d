import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, called, checked, drafted, untilHeld, withMembers } from '../committee-examples.ts';
import { draftMinutes } from './draft-minutes.ts';

const { given } = specify(committeeDecider);
const drafting = (item: string, text = `${item}の案`) => (state: Parameters<typeof draftMinutes>[1]) =>
  draftMinutes(asking({ meeting: 'first', item, text }), state, undefined);

describe('draft minutes', () => {
  it('records the text of an item, and another after it', () => {
    given(...untilHeld).when(drafting('greeting')).then(drafted('greeting'));
    given(...untilHeld, drafted('greeting')).when(drafting('greeting', '直した案')).then(drafted('greeting', '直した案'));
  });

  it('is checked anew', () => {
    expect(given(...untilHeld, drafted('greeting'), checked('aoki', 'greeting', 8), drafted('greeting', '直した案')).state())
      .toMatchObject({ meetings: { first: { minutes: { greeting: { text: '直した案', revision: 10, checks: [] } } } } });
  });

  it('stays quiet when that is the draft', () => {
    given(...untilHeld, drafted('greeting')).when(drafting('greeting')).thenNothing();
  });

  it('refuses a meeting that was not held, published minutes, and an item that is not on the agenda', () => {
    given(...withMembers, called).when(drafting('greeting')).thenRejected('meeting-not-held');
    given(...untilHeld, { type: 'MinutesPublished', meeting: 'first' }).when(drafting('greeting')).thenRejected('minutes-published');
    given(...untilHeld).when(drafting('nothing')).thenRejected('agenda-item-unknown', { items: ['nothing'] });
  });
});
