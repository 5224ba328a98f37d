import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { found } from './found.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { addToken } from './token.command.ts';

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

const wanted = { municipality: 'sakura', person: clerk, label: 'of a spec' };
const token = (changed: Partial<typeof wanted> = {}) =>
  (output: Parameters<typeof addToken>[2]) => addToken(shell.settings, { ...wanted, ...changed }, output);
const foundSakura = () => linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));

async function whoIs(url: string, bearer: string | undefined): Promise<unknown> {
  const response = await fetch(`${url}/api/sakura/who-am-i`, { headers: { authorization: `Bearer ${bearer}` } });
  return response.json();
}

describe('meguri token add', () => {
  it('prints nothing but a token, with which its person is let in', async () => {
    await foundSakura();
    const [before, ...more] = await linesOf(token());
    expect(more).toEqual([]);
    const { url } = await shell.serving();
    const [during] = await linesOf(token());
    expect(during).not.toBe(before);
    for (const bearer of [before, during]) {
      expect(await whoIs(url, bearer)).toMatchObject({ person: clerk, name: '見本の担当者', role: 'staff', section: 'promotion' });
    }
    expect(await whoIs(url, `${before}x`)).toMatchObject({ status: 401 });
  });

  it('keeps nothing by which the token could be found again', async () => {
    await foundSakura();
    const [made] = await linesOf(token());
    expect(readFileSync(shell.inData('private.sqlite')).includes(made ?? '')).toBe(false);
  });

  it('takes the id of a person in capitals', async () => {
    await foundSakura();
    expect(await linesOf(token({ person: clerk.toUpperCase() }))).toHaveLength(1);
  });

  it.each<[string, Partial<typeof wanted>, string]>([
    ['a municipality that there is not', { municipality: 'kaede' }, 'meguri: There is no such municipality (municipality: kaede)'],
    ['what is no municipality', { municipality: 'さくら' }, 'meguri: There is no such municipality (municipality: さくら)'],
    ['a person without a post', { person: 'somebody' }, 'meguri: This person holds no post here (person: somebody)'],
    ['an empty label', { label: ' ' }, 'meguri: Something in the input is wrong (label: must have 1 to 100 characters)'],
  ])('refuses %s, with a server and without', async (_what, changed, line) => {
    await foundSakura();
    expect(await refusalOf(token(changed))).toBe(line);
    await shell.serving();
    expect(await refusalOf(token(changed))).toBe(line);
  });

  it('makes no data directory where there is none', async () => {
    expect(await refusalOf(token())).toBe(`meguri: there is no data directory ${shell.data}`);
    expect(await refusalOf(token())).toBe(`meguri: there is no data directory ${shell.data}`);
  });
});
