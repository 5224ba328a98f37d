import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FoundMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityDecider, municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { operatorAsker } from '../../libs/platform/access/asker.ts';
import { prepare, refuseOnlookers } from './demo.command.ts';
import { municipality, demonstrationId, office } from './demonstration/office.ts';
import { found } from './found.command.ts';
import { CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

/** What a start prints, and where the log stands after it. */
async function start(): Promise<{ readonly tokens: readonly string[]; readonly end: string | undefined }> {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    return await shell.onEngines(async (engines) => {
      (await prepare(engines))('http://127.0.0.1:3000');
      const text = printed.mock.calls.flat().join('\n');
      return { tokens: [...text.matchAll(/meguri_\S+/g)].map(([token]) => token), end: await engines.installation.store.lastPosition() };
    });
  } finally {
    printed.mockRestore();
  }
}

describe('meguri demo', () => {
  it('founds once; a second start keeps the data and gives new tokens, and the old ones open nothing', async () => {
    const first = await start();
    const second = await start();
    expect(first.tokens).toHaveLength(office.posts.length);
    expect(second.end).toBe(first.end);
    expect(second.tokens.filter((token) => first.tokens.includes(token))).toEqual([]);
    const { url } = await shell.serving();
    const answers = [first, second].map(({ tokens }) =>
      fetch(`${url}/api/${municipality}`, { headers: { authorization: `Bearer ${tokens[0]}` } }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 200]);
  });

  it('founds nothing beside real records, and says so in one line', async () => {
    await linesOf((output) => found(shell.settings, { file: shell.file('sakura.json', sakura) }, output));
    const before = await shell.onEngines(({ installation }) => installation.store.lastPosition());
    expect(await refusalOf(start)).toContain('real records');
    expect(await shell.onEngines(({ installation }) => installation.store.lastPosition())).toBe(before);
  });

  it('leaves what an earlier release wrote in other words as it is', async () => {
    const key = demonstrationId('deed', 'found');
    const name = { ja: 'みほん市', en: 'Mihon' };
    const stream = municipalityStream(municipality);
    await shell.onEngines(({ installation }) =>
      installation.runner.run(new FoundMunicipality(stream, { asker: operatorAsker(municipality), key }, { ...office, name })));
    await start();
    const { state } = await shell.onEngines(({ installation }) => installation.states.fold(municipalityDecider, stream));
    expect(state).toMatchObject({ name });
  });

  it('is served on loopback only', async () => {
    expect(await refusalOf(async () => refuseOnlookers(shell.settingsWith({ HOST: '0.0.0.0' })))).toContain('loopback only');
    expect(() => refuseOnlookers(shell.settingsWith({ HOST: '127.0.0.1' }))).not.toThrow();
  });
});
