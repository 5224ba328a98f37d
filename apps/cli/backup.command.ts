import { copyDataDirectory } from '../../libs/event-store/copy-data-directory.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { openLogFile } from '../api/engines.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const backupCommand = operatorCommand({
  name: 'backup',
  description: 'copy all that cannot be made again, also while a server runs',
  args: { directory: { type: 'positional', description: 'a new or empty directory', required: true } },
  run: backUp,
});

export async function backUp(settings: Settings, { directory }: { readonly directory: string }, output: Output): Promise<void> {
  const withLog = settings.KURRENTDB_URL === undefined;
  await copyDataDirectory(settings.MEGURI_DATA_DIR, directory, { withLog });
  await output.line(withLog
    ? `backed up to ${directory}: ${await extentOfLog(directory)}, people and tokens, attachments, editions, the digest key`
    : `backed up to ${directory}: people and tokens, attachments, editions, the digest key; the event log is in KurrentDB and is backed up with that server's own means, before all this`);
}

export async function extentOfLog(directory: string): Promise<string> {
  const log = openLogFile(directory);
  try {
    const last = await log.lastPosition();
    return last === undefined ? 'an empty event log' : `the event log up to position ${last}`;
  } finally {
    await log.close();
  }
}
