import { hash } from 'node:crypto';
import { timed, type Contest, type Side } from './contest.ts';
import { openInstallation } from './office.ts';
import { finalSheets, pagesOf, publish } from './published.ts';

const sheets = 1_000;

/**
 * From a publication that is asked for to the recorded edition, with its bytes on the disk; against nothing but making text
 * of the same pages and hashing it.
 */
export const contest: Contest = {
  name: 'publish',
  module: import.meta.url,
  rounds: 9,
  rows: [{ id: 'publish', goal: 0.5, ours: 'meguri', limit: 'serialising' }],
  sides: { meguri, serialising },
};

async function meguri(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  await finalSheets(installation, sheets);
  return {
    round: async () => (await publish(installation)).ms / 1_000 / sheets,
    close: () => installation.stop(),
  };
}

async function serialising(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  await finalSheets(installation, sheets);
  const pages = (await pagesOf(installation, (await publish(installation)).edition)).map(({ bytes }) => JSON.parse(bytes.toString()) as object);
  await installation.stop();
  let hashed = 0;
  return {
    round: () => timed(sheets, () => {
      for (const page of pages) hashed += hash('sha256', Buffer.from(JSON.stringify(page)), 'hex').length;
      if (hashed === 0) throw new Error('nothing was hashed');
    }),
  };
}
