import type { Breakage } from './breakage.ts';

const domain = 'libs/municipality/domain';
const office = { file: `${domain}/office.ts`, spec: `${domain}/office.spec.ts` };
const verb = { file: `${domain}/office-verb.ts` };
const imported = { file: 'libs/municipality/import/people-import.ts', spec: 'apps/cli/import.command.spec.ts' };

export const officeBreakages: readonly Breakage[] = [
  {
    name: 'office: two people in one post', file: `${domain}/posts/appoint.ts`, spec: `${domain}/posts/appoint.spec.ts`,
    find: 'one.post === post && overlap(one, days)', replace: 'one.post === post && one.person === person && overlap(one, days)',
  },
  {
    name: 'office: somebody appointed to a post that is closed', file: `${domain}/posts/appoint.ts`, spec: `${domain}/posts/appoint.spec.ts`,
    find: "  if (!isOpen(meant)) return reject('post-closed', { post, closedOn: meant.closedOn });\n", replace: '',
  },
  {
    name: 'office: a post closed under who holds it', file: `${domain}/posts/close-post.ts`, spec: `${domain}/posts/close-post.spec.ts`,
    find: 'if (held.length > 0)', replace: 'if (held.length < 0)',
  },
  {
    ...office, name: 'office: somebody who acts after his appointment has ended',
    find: ' && (to === undefined || date <= to);', replace: " && to !== '';",
  },
  {
    ...office, name: 'office: somebody who acts before his appointment begins',
    find: '(from === undefined || from <= date)', replace: "(from !== '')",
  },
  {
    ...office, name: 'office: a section that is abolished found as if it were there',
    find: 'one.id === id && isLiving(one)', replace: 'one.id === id',
  },
  {
    ...office, name: 'office: a closed post on an approval line',
    find: '=== rank && isOpen(post) && isWithin(post)', replace: '=== rank && isWithin(post)',
  },
  {
    ...verb, name: 'office: a post in a section that is abolished', spec: `${domain}/posts/create-post.spec.ts`,
    find: 'if (isLiving(unit)) return unit;', replace: "if (isLiving(unit) || unit.id !== '') return unit;",
  },
  {
    ...verb, name: 'office: an id given a second time', spec: `${domain}/posts/create-post.spec.ts`,
    find: "items.some((one) => one.id === id) ? reject('id-taken', { id })", replace: "items.some((one) => one.id === '') ? reject('id-taken', { id })",
  },
  {
    ...verb, name: 'office: one that is closed changed', spec: `${domain}/close.spec.ts`,
    find: "municipality.phase === 'closed' ?", replace: "municipality.phase !== 'founded' && municipality.phase !== 'closed' ?",
  },
  {
    ...verb, name: 'office: the past rewritten', spec: `${domain}/sections/move-section.spec.ts`,
    find: 'if (earliest !== undefined && fromYear < earliest)', replace: 'if (earliest !== undefined && fromYear < 0)',
  },
  {
    name: 'office: the clock of a real one moved', file: 'libs/municipality/movable-clocks.ts', spec: 'libs/municipality/movable-clocks.spec.ts',
    find: "office.phase !== 'absent' && !office.demonstration", replace: "office.phase === 'closed' && !office.demonstration",
  },
  {
    name: 'import: a cell that a spreadsheet computes', file: 'libs/municipality/import/read-roster.ts', spec: 'libs/municipality/import/read-roster.spec.ts',
    find: 'if (formulaPattern.test(cell)) {', replace: 'if (formulaPattern.test(cell) && cell.length > longestCell) {',
  },
  {
    ...imported, name: 'import: a list that is only looked at recorded', test: 'joiners, movers and leavers|only looked at',
    find: '    if (!write) return { preview, deeds: deeds.length };\n', replace: "    if (!write && municipality === '') return { preview, deeds: deeds.length };\n",
  },
  {
    ...imported, name: 'import: people named by a list that is only looked at', test: 'joiners, movers and leavers|only looked at',
    find: '    if (!write) return {', replace: '    if (!write) this.#namePeople(plan);\n    if (!write) return {',
  },
];
