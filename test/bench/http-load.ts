import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { median, timed } from './contest.ts';
import { saving, savingForty } from './papers.ts';

export interface Load {
  readonly url: string;
  readonly sheets: readonly { readonly municipality: string; readonly id: string }[];
  /** By municipality. */
  readonly tokens: Readonly<Record<string, string>>;
  /** How much each request saves. */
  readonly fields: 'a few' | 'forty';
  /** Of a round: what one request costs the server, or how long one waited as a rule. */
  readonly told: 'cost' | 'wait';
}

const connections = 16;
const requestsOfEach = 200;

/** Clients with one connection each, which they keep; written by hand, because an HTTP client would cost more than the server. */
class Client {
  readonly #revisions: Int32Array;
  readonly #saving: typeof saving;
  #received = '';
  #answered: (answer: string) => void = () => undefined;

  constructor(private readonly socket: Socket, private readonly sheets: Load['sheets'], private readonly load: Load) {
    this.#saving = load.fields === 'forty' ? savingForty : saving;
    this.#revisions = new Int32Array(sheets.length);
    socket.setNoDelay(true).setEncoding('latin1').on('data', (text: string) => this.#take(text));
  }

  /** Saves a sheet that nobody else saves, on the revision that it had last. */
  async save(): Promise<void> {
    const index = Math.floor(Math.random() * this.sheets.length);
    const { municipality, id } = this.sheets[index] as Load['sheets'][number];
    const body = JSON.stringify(this.#saving(this.#revisions[index] as number));
    const answer = new Promise<string>((resolve) => { this.#answered = resolve; });
    this.socket.write(`PATCH /api/${municipality}/sheets/${id} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${this.load.tokens[municipality]}\r\n`
      + `idempotency-key: ${randomUUID()}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const text = await answer;
    if (!text.startsWith('HTTP/1.1 200 ')) throw new Error(Buffer.from(text, 'latin1').toString());
    (this.#revisions[index] as number)++;
  }

  #take(text: string): void {
    this.#received += text;
    const endOfHead = this.#received.indexOf('\r\n\r\n');
    if (endOfHead === -1) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#received.slice(0, endOfHead))?.[1]);
    if (this.#received.length < endOfHead + 4 + length) return;
    const answer = this.#received;
    this.#received = '';
    this.#answered(answer);
  }
}

async function openClients(load: Load): Promise<readonly Client[]> {
  const { hostname, port } = new URL(load.url);
  return Promise.all(Array.from({ length: connections }, async (_, index) => {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new Client(socket, load.sheets.filter((_sheet, sheet) => sheet % connections === index), load);
  }));
}

const [load] = await once(process, 'message') as [Load];
const clients = await openClients(load);
process.on('message', () => {
  const waits: number[] = [];
  void timed(connections * requestsOfEach, async () => {
    await Promise.all(clients.map(async (client) => {
      for (let done = 0; done < requestsOfEach; done++) waits.push(await timed(1, () => client.save()));
    }));
  }).then((cost) => process.send?.(load.told === 'wait' ? median(waits) : cost));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
