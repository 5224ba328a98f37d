import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadWorkingCopy } from '../../libs/evaluation/working-copy/working-copy.handlers.ts';
import type { Asker } from '../../libs/platform/access/asker.ts';
import { openHouse, type House, type Office } from '../office.ts';
import { answers } from '../office-papers.ts';

let house: House;
let office: Office;
let sheet: string;
let path: string;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  sheet = (await office.openYear({ promotion: 1, childcare: 1 })).promotion[0] as string;
  path = `sheets/${sheet}/working-copy`;
});
afterAll(() => house.close());

describe('a working copy', () => {
  const copy = { basedOn: 0, fields: { result: '書きか', reason: null } };

  it('is not there until something was kept', async () => {
    expect((await office.at('staff').get(path).expect(404)).body).toMatchObject({ code: 'unknown' });
  });

  it('is kept as typed and read back, and the last one counts', async () => {
    const staff = office.at('staff');
    await staff.put(path, { basedOn: 0, fields: { result: '書' } }).expect(200);
    const { body } = await staff.put(path, copy).expect(200);
    expect(body).toEqual({ ...copy, keptAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
    expect((await staff.get(path).expect(200)).body).toEqual(body);
  });

  it('is private: neither a colleague nor the approver, the secretariat or the auditor finds it', async () => {
    await office.at('colleague').get(path).expect(404);
    for (const post of ['approver', 'secretariat', 'auditor', 'childcare-staff'] as const) await office.at(post).get(path).expect(403);
  });

  it('belongs to the post: a successor finds it there', async () => {
    const successor: Asker = {
      municipality: 'mihon', actor: 'successor', appointment: 'staff-second-holder', post: 'staff', role: 'staff',
      section: 'promotion', department: 'industry',
    };
    expect(await house.queries.execute(new ReadWorkingCopy(successor, sheet))).toMatchObject(copy);
  });

  it('is no evidence: the sheet, its history and the log know nothing of it', async () => {
    const staff = office.at('staff');
    expect((await staff.get(`sheets/${sheet}`).expect(200)).body).toMatchObject({ revision: 0, fields: {} });
    expect((await staff.get(`sheets/${sheet}/history`).expect(200)).body.events).toHaveLength(1);
    const log = await house.installation.store.readLogText({ limit: 1_000 });
    expect(JSON.stringify(log)).not.toContain('書きか');
  });

  it('can be dropped, which does nothing to anybody else\'s', async () => {
    await office.at('colleague').put(path, { basedOn: 0, fields: { result: '別' } }).expect(200);
    expect((await office.at('staff').get(path).expect(200)).body).toMatchObject(copy);
    await office.at('staff').delete(path).expect(204);
    await office.at('staff').get(path).expect(404);
    expect((await office.at('colleague').get(path).expect(200)).body.fields).toEqual({ result: '別' });
    await office.at('staff').delete(path).expect(204);
  });

  it('is kept only while the sheet is drafted, and can still be read afterwards', async () => {
    const staff = office.at('staff');
    await staff.put(path, copy).expect(200);
    await staff.patch(`sheets/${sheet}`, { basedOn: 0, fields: answers }).expect(200);
    await staff.post(`sheets/${sheet}/submit`).expect(200);
    expect((await staff.put(path, copy).expect(409)).body).toMatchObject({ code: 'wrong-phase', phase: 'submitted' });
    expect((await staff.get(path).expect(200)).body).toMatchObject(copy);
  });
});
