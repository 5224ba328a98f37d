import { describe, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { committeeDecider } from './committee.ts';
import { asking, founded, twoThirds } from './committee-examples.ts';
import { setQuorum } from './set-quorum.ts';

const { given } = specify(committeeDecider);
const all = { parts: 1, of: 1, moreThan: false };
const setting = (quorum: Parameters<typeof setQuorum>[0]['quorum']) => (state: Parameters<typeof setQuorum>[1]) => setQuorum(asking({ quorum }), state, undefined);

describe('set the quorum', () => {
  it('records it, be it all of them', () => {
    given(founded).when(setting({ present: twoThirds, opinions: all })).then({ type: 'QuorumSet', quorum: { present: twoThirds, opinions: all } });
  });

  it('refuses one that not even all could make', () => {
    given(founded).when(setting({ present: twoThirds, opinions: { ...all, moreThan: true } })).thenRejected('quorum-wrong', { of: ['opinions'] });
  });
});
