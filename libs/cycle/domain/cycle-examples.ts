import type { AdoptedPlan } from '../../plan/domain/plan.ts';
import type { PlanNode } from '../../plan/domain/plan.events.ts';
import type { SchemeVersion } from '../../scheme/domain/scheme.ts';
import type { CycleOpened, EditionPart, EditionPublished, PublicationAsked } from './cycle.events.ts';

/** Policies and measures are evaluated; for pillars there is no form. */
export const scheme: SchemeVersion = {
  schemeVersion: 3,
  levels: [
    { id: 'pillar', name: { ja: '柱', en: 'Pillar' }, texts: [] },
    { id: 'policy', name: { ja: '政策', en: 'Policy' }, parent: 'pillar', texts: [] },
    { id: 'measure', name: { ja: '施策', en: 'Measure' }, parent: 'policy', texts: [] },
  ],
  scales: [],
  unitPrices: [],
  sheetTypes: [
    { id: 'policy-sheet', name: { ja: '政策シート', en: 'Policy sheet' }, level: 'policy', sections: [] },
    { id: 'measure-sheet', name: { ja: '施策シート', en: 'Measure sheet' }, level: 'measure', sections: [] },
  ],
  approvalLines: [],
  stages: [],
};

/** A plan with these nodes, each with its level. */
export function planOf(nodes: Readonly<Record<string, string>>): AdoptedPlan {
  const contents = {
    name: { ja: '産業振興プラン', en: 'Industry plan' },
    firstYear: 2024,
    lastYear: 2029,
    nodes: new Map(Object.entries(nodes).map(([id, level]) => [id, nodeOf(id, level)])),
    indicators: new Map(),
  };
  return {
    ...contents, phase: 'adopted', planVersion: 2, fromYear: 2026, targetChanges: [], lineage: [], planRevisions: [],
    versions: [{ ...contents, planVersion: 2, fromYear: 2026, revision: 7, by: 'person-1', at: '2026-04-01T00:00:00.000Z' }],
  };
}

function nodeOf(id: string, level: string): PlanNode {
  return {
    id, level, number: id, name: { ja: `施策${id}`, en: `Measure ${id}` }, section: 'promotion', related: [], outside: [], flags: [], texts: {}, upper: [],
  };
}

/** Two of three measures are evaluated, the policy above them is not. */
export const opened: CycleOpened = {
  type: 'CycleOpened', year: 2026, aboutYear: 2025,
  plans: [{ plan: 'industry', planVersion: 2, planRevision: 7 }],
  schemeVersion: 3, schemeRevision: 2,
  periods: [
    { id: 'submission', name: { ja: '一次評価の提出', en: 'Submission' }, deadline: { date: '2026-06-30', at: '2026-06-30T14:59:59.999Z' } },
    { id: 'approval', name: { ja: '承認の完了', en: 'Approval' }, deadline: { date: '2026-07-10', at: '2026-07-10T14:59:59.999Z' } },
  ],
  nodes: [
    { plan: 'industry', node: 'measure-1', sheetType: 'measure-sheet' },
    { plan: 'industry', node: 'measure-2', sheetType: 'measure-sheet' },
  ],
  leftOut: [
    { plan: 'industry', reason: 'level-not-chosen', nodes: ['policy-1'] },
    { plan: 'industry', reason: 'too-early', nodes: ['measure-3'] },
  ],
};

export const industry = planOf({
  'pillar-1': 'pillar', 'policy-1': 'policy', 'measure-1': 'measure', 'measure-2': 'measure', 'measure-3': 'measure',
});

export const asking: PublicationAsked = { type: 'PublicationAsked', publication: 'id of publication', step: 'public', on: '2026-09-01' };

/** A sheet as it stands in an edition. */
export function sheetPart(id: string, revision = 9): EditionPart {
  return { kind: 'sheet', id, revision, digest: 'd'.repeat(64), bytes: 100 };
}

/** What the list made of `asking`: one of the two sheets is not final. */
export const made = {
  publication: asking.publication, file: 'f'.repeat(64), parts: [sheetPart('2026-measure-1')],
  leftOut: [{ sheet: '2026-measure-2', reason: 'not-final' }],
} as const;

export const published: EditionPublished = { type: 'EditionPublished', edition: 1, step: 'public', on: '2026-09-01', ...made };
