import { describe, expect, it } from '@jest/globals';
import { asked, recorded, specify } from '../../kernel/testing/given.ts';
import { cycleDecider, deadlineFor, type Cycle } from './cycle.ts';
import type { DeadlineExtended, ExtendedFor } from './cycle.events.ts';
import { opened } from './cycle-examples.ts';
import { extend, type ExtendDeadline, type ExtendDeadlineFacts } from './extend.ts';

const { given } = specify(cycleDecider);

const facts: ExtendDeadlineFacts = { departments: new Set(['industry', 'welfare']), departmentOfNode: undefined };
const reason = '決算数値の確定が遅れるため';
const command: ExtendDeadline = { period: 'submission', date: '2026-07-03', for: { all: true }, reason };
const extending = (changed: Partial<ExtendDeadline>, known: Partial<ExtendDeadlineFacts> = {}) => (state: Cycle) =>
  extend({ ...asked, ...command, ...changed }, state, { ...facts, ...known });

function extended(date: string, extendedFor: ExtendedFor, period: DeadlineExtended['period'] = 'submission'): DeadlineExtended {
  return { type: 'DeadlineExtended', period, deadline: { date, at: `${date}T14:59:59.999Z` }, for: extendedFor, reason };
}
const forAll = extended('2026-07-03', { kind: 'all' });
const forIndustry = extended('2026-07-05', { kind: 'department', department: 'industry' });
const forMeasure = extended('2026-07-08', { kind: 'sheet', node: 'measure-1' });

function openCycle(...events: readonly DeadlineExtended[]) {
  const state = given(opened, ...events).state();
  if (state.phase === 'absent') throw new Error('no cycle');
  return state;
}

describe('extend a deadline', () => {
  it('records the later day for all, a department, or a sheet, and why', () => {
    given(opened).when(extending({})).then(forAll);
    given(opened).when(extending({ date: '2026-07-05', for: { department: 'industry' } })).then(forIndustry);
    given(opened).when(extending({ date: '2026-07-08', for: { node: 'measure-1' } })).then(forMeasure);
  });

  it.each<[string, Partial<ExtendDeadline>, string, string]>([
    ['a period that the cycle does not have', { period: 'acceptance' }, 'period', 'the cycle has no period acceptance'],
    ['a day that is none', { date: '2026-06-31' }, 'date', 'there is no such day'],
    ['a day that is over', { date: '2026-05-19' }, 'date', 'this day is over'],
    ['nobody in particular', { for: {} }, 'for', 'it is for all, for a department, or for a node: say one'],
    ['two at once', { for: { all: true, node: 'measure-1' } }, 'for', 'it is for all, for a department, or for a node: say one'],
    ['an unknown department', { for: { department: 'parks' } }, 'for.department', 'there is no department parks'],
    ['a node that has no sheet', { for: { node: 'measure-3' } }, 'for.node', 'the node measure-3 has no sheet in this cycle'],
    ['a blank reason', { reason: '　' }, 'reason', 'say why'],
  ])('refuses %s', (_what, changed, path, message) => {
    given(opened).when(extending(changed)).thenRejected('cycle-faulty', { faults: [{ path, message }] });
  });

  it('refuses a day that is not later than the one in force for those whom it reaches', () => {
    given(opened).when(extending({ date: '2026-06-30' })).thenRejected('not-later', { inForce: opened.periods[0]?.deadline });
    given(opened, forAll).when(extending({ for: { department: 'welfare' } })).thenRejected('not-later', { inForce: forAll.deadline });
    given(opened, forIndustry).when(extending({ date: '2026-07-04', for: { node: 'measure-2' } }, { departmentOfNode: 'industry' }))
      .thenRejected('not-later', { inForce: forIndustry.deadline });
  });

  it('does not ask what is in force for those whom it does not reach', () => {
    given(opened, forIndustry, forMeasure).when(extending({})).then(forAll);
    given(opened, forIndustry).when(extending({ date: '2026-07-04', for: { node: 'measure-2' } }, { departmentOfNode: 'welfare' }))
      .then(extended('2026-07-04', { kind: 'sheet', node: 'measure-2' }));
  });

  it('refuses for all to put one period behind the next; for a department or a sheet that may be mended after it', () => {
    given(opened).when(extending({ date: '2026-07-11' })).thenRejected('cycle-faulty', {
      faults: [{ path: 'date', message: 'approval would end before submission does' }],
    });
    given(opened, extended('2026-07-15', { kind: 'all' }, 'approval')).when(extending({ date: '2026-07-11' }))
      .then(extended('2026-07-11', { kind: 'all' }));
    given(opened).when(extending({ date: '2026-07-11', for: { department: 'industry' } }))
      .then(extended('2026-07-11', { kind: 'department', department: 'industry' }));
    given(opened).when(extending({ date: '2026-07-11', for: { node: 'measure-1' } }))
      .then(extended('2026-07-11', { kind: 'sheet', node: 'measure-1' }));
  });
});

describe('the deadline in force', () => {
  const sheet = { department: 'industry', node: 'measure-1' };

  it('is the cycle\'s own until it is extended, and there is none for a period that the cycle does not have', () => {
    expect(deadlineFor(openCycle(), 'submission', sheet)?.date).toBe('2026-06-30');
    expect(deadlineFor(openCycle(), 'acceptance', sheet)).toBeUndefined();
  });

  it('is the latest of all that reach the sheet, in whatever order they were given', () => {
    const cycle = openCycle(forMeasure, forIndustry, forAll);
    expect(deadlineFor(cycle, 'submission', sheet)?.date).toBe('2026-07-08');
    expect(deadlineFor(cycle, 'submission', { ...sheet, node: 'measure-2' })?.date).toBe('2026-07-05');
    expect(deadlineFor(cycle, 'submission', { department: 'welfare', node: 'measure-2' })?.date).toBe('2026-07-03');
    expect(deadlineFor(cycle, 'approval', sheet)?.date).toBe('2026-07-10');
  });

  it('was given by somebody at some time', () => {
    const { extensions } = given(opened, recorded(forAll, 'person-2', '2026-06-01T00:00:00.000Z')).state() as ReturnType<typeof openCycle>;
    const { type: _type, ...members } = forAll;
    expect(extensions).toEqual([{ ...members, by: 'person-2', at: '2026-06-01T00:00:00.000Z' }]);
  });
});
