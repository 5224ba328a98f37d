import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSheets, sheetsToOpenModel } from '../../libs/evaluation/reads/sheets-to-open/sheets-to-open.ts';
import { sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import { openHouse, type House, type Office } from '../office.ts';
import { year } from '../office-papers.ts';

let house: House;
let office: Office;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  await office.openYear({ promotion: 3, childcare: 0 });
});
afterAll(() => house.close());

/** The list as it stood when the cycle had just been opened: what a process that was killed then finds again. */
async function listAtFirst() {
  const { store, host } = house.installation;
  const log = await store.readLog({ limit: 1_000 });
  const opened = log.find(({ header }) => header.type === 'CycleOpened');
  const list = await host.asOf(sheetsToOpenModel, opened?.position as string);
  const items = openSheets.next(list, 100);
  list.close();
  return items;
}

describe('the list that opens the sheets of a cycle', () => {
  it('opens each once, also when it is worked off again from its beginning', async () => {
    const { runner, store } = house.installation;
    const before = await store.lastPosition();
    const items = await listAtFirst();
    expect(items).toHaveLength(3);
    for (const item of items) {
      expect(await runner.run(openSheets.commandFor(item))).toMatchObject({ kind: 'done', receipt: { stream: item.stream, revision: 0 } });
    }
    expect(await store.lastPosition()).toBe(before);
  });

  it('tells the secretariat what it could not open, and has it no longer on it', async () => {
    const { runner, host, store } = house.installation;
    const [item] = await listAtFirst();
    if (item === undefined) throw new Error('nothing was asked');
    const node = '00000000-0000-4000-8000-000000000000';
    const lost = { ...item, node, stream: sheetStream('mihon', `${year}-${node}`) };
    const outcome = await runner.run(openSheets.commandFor(lost));
    if (outcome.kind === 'done') throw new Error('it was opened');
    for (let times = 0; times < 2; times++) await runner.run(openSheets.refusalOf(lost, outcome));
    const { body } = await office.at('secretariat').get(`cycles/${year}`).expect(200);
    expect(body).toMatchObject({ refusedSheets: { [node]: 'node-missing' }, revision: 1 });
    const list = await host.asOf(sheetsToOpenModel, await store.lastPosition() as string);
    expect(openSheets.next(list, 100)).toEqual([]);
    list.close();
  });
});
