import { expect, it } from '@jest/globals';
import { compareVersions } from './compare-versions.ts';
import { amountOf, companiesIndicator, measureNode } from './plan-examples.ts';
import type { Indicator, PlanNode } from './plan.events.ts';
import type { LineageEntry } from './revision/revision.events.ts';

const node = (id: string, members: Partial<PlanNode> = {}): PlanNode => ({ ...measureNode, id, number: id, ...members });
const indicator = (id: string, members: Partial<Indicator> = {}): Indicator => ({ ...companiesIndicator, id, ...members });
const contents = (nodes: readonly PlanNode[], indicators: readonly Indicator[] = []) =>
  ({ nodes: new Map(nodes.map((one) => [one.id, one])), indicators: new Map(indicators.map((one) => [one.id, one])) });

/** One line per thing: what became of it, and where that leads. */
function rows(...compared: Parameters<typeof compareVersions>): readonly string[] {
  const { nodes, indicators } = compareVersions(...compared);
  return [...nodes, ...indicators].map(({ id, status, from, into, changes }) => [
    `${id} ${status}`, ...(from.length > 0 ? [`from ${from.join(' ')}`] : []), ...(into.length > 0 ? [`into ${into.join(' ')}`] : []),
    ...changes.map(({ member }) => member),
  ].join(', '));
}

it('each node and each indicator is one thing, and says which members differ', () => {
  const name = { ja: '新しい名', en: 'Another name' };
  const before = contents(
    ['same', 'changed', 'renamed', 'moved', 'merged', 'kept', 'one', 'two', 'split', 'dropped', 'left'].map((id) => node(id)),
    [indicator('unchanged'), indicator('retargeted'), indicator('recounted'), indicator('carried'), indicator('replaced'), indicator('gone')],
  );
  const after = contents([
    node('same'), node('changed', { section: 'childcare', texts: { purpose: '別の目的' } }), node('renamed', { name }),
    node('moved', { parent: 'new', name }), node('kept'), node('both'), node('part-1'), node('part-2'), node('new'),
  ], [
    indicator('unchanged'), indicator('retargeted', { targets: [{ year: 2026, value: amountOf('30', '３０社') }, { year: 2027, value: amountOf('50') }] }),
    indicator('recounted', { unit: '人' }), indicator('carried', { node: 'kept' }), indicator('replacement'),
  ]);
  const lineage: readonly LineageEntry[] = [
    { kind: 'merged', from: 'merged', to: ['kept'] }, { kind: 'merged', from: 'one', to: ['both'] }, { kind: 'merged', from: 'two', to: ['both'] },
    { kind: 'split', from: 'split', to: ['part-1', 'part-2'] }, { kind: 'dropped', from: 'left', to: ['same'] },
    { kind: 'replaced', from: 'replaced', to: ['replacement'] },
  ];
  expect(rows(before, after, lineage)).toEqual([
    'same unchanged', 'changed changed, section, texts', 'renamed renamed, name', 'moved moved, parent, name',
    'merged merged, into kept', 'kept merged, from merged', 'one merged, into both', 'two merged, into both',
    'split split, into part-1 part-2', 'dropped dropped', 'left dropped, into same',
    'both merged, from one two', 'part-1 split, from split', 'part-2 split, from split', 'new added',
    'unchanged unchanged', 'retargeted changed', 'recounted changed, unit', 'carried moved, node', 'replaced replaced, into replacement', 'gone dropped',
    'replacement replaced, from replaced',
  ]);
  expect(compareVersions(before, after, lineage).indicators[1]?.targets).toEqual([
    { year: 2027, old: null, new: amountOf('50') }, { year: 2030, old: amountOf('100'), new: null },
  ]);
});

it('over several versions what was merged and then split leads to the parts, and later steps do not show in earlier ones', () => {
  const lineage: readonly LineageEntry[] = [{ kind: 'merged', from: 'a', to: ['b'] }, { kind: 'split', from: 'b', to: ['c', 'd'] }];
  const [first, second, third] = [[node('a'), node('b')], [node('b')], [node('c'), node('d')]].map((nodes) => contents(nodes));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three versions');
  expect(rows(first, second, lineage)).toEqual(['a merged, into b', 'b merged, from a']);
  expect(rows(second, third, lineage)).toEqual(['b split, into c d', 'c split, from b', 'd split, from b']);
  expect(rows(first, third, lineage)).toEqual(['a merged, into c d', 'b split, into c d', 'c split, from b a', 'd split, from b a']);
  expect(rows(third, third, lineage)).toEqual(['c unchanged', 'd unchanged']);
});
