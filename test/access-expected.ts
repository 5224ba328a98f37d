import { readFileSync } from 'node:fs';
import type { Role } from '../libs/platform/access/asker.ts';

/** In the order of the columns; the first seven sign in. */
export const columns = ['staff', 'approver', 'secretariat', 'auditor', 'admin', 'member', 'chair', 'public', 'operator', 'system'] as const satisfies readonly Role[];
export type Column = (typeof columns)[number];

/** Of one thing, how everybody stands to it. */
export interface ExpectedLine {
  readonly what: string;
  readonly expected: Readonly<Record<Column, string>>;
}

const [first = '', ...rest] = readFileSync('test/access.expected.txt', 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

export const heading: readonly string[] = first.trim().split(/\s+/);

export const expectedLines: readonly ExpectedLine[] = rest.map((line) => {
  const [what = '', ...cells] = line.split(/\s{2,}/);
  return { what, expected: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as ExpectedLine['expected'] };
});
