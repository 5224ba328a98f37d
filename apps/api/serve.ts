import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../../libs/platform/settings.ts';
import type { Engines } from './engines.ts';
import { buildServer } from './server.ts';

export interface Serving {
  /** Where it answers. */
  readonly url: string;
  readonly metricsUrl: string;
  stop(): Promise<void>;
}

/** Listens, and follows the log in the background: `/readyz` says when the read models are there. */
export async function serve(engines: Engines, settings: Settings): Promise<Serving> {
  const { installation } = engines;
  const app = await buildServer(installation);
  const metrics = metricsServer(engines);
  await app.listen(settings.PORT, settings.HOST);
  await new Promise<void>((listening, failed) => {
    metrics.once('error', failed).listen(settings.METRICS_PORT, settings.HOST, listening);
  });
  const started = installation.start().catch((err: unknown) => installation.log.fatal({ err }, 'the log cannot be followed'));
  return {
    url: urlOf(settings.HOST, app.getHttpServer().address() as AddressInfo),
    metricsUrl: `${urlOf(settings.HOST, metrics.address() as AddressInfo)}/metrics`,
    stop: () => stop(app, metrics, engines, started),
  };
}

async function stop(app: NestFastifyApplication, metrics: Server, engines: Engines, started: Promise<void>): Promise<void> {
  metrics.closeAllConnections();
  metrics.close();
  await app.close();
  await started;
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
    });
  });
}

function urlOf(host: string, { port }: AddressInfo): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
