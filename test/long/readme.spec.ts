import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { ServerProcess } from './server-process.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** The lines of README that it promises can be pasted as they are, in order. */
const walk = [...readme.matchAll(/```sh\n# walk\n([^]*?)```/g)].map(([, lines]) => lines).join('\n');

const place = newDirectory();
const demonstration = new ServerProcess(place.file('data'), 'demo');
let url: string;

beforeAll(async () => { url = await demonstration.ready(); });
afterAll(async () => {
  await demonstration.stop();
  place.remove();
});

it('README leads from a draft to an approved sheet, and on to the next year, by copy and paste', () => {
  const tokenOf = (account: string) => new RegExp(`(meguri_\\S+) +${account}$`, 'm').exec(demonstration.output())?.[1] as string;
  const environment = {
    PATH: process.env['PATH'], MEGURI: `${url}/api/mihon`,
    SECRETARIAT: tokenOf('事務局'), STAFF: tokenOf('産業振興課 担当'), APPROVER: tokenOf('産業振興課 承認者'),
  };
  const printed = execFileSync('sh', ['-e', '-c', walk], { env: environment, encoding: 'utf8' });
  expect(printed).toContain('"code":"fields-changed-since"');
  const history = [...printed.slice(printed.indexOf('events:')).matchAll(/type: '(\w+)'/g)].map(([, type]) => type);
  expect(history).toEqual([
    'SheetOpened', 'FieldsSaved', 'FieldsSaved', 'FirstEvaluationSubmitted', 'FirstEvaluationSentBack',
    'FieldsSaved', 'FirstEvaluationSubmitted', 'FirstEvaluationApproved',
  ]);
  expect(printed.slice(printed.lastIndexOf('sheets:'))).toMatch(/section: 'promotion',[^]*phase: 'drafting',[^]*revision: 0/);
});
