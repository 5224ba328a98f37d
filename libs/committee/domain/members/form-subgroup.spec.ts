import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, formed, withMembers } from '../committee-examples.ts';
import { formSubgroup } from './form-subgroup.ts';

const { given } = specify(committeeDecider);
const forming = (change: object = {}) => (state: Parameters<typeof formSubgroup>[1]) => {
  const { type: _, subgroup: _id, ...body } = formed;
  return formSubgroup(asking({ ...body, ...change }), state, undefined);
};

describe('form a sub-group', () => {
  it('records its members, each once, with who presides', () => {
    given(...withMembers).when(forming({ members: ['baba', 'chiba', 'baba'] })).then({ ...formed, subgroup: 'id of subgroup' });
  });

  it('may count on a member whose term is to come', () => {
    given(...withMembers).when(forming({ members: ['baba', 'chiba', 'eguchi'] }))
      .then({ ...formed, subgroup: 'id of subgroup', members: ['baba', 'chiba', 'eguchi'] });
  });

  it('refuses who is no member any more, and a chair or a deputy from outside', () => {
    given(...withMembers).when(forming({ members: ['baba', 'doi'] })).thenRejected('member-unknown', { members: ['doi'] });
    given(...withMembers).when(forming({ chair: 'aoki' })).thenRejected('member-unknown', { members: ['aoki'] });
    given(...withMembers).when(forming({ deputy: 'aoki' })).thenRejected('member-unknown', { members: ['aoki'] });
    given(...withMembers).when(forming({ deputy: 'baba' })).thenRejected('deputy-is-chair');
  });
});
