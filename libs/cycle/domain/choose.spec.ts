import { describe, expect, it } from '@jest/globals';
import { chooseNodes, type Choose } from './choose.ts';
import { industry, planOf, scheme } from './cycle-examples.ts';

const culture = planOf({ 'policy-8': 'policy', 'measure-81': 'measure', 'measure-82': 'measure' });
const from = { scheme, plans: [{ plan: 'industry', contents: industry }, { plan: 'culture', contents: culture }] };

function chosen(choose: Choose) {
  const { chosen: { nodes, leftOut } } = chooseNodes(choose, from);
  expect(faults(choose)).toEqual([]);
  return { nodes: nodes.map(({ node }) => node), leftOut };
}

function faults(choose: Choose) {
  return chooseNodes(choose, from).faults;
}

describe('the nodes of a cycle', () => {
  it('are those of some levels, in the order of the plans, with the forms of their levels', () => {
    expect(chooseNodes({ levels: ['policy'] }, from).chosen.nodes).toEqual([
      { plan: 'industry', node: 'policy-1', sheetType: 'policy-sheet' },
      { plan: 'culture', node: 'policy-8', sheetType: 'policy-sheet' },
    ]);
  });

  it('leave out whatever has a form and is of another level', () => {
    expect(chosen({ levels: ['policy'] }).leftOut).toEqual([
      { plan: 'industry', reason: 'level-not-chosen', nodes: ['measure-1', 'measure-2', 'measure-3'] },
      { plan: 'culture', reason: 'level-not-chosen', nodes: ['measure-81', 'measure-82'] },
    ]);
  });

  it('are those of a list, in the order of the plans all the same', () => {
    expect(chosen({ nodes: ['policy-8', 'measure-3', 'policy-1'] })).toEqual({
      nodes: ['policy-1', 'measure-3', 'policy-8'],
      leftOut: [
        { plan: 'industry', reason: 'not-listed', nodes: ['measure-1', 'measure-2'] },
        { plan: 'culture', reason: 'not-listed', nodes: ['measure-81', 'measure-82'] },
      ],
    });
  });

  it('take turns within their level and plan', () => {
    expect(chosen({ levels: ['measure', 'policy'], rotation: { every: 2, turn: 0 } })).toEqual({
      nodes: ['policy-1', 'measure-1', 'measure-3', 'policy-8', 'measure-81'],
      leftOut: [
        { plan: 'industry', reason: 'not-its-turn', nodes: ['measure-2'] },
        { plan: 'culture', reason: 'not-its-turn', nodes: ['measure-82'] },
      ],
    });
  });

  it('are all evaluated once when every turn was taken', () => {
    const turns = [0, 1, 2].map((turn) => chosen({ levels: ['measure'], rotation: { every: 3, turn } }).nodes);
    expect(turns).toEqual([['measure-1', 'measure-81'], ['measure-2', 'measure-82'], ['measure-3']]);
  });

  it('are without those that are left out singly, which keep their place in the rotation', () => {
    const leaveOut = [{ node: 'measure-1', reason: 'ended' }, { node: 'measure-2', reason: 'evaluated-elsewhere' }] as const;
    expect(chosen({ levels: ['measure'], rotation: { every: 2, turn: 0 }, leaveOut })).toEqual({
      nodes: ['measure-3', 'measure-81'],
      leftOut: [
        { plan: 'industry', reason: 'level-not-chosen', nodes: ['policy-1'] },
        { plan: 'industry', reason: 'ended', nodes: ['measure-1'] },
        { plan: 'industry', reason: 'evaluated-elsewhere', nodes: ['measure-2'] },
        { plan: 'culture', reason: 'level-not-chosen', nodes: ['policy-8'] },
        { plan: 'culture', reason: 'not-its-turn', nodes: ['measure-82'] },
      ],
    });
  });

  it('may be left out for a reason of their own when others are listed', () => {
    expect(chosen({ nodes: ['measure-1'], leaveOut: [{ node: 'measure-2', reason: 'too-early' }] }).leftOut[1])
      .toEqual({ plan: 'industry', reason: 'too-early', nodes: ['measure-2'] });
  });
});

describe('a choice is wrong', () => {
  it.each<[string, Choose]>([['neither way is chosen', {}], ['both are', { levels: ['measure'], nodes: ['measure-1'] }]])('when %s', (_when, choose) => {
    expect(faults(choose)).toEqual([
      { path: 'choose', message: 'nodes are chosen by their levels or by a list, and by one of the two' },
    ]);
  });

  it('when listed nodes are to take turns, or a turn that does not come', () => {
    expect(faults({ nodes: ['measure-1'], rotation: { every: 2, turn: 2 } })).toEqual([
      { path: 'choose.rotation', message: 'only nodes that are chosen by their levels take turns' },
      { path: 'choose.rotation.turn', message: 'of 2 turns the last is 1' },
    ]);
  });

  it('at each level that is unknown, named twice, or without a form', () => {
    expect(faults({ levels: ['measure', 'measure', 'project', 'pillar'] })).toEqual([
      { path: 'choose.levels[1]', message: 'measure is chosen already' },
      { path: 'choose.levels[2]', message: 'the scheme has no level project' },
      { path: 'choose.levels[3]', message: 'the scheme has no form for the level pillar' },
    ]);
  });

  it('at each node that is unknown, named twice, or without a form, also among those to leave out', () => {
    const leaveOut = ['measure-1', 'measure-2', 'measure-2', 'node-9'].map((node) => ({ node, reason: 'ended' as const }));
    expect(faults({ nodes: ['measure-1', 'measure-1', 'pillar-1', 'node-8'], leaveOut })).toEqual([
      { path: 'choose.nodes[1]', message: 'measure-1 is named already' },
      { path: 'choose.nodes[2]', message: 'the scheme has no form for the level pillar' },
      { path: 'choose.nodes[3]', message: 'no plan of the cycle has a node node-8' },
      { path: 'choose.leaveOut[0].node', message: 'measure-1 is named already' },
      { path: 'choose.leaveOut[2].node', message: 'measure-2 is named already' },
      { path: 'choose.leaveOut[3].node', message: 'no plan of the cycle has a node node-9' },
    ]);
  });

  it('when nobody would get a sheet', () => {
    const leaveOut = ['policy-1', 'policy-8'].map((node) => ({ node, reason: 'ended' as const }));
    expect(faults({ levels: ['policy'], leaveOut })).toEqual([{ path: 'choose', message: 'no node would get a sheet' }]);
  });

  it('when there is no room for so many', () => {
    const large = planOf(Object.fromEntries(Array.from({ length: 3_001 }, (_, index) => [`policy-${index}`, 'policy'])));
    const fromLarge = { scheme, plans: [{ plan: 'large', contents: large }] };
    expect(chooseNodes({ levels: ['policy'] }, fromLarge).faults)
      .toEqual([{ path: 'choose', message: '3001 nodes would get a sheet, and a cycle has room for 2000' }]);
    const more = { scheme, plans: [...fromLarge.plans, ...from.plans] };
    expect(chooseNodes({ levels: ['measure'] }, more).faults)
      .toEqual([{ path: 'choose', message: '3003 nodes would be left out, and a cycle has room for 3000' }]);
  });
});
