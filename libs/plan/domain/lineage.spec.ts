import { expect, it } from '@jest/globals';
import { indicatorPredecessors, predecessorsOf, successorsOf } from './lineage.ts';
import type { LineageEntry } from './revision/revision.events.ts';
import { companiesIndicator, measureNode } from './plan-examples.ts';

const lineage: readonly LineageEntry[] = [
  { kind: 'merged', from: 'a', to: ['b'] },
  { kind: 'split', from: 'b', to: ['c', 'd'] },
  { kind: 'dropped', from: 'c', to: ['d'] },
  { kind: 'replaced', from: 'first', to: ['second'] },
  { kind: 'replaced', from: 'second', to: ['third'] },
];
const plan = { lineage, nodes: new Map([['d', measureNode]]), indicators: new Map([['third', companiesIndicator]]) };

it('what became of a thing is followed step by step, to what is there', () => {
  expect(['a', 'b', 'c', 'first', 'd', 'never'].map((id) => successorsOf(plan, id))).toEqual([['d'], ['d'], ['d'], ['third'], [], []]);
});

it('what a thing came from is followed back, the nearest first', () => {
  expect(predecessorsOf(plan, 'd')).toEqual(['b', 'c', 'a']);
  expect(indicatorPredecessors(plan, 'third')).toEqual(['second', 'first']);
  expect(indicatorPredecessors(plan, 'first')).toEqual([]);
});
