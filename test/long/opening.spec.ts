import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { sheetId, sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import { Chance } from './chance.ts';
import { CrashImage } from './crash-image.ts';
import { foundOffice, municipality, year, yearOf, type FoundedOffice } from './founded-office.ts';
import { HttpAsking } from './http-asking.ts';
import { LogWatch } from './log-watch.ts';
import { ServerProcess } from './server-process.ts';

const sheets = 500;
const kills = 10;
const sections = 4;

const chance = Chance.ofThisRun('kills while sheets are opened');
const place = newDirectory();
const directory = place.file('data');
let office: FoundedOffice;
let server: ServerProcess;

beforeAll(async () => {
  office = await foundOffice(directory, { sections, staffOfSection: 1, measuresOfSection: sheets / sections, years: [] });
  server = new ServerProcess(directory);
});
afterAll(async () => {
  await server.kill();
  place.remove();
});

async function askForYear(url: string): Promise<void> {
  const http = new HttpAsking(url, 1);
  const token = office.members.find(({ role }) => role === 'secretariat')?.token;
  const { status, text } = await http.ask({
    method: 'POST', path: `/api/${municipality}/cycles`, body: JSON.stringify(yearOf(office.nodes)),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  http.close();
  if (status !== 201) throw new Error(text);
}

async function killAt(count: number, watch: LogWatch): Promise<number> {
  await watch.until('SheetOpened', count);
  await setTimeout(chance.below(12));
  await server.kill();
  return watch.count('SheetOpened');
}

describe('the list that opens the sheets of a year', () => {
  it(`opens each of ${sheets} sheets once, killed with SIGKILL at ${kills} places`, async () => {
    const watch = new LogWatch(directory);
    await askForYear(await server.ready());
    // One somewhere in each stretch of the work, so that each kill finds it further on than the one before.
    const stretch = Math.floor(sheets / (kills + 1));
    const places = Array.from({ length: kills }, (_, index) => index * stretch + chance.below(stretch));
    const foundAt: number[] = [];
    for (const at of places) {
      foundAt.push(await killAt(at, watch));
      server = new ServerProcess(directory);
    }
    await watch.until('SheetOpened', sheets);
    watch.close();
    process.stderr.write(`killed when so many of ${sheets} were open: ${foundAt.join(', ')}\n`);
    expect(foundAt.filter((count) => count > 0 && count < sheets).length).toBeGreaterThanOrEqual(kills / 2);
  });

  it(`leaves exactly ${sheets}, one of each node, none refused, and nothing on the list`, async () => {
    await server.ready();
    // As long as a list would take to open one too many.
    await setTimeout(500);
    expect((await server.stop()).code).toBe(0);
    const image = new CrashImage(directory);
    const events = image.events();
    const opened = events.filter(({ header }) => header.type === 'SheetOpened').map(({ header }) => header.stream);
    expect(opened.toSorted()).toEqual(office.nodes.map((node) => sheetStream(municipality, sheetId(year, node))).toSorted());
    expect(events.filter(({ header }) => header.stream.startsWith('sheet-'))).toHaveLength(sheets);
    expect(events.filter(({ header }) => header.type === 'SheetOpeningRefused')).toEqual([]);
    const models = await image.models();
    for (const { rows, rebuilt } of models) expect(rows).toEqual(rebuilt);
    expect(models.find(({ model }) => model === 'sheets-to-open')?.rows).toEqual([]);
    expect(models.find(({ model }) => model === 'sheets')?.rows).toHaveLength(sheets);
    image.remove();
  });
});
