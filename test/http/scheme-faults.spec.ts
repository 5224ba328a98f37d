import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOfFaultyScheme, faultyScheme, scheme } from '../../libs/scheme/domain/scheme-examples.ts';
import { openHouse, type House, type Office } from '../office.ts';
import { expectProblem } from './problem.ts';

let house: House;
let office: Office;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

describe('a scheme over HTTP', () => {
  it('with twenty different faults is answered with twenty messages, each with its path', async () => {
    const answer = await office.at('secretariat').post('scheme', faultyScheme);
    expectProblem(answer, 400, 'scheme-faulty', { faults: faultsOfFaultyScheme });
    expect(new Set(answer.body.faults.map(({ message }: { message: string }) => message)).size).toBe(20);
    await office.at('secretariat').get('scheme').expect(404);
  });

  it('that is no scheme at all is told so, and never breaks anything', async () => {
    for (const body of [{}, { ...scheme, levels: 'policy' }, { ...scheme, secret: true }]) {
      expectProblem(await office.at('secretariat').post('scheme', body), 400, 'wrong-input');
    }
    for (const part of [null, [], [null], 7, 'x', { id: 7 }, { fields: 7, sections: [null, { fields: [null, { columns: 7 }] }] }]) {
      for (const list of Object.keys(scheme)) {
        expectProblem(await office.at('secretariat').post('scheme', { ...scheme, [list]: [part] }), 400, 'scheme-faulty');
      }
    }
  });

  it('of nothing but faults is answered with no more of them than anybody mends', async () => {
    const sections = Array.from({ length: 50 }, (_, index) => ({ id: `s${index}`, fields: Array.from({ length: 200 }, () => ({})) }));
    const { body: { faults } } = await office.at('secretariat').post('scheme', { ...scheme, sheetTypes: [{ ...scheme.sheetTypes[0], sections }] }).expect(400);
    expect(faults).toHaveLength(500);
  });

  it('that ships can be read, adopted as it is, and read back under its number', async () => {
    const secretariat = office.at('secretariat');
    const { body: shipped } = await secretariat.get('scheme/default').expect(200);
    await secretariat.post('scheme', shipped).expect(201);
    expect((await office.at('staff').get('scheme').expect(200)).body).toEqual({ schemeVersion: 1, revision: 0, ...shipped });
    await secretariat.post('scheme', scheme).expect(201);
    expect((await office.at('staff').get('scheme/versions/1').expect(200)).body).toEqual({ schemeVersion: 1, ...shipped });
    expect((await office.at('staff').get('scheme/versions/2').expect(200)).body).toEqual({ schemeVersion: 2, ...scheme });
    expect((await office.at('staff').get('scheme/versions').expect(200)).body).toEqual({
      versions: [1, 2].map((schemeVersion) => ({ schemeVersion, revision: schemeVersion - 1, adoptedAt: expect.any(String) })),
    });
  });

  it.each(['0', '3', '1.0', '01', 'x', '9'.repeat(30)])('is unknown under the number %s', async (number) => {
    expectProblem(await office.at('staff').get(`scheme/versions/${number}`), 404, 'unknown');
  });

  it('is not adopted by everybody', async () => {
    expectProblem(await office.at('staff').post('scheme', scheme), 403, 'not-allowed');
    expectProblem(await office.at('staff').get('scheme/default'), 403, 'not-allowed');
  });
});
