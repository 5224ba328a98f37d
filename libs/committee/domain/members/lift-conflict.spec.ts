import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, withMembers } from '../committee-examples.ts';
import { liftConflict } from './lift-conflict.ts';

const { given } = specify(committeeDecider);
const conflict = { member: 'aoki', section: 'promotion', reason: '元の所属のため' };
const lifting = (change: object = {}) => (state: Parameters<typeof liftConflict>[1]) => liftConflict(asking({ ...conflict, ...change }), state, undefined);
const declared = { type: 'ConflictDeclared', ...conflict } as const;

describe('lift a conflict', () => {
  it('records it with its own reason', () => {
    given(...withMembers, declared).when(lifting({ reason: '事業の終了' })).then({ type: 'ConflictLifted', ...conflict, reason: '事業の終了' });
  });

  it('stays quiet where there is none, or none any more', () => {
    given(...withMembers, declared).when(lifting({ section: 'childcare' })).thenNothing();
    given(...withMembers, declared, { ...declared, type: 'ConflictLifted' }).when(lifting()).thenNothing();
  });

  it('refuses no reason', () => {
    given(...withMembers, declared).when(lifting({ reason: '' })).thenRejected('reason-missing');
  });
});
