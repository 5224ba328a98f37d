import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../../libs/platform/settings.ts';
import type { Engines } from './engines.ts';
import { OperatorSecret } from './operator-desk.ts';
import { buildServer } from './server.ts';

export interface Serving {
  /** Where it answers. */
  readonly url: string;
  readonly metricsUrl: string;
  stop(): Promise<void>;
}

/** What an installation must not do is listen where somebody else does already. */
export class AddressTaken extends Error {
  override readonly name = 'AddressTaken';
}

/**
 * Listens, says so in the data directory, and follows the log in the background: `/readyz` says when the read models are
 * there. From here on the engines end with the server, also when it does not come to serving.
 */
export async function serve(engines: Engines, settings: Settings): Promise<Serving> {
  const { installation, directory } = engines;
  const app = await buildServer(installation);
  const metrics = metricsServer(engines);
  const stop = () => stopServing(app, metrics, engines);
  try {
    await listening('PORT', settings.PORT, settings.HOST, () => app.listen(settings.PORT, settings.HOST));
    await listening('METRICS_PORT', settings.METRICS_PORT, settings.HOST, () => new Promise<void>((done, failed) => {
      metrics.once('error', failed).listen(settings.METRICS_PORT, settings.HOST, done);
    }));
    const url = urlOf(settings.HOST, app.getHttpServer().address() as AddressInfo);
    directory.announce({ url, operatorSecret: app.get(OperatorSecret).text });
    installation.start().catch((err: unknown) => installation.log.fatal({ err }, 'the log cannot be followed'));
    return { url, metricsUrl: `${urlOf(settings.HOST, metrics.address() as AddressInfo)}/metrics`, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

async function listening(setting: string, port: number, host: string, listen: () => Promise<unknown>): Promise<void> {
  try {
    await listen();
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === undefined) throw fault;
    const reason = code === 'EADDRINUSE' ? 'somebody else listens there' : `cannot be listened on (${code})`;
    throw new AddressTaken(`${setting}: port ${port} of ${host}: ${reason}`, { cause: fault });
  }
}

async function stopServing(app: NestFastifyApplication, metrics: Server, engines: Engines): Promise<void> {
  metrics.closeAllConnections();
  metrics.close();
  await app.close();
  await engines.close();
}

function metricsServer({ installation }: Engines): Server {
  return createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void installation.metrics.text().then((text) => {
      response.writeHead(200, { 'content-type': installation.metrics.contentType }).end(text);
    }).catch((err: unknown) => {
      installation.log.error({ err }, 'the metrics cannot be told');
      response.writeHead(500).end();
    });
  });
}

function urlOf(host: string, { port }: AddressInfo): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
