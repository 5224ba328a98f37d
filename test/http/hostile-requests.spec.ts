import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { openHouse, type House, type Office } from '../office.ts';
import { expectProblem } from './problem.ts';

let house: House;
let office: Office;
let sheet: string;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  sheet = (await office.openYear({ promotion: 1, childcare: 0 })).promotion[0] as string;
});
afterAll(() => house.close());
afterEach(async () => {
  expect(house.errors.splice(0)).toEqual([]);
  expect((await office.at('staff').get(`sheets/${sheet}`).expect(200)).body.revision).toBe(0);
});

const hostile = [
  '%00', `a%00b`, '..', '..%2f..%2fetc%2fpasswd', '%F0%9F%98%80', 'x'.repeat(10_000), '%e3%81%82'.repeat(200), '%27%20OR%201%3D1--', '*', '-',
  '__proto__', 'constructor', 'toString', '%0d%0aset-cookie:%20x=1', '%ef%bf%bd', '%ed%a0%80', 'null', '%20', '%25zz', '0', '-1', '1e999',
];

/** Any answer but a fault of ours, and a refusal always in its form. */
function expectNoFaultOfOurs(answer: supertest.Response): void {
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers['set-cookie']).toBeUndefined();
  if (answer.status >= 400) {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ code: expect.any(String), status: answer.status });
  }
}

const shortly = (text: string): [string, string] => [text.slice(0, 40), text];

