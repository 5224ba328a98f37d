import { fork, type ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fastify } from 'fastify';
import { openEngines } from '../../apps/api/engines.ts';
import { serve } from '../../apps/api/serve.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { readSettings } from '../../libs/platform/settings.ts';
import type { Contest, Side } from './contest.ts';
import { openInstallation } from './office.ts';
import type { PublicLoad } from './public-load.ts';
import { finalSheets, municipality, pagesOf, publicYear, publish } from './published.ts';
import { bringStartPage } from './start-page.ts';

/** How long somebody waits as a rule (p50) for a public sheet, against Fastify that has the same bytes at hand. */
export const contest: Contest = {
  name: 'public-read',
  module: import.meta.url,
  rounds: 15,
  rows: [{ id: 'public-read', goal: 0.6, ours: 'meguri', limit: 'bare fastify' }],
  sides: { meguri, 'bare fastify': bareFastify },
};

async function meguri(directory: string): Promise<Side> {
  bringStartPage();
  const settings = readSettings({ MEGURI_DATA_DIR: join(directory, 'data'), PORT: '0', MEGURI_LOG_LEVEL: 'warn' });
  const engines = await openEngines(settings);
  const { path, bytes } = await publishedPage(engines.installation);
  const server = await serve(engines, settings);
  return underLoad({ url: server.url, path, bytes: bytes.length }, () => server.stop());
}

async function bareFastify(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  const { path, bytes } = await publishedPage(installation);
  await installation.stop();
  const tag = `"${hash('sha256', bytes, 'hex')}"`;
  const server = fastify();
  server.get('/public/:municipality/:year/editions/:edition/sheets/:sheet', (_request, reply) => {
    void reply.header('etag', tag).header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-type', 'application/json; charset=utf-8').send(bytes);
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return underLoad({ url, path, bytes: bytes.length }, () => server.close());
}

/** A sheet of an edition of a few, and its address. */
async function publishedPage(installation: Installation): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  await finalSheets(installation, 20);
  const { edition } = await publish(installation);
  const [page] = await pagesOf(installation, edition);
  if (page === undefined) throw new Error('nothing was published');
  return { path: `/public/${municipality}/${publicYear}/editions/${edition.edition}/sheets/${page.id}`, bytes: page.bytes };
}

/** Requests come from another process, so that sending them takes nothing from the server's. */
async function underLoad(load: PublicLoad, close: () => Promise<void> | PromiseLike<void>): Promise<Side> {
  const client = fork(fileURLToPath(new URL('public-load.js', import.meta.url)));
  client.send(load);
  await answerOf(client);
  return {
    async round() {
      client.send('round');
      return await answerOf(client) as number;
    },
    async close() {
      client.disconnect();
      await close();
    },
  };
}

async function answerOf(client: ChildProcess): Promise<unknown> {
  const [answer] = await once(client, 'message') as [unknown];
  return answer;
}
