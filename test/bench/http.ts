import { hash, randomUUID } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { fastify } from 'fastify';
import { openEngines } from '../../apps/api/engines.ts';
import { serve } from '../../apps/api/serve.ts';
import { Tokens } from '../../libs/municipality/people/tokens.ts';
import { writeEvent } from '../../libs/event-store/event-text.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { readSettings } from '../../libs/platform/settings.ts';
import type { Contest, Side } from './contest.ts';
import { headerOf } from './event-texts.ts';
import type { Load } from './http-load.ts';
import { foundOffices, openInstallation } from './office.ts';
import { fortyFields, personOf, postOf, promotion, usualFields } from './papers.ts';
import { bringStartPage } from './start-page.ts';

/** A save of some fields, which is what an office sends most: through the whole product, and through as little as can record it. */
export const contest: Contest = {
  name: 'http',
  module: import.meta.url,
  rounds: 15,
  rows: [{ id: 'http-command', goal: 0.85, ours: 'meguri', limit: 'bare fastify' }],
  sides: { meguri, 'bare fastify': bareFastify },
};

function meguri(directory: string): Promise<Side> {
  return serving(directory, { fields: 'a few', told: 'cost' });
}

/** The whole product under saves of so many fields. */
export async function serving(directory: string, { fields, told }: Pick<Load, 'fields' | 'told'>): Promise<Side> {
  bringStartPage();
  const settings = readSettings({ MEGURI_DATA_DIR: join(directory, 'data'), PORT: '0', MEGURI_LOG_LEVEL: 'warn' });
  const engines = await openEngines(settings);
  const prepared = await prepare(engines.installation, fields);
  const server = await serve(engines, settings);
  return underLoad({ url: server.url, ...prepared, fields, told }, () => server.stop());
}

interface Save {
  readonly basedOn: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

const saveSchema = {
  type: 'object', required: ['basedOn', 'fields'], additionalProperties: false,
  properties: { basedOn: { type: 'integer', minimum: 0 }, fields: { type: 'object' } },
};

/** The same look-up of the same tokens, and the body as it came into the same store; nothing is decided. */
async function bareFastify(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  const prepared = await prepare(installation, 'a few');
  const tokens = new Database(join(directory, 'private.sqlite'));
  const holderOf = tokens.prepare('SELECT person FROM tokens WHERE digest = ? AND municipality = ?').pluck();
  const server = fastify();
  server.patch<{ Params: { municipality: string; sheet: string }; Body: Save }>(
    '/api/:municipality/sheets/:sheet', { schema: { body: saveSchema } }, async (request, reply) => {
      const { municipality, sheet } = request.params;
      const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
      if (holderOf.get(hash('sha256', token, 'hex'), municipality) === undefined) return reply.code(401).send();
      const stream = `sheet-${municipality}-${sheet}`;
      const { basedOn, fields } = request.body;
      const event = writeEvent(headerOf(stream, basedOn + 1), { basedOn, fields });
      const result = await installation.store.append(stream, basedOn, [event]);
      return result.outcome === 'appended' ? { stream, revision: result.revision, position: result.position } : reply.code(409).send();
    });
  return underLoad({ url: await server.listen({ host: '127.0.0.1', port: 0 }), ...prepared, fields: 'a few', told: 'cost' }, async () => {
    await server.close();
    await installation.stop();
    tokens.close();
  });
}

/** Sheets to save, and for each office a token of somebody who may. */
async function prepare(installation: Installation, fields: Load['fields']): Promise<Pick<Load, 'sheets' | 'tokens'>> {
  const handedOut = new Tokens(installation.privateStore);
  const streams = await (await foundOffices(installation, fields === 'forty' ? fortyFields : usualFields)).openYear(0);
  const sheets = streams.map((stream) => {
    const [, municipality = '', ...id] = stream.split('-');
    return { municipality, id: id.join('-') };
  });
  const municipalities = [...new Set(sheets.map(({ municipality }) => municipality))];
  const tokens = Object.fromEntries(municipalities.map((one) => [one, handedOut.add(one, personOf(postOf(promotion, 'staff')), randomUUID())]));
  return { sheets, tokens };
}

/** Requests come from another process, so that sending them takes nothing from the server's. */
async function underLoad(load: Load, close: () => Promise<void>): Promise<Side> {
  const client = fork(fileURLToPath(new URL('http-load.js', import.meta.url)));
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
