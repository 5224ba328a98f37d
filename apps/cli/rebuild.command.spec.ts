import { cpSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { sheetsModel } from '../../libs/evaluation/reads/sheets/sheets.model.ts';
import { modelPath } from '../../libs/platform/reads/build-model.ts';
import type { ReadModelHost } from '../../libs/platform/reads/read-model-host.ts';
import { rebuild } from './rebuild.command.ts';
import { CommandLine, linesOf, refusalOf } from './testing/given-command-line.ts';
import { foundingMs } from './testing/given-demonstration.ts';

let founded: CommandLine;
let shell: CommandLine;
beforeAll(async () => {
  founded = new CommandLine();
  await founded.demonstration();
}, foundingMs);
beforeEach(() => {
  shell = new CommandLine();
  cpSync(founded.data, shell.data, { recursive: true });
});
afterEach(() => shell.close());
afterAll(() => founded.close());

const sheetsFile = () => modelPath(shell.inData('read-models/sqlite'), sheetsModel);
const models = 'plans, cycles, committees, sheets, duties, progress, sheets-to-open, recommendations, recommendations-to-adopt, publications-to-make, public-editions';
const rowsIn = (host: ReadModelHost) => host.reader(sheetsModel).all('SELECT stream, phase FROM sheets ORDER BY stream');
const rebuilding = (model?: string) => (output: Parameters<typeof rebuild>[2]) => rebuild(shell.settings, { model }, output);

/** As many as the log says that there are. */
function sheetsOpened(): number {
  const log = new Database(shell.inData('events.sqlite'), { readonly: true });
  const count = log.prepare<[], number>("SELECT count(*) FROM events WHERE header ->> '$.type' = 'SheetOpened'").pluck().get() ?? 0;
  log.close();
  return count;
}

function spoil(): void {
  const database = new Database(sheetsFile());
  database.exec("DELETE FROM sheets WHERE phase = 'approved'; UPDATE sheets SET phase = 'lost'");
  database.close();
}

async function rowsOfServer() {
  const { engines } = await shell.serving();
  await engines.installation.start();
  return rowsIn(engines.installation.host);
}

describe('meguri rebuild', () => {
  it('makes a read model again from the log when no server runs', async () => {
    const right = await shell.onEngines(async ({ installation }) => {
      await installation.start();
      return rowsIn(installation.host);
    });
    expect(right.length).toBeGreaterThan(10);
    expect(right).toHaveLength(sheetsOpened());
    spoil();
    expect(await linesOf(rebuilding('sheets'))).toEqual(['rebuilt from the log: sheets']);
    expect(await rowsOfServer()).toEqual(right);
  });

  it('has a running server make it again, and the server answers from it', async () => {
    const { engines } = await shell.serving();
    const { host } = engines.installation;
    await engines.installation.start();
    const right = rowsIn(host);
    spoil();
    expect(rowsIn(host)).not.toEqual(right);
    expect(await linesOf(rebuilding())).toEqual([`rebuilt from the log: ${models}`]);
    expect(rowsIn(host)).toEqual(right);
    expect(host.standing().map(({ state }) => state)).toEqual(models.split(', ').map(() => 'following'));
  });

  it('builds what was never there, and what cannot be read any more', async () => {
    writeFileSync(sheetsFile(), 'neither rows nor columns, for longer than the header of a database is'.repeat(10));
    expect(await linesOf(rebuilding())).toHaveLength(1);
    expect(await rowsOfServer()).toHaveLength(sheetsOpened());
  });

  it('is asked for a model that there is not', async () => {
    const line = `meguri: Something in the input is wrong (model: must be one of ${models})`;
    expect(await refusalOf(rebuilding('offices'))).toBe(line);
    await shell.serving();
    expect(await refusalOf(rebuilding('offices'))).toBe(line);
  });
});
