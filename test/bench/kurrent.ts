import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonEvent, KurrentDBClient, NO_STREAM } from '@kurrent/kurrentdb-client';
import { KurrentEventStore } from '../../libs/event-store/kurrent/kurrent-event-store.ts';
import { openTestServer } from '../../libs/event-store/kurrent/double/test-server.ts';
import { timed, type Contest, type Side } from './contest.ts';
import { eventText, headerOf, membersOf } from './event-texts.ts';

const clients = 16;
const appends = 1_600;

/** Our adapter and the client that it uses, on one server: that of KURRENTDB_URL, or else the double, in a process of its own. */
export const contest: Contest = {
  name: 'kurrent',
  module: import.meta.url,
  rounds: 15,
  rows: [{ id: 'kurrent', goal: 0.9, ours: 'adapter', limit: 'bare client' }],
  async prepare(directory) {
    const server = await openTestServer();
    writeFileSync(serverIn(directory), server.connectionString);
    return () => server.close();
  },
  sides: {
    async adapter(directory) {
      const store = new KurrentEventStore(readFileSync(serverIn(join(directory, '..')), 'utf8'));
      return appending(async (stream, revision) => {
        const { outcome } = await store.append(stream, revision - 1, [eventText(stream, revision)]);
        if (outcome !== 'appended') throw new Error(`${stream}: ${outcome}`);
      }, () => store.close());
    },
    async 'bare client'(directory) {
      const client = KurrentDBClient.connectionString(readFileSync(serverIn(join(directory, '..')), 'utf8'));
      return appending(async (stream, revision) => {
        const header = headerOf(stream, revision);
        const event = jsonEvent({ id: header.id, type: header.type, data: membersOf(revision), metadata: { ...header } });
        await client.appendToStream(stream, event, { streamState: revision === 0 ? NO_STREAM : BigInt(revision - 1) });
      }, () => client.dispose());
    },
  },
};

function serverIn(directory: string): string {
  return join(directory, 'server.txt');
}

/** Each client on a stream of its own. */
async function appending(append: (stream: string, revision: number) => Promise<void>, close: () => Promise<void>): Promise<Side> {
  const run = randomUUID();
  const streams = Array.from({ length: clients }, (_, index) => ({ name: `sheet-bench-${run}-${index}`, revision: 0 }));
  return {
    round: () => timed(appends, async () => {
      await Promise.all(streams.map(async (stream) => {
        for (let done = 0; done < appends / clients; done++) await append(stream.name, stream.revision++);
      }));
    }),
    close,
  };
}
