import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { Chance } from './chance.ts';
import { finaliseAll } from './final-sheets.ts';
import { foundOffice, municipality, year, type FoundedOffice } from './founded-office.ts';
import { HttpAsking } from './http-asking.ts';
import { LogWatch } from './log-watch.ts';
import { ServerProcess } from './server-process.ts';

const sheets = 200;
const kills = 10;
/** As long as an edition of so many takes to be made, and a little longer. */
const makingMs = 150;

const chance = Chance.ofThisRun('kills while an edition is made');
const place = newDirectory();
const directory = place.file('data');
let office: FoundedOffice;
let server: ServerProcess;

beforeAll(async () => {
  office = await foundOffice(directory, { sections: 1, staffOfSection: 1, measuresOfSection: sheets, years: [] });
  await finaliseAll(directory, office);
  server = new ServerProcess(directory);
}, 120_000);
afterAll(async () => {
  await server.kill();
  place.remove();
});

/** Answered once it is asked; refused while the one before it is still being made. */
async function ask(url: string): Promise<void> {
  const http = new HttpAsking(url, 1);
  const token = office.members.find(({ role }) => role === 'secretariat')?.token;
  const { status, text } = await http.ask({
    method: 'POST', path: `/api/${municipality}/cycles/${year}/publications`, body: JSON.stringify({ on: '2026-09-01' }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  http.close();
  if (status !== 200 && !text.includes('publication-running')) throw new Error(text);
}

async function bytesOf(url: string, path: string): Promise<Buffer | undefined> {
  const answer = await fetch(`${url}/public/${municipality}/${year}${path}`);
  if (answer.status === 404) return undefined;
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([path, answer.status, answer.headers.get('etag')]).toEqual([path, 200, `"${hash('sha256', bytes, 'hex')}"`]);
  return bytes;
}

interface Contents {
  readonly edition: number;
  readonly sheets: readonly { readonly id: string; readonly digest: string }[];
}

/** Every byte of an edition, each as its contents say; undefined while there is none. */
async function wholeEdition(url: string, edition?: number): Promise<string | undefined> {
  const contents = await bytesOf(url, edition === undefined ? '' : `/editions/${edition}`);
  if (contents === undefined) return undefined;
  const { edition: number, sheets: listed } = JSON.parse(contents.toString()) as Contents;
  expect(listed).toHaveLength(sheets);
  const pages = [contents.toString()];
  for (const { id, digest } of listed) {
    const bytes = await bytesOf(url, `/editions/${number}/sheets/${id}`);
    expect([id, bytes && hash('sha256', bytes, 'hex')]).toEqual([id, digest]);
    pages.push(String(bytes));
  }
  return pages.join('\n');
}

async function runs(command: string): Promise<void> {
  const process = new ServerProcess(directory, command);
  expect([command, (await process.ended).code, process.output()]).toEqual([command, 0, expect.any(String)]);
}

describe('the list that makes editions', () => {
  it(`shows nothing or the whole edition of ${sheets} sheets, killed with SIGKILL at ${kills} places`, async () => {
    const watch = new LogWatch(directory);
    const found: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const url = await server.ready();
      await ask(url);
      await setTimeout(chance.below(makingMs));
      await server.kill();
      found.push(watch.count('PublicationAsked') > watch.count('EditionPublished') ? 'before' : 'after');
      server = new ServerProcess(directory);
      await wholeEdition(await server.ready());
    }
    await watch.until('EditionPublished', watch.count('PublicationAsked'));
    expect(watch.count('PublicationRefused')).toBe(0);
    watch.close();
    process.stderr.write(`killed before or after an edition was recorded: ${found.join(', ')}\n`);
    expect(found).toContain('before');
  });

  it('leaves edition 1 as it was, byte for byte, after the next one and after every model was built anew', async () => {
    const url = await server.ready();
    const first = await wholeEdition(url, 1);
    expect(first).toBeDefined();
    const watch = new LogWatch(directory);
    const before = watch.count('EditionPublished');
    await ask(url);
    await watch.until('EditionPublished', before + 1);
    watch.close();
    expect(await wholeEdition(url, 1)).toBe(first);
    await runs('rebuild');
    expect(await wholeEdition(url, 1)).toBe(first);
    expect(await wholeEdition(url, before + 1)).toBeDefined();
    await runs('verify');
  });
});
