import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { ServerProcess } from './server-process.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** The lines of README that it promises can be pasted as they are, in order. */
const walk = [...readme.matchAll(/```sh\n# walk\n([^]*?)```/g)].map(([, lines]) => lines).join('\n');

const minutesPromised = 5;

const place = newDirectory();
const since = performance.now();
const demonstration = new ServerProcess(place.file('data'), 'demo');
let url: string;

beforeAll(async () => { url = await demonstration.ready(); });
afterAll(async () => {
  await demonstration.stop();
  place.remove();
});

it(`README leads from an empty directory to what the public reads by copy and paste, within ${minutesPromised} minutes`, () => {
  const tokenOf = (title: string) => new RegExp(`(meguri_\\S+) +${title}$`, 'm').exec(demonstration.output())?.[1] as string;
  const seatOf = (seat: string) => tokenOf(`.+ ${seat}.*`);
  const environment = {
    PATH: process.env['PATH'], MEGURI: `${url}/api/mihon`,
    SECRETARIAT: tokenOf('事務局'), STAFF: tokenOf('産業振興課 担当'), MANAGER: tokenOf('産業振興課長'),
    CHAIR: seatOf('委員長'), MEMBER: seatOf('委員（職務代理）'),
  };
  const printed = execFileSync('sh', ['-e', '-c', walk], { env: environment, encoding: 'utf8' });
  expect(performance.now() - since).toBeLessThan(minutesPromised * 60_000);
  // What the section owes comes first, and where the year stands.
  expect(printed).toMatch(/^\{\s+duties: \[\s+\{/);
  expect(printed).toContain('departments: [');
  expect(printed).toContain('"code":"fields-changed-since"');
  const history = [...printed.slice(printed.indexOf('events:')).matchAll(/type: '(\w+)'/g)].map(([, type]) => type);
  expect(history).toEqual([
    'SheetOpened', 'FieldsSaved', 'FirstEvaluationSubmitted', 'FirstEvaluationSentBack',
    'FieldsSaved', 'FirstEvaluationSubmitted', 'FirstEvaluationApproved', 'FirstEvaluationAccepted',
  ]);
  // Before the chair has given his own opinion he sees none, and then both.
  expect(printed).toMatch(/}0\n{.*}2\n/);
  expect(printed).toContain("mean: '6.75'");
  const published = printed.slice(printed.lastIndexOf("aboutYear: "));
  expect(published).toContain('観光案内の充実');
});
