import type { Breakage } from './breakage.ts';

const domain = 'libs/plan/domain';
const revision = `${domain}/revision`;
const propose = { spec: `${revision}/propose.spec.ts` };
const adopt = { spec: `${revision}/adopt-revision.spec.ts` };
const compare = { file: `${domain}/compare-versions.ts`, spec: `${domain}/compare-versions.spec.ts` };
const commands = { spec: 'libs/plan/revision-commands.spec.ts' };
const desk = { spec: 'libs/plan/reads/read-revision.spec.ts' };

export const revisionBreakages: readonly Breakage[] = [
  {
    name: 'revision: two of one plan at once', file: `${revision}/open-revision.ts`, spec: `${revision}/open-revision.spec.ts`,
    find: 'if (open !== undefined)', replace: 'if (open !== undefined && open.planVersion === 0)',
  },
  {
    ...commands, name: 'revision: a node dropped on which a recommendation stands', file: `${revision}/propose.ts`,
    find: "if (recommendations.length > 0) return reject('recommendations-open', { recommendations });", replace: '',
  },
  {
    ...commands, name: 'revision: a recommendation lost by a merger and a drop together', file: `${revision}/work-in.ts`,
    find: 'nodesDropped.filter((id) => successorsOf(plan, id).length === 0)', replace: 'nodesDropped.filter((id) => !plan.lineage.some(({ from }) => from === id))',
  },
  { ...propose, name: 'revision: evidence that its author may not see', file: `${revision}/propose.ts`, find: 'facts.missingEvidence.length > 0', replace: 'facts.missingEvidence.length > 20' },
  { ...desk, name: 'revision: evidence told to who may not see it', file: 'libs/plan/reads/evidence-seen.ts', find: 'all.filter((_, index) => visible[index])', replace: 'all' },
  {
    ...adopt, name: 'revision: proposals left open when it is adopted', file: `${revision}/adopt-revision.ts`,
    find: 'if (unsettled.length > 0)', replace: 'if (unsettled.length > 1_000)',
  },
  { ...propose, name: 'revision: a node moved below itself', file: `${revision}/judge-nodes.ts`, find: 'if (isAtOrBelow(plan, parent, node.id))', replace: 'if (parent === node.id)' },
  {
    ...propose, name: 'revision: a node merged into itself', file: `${revision}/judge-merge-and-split.ts`,
    find: "if (one === into) return [{ path, message: 'cannot be merged into itself' }];", replace: '',
  },
  {
    name: 'revision: withdrawn by somebody else', file: `${revision}/withdraw.ts`, spec: `${revision}/withdraw.spec.ts`,
    find: "if (proposal.by !== by && role !== 'secretariat')", replace: 'if (proposal.by !== by && role === undefined)',
  },
  { ...adopt, name: 'revision: an ended version forgets how it stood', file: `${domain}/plan-at.ts`, find: 'version?.atEnd ?? plan', replace: 'version ?? plan' },
  {
    ...adopt, name: 'revision: a target of the new version without its reason', file: `${domain}/targets.ts`,
    find: '[...changes.map((change) => fromChange(change, fromVersions)), ...fromVersions]', replace: '[...fromVersions, ...changes.map((change) => fromChange(change, fromVersions))]',
  },
  { ...compare, name: 'revision: 新旧対照表 takes a merger for a drop', find: 'end !== undefined ? end.kind', replace: "end !== undefined ? 'dropped'" },
  { ...compare, name: 'revision: 新旧対照表 does not tell a target', find: "one.status === 'unchanged' && targets.length > 0 ?", replace: "one.status === 'unchanged' && targets.length > 9 ?" },
  {
    name: 'revision: a series ends where its indicator was replaced', file: `${domain}/lineage.ts`, spec: `${domain}/lineage.spec.ts`,
    find: 'comingsOf(lineage, one).map(({ from }) => from)', replace: 'comingsOf(lineage, id).map(({ from }) => from)',
  },
];
