import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueAccount } from './account.command.ts';
import { backUp } from './backup.command.ts';
import { found } from './found.command.ts';
import { restore } from './restore.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';

let shell: CommandLine;
beforeEach(async () => {
  shell = new CommandLine();
  await linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));
});
afterEach(() => shell.close());

const wanted = { municipality: 'sakura', person: clerk, login: 'clerk' };
const account = (changed: Partial<typeof wanted> = {}) =>
  (output: Parameters<typeof issueAccount>[2]) => issueAccount(shell.settings, { ...wanted, ...changed }, output);

async function signIn(url: string, password: string | undefined): Promise<Response> {
  return fetch(`${url}/api/sakura/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'clerk', password }),
  });
}

describe('meguri account issue', () => {
  it('prints nothing but a first password, with which its person signs in and must choose another', async () => {
    const [password, ...more] = await linesOf(account());
    expect(more).toEqual([]);
    const { url } = await shell.serving();
    expect(await (await signIn(url, password)).json()).toEqual({ person: clerk, mustChangePassword: true });
    expect(readFileSync(shell.inData('private.sqlite')).includes(password ?? '')).toBe(false);
  });

  it('asks the server that holds the data directory', async () => {
    const { url } = await shell.serving();
    const [password] = await linesOf(account({ person: clerk.toUpperCase() }));
    expect((await signIn(url, password)).status).toBe(200);
  });

  it.each<[string, Partial<typeof wanted>, string]>([
    ['a municipality that there is not', { municipality: 'kaede' }, 'meguri: There is no such municipality (municipality: kaede)'],
    ['a person without a post', { person: 'somebody' }, 'meguri: This person holds no post here (person: somebody)'],
    ['a login with a capital', { login: 'Clerk' },
      'meguri: Something in the input is wrong (login: must be 1 to 64 of a-z, 0-9 and . _ @ -, beginning with a letter or a digit)'],
  ])('refuses %s, with a server and without', async (_what, changed, line) => {
    expect(await refusalOf(account(changed))).toBe(line);
    await shell.serving();
    expect(await refusalOf(account(changed))).toBe(line);
  });

  it('refuses a second account for one person', async () => {
    await linesOf(account());
    expect(await refusalOf(account({ login: 'other' })))
      .toBe(`meguri: Something in the list of accounts is wrong (accounts[0].person: ${clerk} has an account)`);
  });
});

it('who was signed in when a backup was made is not signed in by restoring it, but his account is there', async () => {
  const [password] = await linesOf(account());
  const serving = await shell.serving();
  const cookie = (await signIn(serving.url, password)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const leave = (at: string) => fetch(`${at}/api/sakura/session`, { method: 'DELETE', headers: { cookie, origin: at } });
  await linesOf((output) => backUp(shell.settings, { directory: shell.path('backup') }, output));
  await serving.stop();

  const restored = shell.settingsWith({ MEGURI_DATA_DIR: shell.path('restored') });
  await linesOf((output) => restore(restored, { directory: shell.path('backup') }, output));
  const again = await shell.serving(restored);
  expect((await leave(again.url)).status).toBe(401);
  expect((await signIn(again.url, password)).status).toBe(200);
});
