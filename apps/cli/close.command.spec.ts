import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { close } from './close.command.ts';
import { printEvents } from './events.command.ts';
import { found } from './found.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';
import { addToken } from './token.command.ts';

let shell: CommandLine;
beforeEach(async () => {
  shell = new CommandLine();
  await linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));
});
afterEach(() => shell.close());

const closing = (municipality: string, confirm = municipality) =>
  (output: Parameters<typeof close>[2]) => close(shell.settings, { municipality, confirm }, output);
const log = () => linesOf((output) => printEvents(shell.settings, {}, output));

describe.each(['no server runs', 'a server runs'])('meguri close while %s', (when) => {
  beforeEach(async () => {
    if (when === 'a server runs') await shell.serving();
  });

  it('ends the municipality, once, and whoever asks again is answered as the first time', async () => {
    const lines = await linesOf(closing('sakura'));
    expect(lines).toEqual(['closed sakura at position 0000000000000002']);
    expect(await linesOf(closing('sakura'))).toEqual(lines);
    const [, event, ...more] = await log();
    expect(more).toEqual([]);
    expect(JSON.parse(event ?? '')).toMatchObject({ header: { type: 'MunicipalityClosed', stream: 'municipality-sakura', actor: 'operator' } });
    expect(await refusalOf((output) => addToken(shell.settings, { municipality: 'sakura', person: clerk, label: 'late' }, output)))
      .toBe('meguri: This municipality is closed (municipality: sakura)');
  });

  it.each([
    ['without the same word again', 'sakura', 'sakara', 'meguri: closing cannot be undone: say --confirm sakura'],
    ['a municipality that there is not', 'kaede', 'kaede', 'meguri: There is no such municipality (municipality: kaede)'],
    ['what is no municipality', 'さくら', 'さくら', 'meguri: There is no such municipality (municipality: さくら)'],
  ])('refuses %s', async (_what, municipality, confirm, line) => {
    expect(await refusalOf(closing(municipality, confirm))).toBe(line);
    expect(await log()).toHaveLength(1);
  });
});
