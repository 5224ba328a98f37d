import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEngines, type Engines } from '../../apps/api/engines.ts';
import { openApiOf } from '../../apps/api/open-api.ts';
import { buildServer } from '../../apps/api/server.ts';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { readSettings } from '../../libs/platform/settings.ts';

const committed = new URL('../../apps/api/openapi.json', import.meta.url);
const place = newDirectory();
let engines: Engines;
let produced: string;

beforeAll(async () => {
  engines = await openEngines(readSettings({ MEGURI_DATA_DIR: place.file('data'), MEGURI_LOG_LEVEL: 'error' }));
  const app = await buildServer(engines.installation);
  produced = `${JSON.stringify(openApiOf(app), null, 2)}\n`;
  await app.close();
});
afterAll(async () => {
  await engines.close();
  place.remove();
});

describe('the API as it is written down in apps/api/openapi.json', () => {
  // `npm run openapi`: whoever changes the API on purpose says so by committing the file.
  if (process.env['WRITE_OPENAPI'] === '1') {
    it('is written anew', () => { writeFileSync(committed, produced); });
  }

  it('is the API that is served: after a change that is meant, run `npm run openapi` and commit', () => {
    expect(JSON.parse(produced)).toEqual(JSON.parse(readFileSync(committed, 'utf8')));
    expect(produced).toBe(readFileSync(committed, 'utf8'));
  });

  it('is an OpenAPI 3.1 document in which every reference leads somewhere and every operation has a name of its own', () => {
    const document = JSON.parse(produced) as { openapi: string; components: { schemas: object }; paths: Record<string, Record<string, { operationId: string }>> };
    expect(document.openapi).toBe('3.1.0');
    const references = [...produced.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((name) => name === undefined || !(name in document.components.schemas))).toEqual([]);
    const names = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(new Set(names).size).toBe(names.length);
  });
});
