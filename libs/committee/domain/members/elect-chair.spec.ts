import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, elected, withMembers } from '../committee-examples.ts';
import { electChair } from './elect-chair.ts';

const { given } = specify(committeeDecider);
const electing = (chair: string, deputy?: string) => (state: Parameters<typeof electChair>[1]) =>
  electChair(asking({ chair, ...(deputy !== undefined && { deputy }) }), state, undefined);

describe('elect a chair', () => {
  it('records the chair and his deputy, or that there is none', () => {
    given(...withMembers).when(electing('aoki', 'baba')).then(elected);
    given(...withMembers, elected).when(electing('aoki')).then({ type: 'ChairElected', chair: 'aoki' });
  });

  it('stays quiet when they are that already', () => {
    given(...withMembers, elected).when(electing('aoki', 'baba')).thenNothing();
  });

  it('refuses one for both, and who is no member today', () => {
    given(...withMembers).when(electing('aoki', 'aoki')).thenRejected('deputy-is-chair');
    given(...withMembers).when(electing('doi', 'eguchi')).thenRejected('member-unknown', { members: ['doi', 'eguchi'] });
  });
});
