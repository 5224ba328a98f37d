import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly method?: string;
  /** As it goes over the wire: nothing is encoded on the way. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A connection to one server, as many times as are asked at once. */
export class HttpAsking {
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(url: string, atOnce: number) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  }

  /** Rejects when the connection breaks: then nothing is known of what became of the request. */
  ask({ method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asking = httpRequest({
        host: this.#url.hostname, port: this.#url.port, agent: this.#agent, method, path,
        headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
      }, (response) => {
        const { statusCode: status = 0, headers: answered } = response;
        if (answered['content-type']?.startsWith('text/event-stream') === true) {
          // A stream never ends by itself; that it began is the answer.
          response.destroy();
          resolve({ status, headers: answered, text: '' });
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
          .on('end', () => { resolve({ status, headers: answered, text: Buffer.concat(chunks).toString() }); });
      });
      asking.on('error', reject).setTimeout(30_000, () => asking.destroy(new Error('no answer within 30 s'))).end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
