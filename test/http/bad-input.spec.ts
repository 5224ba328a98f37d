import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { openHouse, type House, type Office, type Person } from '../office.ts';
import { answers, planOf, scheme, year, yearOf } from '../office-papers.ts';
import { expectProblem, japanese } from './problem.ts';

let house: House;
let office: Office;
let staff: Person;
let secretariat: Person;
let sheet: string;
let closedSheet: string;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  [staff, secretariat] = [office.at('staff'), office.at('secretariat')];
  const { promotion } = await office.openYear({ promotion: 2, childcare: 0 });
  [sheet, closedSheet] = promotion.map((id) => `sheets/${id}`) as [string, string];
  await staff.patch(closedSheet, { basedOn: 0, fields: answers }).expect(200);
  await staff.post(`${closedSheet}/submit`).expect(200);
});
afterAll(() => house.close());
afterEach(async () => {
  // Whatever was sent: nothing of it is in the log, and nothing broke.
  expect(house.errors.splice(0)).toEqual([]);
  expect((await staff.get(sheet).expect(200)).body).toMatchObject({ revision: 0, fields: {} });
});

/** A body to the letter, as no honest client would write it. */
async function raw(path: string, text: string, type = 'application/json'): Promise<supertest.Response> {
  return supertest(house.url).patch(`/api/mihon/${path}`).auth(staff.token, { type: 'bearer' }).type(type).send(text);
}

it('can send a body to the letter', async () => {
  expect((await raw(sheet, '{"basedOn":0,"fields":{}}')).status).toBe(200);
});

