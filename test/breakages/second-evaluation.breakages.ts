import type { Breakage } from './breakage.ts';

const folder = 'libs/evaluation/domain/second-evaluation';
const of = (verb: string, file = verb) => ({ file: `${folder}/${file}.ts`, spec: `${folder}/${verb}.spec.ts` });

/** Opinions and conclusions: what a committee says of a sheet, and who may say it. */
export const secondEvaluationBreakages: readonly Breakage[] = [
  {
    ...of('conclude', 'taking-part'), name: 'second evaluation: concluded by a chair who is recused',
    find: '{ subgroup, recused: [...recused, ...absentFrom(committee, meeting, subgroup)] }', replace: '{ subgroup, recused: absentFrom(committee, meeting, subgroup) }',
  },
  {
    ...of('give-opinion', 'taking-part'), name: 'second evaluation: an opinion of who is recused',
    find: 'if (member !== undefined && recusedFrom(deliberation).includes(member)) return', replace: 'if (member === \'\') return',
  },
  {
    ...of('give-opinion', 'taking-part'), name: 'second evaluation: an opinion of who is no member any more',
    find: 'isMember(member, rosterOn(committee, dayInJapan(now), subgroup)) ?', replace: 'isMember(member, committee.members) ?',
  },
  {
    ...of('give-opinion', 'taking-part'), name: 'second evaluation: a recusal that ends when one is appointed again',
    find: 'flatMap(({ member }) => membershipsOfSame(committee, member))', replace: 'map(({ member }) => member)',
  },
  {
    ...of('conclude', 'taking-part'), name: 'second evaluation: concluded by a chair who did not come',
    find: '[...recused, ...absentFrom(committee, meeting, subgroup)]', replace: 'recused',
  },
  {
    ...of('give-opinion', 'taking-part'), name: 'second evaluation: an opinion on a sheet that was assigned to others',
    find: 'assigned.length === 0 || assigned.includes(member)', replace: 'assigned.length >= 0',
  },
  {
    ...of('give-opinion', 'opinions'), name: 'second evaluation: an opinion overwritten unseen',
    find: 'there?.revision === revises ? undefined', replace: 'revises === undefined || there?.revision === revises ? undefined',
  },
  {
    ...of('give-opinion', 'opinions'), name: 'second evaluation: an opinion on what was handed over before',
    find: 'basedOn < handOver.revision ?', replace: 'basedOn < 0 ?',
  },
  {
    ...of('saw-others'), name: 'second evaluation: withdrawing washes away what was seen',
    find: 'new Set([...before, ...seeing])', replace: 'new Set([...seeing])',
  },
  {
    ...of('saw-others'), name: 'second evaluation: seen by whom it was only entered for',
    find: 'there.filter(([, { isConfirmed }]) => isConfirmed).map', replace: 'there.map',
  },
  {
    ...of('enter-opinion'), name: 'second evaluation: entered over what a member said himself',
    find: "if (there !== undefined && there.entered === undefined) return reject('opinion-is-own');\n", replace: '',
  },
  {
    ...of('conclude', 'opinions'), name: 'second evaluation: counted without being confirmed',
    find: 'return isConfirmed && basis.handOver', replace: 'return basis.handOver',
  },
  {
    ...of('conclude', 'opinions'), name: 'second evaluation: counted although given on an older hand-over',
    find: 'isConfirmed && basis.handOver === handOver.revision', replace: 'isConfirmed && basis.handOver <= handOver.revision',
  },
  {
    ...of('conclude', 'counting'), name: 'second evaluation: concluded without a quorum',
    find: 'return suffices(share, counted.length, roster.length)', replace: 'return suffices(share, roster.length, roster.length)',
  },
  {
    ...of('conclude', 'counting'), name: 'second evaluation: concluded in a meeting that was to talk of something else',
    find: 'return isOnAgenda && hasMet ?', replace: 'return hasMet ?',
  },
  {
    ...of('conclude'), name: 'second evaluation: concluded on a draft that was not read',
    find: "if (basedOn < draft.revision) return reject('sheet-changed-since');\n", replace: '',
  },
  {
    ...of('points-summary'), name: 'second evaluation: the spread of a sample and not of all',
    find: 'multiply(total, total))), given.length);', replace: 'multiply(total, total))), Math.max(1, given.length - 1));',
  },
];
