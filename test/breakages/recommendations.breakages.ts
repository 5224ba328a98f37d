import type { Breakage } from './breakage.ts';

const domain = 'libs/evaluation/domain/recommendations';
const reads = 'libs/evaluation/reads';
const of = (verb: string) => ({ file: `${domain}/${verb}.ts`, spec: `${domain}/${verb}.spec.ts` });
const seen = { file: `${domain}/seen-response.ts`, spec: `${reads}/recommendations/recommendations.spec.ts` };
const list = { file: `${reads}/recommendations/list-recommendations.ts`, spec: `${reads}/recommendations/recommendations.spec.ts` };
const toDo = {
  file: `${reads}/recommendations-to-adopt/recommendations-to-adopt.ts`, spec: `${reads}/recommendations-to-adopt/recommendations-to-adopt.spec.ts`,
};
const onSheet = { file: `${reads}/recommendations/on-sheet.ts`, spec: `${reads}/recommendations/on-sheet.spec.ts` };
const open = { file: 'libs/evaluation/open-recommendations.ts', spec: `${reads}/recommendations/on-sheet.spec.ts` };

/** What is recommended, answered and reported, and who is told of it. */
export const recommendationBreakages: readonly Breakage[] = [
  {
    ...seen, name: 'recommendation: the committee told a response on its line',
    find: "recommendation.phase === 'answered' || recommendation.phase === 'closed'",
    replace: "recommendation.phase !== 'absent' && recommendation.response !== undefined",
  },
  { ...seen, name: 'recommendation: the committee told what was written before', find: 'recommendation.response?.revision ?? 0', replace: '0' },
  {
    name: 'recommendation: the committee told why a response came back', file: 'libs/evaluation/recommendation-access.ts', spec: seen.spec,
    find: '...maySee([sentBack], office)', replace: '...maySee([sentBack], readers)',
  },
  {
    ...list, name: 'recommendation: the list finds a response on its line for the committee',
    find: '(asked.phase ?? seen.phase) === seen.phase', replace: '(asked.phase ?? row.phase) === row.phase',
  },
  { ...toDo, name: 'recommendation: a proposal of a sub-group adopted', find: 'if (!toBeConfirmed) want(', replace: 'want(' },
  { ...toDo, name: 'recommendation: withdrawn for a stage that came later', find: 'if (handedOverAt < since) continue;', replace: '' },
  { ...toDo, name: 'recommendation: not withdrawn when its conclusion is undone', find: 'wantedBy: null, reason,', replace: 'reason,' },
  { ...of('withdraw'), name: 'recommendation: withdrawn though adopted again', find: ' || adopted.sheetRevision !== sheetRevision', replace: '' },
  { ...of('adopt'), name: 'recommendation: an earlier conclusion over a later one', find: 'sheetRevision <= (', replace: 'sheetRevision === (' },
  {
    ...of('approve-response'), name: 'recommendation: a response approved unseen',
    find: '  const seen = asSeen(command, onLine);', replace: '  const seen = { approvedRevision: onLine.revision };',
  },
  {
    ...of('report-result'), name: 'recommendation: a result in a version that the plan does not have',
    find: '!planVersions.includes(planVersion)', replace: 'planVersions.includes(planVersion)',
  },
  { ...onSheet, name: 'recommendation: gone from the sheet before the year is over', find: '>= year;', replace: '> year;' },
  { ...open, name: 'recommendation: forgotten when its node became another', find: '[node, ...predecessorsOf(state, node)]', replace: '[node]' },
  {
    ...open, name: 'recommendation: one that is about to be adopted does not count',
    find: "phase !== 'closed' &&", replace: "phase !== 'absent' && phase !== 'closed' &&",
  },
  {
    name: 'recommendation: approval owed by those whose turn it is not', file: `${reads}/duties/owed.ts`, spec: `${reads}/duties/response.spec.ts`,
    find: 'undecided(stepNow(round), round.approvals).map(', replace: 'round.line.flatMap((step) => undecided(step, round.approvals)).map(',
  },
];
