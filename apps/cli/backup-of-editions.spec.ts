import { hash, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appended } from '../../libs/event-store/contract/given-events.ts';
import { writeEvent } from '../../libs/event-store/event-text.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { backUp } from './backup.command.ts';
import { found } from './found.command.ts';
import { restore } from './restore.command.ts';
import { CommandLine, linesOf, sakura } from './testing/given-command-line.ts';
import { verify } from './verify.command.ts';

let shell: CommandLine;
beforeEach(async () => {
  shell = new CommandLine();
  await linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));
});
afterEach(() => shell.close());

const settingsOf = (directory: string) => shell.settingsWith({ MEGURI_DATA_DIR: directory });
/** All that verify says of editions. */
const editionLines = async (directory: string) =>
  (await linesOf((output) => verify(settingsOf(directory), output))).filter((line) => line.includes('edition'));

const pages = ['一枚目', '目次'].map((text) => Buffer.from(text));
const parts = pages.map((bytes, index) => ({ kind: 'sheet', id: `${index}`, digest: hash('sha256', bytes, 'hex'), bytes: bytes.length }));

/** As an event names it; what else it says is of no account here. */
async function publish({ editions, store }: Installation): Promise<string> {
  const file = await editions.put('sakura', pages);
  const stream = 'cycle-sakura-2026';
  const header = {
    actor: 'person-1', command: randomUUID(), commandDigest: '0'.repeat(64), correlation: randomUUID(), id: randomUUID(),
    municipality: 'sakura', recordedAt: '2026-04-01T00:00:00.000Z', revision: 0, stream, type: 'EditionPublished', version: 1,
  };
  await appended(store, stream, -1, [writeEvent(header, { file, parts })]);
  return file;
}

describe('editions', () => {
  it('are in a backup and come back from it', async () => {
    const file = await shell.onEngines(({ installation }) => publish(installation));
    await linesOf((output) => backUp(shell.settings, { directory: shell.path('backup') }, output));
    await linesOf((output) => restore(settingsOf(shell.path('restored')), { directory: shell.path('backup') }, output));
    for (const directory of [shell.data, shell.path('backup'), shell.path('restored')]) expect(await editionLines(directory)).toEqual([]);
    await shell.onEngines(async ({ installation: { editions } }) => {
      const [first] = parts as [typeof parts[number]];
      expect(await editions.read('sakura', { ...first, file, offset: 0 })).toEqual(pages[0]);
    }, settingsOf(shell.path('restored')));
  });

  it('that are changed or lost are told by verify', async () => {
    const file = await shell.onEngines(({ installation }) => publish(installation));
    const place = shell.inData(join('editions/sakura', file.slice(0, 2), file));
    writeFileSync(place, Buffer.concat([Buffer.from('二'), ...pages]).subarray(0, Buffer.concat(pages).length));
    expect((await editionLines(shell.data)).map((line) => line.replace(/^\d{16} /, ''))).toEqual([
      `editions/sakura/${file.slice(0, 2)}/${file}: its bytes are not those that were stored: their SHA-256 is not its name`,
      ...['0', '1'].map((id) => expect.stringContaining(`the edition ${file} does not hold the sheet ${id} as it was published`)),
    ]);
    rmSync(place);
    expect(await editionLines(shell.data)).toEqual([expect.stringContaining(`the edition ${file} is missing`)]);
  });
});
