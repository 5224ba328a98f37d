import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decode } from '../../kernel/decider.ts';
import { adopt } from './adopt.ts';
import type { PlanFacts } from './node-faults.ts';
import { adopted, asked, drafted, facts, given, inDraft, measureNode, nodesDrafted, policyNode } from './plan-examples.ts';
import { planCatalogue } from './plan.events.ts';

const adopting = (fromYear = 2025, changed: Partial<PlanFacts> = {}) => (state: Parameters<typeof adopt>[1]) =>
  adopt({ ...asked, fromYear }, state, { ...facts, ...changed });

describe('adopt a plan', () => {
  it('records from when it holds, and from which revisions it was judged', () => {
    given(...inDraft).when(adopting()).then(adopted);
  });

  it('makes the draft version 1, which is kept as it was adopted', () => {
    expect(given(...inDraft, adopted).state()).toMatchObject({
      phase: 'adopted', planVersion: 1, fromYear: 2025, targetChanges: [],
      versions: [{ planVersion: 1, fromYear: 2025, by: asked.by, at: asked.now, revision: 3, nodes: new Map([[policyNode.id, policyNode], [measureNode.id, measureNode]]) }],
    });
  });

  it('refuses what is adopted, and what has no nodes', () => {
    given(...inDraft, adopted).when(adopting()).thenRejected('plan-exists', { planVersion: 1 });
    given(drafted).when(adopting()).thenRejected('plan-empty');
  });

  it('looks at the whole plan again: a year outside it, levels, sections and upper plans that moved', () => {
    given(drafted, nodesDrafted).when(adopting(2031, { isSection: (id) => id !== 'childcare', isUpperNode: () => false })).thenRejected('plan-faulty', {
      faults: [
        { path: 'fromYear', message: 'the plan runs from 2025 to 2030' },
        { path: 'nodes[1].related[0]', message: 'there is no childcare' },
        { path: 'nodes[1].upper[0]', message: 'there is no node pillar-1 in an adopted plan basic-plan' },
      ],
    });
    const moved = new Map([['measure', { id: 'measure', name: policyNode.name, parent: 'theme', texts: [] }]]);
    given(drafted, nodesDrafted).when(adopting(2025, { levels: moved })).thenRejected('plan-faulty', {
      faults: [
        { path: 'nodes[0].level', message: 'there is no policy' },
        { path: 'nodes[1].parent', message: 'measure stands below theme' },
        { path: 'nodes[1].texts.purpose', message: 'there is no purpose' },
      ],
    });
  });

  it('still knows a plan that was adopted before there were drafts', () => {
    const text = readFileSync(new URL('stored-events/PlanAdopted.v1.json', import.meta.url), 'utf8');
    const { header, payload } = JSON.parse(text) as { header: { type: string; version: number }; payload: Record<string, unknown> };
    const state = given(decode(planCatalogue, header, payload)).state();
    expect(state).toMatchObject({ phase: 'adopted', planVersion: 1, name: { ja: 'みほん市基本計画' }, indicators: new Map(), versions: [{ revision: 0 }] });
    expect(state.phase === 'adopted' && [...state.nodes.values()].map(({ number, related, texts }) => ({ number, related, texts })))
      .toEqual([{ number: '1', related: [], texts: {} }, { number: '1-①', related: [], texts: {} }]);
  });
});
