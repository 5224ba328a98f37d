import { existsSync, readFileSync } from 'node:fs';
import { lookIntoDataDirectory, type DataDirectoryPaths } from '../../libs/event-store/data-directory.ts';
import { integrityFaultsIn } from '../../libs/event-store/sqlite/integrity.ts';
import { faultsOfBytes, missingAttachments } from '../../libs/platform/attachments/verify-attachments.ts';
import { faultsOfEdition } from '../../libs/platform/editions/verify-editions.ts';
import { verifyLog } from '../../libs/platform/reads/verify-log.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { isDigestKey, openLog, openLogFile } from '../api/engines.ts';
import { rooms } from '../api/rooms.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const verifyCommand = operatorCommand({
  name: 'verify',
  description: 'check files, attachments, editions, order, digests and every event; one line for each fault',
  args: {},
  run: async (settings, _args, output) => {
    if (await verify(settings, output) > 0) process.exitCode = 1;
  },
});

/** How many faults there are; each was told in a line of its own. Works beside a running server. */
export async function verify(settings: Settings, output: Output): Promise<number> {
  const paths = lookIntoDataDirectory(settings.MEGURI_DATA_DIR);
  const fileFaults = faultsOfFiles(settings, paths);
  for (const fault of fileFaults) await output.line(fault);
  let byteFaults = 0;
  for (const [directory, what] of [[paths.attachments, 'attachment'], [paths.editions, 'edition']] as const) {
    for await (const fault of faultsOfBytes(directory, what)) {
      byteFaults += 1;
      await output.line(fault);
    }
  }
  const log = openLog(settings);
  try {
    const deciders = rooms.flatMap((room) => room.deciders);
    const { events, streams, faults, lastPosition } = await verifyLog(log, deciders, (fault) => output.line(fault),
      (header, payload) => [...missingAttachments(paths.attachments, header, payload), ...faultsOfEdition(paths.editions, header, payload)]);
    const total = fileFaults.length + byteFaults + faults;
    await output.line(`events: ${events}, streams: ${streams}, last position: ${lastPosition ?? '-'}, faults: ${total}`);
    return total;
  } finally {
    await log.close();
  }
}

function faultsOfFiles(settings: Settings, paths: DataDirectoryPaths): readonly string[] {
  return [
    ...(settings.KURRENTDB_URL === undefined ? faultsOfLogFile(settings.MEGURI_DATA_DIR) : []),
    ...(existsSync(paths.private) ? integrityFaultsIn(paths.private) : ['there is no such file']).map((fault) => `private.sqlite: ${fault}`),
    ...faultsOfKey(paths.digestKey),
  ];
}

function faultsOfKey(path: string): readonly string[] {
  if (!existsSync(path)) return ['digest.key: there is no such file'];
  return isDigestKey(readFileSync(path, 'utf8')) ? [] : ['digest.key: it holds no key'];
}

function faultsOfLogFile(directory: string): readonly string[] {
  const log = openLogFile(directory);
  try {
    return log.faults().map((fault) => `events.sqlite: ${fault}`);
  } finally {
    void log.close();
  }
}
