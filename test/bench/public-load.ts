import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { median, timed } from './contest.ts';

/** What is read, again and again. */
export interface PublicLoad {
  readonly url: string;
  readonly path: string;
  readonly bytes: number;
}

const connections = 16;
const requestsOfEach = 250;

/** One reader with a connection that he keeps. */
class Reader {
  #left = 0;
  #read: () => void = () => undefined;

  constructor(private readonly socket: Socket, private readonly load: PublicLoad) {
    socket.setNoDelay(true).on('data', (chunk: Buffer) => this.#take(chunk));
  }

  async reads(): Promise<void> {
    const whole = new Promise<void>((resolve) => { this.#read = resolve; });
    this.#left = -1;
    this.socket.write(`GET ${this.load.path} HTTP/1.1\r\nhost: bench\r\n\r\n`);
    await whole;
  }

  /** The head comes first, and in one piece. */
  #take(chunk: Buffer): void {
    if (this.#left === -1) {
      const head = chunk.indexOf('\r\n\r\n');
      if (!chunk.subarray(0, 15).equals(ok)) throw new Error(chunk.toString());
      this.#left = this.load.bytes + head + 4;
    }
    this.#left -= chunk.length;
    if (this.#left === 0) this.#read();
  }
}

const ok = Buffer.from('HTTP/1.1 200 OK');

const [load] = await once(process, 'message') as [PublicLoad];
const { hostname, port } = new URL(load.url);
const readers = await Promise.all(Array.from({ length: connections }, async () => {
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return new Reader(socket, load);
}));
process.on('message', () => {
  const waits: number[] = [];
  void Promise.all(readers.map(async (reader) => {
    for (let done = 0; done < requestsOfEach; done++) waits.push(await timed(1, () => reader.reads()));
  })).then(() => process.send?.(median(waits)));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
