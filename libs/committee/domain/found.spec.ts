import { describe, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { committeeDecider } from './committee.ts';
import { asking, founded, half } from './committee-examples.ts';
import { found } from './found.ts';

const { given } = specify(committeeDecider);
const { type: _, ...body } = founded;
const founding = (change: object = {}) => (state: Parameters<typeof found>[1]) => found(asking({ ...body, ...change }), state);

describe('found a committee', () => {
  it('records its name and its quorum', () => {
    given().when(founding()).then(founded);
  });

  it('refuses one that is there', () => {
    given(founded).when(founding()).thenRejected('committee-exists');
  });

  it('refuses a quorum that not even all could make', () => {
    given().when(founding({ quorum: { present: { parts: 1, of: 1, moreThan: true }, opinions: half } })).thenRejected('quorum-wrong', { of: ['present'] });
    given().when(founding({ quorum: { present: half, opinions: { parts: 4, of: 3, moreThan: false } } })).thenRejected('quorum-wrong', { of: ['opinions'] });
  });
});
