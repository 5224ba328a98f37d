import { describe, expect, it } from '@jest/globals';
import { maximumBytesPerAppend } from '../../event-store/append-limits.ts';
import { canonicalJson } from '../../event-store/canonical-json.ts';
import { asked, specify } from '../../kernel/testing/given.ts';
import { cycleDecider } from './cycle.ts';
import { industry, opened, planOf, scheme } from './cycle-examples.ts';
import { open, type OpenCycle, type OpenCycleFacts } from './open.ts';

const { given } = specify(cycleDecider);

const facts: OpenCycleFacts = { plans: [{ state: industry, revision: 7 }], scheme, schemeRevision: 2 };
const command: OpenCycle = {
  year: 2026, aboutYear: 2025, plans: ['industry'], periods: { submission: '2026-06-30', approval: '2026-07-10' },
  choose: { levels: ['measure'], leaveOut: [{ node: 'measure-3', reason: 'too-early' }] },
};
const opening = (changed: Partial<OpenCycle>, known = facts) => (state: Parameters<typeof open>[1]) =>
  open({ ...asked, ...command, ...changed }, state, known);

describe('open a cycle', () => {
  it('records who gets a sheet and who does not, until when, and from which plans and scheme', () => {
    given().when(opening({})).then(opened);
  });

  it('refuses a second cycle in one year', () => {
    given(opened).when(opening({})).thenRejected('cycle-exists');
  });

  it('refuses plans that are not there before it looks at anything else', () => {
    const missing = { ...facts, plans: [...facts.plans, { state: { phase: 'absent' as const }, revision: -1 }] };
    given().when(opening({ plans: ['industry', 'culture'], aboutYear: 2027 }, missing))
      .thenRejected('plan-missing', { faults: [{ path: 'plans[1]', message: 'there is no plan culture' }] });
  });

  it('refuses drafts, a plan that is there already, and plans with a node in common', () => {
    const { name, firstYear, lastYear, nodes, indicators } = industry;
    const plans = [...facts.plans, ...facts.plans, { state: { phase: 'draft' as const, name, firstYear, lastYear, nodes, indicators }, revision: 3 },
      { state: planOf({ 'measure-9': 'measure', 'measure-2': 'measure' }), revision: 1 }];
    given().when(opening({ plans: ['industry', 'industry', 'culture', 'parks'], choose: { nodes: ['nowhere'] } }, { ...facts, plans }))
      .thenRejected('cycle-faulty', {
        faults: [
          { path: 'plans[1]', message: 'industry is there already' },
          { path: 'plans[2]', message: 'culture is a draft still' },
          { path: 'plans[3]', message: 'the node measure-2 is in a plan before it' },
        ],
      });
  });

  it('names every fault by its path', () => {
    given().when(opening({
      aboutYear: 2027, periods: { submission: '2026-05-19', approval: '2026-02-31' }, choose: { levels: ['project'] },
    })).thenRejected('cycle-faulty', {
      faults: [
        { path: 'aboutYear', message: 'a year is evaluated when it is over, or while it runs' },
        { path: 'periods.submission', message: 'this day is over' },
        { path: 'periods.approval', message: 'there is no such day' },
        { path: 'choose.levels[0]', message: 'the scheme has no level project' },
      ],
    });
  });

  it('refuses periods that end before those that go before them', () => {
    given().when(opening({ periods: { submission: '2026-06-30', approval: '2026-06-29', acceptance: '2026-06-28' } }))
      .thenRejected('cycle-faulty', {
        faults: [
          { path: 'periods.approval', message: 'approval would end before submission does' },
          { path: 'periods.acceptance', message: 'acceptance would end before approval does' },
        ],
      });
    given().when(opening({ periods: { submission: '2026-06-30', acceptance: '2026-06-28' } })).thenRejected('cycle-faulty', {
      faults: [{ path: 'periods.acceptance', message: 'acceptance would end before submission does' }],
    });
  });

  it('takes periods that end on one day, also today', () => {
    const today = { date: '2026-05-20', at: '2026-05-20T14:59:59.999Z' };
    given().when(opening({ periods: { submission: '2026-05-20', acceptance: '2026-05-20' } })).then({
      ...opened,
      periods: [
        { id: 'submission', name: { ja: '一次評価の提出', en: 'Submission' }, deadline: today },
        { id: 'acceptance', name: { ja: '事務局の受付', en: 'Acceptance' }, deadline: today },
      ],
    });
  });

  it('stays one append when as many nodes as can be are chosen and left out, with ids as long as can be', () => {
    const long = (word: string, index = 0) => `${word}-${index}-`.padEnd(40, 'x');
    const plan = long('plan');
    const nodes = Array.from({ length: 5_000 }, (_, index) => [long('node', index), index < 2_000 ? 'measure' : 'policy']);
    const sheetTypes = scheme.sheetTypes.map((type) => ({ ...type, id: long(type.level) }));
    const decision = open({ ...asked, ...command, plans: [plan], choose: { levels: ['measure'] } }, cycleDecider.initial, {
      ...facts, scheme: { ...scheme, sheetTypes }, plans: [{ state: planOf(Object.fromEntries(nodes)), revision: 7 }],
    });
    if (decision.kind === 'rejected') throw new Error(decision.code);
    const [event] = decision.events;
    if (event?.type !== 'CycleOpened') throw new Error('no cycle');
    expect([event.nodes.length, event.leftOut.flatMap((together) => together.nodes).length]).toEqual([2_000, 3_000]);
    const roomForHeader = 4_096;
    expect(Buffer.byteLength(canonicalJson(event)) + roomForHeader).toBeLessThan(maximumBytesPerAppend);
  });
});
