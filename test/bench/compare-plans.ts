import { compareVersions } from '../../libs/plan/domain/compare-versions.ts';
import type { Indicator, PlanNode } from '../../libs/plan/domain/plan.events.ts';
import type { LineageEntry } from '../../libs/plan/domain/revision/revision.events.ts';
import { timed, type Contest } from './contest.ts';

const measures = 600;
const indicatorsEach = 5;
const comparisons = 5;

/** Two versions of a plan of 3,000 indicators beside each other, against reading the JSON texts of both. */
export const contest: Contest = {
  name: 'compare-plans',
  module: import.meta.url,
  rounds: 30,
  rows: [{ id: 'compare-plans', goal: 0.5, ours: 'compare', limit: 'parse' }],
  sides: {
    compare: async () => {
      const [before, after] = [decoded(textOf(1)), decoded(textOf(2))];
      return { round: () => timed(comparisons, () => { for (let done = 0; done < comparisons; done++) compareVersions(before, after, [...lineage]); }) };
    },
    parse: async () => {
      const texts = [textOf(1), textOf(2)];
      return { round: () => timed(comparisons, () => { for (let done = 0; done < comparisons; done++) for (const text of texts) JSON.parse(text); }) };
    },
  },
};

interface Contents {
  readonly nodes: readonly PlanNode[];
  readonly indicators: readonly Indicator[];
}

/** The second version names every fifth measure anew, merges every tenth into the one before it, and changes every third target. */
const isMerged = (measure: number) => measure % 10 === 1;
const lineage: readonly LineageEntry[] = Array.from({ length: measures }, (_, measure) => measure).filter(isMerged)
  .map((measure) => ({ kind: 'merged', from: `node-${measure}`, to: [`node-${measure - 1}`] }));

function textOf(planVersion: 1 | 2): string {
  const all = Array.from({ length: measures }, (_, measure) => measure);
  const isRevised = planVersion === 2;
  const contents: Contents = {
    nodes: all.filter((measure) => !isRevised || !isMerged(measure)).map((measure) => nodeOf(measure, isRevised && measure % 5 === 0)),
    indicators: all.flatMap((measure) => Array.from({ length: indicatorsEach }, (_, index) =>
      indicatorOf(isRevised && isMerged(measure) ? measure - 1 : measure, measure * indicatorsEach + index, isRevised))),
  };
  return JSON.stringify(contents);
}

function nodeOf(measure: number, isRenamed: boolean): PlanNode {
  return {
    id: `node-${measure}`, level: 'measure', number: `1-${measure}`, name: { ja: `施策${measure}${isRenamed ? '（改）' : ''}`, en: `Measure ${measure}` },
    section: `section-${measure % 30}`, related: ['planning'], outside: ['商工会議所'], flags: ['priority'],
    texts: { purpose: '区内の事業者の販路を広げ、地域経済の活性化を図る。', issue: '担い手の不足と来訪者の減少への対応が課題である。' }, upper: [],
  };
}

function indicatorOf(node: number, index: number, isRevised: boolean): Indicator {
  return {
    id: `indicator-${index}`, node: `node-${node}`, number: String(index), name: { ja: `支援した企業の数${index}`, en: `Companies ${index}` },
    class: 'outcome', unit: '社', kind: 'annual', direction: 'higher', baseline: { year: 2023, value: amountOf(index) },
    targets: Array.from({ length: 6 }, (_, year) => ({ year: 2025 + year, value: amountOf(index + year + (isRevised && index % 3 === 0 ? 1 : 0)) })),
    formula: '支援した企業の数', source: '産業振興課調べ', knownWhen: '翌年度5月',
  };
}

function amountOf(amount: number) {
  return { typed: `${amount}社`, understood: { kind: 'amount', amount: String(amount), unit: '社' } } as const;
}

function decoded(text: string): { readonly nodes: ReadonlyMap<string, PlanNode>; readonly indicators: ReadonlyMap<string, Indicator> } {
  const { nodes, indicators } = JSON.parse(text) as Contents;
  return { nodes: new Map(nodes.map((one) => [one.id, one])), indicators: new Map(indicators.map((one) => [one.id, one])) };
}
