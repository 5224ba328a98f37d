import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, withMembers } from '../committee-examples.ts';
import { declareConflict } from './declare-conflict.ts';

const { given } = specify(committeeDecider);
const conflict = { member: 'aoki', section: 'promotion', reason: '元の所属のため' };
const declaring = (change: object = {}) => (state: Parameters<typeof declareConflict>[1]) =>
  declareConflict(asking({ ...conflict, ...change }), state, { sections: new Set(['promotion', 'childcare']) });

describe('declare a conflict', () => {
  it('records the member and the section', () => {
    given(...withMembers).when(declaring()).then({ type: 'ConflictDeclared', ...conflict });
  });

  it('stays quiet when it is declared, and not when another is', () => {
    given(...withMembers, { type: 'ConflictDeclared', ...conflict }).when(declaring({ reason: '別の理由' })).thenNothing();
    given(...withMembers, { type: 'ConflictDeclared', ...conflict }).when(declaring({ section: 'childcare' }))
      .then({ type: 'ConflictDeclared', ...conflict, section: 'childcare' });
  });

  it('refuses who is no member any more, a section that there is not, and no reason', () => {
    given(...withMembers).when(declaring({ member: 'doi' })).thenRejected('member-unknown', { members: ['doi'] });
    given(...withMembers).when(declaring({ section: 'nowhere' })).thenRejected('section-unknown', { section: 'nowhere' });
    given(...withMembers).when(declaring({ reason: ' ' })).thenRejected('reason-missing');
  });
});
