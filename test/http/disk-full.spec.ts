import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import supertest from 'supertest';
import { sheetsModel } from '../../libs/evaluation/reads/sheets/sheets.model.ts';
import { sheetsToOpenModel } from '../../libs/evaluation/reads/sheets-to-open/sheets-to-open.ts';
import { openEventFile, type Connection } from '../../libs/event-store/sqlite/event-file.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { modelPath } from '../../libs/platform/reads/build-model.ts';
import { openHouse, type House, type Office, type Person } from '../office.ts';
import { expectProblem } from './problem.ts';

let house: House;
let office: Office;
let staff: Person;
let sheets: readonly string[];
let log: Connection;

beforeAll(async () => {
  house = await openHouse((path) => {
    log = openEventFile(path);
    return new SqliteEventStore(log);
  });
  office = await house.found('mihon');
  staff = office.at('staff');
  sheets = (await office.openYear({ promotion: 2, childcare: 0 })).promotion.map((id) => `sheets/${id}`);
});
afterAll(() => house.close());

/** SQLite itself finds no room for another page, in the middle of writing, as on a disk without any. */
function leaveFree(connection: Connection, pages: number): void {
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + pages}`);
}

function expectRefused(answer: supertest.Response): void {
  expectProblem(answer, 503, 'store-unavailable');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
}

/** A hundred characters, as a person counts them, and more than any page of the log. */
const longText = (letter: string) => (letter + '\u0301'.repeat(200)).repeat(100);
const long = { reason: longText('理'), result: '14回' };

describe('a disk without room', () => {
  it('for the log: nothing half written, reading goes on, and writing too when there is room again', async () => {
    const [sheet] = sheets as [string];
    leaveFree(log, 2);
    const refused = await Promise.all(Array.from({ length: 8 }, (_, index) =>
      staff.patch(sheet, { basedOn: 0, fields: { ...long, result: `${index}回` } })));
    for (const answer of refused) expectRefused(answer);
    expect((await staff.get(sheet).expect(200)).body).toMatchObject({ revision: 0, fields: {} });
    expect((await staff.get(`${sheet}/history`).expect(200)).body.events).toHaveLength(1);
    expect((await staff.get('sheets').expect(200)).body.sheets).toHaveLength(2);

    leaveFree(log, 1_000);
    const { body } = await staff.patch(sheet, { basedOn: 0, fields: long }).expect(200);
    expect(body.revision).toBe(1);
    const { body: list } = await staff.get('sheets', { 'meguri-position': body.position }).expect(200);
    expect(list.sheets.map(({ revision }: { revision: number }) => revision).sort()).toEqual([0, 1]);
    expect(log.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('for the log: a command that found none is done when it comes again under its key', async () => {
    const sheet = sheets[0] as string;
    const key = { 'idempotency-key': '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11' };
    const save = { basedOn: 1, fields: { reason: longText('由') } };
    leaveFree(log, 0);
    expectRefused(await staff.patch(sheet, save, key));
    leaveFree(log, 1_000);
    expect((await staff.patch(sheet, save, key).expect(200)).body.revision).toBe(2);
  });

  it('for working copies', async () => {
    const { database } = house.installation.privateStore;
    const path = `${sheets[1]}/working-copy`;
    await staff.put(path, { basedOn: 0, fields: { reason: '短い' } }).expect(200);
    leaveFree(database, 0);
    expectRefused(await staff.put(path, { basedOn: 0, fields: { reason: 'x'.repeat(100_000) } }));
    expect((await staff.get(path).expect(200)).body.fields).toEqual({ reason: '短い' });
    leaveFree(database, 1_000);
    await staff.put(path, { basedOn: 0, fields: { reason: 'x'.repeat(100_000) } }).expect(200);
  });

  it('for a list: /readyz names it, its question is refused, and it catches up by itself when there is room again', async () => {
    const sheet = sheets[1] as string;
    const { name, version } = sheetsModel;
    const file = new Database(modelPath(house.modelDirectory, sheetsModel));
    // The host's own connection is out of reach, so it is refused from beside it.
    file.exec("CREATE TRIGGER no_room BEFORE INSERT ON sheets BEGIN SELECT RAISE(ABORT, 'no room'); END");
    await staff.patch(sheet, { basedOn: 0, fields: { attainment: 'a', result: '14回' } }).expect(200);
    const { body: { position } } = await staff.post(`${sheet}/submit`).expect(200);
    await staff.get('sheets', { 'meguri-position': position }).expect(503);
    const { body } = await supertest(house.url).get('/readyz').expect(503);
    expect(body.models).toContainEqual({ name, version, state: 'stopped' });
    expect(body.models).toContainEqual({ name: 'sheets-to-open', version: sheetsToOpenModel.version, state: 'following' });
    // What happened to a sheet is no list and is read from the log; last year's sheet, which is shown beside it, is found in the list.
    expect((await staff.get(`${sheet}/history`).expect(200)).body.events.at(-1)).toMatchObject({ revision: 2, type: 'FirstEvaluationSubmitted' });
    await staff.get(sheet).expect(503);

    file.exec('DROP TRIGGER no_room');
    file.close();
    await followsAgain();
    expect((await staff.get(sheet).expect(200)).body).toMatchObject({ revision: 2, phase: 'submitted' });
    const { body: list } = await staff.get('sheets?phase=submitted', { 'meguri-position': position }).expect(200);
    expect(list.sheets).toMatchObject([{ phase: 'submitted', late: false, revision: 2 }]);
  });
});

/** Without anything being written in the meantime. */
async function followsAgain(): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end;) {
    if ((await supertest(house.url).get('/readyz')).status === 200) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('the list never followed again');
}
