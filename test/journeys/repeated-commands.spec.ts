import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, type House, type Office } from '../office.ts';
import { planOf, year, yearOf } from '../office-papers.ts';

let house: House;
let office: Office;
let sheets: readonly string[];

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  sheets = (await office.openYear({ promotion: 5, childcare: 0 })).promotion.map((id) => `sheets/${id}`);
});
afterAll(() => house.close());

const keyed = (key: string) => ({ 'idempotency-key': key });

async function lengthOf(sheet: string): Promise<number> {
  return (await office.at('staff').get(`${sheet}/history`).expect(200)).body.events.length;
}

describe('a command that comes again under its key', () => {
  it('gets the receipt of the first time, also when the sheet has moved on, and writes nothing', async () => {
    const [sheet] = sheets as [string];
    const staff = office.at('staff');
    const key = keyed(randomUUID());
    const save = { basedOn: 0, fields: { result: '14回' } };
    const first = await staff.patch(sheet, save, key).expect(200);
    await office.at('colleague').patch(sheet, { basedOn: 0, fields: { attainment: 'a' } }).expect(200);
    const again = await staff.patch(sheet, save, key).expect(200);
    expect(again.body).toEqual(first.body);
    expect(again.headers['meguri-position']).toBe(first.headers['meguri-position']);
    expect(await lengthOf(sheet)).toBe(3);
  });

  it('is written once and answered alike when all of them come at the same time', async () => {
    const sheet = sheets[1] as string;
    const key = keyed(randomUUID());
    const answers = await Promise.all(Array.from({ length: 20 }, () =>
      office.at('staff').patch(sheet, { basedOn: 0, fields: { result: '14回' } }, key).expect(200)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await lengthOf(sheet)).toBe(2);
  });

  it('is refused with another body', async () => {
    const sheet = sheets[2] as string;
    const key = keyed(randomUUID());
    await office.at('staff').patch(sheet, { basedOn: 0, fields: { result: '14回' } }, key).expect(200);
    const { body } = await office.at('staff').patch(sheet, { basedOn: 0, fields: { result: '15回' } }, key).expect(422);
    expect(body).toMatchObject({ code: 'key-used-for-another-body' });
    expect(await lengthOf(sheet)).toBe(2);
  });

  it('is refused with another body also when both come at the same time: nobody is told of what was not written', async () => {
    const sheet = sheets[3] as string;
    const key = keyed(randomUUID());
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) =>
      office.at('staff').patch(sheet, { basedOn: 0, fields: { result: `${index}回` } }, key)));
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, ...Array.from({ length: 19 }, () => 422)]);
    const { body } = await office.at('staff').get(sheet).expect(200);
    const told = answers.findIndex(({ status }) => status === 200);
    expect(body.fields.result.content.value.typed).toBe(`${told}回`);
  });

  it('is another command when another person sends it', async () => {
    const sheet = sheets[4] as string;
    const key = keyed(randomUUID());
    const before = await lengthOf(sheet);
    await office.at('staff').patch(sheet, { basedOn: 0, fields: { result: '14回' } }, key).expect(200);
    await office.at('colleague').patch(sheet, { basedOn: 0, fields: { attainment: 'a' } }, key).expect(200);
    expect(await lengthOf(sheet)).toBe(before + 2);
  });

  it('may be sent again after a refusal: refusals are not remembered', async () => {
    const sheet = sheets[4] as string;
    const key = keyed(randomUUID());
    const { revision } = (await office.at('staff').get(sheet).expect(200)).body;
    await office.at('staff').patch(sheet, { basedOn: revision + 1, fields: { reason: '理由' } }, key).expect(400);
    await office.at('staff').patch(sheet, { basedOn: revision, fields: { reason: '理由' } }, key).expect(200);
  });

  it('that creates something creates it once, and names it alike', async () => {
    const secretariat = office.at('secretariat');
    const key = keyed(randomUUID());
    const papers = planOf({ promotion: 1, childcare: 0 });
    const [one, other] = await Promise.all([
      secretariat.post('plans', papers, key).expect(201), secretariat.post('plans', papers, key).expect(201),
    ]);
    expect(one.body).toEqual(other.body);
    expect((await secretariat.post('plans', { ...papers, nodes: [papers.nodes[0]] }, key).expect(422)).body)
      .toMatchObject({ code: 'key-used-for-another-body' });
    const { body } = await secretariat.post('cycles', yearOf(one.body.id, [])).expect(400);
    expect(body).toMatchObject({ code: 'wrong-input' });
  });

  it('without a key is a command of its own each time', async () => {
    const secretariat = office.at('secretariat');
    const papers = planOf({ promotion: 1, childcare: 0 });
    const one = await secretariat.post('plans', papers).expect(201);
    const other = await secretariat.post('plans', papers).expect(201);
    expect(one.body.id).not.toBe(other.body.id);
    // There is one cycle for a year, whoever asks and under which key.
    const { body: { nodes } } = await secretariat.get(`plans/${one.body.id}`).expect(200);
    expect((await secretariat.post('cycles', yearOf(one.body.id, [nodes[1].id])).expect(409)).body).toMatchObject({ code: 'cycle-exists' });
    expect((await secretariat.get(`cycles/${year}`).expect(200)).body.nodes).toHaveLength(5);
  });

  it.each(['1', 'not-a-key', '5f0c9f6e0c3f4c6e9d5a0d7f6f4f2a11', `${randomUUID()}, ${randomUUID()}`, ''])(
    'needs a UUID for a key, not %j', async (key) => {
      const { body } = await office.at('staff').post(`${sheets[0]}/submit`, undefined, keyed(key)).expect(400);
      expect(body).toMatchObject({ code: 'wrong-key' });
    });
});
