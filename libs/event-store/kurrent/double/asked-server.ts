import { randomUUID } from 'node:crypto';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import type {
  AllStreamResolvedEvent, AppendResult, AppendStreamState, EventData, ReadAllOptions,
} from '@kurrent/kurrentdb-client';
import { openTestServer } from './test-server.ts';
import type { TestServer } from './test-server.ts';

/** In upper case: such a stream is none of ours, so what is written there is in no adapter's log. */
export function newStream(): string {
  return `Fact-${randomUUID()}`;
}

export function newEvent(data: Record<string, unknown> = {}): EventData {
  return jsonEvent({ type: 'Noted', data, metadata: { note: 1 } });
}

/** A server and the bare client that asks it. */
export class AskedServer {
  #server: TestServer | undefined;
  #client: KurrentDBClient | undefined;

  async open(): Promise<void> {
    this.#server = await openTestServer();
    this.#client = KurrentDBClient.connectionString(this.#server.connectionString);
  }

  async close(): Promise<void> {
    await this.#client?.dispose();
    this.#server?.close();
  }

  get client(): KurrentDBClient {
    if (this.#client === undefined) throw new Error('the server is not open');
    return this.#client;
  }

  anotherClient(): KurrentDBClient {
    return KurrentDBClient.connectionString(this.#server?.connectionString ?? '');
  }

  append(stream: string, streamState: AppendStreamState, ...events: EventData[]): Promise<AppendResult> {
    return this.client.appendToStream(stream, events, { streamState });
  }

  async idsOf(stream: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { event } of this.client.readStream(stream)) ids.push(event?.id ?? '');
    return ids;
  }

  async readAll(options: ReadAllOptions): Promise<AllStreamResolvedEvent[]> {
    const events: AllStreamResolvedEvent[] = [];
    for await (const read of this.client.readAll(options)) events.push(read);
    return events;
  }

  async streamOfThree() {
    const stream = newStream();
    const [first, second, third] = [newEvent({ n: 1 }), newEvent({ n: 2 }), newEvent({ n: 3 })] as const;
    const answer = await this.append(stream, 'no_stream', first, second);
    const later = await this.append(stream, 1n, third);
    return { stream, first, second, third, answer, later };
  }
}
