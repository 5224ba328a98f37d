import { describe, expect, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { addSheet, type AddSheet, type AddSheetFacts } from './add-sheet.ts';
import { cycleDecider, type Cycle } from './cycle.ts';
import type { SheetAdded } from './cycle.events.ts';
import { industry, opened, planOf, scheme } from './cycle-examples.ts';

const { given } = specify(cycleDecider);

const facts: AddSheetFacts = { plan: industry, planRevision: 9, scheme };
const command: AddSheet = { plan: 'industry', node: 'measure-3', reason: '区長の指示により評価対象に加える' };
const adding = (changed: Partial<AddSheet>, known = facts) => (state: Cycle) => addSheet({ ...asked, ...command, ...changed }, state, known);
const added: SheetAdded = { type: 'SheetAdded', planRevision: 9, sheetType: 'measure-sheet', ...command };

describe('add a sheet', () => {
  it('records the node with its form, and why', () => {
    given(opened).when(adding({})).then(added);
  });

  it('puts the node behind those that were chosen, and it is left out no more', () => {
    expect(given(opened, added).state()).toMatchObject({
      nodes: [{ node: 'measure-1' }, { node: 'measure-2' }, { plan: 'industry', node: 'measure-3', sheetType: 'measure-sheet' }],
      leftOut: [{ plan: 'industry', node: 'policy-1', reason: 'level-not-chosen' }],
    });
  });

  it('takes a node that came into the plan after the cycle was opened', () => {
    given(opened).when(adding({ node: 'measure-4' }, { ...facts, plan: planOf({ 'measure-4': 'measure' }) }))
      .then({ ...added, node: 'measure-4' });
  });

  it('asks again for a sheet that could not be opened, in its old place', () => {
    const refused = { type: 'SheetOpeningRefused' as const, node: 'measure-1', code: 'node-missing' };
    const again = { ...added, node: 'measure-1' };
    given(opened, refused).when(adding({ node: 'measure-1' }, { ...facts, plan: planOf({ 'measure-1': 'measure' }) })).then(again);
    expect(given(opened, refused, again).state()).toMatchObject({ nodes: [{ node: 'measure-1' }, { node: 'measure-2' }], refusedSheets: {} });
  });

  it.each<[string, Partial<AddSheet>, string, string]>([
    ['a plan that is not of the cycle', { plan: 'culture' }, 'plan', 'the cycle has no plan culture'],
    ['a node that the plan does not have', { node: 'measure-9' }, 'node', 'the plan has no node measure-9'],
    ['a node of a level without a form', { node: 'pillar-1' }, 'node', 'the scheme has no form for the level pillar'],
    ['a blank reason', { reason: ' 　\n' }, 'reason', 'say why'],
  ])('refuses %s', (_what, changed, path, message) => {
    given(opened).when(adding(changed)).thenRejected('cycle-faulty', { faults: [{ path, message }] });
  });

  it('refuses a node that has a sheet', () => {
    given(opened).when(adding({ node: 'measure-1' })).thenRejected('node-chosen-already', { node: 'measure-1' });
    given(opened, added).when(adding({})).thenRejected('node-chosen-already', { node: 'measure-3' });
  });
});
