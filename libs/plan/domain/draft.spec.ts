import { describe, expect, it } from '@jest/globals';
import { draft, type DraftPlan } from './draft.ts';
import {
  asked, companies, drafted, facts, given, inDraft, measure, plan, policy,
} from './plan-examples.ts';

const drafting = (command: DraftPlan) => (state: Parameters<typeof draft>[1]) => draft({ ...asked, ...command }, state, facts);
const { name, firstYear, lastYear } = plan;

describe('draft a plan', () => {
  it('records its nodes and indicators with ids that stay, and values both as typed and as understood', () => {
    given().when(drafting(plan)).then(...inDraft);
  });

  it('may begin with a name and years alone', () => {
    given().when(drafting({ name, firstYear, lastYear })).then(drafted);
  });

  it('records long lists in slices', () => {
    const nodes = Array.from({ length: 501 }, (_, index) => ({ ...policy, number: String(index) }));
    const decision = draft({ ...asked, name, firstYear, lastYear, nodes }, given().state(), facts);
    expect(decision.kind === 'accepted' ? decision.events.map((event) => ('nodes' in event ? event.nodes.length : 0)) : decision).toEqual([0, 500, 1]);
  });

  it('refuses to draft what is there', () => {
    given(...inDraft).when(drafting(plan)).thenRejected('plan-exists');
  });

  it('names every fault by its path', () => {
    const nodes = [
      { ...measure, number: '36', section: 'elsewhere', upper: [{ plan: 'basic-plan', node: 'gone' }] },
      policy,
      { ...policy, level: 'pillar' },
      { ...policy, number: '4', parent: '3' },
      { ...measure, number: '37', parent: '36' },
      { ...measure, number: '38', related: ['promotion', 'elsewhere', 'planning', 'planning'], texts: { purpose: 1, goal: '' } },
    ];
    given().when(drafting({ ...plan, lastYear: 2024, nodes, indicators: [] })).thenRejected('plan-faulty', {
      faults: [
        { path: 'lastYear', message: 'is before 2025' },
        { path: 'nodes[2].number', message: '3 is there already' },
        { path: 'nodes[0].parent', message: 'no node 3 stands before this one' },
        { path: 'nodes[0].section', message: 'there is no elsewhere' },
        { path: 'nodes[0].upper[0]', message: 'there is no node gone in an adopted plan basic-plan' },
        { path: 'nodes[2].level', message: 'there is no pillar' },
        { path: 'nodes[3].parent', message: 'policy stands at the top' },
        { path: 'nodes[4].parent', message: 'measure stands below policy' },
        { path: 'nodes[5].texts.purpose', message: 'must be a string' },
        { path: 'nodes[5].texts.goal', message: 'there is no goal' },
        { path: 'nodes[5].related[0]', message: 'promotion is there already' },
        { path: 'nodes[5].related[1]', message: 'there is no elsewhere' },
        { path: 'nodes[5].related[3]', message: 'planning is there already' },
      ],
    });
  });

  it('names the faults of indicators too', () => {
    const indicators = [
      { ...companies, node: '99' },
      companies,
      { ...companies, baseline: { year: 2023, value: '　' }, targets: [] },
      { ...companies, number: '2', targets: [{ year: 2031, value: '1' }, { year: 2026, value: '2' }, { year: 2026, value: ' ' }] },
    ];
    given().when(drafting({ ...plan, indicators })).thenRejected('plan-faulty', {
      faults: [
        { path: 'indicators[0].node', message: 'there is no node 99' },
        { path: 'indicators[2].number', message: '1 is there already' },
        { path: 'indicators[2].baseline.value', message: 'is empty' },
        { path: 'indicators[3].targets[0].year', message: 'the plan runs from 2025 to 2030' },
        { path: 'indicators[3].targets[2].year', message: '2026 is there already' },
        { path: 'indicators[3].targets[2].value', message: 'is empty' },
      ],
    });
  });

  it('takes several indicators of a node that have no number', () => {
    const { number: _number, ...unnumbered } = companies;
    const decision = draft({ ...asked, ...plan, indicators: [unnumbered, unnumbered] }, given().state(), facts);
    expect(decision).toMatchObject({ events: [drafted, {}, { indicators: [{ id: 'id of indicator 0' }, { id: 'id of indicator 1' }] }] });
  });
});
