import { describe, expect, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { cycleDecider } from './cycle.ts';
import type { CycleOpened } from './cycle.events.ts';
import { deadlineOn } from './deadline.ts';
import { open, type OpenCycle, type OpenCycleFacts } from './open.ts';
import { recordRefusal } from './record-refusal.ts';

const { given } = specify(cycleDecider);

const facts: OpenCycleFacts = {
  nodes: new Map([['node-35', { level: 'measure' }], ['node-3', { level: 'policy' }]]),
  planRevision: 0,
  sheetTypeOf: new Map([['measure', 'measure-sheet']]),
  schemeVersion: 1,
  schemeRevision: 0,
};
const command: OpenCycle = { year: 2026, aboutYear: 2025, plan: 'plan-1', submissionDeadline: '2026-06-30', nodes: ['node-35'] };
const opened: CycleOpened = {
  type: 'CycleOpened', year: 2026, aboutYear: 2025, plan: 'plan-1', planRevision: 0, schemeVersion: 1, schemeRevision: 0,
  submissionDeadline: { date: '2026-06-30', at: '2026-06-30T14:59:59.999Z' },
  nodes: [{ node: 'node-35', sheetType: 'measure-sheet' }],
};

describe('open a cycle', () => {
  it('records what was chosen and from which plan and scheme', () => {
    given().when((state) => open({ ...asked, ...command }, state, facts)).then(opened);
  });

  it('refuses a second cycle in one year', () => {
    given(opened).when((state) => open({ ...asked, ...command }, state, facts)).thenRejected('cycle-exists');
  });

  it('names every fault by its path', () => {
    const faulty = { ...command, aboutYear: 2027, submissionDeadline: '2026-05-19', nodes: ['node-35', 'node-35', 'node-3', 'node-9'] };
    given().when((state) => open({ ...asked, ...faulty }, state, facts)).thenRejected('cycle-faulty', {
      faults: [
        { path: 'aboutYear', message: 'a year is evaluated when it is over, or while it runs' },
        { path: 'submissionDeadline', message: 'this day is over' },
        { path: 'nodes[1]', message: 'node-35 is chosen already' },
        { path: 'nodes[2]', message: 'the scheme has no form for the level policy' },
        { path: 'nodes[3]', message: 'the plan has no node node-9' },
      ],
    });
  });
});

describe('a deadline', () => {
  it('is the end of its day in Japan, and 2026-05-20 is still open at 10 in the morning', () => {
    expect(deadlineOn('2026-05-20')).toEqual({ date: '2026-05-20', at: '2026-05-20T14:59:59.999Z' });
    given().when((state) => open({ ...asked, ...command, submissionDeadline: '2026-05-20', nodes: [] }, state, facts))
      .then({ ...opened, submissionDeadline: { date: '2026-05-20', at: '2026-05-20T14:59:59.999Z' }, nodes: [] });
  });

  it.each(['2026-02-31', '2026-13-01', '30 June', '2026-6-30', ''])('%j is no day', (date) => {
    expect(deadlineOn(date)).toBeUndefined();
  });
});

describe('a sheet that could not be opened', () => {
  const refusal = { node: 'node-35', code: 'sheet-exists' };

  it('is noted on the cycle, once', () => {
    given(opened).when((state) => recordRefusal({ ...asked, ...refusal }, state)).then({ type: 'SheetOpeningRefused', ...refusal });
    given(opened, { type: 'SheetOpeningRefused', ...refusal })
      .when((state) => recordRefusal({ ...asked, ...refusal }, state)).thenNothing();
  });
});
