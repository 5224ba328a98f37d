import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KurrentDouble } from '../../libs/event-store/kurrent/double/kurrent-double.ts';
import { printEvents, type EventsAsked } from './events.command.ts';
import { found } from './found.command.ts';
import { CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { foundingMs } from './testing/given-demonstration.ts';

jest.setTimeout(foundingMs);

interface Printed {
  readonly position: string;
  readonly header: { readonly municipality: string; readonly stream: string };
}

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

const events = (asked: EventsAsked = {}, settings = shell.settings) => linesOf((output) => printEvents(settings, asked, output));
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Printed);
const foundSakura = () => linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));

describe('meguri events', () => {
  it('prints the whole log in its order, byte for byte as it is stored, beside the server that writes it', async () => {
    await shell.demonstration();
    const { engines } = await shell.serving();
    const stored = await engines.installation.store.readLogText({ limit: 10_000 });
    expect(stored.length).toBeGreaterThan(15);
    expect(await events()).toEqual(stored.map(({ position, header, payload }) =>
      `{"position":"${position}","header":${header},"payload":${payload}}`));
    await foundSakura();
    expect(await events()).toHaveLength(stored.length + 1);
  });

  it('prints what is asked for: a municipality, a stream, what comes after a position', async () => {
    await shell.demonstration();
    await foundSakura();
    const all = parsed(await events());
    const ofMihon = parsed(await events({ municipality: 'mihon' }));
    expect(ofMihon).toEqual(all.slice(0, -1));
    expect(new Set(ofMihon.map(({ header }) => header.municipality))).toEqual(new Set(['mihon']));
    expect(parsed(await events({ stream: 'municipality-sakura' }))).toEqual(all.slice(-1));
    expect(parsed(await events({ after: all[4]?.position }))).toEqual(all.slice(5));
    expect(await events({ after: all.at(-1)?.position })).toEqual([]);
    expect(await events({ municipality: 'sakura', stream: 'municipality-mihon' })).toEqual([]);
  });

  it('says what is wrong in one line', async () => {
    expect(await refusalOf((output) => printEvents(shell.settings, {}, output))).toBe(`meguri: there is no data directory ${shell.data}`);
    await foundSakura();
    expect(await refusalOf((output) => printEvents(shell.settings, { after: '7' }, output)))
      .toBe('meguri: --after: "7" is not a position of this log');
  });

  it('prints nothing of an empty log', async () => {
    await shell.onEngines(async () => undefined);
    expect(await events()).toEqual([]);
  });

  it('prints a log in KurrentDB', async () => {
    const double = await KurrentDouble.start();
    const settings = shell.settingsWith({ KURRENTDB_URL: double.connectionString });
    await linesOf((output) => found(settings, { file: shell.file('founding.json', sakura) }, output));
    expect(parsed(await events({}, settings))).toMatchObject([{ header: { stream: 'municipality-sakura' } }]);
    double.kill();
  });
});