describe('a body that cannot be read', () => {
  it.each([
    ['half an object', '{"basedOn":0,'],
    ['no JSON', 'basedOn=0'],
    ['two values', '{} {}'],
    ['nothing', ''],
    ['a NUL', '\u0000'],
  ])('%s', async (_what, text) => expectProblem(await raw(sheet, text), 400, 'malformed-body'));

  it.each([
    ['a lone surrogate in a text', '{"basedOn":0,"fields":{"reason":"\\ud800"}}', 'lone surrogate'],
    ['a lone surrogate in a name', '{"basedOn":0,"fields":{"\\udfff":"x"}}', 'lone surrogate'],
    ['a number beyond all numbers', '{"basedOn":0,"fields":{"result":1e999}}', 'number out of range'],
    ['too deep a nesting', `{"basedOn":0,"fields":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`, 'nested too deeply'],
    ['very deep a nesting', `{"basedOn":0,"fields":{"reason":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, 'nested too deeply'],
    ['a constructor', '{"basedOn":0,"fields":{"constructor":{"prototype":{"polluted":true}}}}', undefined],
    ['a prototype', '{"basedOn":0,"fields":{"__proto__":{"polluted":true}}}', undefined],
  ])('%s', async (_what, text, reason) => {
    expectProblem(await raw(sheet, text), 400, 'malformed-body', reason === undefined ? {} : { reason });
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonx'])(
    'in another language than JSON: %s', async (type) => {
      expectProblem(await raw(sheet, '{"basedOn":0,"fields":{}}', type), 415, 'wrong-media-type');
    });

  it.each([
    ['not UTF-8', 'application/json', Buffer.from('{"basedOn":0,"fields":{"reason":"\xff\xfe"}}', 'latin1'), 400, 'malformed-body'],
    ['Shift_JIS', 'application/json; charset=shift_jis', Buffer.from('{"basedOn":0,"fields":{"reason":"\x95\x5c"}}', 'latin1'), 415, 'wrong-media-type'],
  ])('in other letters: %s', async (_what, type, bytes, status, code) => {
    const answer = await fetch(`${house.url}/api/mihon/${sheet}`, {
      method: 'PATCH', headers: { 'authorization': `Bearer ${staff.token}`, 'content-type': type }, body: bytes,
    });
    expect({ status: answer.status, ...await answer.json() as object }).toMatchObject({ status, code });
  });

  it('that is compressed', async () => {
    const answer = await supertest(house.url).patch(`/api/mihon/${sheet}`).auth(staff.token, { type: 'bearer' })
      .set('content-type', 'application/json').set('content-encoding', 'gzip').send('{"basedOn":0,"fields":{}}');
    expectProblem(answer, 415, 'wrong-media-type');
  });

  it('that is too large', async () => {
    expectProblem(await raw(sheet, `{"basedOn":0,"fields":{"reason":"${'x'.repeat(1_100_000)}"}}`), 413, 'too-large');
  });

  it('that fits into a request and not into the log', async () => {
    const papers = planOf({ promotion: 1_900, childcare: 0 });
    const long = papers.nodes.map((node) => ({ ...node, name: { ja: '施'.repeat(90), en: 'x'.repeat(90) } }));
    expectProblem(await secretariat.post('plans', { ...papers, nodes: long }), 413, 'too-large', { reason: 'too-many-bytes' });
  });
});

describe('a body that says something else than what is asked for', () => {
  const [field, ...rest] = scheme.sheetTypes[0]!.fields;
  const withField = (changed: object) => ({ ...scheme, sheetTypes: [{ ...scheme.sheetTypes[0], fields: [{ ...field, ...changed }, ...rest] }] });

  it.each<[string, 'staff' | 'secretariat' | 'approver', string, string, unknown, string]>([
    ['no basedOn', 'staff', 'patch', 'sheet', { fields: {} }, 'basedOn'],
    ['a text for a number', 'staff', 'patch', 'sheet', { basedOn: '0', fields: {} }, 'basedOn'],
    ['a revision before the first', 'staff', 'patch', 'sheet', { basedOn: -1, fields: {} }, 'basedOn'],
    ['half a revision', 'staff', 'patch', 'sheet', { basedOn: 0.5, fields: {} }, 'basedOn'],
    ['null for a number', 'staff', 'patch', 'sheet', { basedOn: null, fields: {} }, 'basedOn'],
    ['a list for the fields', 'staff', 'patch', 'sheet', { basedOn: 0, fields: [] }, 'fields'],
    ['no fields', 'staff', 'patch', 'sheet', { basedOn: 0 }, 'fields'],
    ['an unknown member', 'staff', 'patch', 'sheet', { basedOn: 0, fields: {}, phase: 'approved' }, 'phase'],
    ['a list', 'staff', 'patch', 'sheet', [], ''],
    ['a body where none is taken', 'staff', 'post', 'sheet/submit', { force: true }, ''],
    ['no reason', 'approver', 'post', 'sheet/send-back', {}, 'reason'],
    ['a faulty comment', 'approver', 'post', 'sheet/send-back', { reason: 'x', comments: [{ field: 'result' }] }, 'comments.0.comment'],
    ['no basedOn for a working copy', 'staff', 'put', 'sheet/working-copy', { fields: {} }, 'basedOn'],
    ['an unknown member deep inside', 'secretariat', 'post', 'scheme', withField({ secret: true }), 'sheetTypes.0.fields.0.secret'],
    ['an unknown kind', 'secretariat', 'post', 'scheme', withField({ kind: 'formula' }), 'sheetTypes.0.fields.0.kind'],
    ['a label that is missing', 'secretariat', 'post', 'scheme', withField({ label: { ja: '欄' } }), 'sheetTypes.0.fields.0.label.en'],
    ['a plan without nodes', 'secretariat', 'post', 'plans', { name: { ja: '計画', en: 'Plan' }, nodes: [] }, 'nodes'],
    ['a year that no era knows', 'secretariat', 'post', 'cycles', { ...yearOf('x', []), year: 1926 }, 'year'],
  ])('%s', async (_what, post, method, path, body, at) => {
    const person = office.at(post);
    const answer = await person[method as 'post' | 'patch' | 'put'](path.replace('sheet', sheet), body as object);
    expectProblem(answer, 400, 'wrong-input');
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(at);
    expect(answer.body.errors[0].message).toEqual(expect.any(String));
  });

  it('names every field that a form does not have, or that cannot hold what was typed', async () => {
    const fields = { nothing: 'x', attainment: 'z', result: 7, reason: '長'.repeat(101), toString: 'x' };
    expectProblem(await staff.patch(sheet, { basedOn: 0, fields }), 400, 'fields-wrong',
      { fields: ['nothing', 'attainment', 'result', 'reason', 'toString'] });
    expectProblem(await staff.put(`${sheet}/working-copy`, { basedOn: 0, fields: { result: 7 } }), 400, 'fields-wrong', { fields: ['result'] });
  });

  it('names what in a scheme, a plan or a year points nowhere', async () => {
    const faulty = await secretariat.post('scheme', withField({ scale: 'nowhere' }));
    expectProblem(faulty, 400, 'scheme-faulty', { faults: [{ path: 'sheetTypes[0].fields[0].scale', message: expect.any(String) }] });
    const papers = planOf({ promotion: 1, childcare: 0 });
    const orphan = { ...papers, nodes: [{ ...papers.nodes[1] }] };
    expectProblem(await secretariat.post('plans', orphan), 400, 'plan-faulty', { faults: [{ path: 'nodes[0].parent', message: expect.any(String) }] });
    const { body: { plan, nodes } } = await secretariat.get(`cycles/${year}`).expect(200);
    const next = { ...yearOf(plan, [nodes[0].node]), year: year + 1, submissionDeadline: '2030-02-31' };
    expectProblem(await secretariat.post('cycles', next), 400, 'cycle-faulty', { faults: [{ path: 'submissionDeadline', message: expect.any(String) }] });
  });

  it('is based on a revision that is still to come', async () => {
    expectProblem(await staff.patch(sheet, { basedOn: 1, fields: {} }), 400, 'based-on-the-future', { revision: 0 });
    expectProblem(await staff.patch(sheet, { basedOn: Number.MAX_SAFE_INTEGER, fields: {} }), 400, 'based-on-the-future');
  });

  it('comes in the wrong phase, and is told which it is', async () => {
    expectProblem(await staff.patch(closedSheet, { basedOn: 1, fields: {} }), 409, 'wrong-phase', { phase: 'submitted' });
    expectProblem(await staff.post(`${closedSheet}/submit`), 409, 'wrong-phase', { phase: 'submitted' });
    expectProblem(await office.at('approver').post(`${sheet}/approve`, { basedOn: 0 }), 409, 'wrong-phase', { phase: 'drafting' });
    expectProblem(await office.at('approver').post(`${sheet}/send-back`, { reason: 'x' }), 409, 'wrong-phase', { phase: 'drafting' });
  });

  it('sends back with blanks for a reason', async () => {
    expectProblem(await office.at('approver').post(`${closedSheet}/send-back`, { reason: ' 　\n' }), 400, 'reason-missing');
  });
});

describe('the languages of a refusal', () => {
  it.each<[string | undefined, 'ja' | 'en']>([
    [undefined, 'ja'], ['ja', 'ja'], ['en', 'en'], ['en-GB,en;q=0.9', 'en'], ['ja;q=0.2, en;q=0.8', 'en'], ['en;q=0.2, ja', 'ja'],
    ['fr, en;q=0.1', 'en'], ['fr', 'ja'], ['*', 'ja'], ['', 'ja'], [';;q=,,=', 'ja'], ['en;q=lots', 'ja'],
  ])('for %j is %s', async (language, expected) => {
    const answer = await staff.get('sheets/nothing', language === undefined ? {} : { 'accept-language': language });
    expect(answer.status).toBe(404);
    expect(japanese.test(answer.body.title) ? 'ja' : 'en').toBe(expected);
  });

  it('is Japanese when the header is long and says nothing', async () => {
    expectProblem(await staff.get('sheets/nothing', { 'accept-language': 'q,'.repeat(4_000) }), 404, 'unknown');
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    `sheets/${year}-00000000-0000-4000-8000-000000000000`, 'sheets/nothing/history', 'sheets/nothing/working-copy',
    'plans/nothing', 'plans/00000000-0000-4000-8000-000000000000', 'cycles/1999', 'cycles/next',
  ])('GET %s', async (path) => expectProblem(await staff.get(path), 404, 'unknown'));

  it('also for a command', async () => {
    expectProblem(await staff.patch('sheets/nothing', { basedOn: 0, fields: {} }), 404, 'unknown');
    expectProblem(await staff.post('sheets/nothing/submit'), 404, 'unknown');
    expectProblem(await staff.put('sheets/nothing/working-copy', { basedOn: 0, fields: {} }), 404, 'unknown');
  });

  it.each(['/api', '/api/mihon/nothing', '/nothing', '/api/mihon/sheets/x/y/z', '//', '/api//sheets', '/api/mihon/sheets/'])(
    'that no route has: %s', async (path) => {
      const answer = await supertest(house.url).get(path).auth(staff.token, { type: 'bearer' });
      expect([401, 404]).toContain(answer.status);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    });

  it('whose escapes cannot be read', async () => {
    for (const path of ['/api/%zz', '/api/mihon/sheets/%', '/api/mihon/sheets/%e3%81', '/%']) {
      const answer = await supertest(house.url).get(path).auth(staff.token, { type: 'bearer' });
      expectProblem(answer, 400, 'malformed-body');
    }
  });
});
