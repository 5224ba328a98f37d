import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, type House, type Office, type OpenYear } from '../office.ts';
import { answers, year, yearOf } from '../office-papers.ts';

let house: House;
let mihon: Office;
let kitagawa: Office;
let ours: OpenYear;
let theirs: OpenYear;

beforeAll(async () => {
  house = await openHouse();
  [mihon, kitagawa] = [await house.found('mihon'), await house.found('kitagawa')];
  ours = await mihon.openYear({ promotion: 2, childcare: 1 });
  theirs = await kitagawa.openYear({ promotion: 1, childcare: 1 });
});
afterAll(() => house.close());

describe('two municipalities in one house', () => {
  it('answer a foreign token as they answer one that nobody holds', async () => {
    const foreign = mihon.at('secretariat').elsewhere('kitagawa');
    for (const path of ['', 'who-am-i', 'scheme', 'sheets', `sheets/${theirs.promotion[0]}`, `plans/${theirs.plan}`, `cycles/${year}`]) {
      const [answer, answerToNobody, answerOfNoOffice] = await Promise.all([
        foreign.get(path), foreign.get(path).auth('meguri_nobody', { type: 'bearer' }), foreign.elsewhere('nowhere').get(path),
      ]);
      expect(answer.status).toBe(401);
      for (const other of [answerToNobody, answerOfNoOffice]) {
        expect([other.status, other.body]).toEqual([answer.status, answer.body]);
      }
    }
    await foreign.patch(`sheets/${theirs.promotion[0]}`, { basedOn: 0, fields: answers }).expect(401);
  });

  it('answer a foreign id as they answer one that does not exist', async () => {
    const secretariat = mihon.at('secretariat');
    const nothing = '00000000-0000-4000-8000-000000000000';
    const sheet = theirs.promotion[0] as string;
    const asked: [string, string][] = [
      [`sheets/${sheet}`, `sheets/${year}-${nothing}`],
      [`sheets/${sheet}/history`, `sheets/${year}-${nothing}/history`],
      [`plans/${theirs.plan}`, `plans/${nothing}`],
    ];
    for (const [foreign, absent] of asked) {
      const [answer, expected] = [await secretariat.get(foreign).expect(404), await secretariat.get(absent).expect(404)];
      expect(answer.body).toEqual(expected.body);
    }
    for (const [id, post] of [[sheet, 'staff'], [sheet, 'childcare-staff']] as const) {
      expect((await mihon.at(post).patch(`sheets/${id}`, { basedOn: 0, fields: answers }).expect(404)).body).toMatchObject({ code: 'unknown' });
      await mihon.at(post).post(`sheets/${id}/submit`).expect(404);
      await mihon.at(post).get(`sheets/${id}/working-copy`).expect(404);
    }
    const { body: { nodes } } = await kitagawa.at('secretariat').get(`plans/${theirs.plan}`).expect(200);
    const cycle = { ...yearOf(theirs.plan, [nodes[1].id]), year: year + 1 };
    expect((await secretariat.post('cycles', cycle).expect(409)).body).toMatchObject({ code: 'plan-missing' });
    expect((await kitagawa.at('staff').get(`sheets/${sheet}`).expect(200)).body).toMatchObject({ revision: 0 });
  });

  it.each(['sheet-kitagawa-', 'kitagawa-', '../kitagawa/', '-kitagawa-', '%2e%2e%2fkitagawa%2f'])(
    'cannot be reached around by an id that begins with %j', async (prefix) => {
      const answer = await mihon.at('secretariat').get(`sheets/${prefix}${theirs.promotion[0]}`);
      expect([401, 404]).toContain(answer.status);
    });

  it('each list only their own', async () => {
    const { body } = await mihon.at('secretariat').get('sheets').expect(200);
    expect(body.sheets.map(({ id }: { id: string }) => id).sort()).toEqual([...ours.promotion, ...ours.childcare].sort());
  });

  it('name nobody of each other', async () => {
    const { body } = await mihon.at('staff').get('who-am-i').expect(200);
    expect(body).toEqual({
      person: 'person-staff', name: 'mihon の staff さん', appointment: 'staff-holder', role: 'staff', section: 'promotion', department: 'industry',
      appointments: [{ id: 'staff-holder', post: 'staff', title: { ja: 'staff', en: 'staff' }, role: 'staff', section: 'promotion' }],
    });
    expect((await kitagawa.at('staff').get('who-am-i').expect(200)).body).toEqual({ ...body, name: 'kitagawa の staff さん' });
    await mihon.at('staff').get('who-am-i', { 'meguri-appointment': 'approver-holder' }).expect(401);
  });
});