describe.each(hostile.map(shortly))('%s', (_name, text) => {
  it('in the place of an id', async () => {
    const staff = office.at('staff');
    const asked = [
      staff.get(`sheets/${text}`), staff.get(`sheets/${text}/history`), staff.get(`sheets/${text}/working-copy`),
      staff.get(`plans/${text}`), staff.get(`plans/${text}/versions`), staff.get(`plans/${text}/versions/${text}`),
      staff.get(`plans/${text}/indicators/${text}`), staff.get(`plans/${text}/indicators/${text}/series`),
      staff.get(`cycles/${text}`), staff.get(`cycles/${text}/progress`), staff.get(`scheme/versions/${text}`),
      staff.get(`sheets/${sheet}/files/${text}`), staff.delete(`sheets/${sheet}/files/${text}`), staff.delete(`tokens/${text}`),
      staff.post(`sheets/${text}/take-back`), staff.post(`sheets/${text}/copy-last-year`, { basedOn: 0, from: sheet, fields: ['result'] }),
      office.at('approver').post(`sheets/${text}/approve`, { basedOn: 0 }),
      office.at('secretariat').post(`plans/${text}/adopt`, { fromYear: 2026 }),
      office.at('secretariat').post(`cycles/${text}/extensions`, { period: 'submission', date: '3000-03-31', for: { all: true }, reason: '理由' }),
      office.at('secretariat').post(`sheets/${text}/void`, { reason: '理由' }),
      office.at('admin').post(`posts/${text}/close`), office.at('admin').post(`appointments/${text}/end`, { to: '2999-03-31' }),
      office.at('admin').post(`accounts/${text}/reset`),
      staff.patch(`sheets/${text}`, { basedOn: 0, fields: {} }), staff.post(`sheets/${text}/submit`),
      staff.put(`sheets/${text}/working-copy`, { basedOn: 0, fields: {} }), staff.delete(`sheets/${text}/working-copy`),
    ];
    for (const answer of await Promise.all(asked)) {
      expectNoFaultOfOurs(answer);
      // '..' leads back to a list, which is there.
      if (text !== '..') expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('in the place of a municipality', async () => {
    for (const path of ['', '/sheets', '/scheme', '/changes']) {
      const answer = await supertest(house.url).get(`/api/${text}${path}`).auth(office.at('staff').token, { type: 'bearer' });
      expectNoFaultOfOurs(answer);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('as a parameter', async () => {
    const secretariat = office.at('secretariat');
    for (const name of ['year', 'phase', 'section', 'limit']) {
      const answer = await secretariat.get(`sheets?${name}=${text}`);
      expectNoFaultOfOurs(answer);
      if (answer.status === 200) expect(answer.body.sheets).toEqual([]);
    }
    expectNoFaultOfOurs(await secretariat.get(`sheets?cursor=${text}`));
    for (const path of ['sheets?text=', 'sheets?rating=', 'sheets?late=', 'duties?year=', 'calendar?year=', 'posts?on=']) {
      expectNoFaultOfOurs(await secretariat.get(path + text));
    }
    expectProblem(await secretariat.get(`sheets?${text}=1`), 400, /^(?:__proto__|constructor|.*%00.*)$/.test(text) ? 'malformed-body' : 'wrong-input');
  });

  it('as a header', async () => {
    const staff = office.at('staff');
    for (const name of ['idempotency-key', 'meguri-position', 'meguri-appointment', 'accept-language', 'if-none-match']) {
      expectNoFaultOfOurs(await staff.get('sheets', { [name]: text }));
      expectNoFaultOfOurs(await staff.patch(`sheets/${sheet}`, { basedOn: 0, fields: {} }, { [name]: text }));
    }
  });
});

it.each(['year=2026&year=2027', 'section=promotion&section[]=x', 'limit=1&limit=2', 'cursor=a&cursor=b', 'phase[]=drafting', 'phase[$ne]=x'])(
  'a parameter that comes twice, or as something else: %s', async (query) => {
    expectProblem(await office.at('staff').get(`sheets?${query}`), 400, 'wrong-input');
  });

it.each(['year=20260', 'year=', 'phase=absent', 'section=Promotion', 'limit=0', 'limit=201', 'limit=1.5', `cursor=${'x'.repeat(201)}`, 'other=1'])(
  'a parameter that says nothing: %s', async (query) => {
    const answer = await office.at('staff').get(`sheets?${query}`);
    expectProblem(answer, 400, 'wrong-input');
    expect(answer.body.errors[0].field).toBe(query.split('=')[0]);
  });

describe('nobody in particular', () => {
  it.each<[string, string | undefined]>([
    ['says nothing', undefined], ['has another scheme', 'Basic c3RhZmY6c3RhZmY='], ['has no token', 'Bearer '],
    ['has a token of nobody', 'Bearer meguri_nobody'], ['has a token with a NUL', 'Bearer a%00'], ['has two tokens', 'Bearer a b'],
    ['has a long token', `Bearer ${'x'.repeat(5_000)}`],
  ])('who %s is asked to sign in', async (_what, authorization) => {
    for (const [method, path] of [['get', ''], ['get', '/sheets'], ['patch', `/sheets/${sheet}`], ['get', '/changes']] as const) {
      const asking = supertest(house.url)[method](`/api/mihon${path}`);
      const answer = await (authorization === undefined ? asking : asking.set('authorization', authorization));
      expectProblem(answer, 401, 'not-signed-in');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('finds an open door only where one is meant to be', async () => {
    for (const path of ['/', '/livez', '/readyz', '/api/openapi.json']) await supertest(house.url).get(path).expect(200);
  });
});

it('a wrong key is refused before anything is done', async () => {
  const staff = office.at('staff');
  expectProblem(await staff.patch(`sheets/${sheet}`, { basedOn: 0, fields: { result: '1' } }, { 'idempotency-key': 'x' }), 400, 'wrong-key');
});

describe('what is no HTTP', () => {
  it.each([
    ['a request line of nothing', 'nothing\r\n\r\n', 400],
    ['headers beyond all measure', `GET /livez HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST /api/mihon/scheme HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', 400],
  ])('%s', async (_what, text, status) => {
    const answer = await rawAnswer(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({ status, code: expect.any(String) });
  });
});

function rawAnswer(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(house.url);
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part: string) => { heard += part; }).on('end', () => resolve(heard)).on('error', reject);
  });
}
