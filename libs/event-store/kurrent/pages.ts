import { BACKWARDS, END, excludeSystemEvents, FORWARDS, START } from '@kurrent/kurrentdb-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { LogQuery, Position, StreamQuery } from '../event-store.ts';
import { errorType } from './kurrent-errors.ts';
import { isOurs, logPosition, positionOf } from './kurrent-events.ts';
import type { NativeEvent } from './kurrent-events.ts';

/** Puts one question to whichever client is good, again if need be. */
export type Ask = <Answer>(question: (client: KurrentDBClient) => Promise<Answer>) => Promise<Answer>;

/** Few and long, since a read has a high fixed price; but not so long that asking again means everything again. */
const largestPage = 4_096;

const { filterOn, ...systemEvents } = excludeSystemEvents();
/** The rest of the client's filter is about subscriptions. */
const withoutSystemEvents = { filterOn, regex: 'regex' in systemEvents ? systemEvents.regex : '' };

export async function readStreamEvents(ask: Ask, stream: string, query: StreamQuery): Promise<readonly NativeEvent[]> {
  const backwards = query.direction === 'backwards';
  const limit = query.limit ?? Number.MAX_SAFE_INTEGER;
  const found: NativeEvent[] = [];
  let from = query.fromRevision;
  // A count of 0 and a negative revision are failures to the server, and nothing to us.
  while (found.length < limit && !(backwards && from !== undefined && from < 0)) {
    const asked = Math.min(limit - found.length, largestPage);
    const page = await ask((client) => readStreamPage(client, stream, backwards, from, asked));
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < asked) break;
    from = Number(last.revision) + (backwards ? -1 : 1);
  }
  return found;
}

async function readStreamPage(
  client: KurrentDBClient, stream: string, backwards: boolean, from: number | undefined, count: number,
): Promise<readonly NativeEvent[]> {
  try {
    return await collect(client.rustClient.readStream(stream, {
      direction: backwards ? BACKWARDS : FORWARDS,
      // The direction counts for nothing at either end: from the start is always forwards, from the end backwards.
      fromRevision: from === undefined ? (backwards ? END : START) : BigInt(Math.max(from, 0)),
      maxCount: BigInt(count),
      requiresLeader: true,
      resolvesLink: false,
    }));
  } catch (error) {
    if (errorType(error) === 'stream-not-found') return [];
    throw error;
  }
}

export async function readLogEvents(ask: Ask, query: LogQuery): Promise<readonly NativeEvent[]> {
  const found: NativeEvent[] = [];
  let { after } = query;
  while (found.length < query.limit) {
    // One more than is missing: the server counts the event at `after` in when reading forwards.
    const asked = Math.min(query.limit - found.length + 1, largestPage);
    const page = await ask((client) => readLogPage(client, query.direction === 'backwards', after, asked));
    for (const event of page) {
      if (positionOf(event) !== after && isOurs(event) && found.length < query.limit) found.push(event);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < asked) break;
    after = positionOf(last);
  }
  return found;
}

function readLogPage(
  client: KurrentDBClient, backwards: boolean, after: Position | undefined, count: number,
): Promise<readonly NativeEvent[]> {
  return collect(client.rustClient.readAll({
    direction: backwards ? BACKWARDS : FORWARDS,
    fromPosition: after === undefined ? (backwards ? END : START) : logPosition(after),
    maxCount: BigInt(count),
    requiresLeader: true,
    resolvesLink: false,
    filter: withoutSystemEvents,
  }));
}

/** From the client's native part, because the client itself would parse what it brings, and the bytes would be lost. */
async function collect(pages: ReturnType<KurrentDBClient['rustClient']['readAll']>): Promise<readonly NativeEvent[]> {
  const events: NativeEvent[] = [];
  for await (const page of pages) {
    for (const { event } of page) if (event !== undefined) events.push(event);
  }
  return events;
}
