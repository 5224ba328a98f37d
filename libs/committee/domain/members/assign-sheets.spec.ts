import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, withMembers } from '../committee-examples.ts';
import { assignSheets } from './assign-sheets.ts';

const { given } = specify(committeeDecider);
const assigning = (sheets: readonly string[], members: readonly string[]) => (state: Parameters<typeof assignSheets>[1]) =>
  assignSheets(asking({ sheets, members }), state, undefined);
const assigned = { type: 'SheetsAssigned', sheets: ['2026-1', '2026-2'], members: ['aoki', 'baba'] } as const;

describe('assign sheets', () => {
  it('records each sheet and each member once', () => {
    given(...withMembers).when(assigning(['2026-1', '2026-2', '2026-1'], ['aoki', 'baba', 'aoki'])).then(assigned);
  });

  it('takes the place of what was, and with nobody leaves them to everybody', () => {
    const state = given(...withMembers, assigned, { ...assigned, sheets: ['2026-1'], members: ['chiba'] }, { ...assigned, sheets: ['2026-2'], members: [] }).state();
    expect(state).toMatchObject({ assigned: { '2026-1': ['chiba'] } });
    expect(state).not.toHaveProperty('assigned.2026-2');
  });

  it('refuses who is no member any more', () => {
    given(...withMembers).when(assigning(['2026-1'], ['aoki', 'doi'])).thenRejected('member-unknown', { members: ['doi'] });
  });
});
