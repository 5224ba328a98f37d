import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FoundMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityDecider, municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { operatorAsker } from '../../libs/platform/access/asker.ts';
import { prepare, refuseOnlookers } from './demo.command.ts';
import { municipality, demonstrationId, office } from './demonstration/office.ts';
import { found } from './found.command.ts';
import { CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { foundingMs } from './testing/given-demonstration.ts';

jest.setTimeout(foundingMs);

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

/** What a start prints, and where the log stands after it. */
async function start(): Promise<{ readonly printed: string; readonly tokens: readonly string[]; readonly end: string | undefined }> {
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    return await shell.onEngines(async (engines) => {
      (await prepare(engines))('http://127.0.0.1:3000');
      const text = said.mock.calls.flat().join('\n');
      return { printed: text, tokens: [...text.matchAll(/meguri_\S+/g)].map(([token]) => token), end: await engines.installation.store.lastPosition() };
    });
  } finally {
    said.mockRestore();
  }
}

describe('meguri demo', () => {
  it('founds once; a second start keeps the data and gives new tokens, and the old ones open nothing', async () => {
    const first = await start();
    const second = await start();
    // One of them holds two posts; and five are on the committee.
    expect(first.tokens).toHaveLength(office.posts.length - 1 + 5);
    expect(second.end).toBe(first.end);
    expect(second.tokens.filter((token) => first.tokens.includes(token))).toEqual([]);
    const { url } = await shell.serving();
    const answers = [first, second].map(({ tokens }) =>
      fetch(`${url}/api/${municipality}`, { headers: { authorization: `Bearer ${tokens[0]}` } }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 200]);
  });

  it('says who they are, and shows two years that are over and one that runs', async () => {
    const { printed, tokens: [secretariat] } = await start();
    for (const titles of ['事務局', '産業振興課 担当', '産業振興課 係長', '産業振興課長', '産業観光部長', '環境課長、道路公園課長', 'みほん市行政評価委員会 委員長 学識経験者（行政学）']) {
      expect(printed).toMatch(new RegExp(`^  meguri_\\S+  ${titles}$`, 'm'));
    }
    const { url } = await shell.serving();
    const asked = await fetch(`${url}/api/${municipality}/sheets?limit=100`, { headers: { authorization: `Bearer ${secretariat}` } });
    const { sheets } = await asked.json() as { sheets: readonly { year: number; phase: string }[] };
    const [running = 0, ...past] = new Set(sheets.map(({ year }) => year));
    expect(past).toEqual([running - 1, running - 2]);
    const phases = (of: (year: number) => boolean) => new Set(sheets.filter(({ year }) => of(year)).map(({ phase }) => phase));
    expect(phases((year) => year < running)).toEqual(new Set(['final']));
    expect(phases((year) => year === running)).toEqual(new Set(['drafting', 'submitted', 'approved', 'handed-over', 'voided']));
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
