import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appended } from '../../libs/event-store/contract/given-events.ts';
import { writeEvent } from '../../libs/event-store/event-text.ts';
import { isRejected } from '../../libs/kernel/decision.ts';
import type { StoredBytes } from '../../libs/platform/attachments/attachment-store.ts';
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
const backingUp = (directory: string) => linesOf((output) => backUp(shell.settings, { directory }, output));
const restoring = (directory: string, to: string) => linesOf((output) => restore(settingsOf(to), { directory }, output));
/** All that verify says of attachments. */
const attachmentLines = async (directory: string) =>
  (await linesOf((output) => verify(settingsOf(directory), output))).filter((line) => line.includes('attachment'));

async function put({ attachments }: Installation, text: string): Promise<StoredBytes> {
  const stored = await attachments.put('sakura', Readable.from([Buffer.from(text)]), { name: 'a.txt' });
  if (isRejected(stored)) throw new Error(stored.code);
  return stored;
}

/** As an event names them; what else it says is of no account here. */
async function record({ store }: Installation, revision: number, { digest, bytes }: Omit<StoredBytes, 'mediaType'>): Promise<void> {
  const stream = 'sheet-sakura-1';
  const header = {
    actor: 'person-1', command: randomUUID(), commandDigest: '0'.repeat(64), correlation: randomUUID(), id: randomUUID(),
    municipality: 'sakura', recordedAt: '2026-04-01T00:00:00.000Z', revision, stream, type: 'FileAttached', version: 1,
  };
  await appended(store, stream, revision - 1, [writeEvent(header, { file: 'f', name: 'a.txt', digest, bytes })]);
}

describe('attachments', () => {
  it('are in a backup and come back from it, but for what is still arriving', async () => {
    const { digest } = await shell.onEngines(async ({ installation }) => {
      const stored = await put(installation, '附属資料');
      await record(installation, 0, stored);
      return stored;
    });
    writeFileSync(shell.inData('attachments/.arriving/half'), 'half');
    await backingUp(shell.path('backup'));
    await restoring(shell.path('backup'), shell.path('restored'));
    for (const directory of [shell.data, shell.path('backup'), shell.path('restored')]) expect(await attachmentLines(directory)).toEqual([]);
    const copied = join(shell.path('restored'), 'attachments');
    expect(readdirSync(copied)).toEqual(['sakura']);
    expect([statSync(copied).mode & 0o777, statSync(join(copied, 'sakura', digest.slice(0, 2), digest)).mode & 0o777]).toEqual([0o700, 0o600]);
    await shell.onEngines(async ({ installation }) => {
      const opened = await installation.attachments.open('sakura', digest);
      expect(opened && (await buffer(opened.stream)).toString()).toBe('附属資料');
    }, settingsOf(shell.path('restored')));
  });

  it('are in a backup whenever an event in it names them, while a server goes on taking them', async () => {
    const { engines: { installation } } = await shell.serving();
    let [count, isEnding] = [0, false];
    const writing = (async () => {
      for (; !isEnding; count += 1) await record(installation, count, await put(installation, `${count}`.repeat(1_000)));
    })();
    for (let backup = 0; backup < 3; backup += 1) {
      const before = count;
      await backingUp(shell.path(`backup ${backup}`));
      while (count < before + 5) await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
    isEnding = true;
    await writing;
    for (let backup = 0; backup < 3; backup += 1) expect(await attachmentLines(shell.path(`backup ${backup}`))).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });

  it('that are lost, changed, cut or nobody\'s are told by verify, each in a line', async () => {
    const place = (digest: string) => shell.inData(join('attachments/sakura', digest.slice(0, 2), digest));
    const [lost, changed, cut] = await shell.onEngines(async ({ installation }) => {
      const stored = [await put(installation, 'lost'), await put(installation, 'changed'), await put(installation, 'cut')] as const;
      for (const [index, one] of stored.entries()) await record(installation, index, one);
      await record(installation, stored.length, { digest: '../events.sqlite', bytes: 1 });
      return stored;
    });
    rmSync(place(lost.digest));
    writeFileSync(place(changed.digest), 'CHANGED');
    writeFileSync(place(cut.digest), 'cu');
    const stray = place('0'.repeat(63));
    mkdirSync(dirname(stray), { recursive: true });
    writeFileSync(stray, '');
    const notItsName = 'its bytes are not those that were stored: their SHA-256 is not its name';
    const name = (digest: string) => `attachments/sakura/${digest.slice(0, 2)}/${digest}`;
    expect((await attachmentLines(shell.data)).map((line) => line.replace(/^\d{16} /, '')).sort()).toEqual([
      `${name(changed.digest)}: ${notItsName}`,
      `${name(cut.digest)}: ${notItsName}`,
      `${name('0'.repeat(63))}: no attachment has such a name`,
      `sheet-sakura-1 revision 0: the attachment ${lost.digest} is missing`,
      `sheet-sakura-1 revision 2: the attachment ${cut.digest} has 2 bytes, and not 3`,
      'sheet-sakura-1 revision 3: the attachment ../events.sqlite is missing',
    ].sort());
    expect((await linesOf((output) => verify(shell.settings, output))).at(-1)).toMatch(/faults: [0-9]+$/);
  });
});
