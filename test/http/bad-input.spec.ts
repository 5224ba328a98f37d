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
let approvedSheet: string;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  [staff, secretariat] = [office.at('staff'), office.at('secretariat')];
  const { promotion } = await office.openYear({ promotion: 3, childcare: 0 });
  [sheet, closedSheet, approvedSheet] = promotion.map((id) => `sheets/${id}`) as [string, string, string];
  for (const closed of [closedSheet, approvedSheet]) {
    await staff.patch(closed, { basedOn: 0, fields: answers }).expect(200);
    await staff.post(`${closed}/submit`).expect(200);
  }
  await office.at('approver').post(`${approvedSheet}/approve`, { basedOn: 2 }).expect(200);
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
  it('asks for what is missing where nothing was sent', async () => expectProblem(await raw(sheet, ''), 400, 'wrong-input'));

  it.each([
    ['half an object', '{"basedOn":0,'],
    ['no JSON', 'basedOn=0'],
    ['two values', '{} {}'],
    ['a NUL', '\u0000'],
  ])('%s', async (_what, text) => expectProblem(await raw(sheet, text), 400, 'malformed-body'));

  it.each([
    ['a lone surrogate in a text', '{"basedOn":0,"fields":{"reason":"\\ud800"}}', 'lone surrogate'],
    ['a control character in a text', '{"basedOn":0,"fields":{"reason":"\\u0000"}}', 'control character'],
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
  const [sheetType] = scheme.sheetTypes as [typeof scheme.sheetTypes[number]];
  const [section] = sheetType.sections as [typeof sheetType.sections[number]];
  const [field, ...rest] = section.fields;
  const withField = (changed: object) =>
    ({ ...scheme, sheetTypes: [{ ...sheetType, sections: [{ ...section, fields: [{ ...field, ...changed }, ...rest] }] }] });
  const draft = { name: { ja: '計画', en: 'Plan' }, firstYear: 2026, lastYear: 2030 };
  const node = { number: '1', level: 'policy', section: 'promotion', name: { ja: '政策', en: 'Policy' } };
  const cycle = { ...yearOf('00000000-0000-4000-8000-000000000000', []), year: 2027, choose: { levels: ['measure'] } };

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
    ['half a scheme', 'secretariat', 'post', 'scheme', { levels: scheme.levels }, 'sheetTypes'],
    ['an unknown member deep inside', 'secretariat', 'post', 'plans', { ...draft, nodes: [{ ...node, secret: true }] }, 'nodes.0.secret'],
    ['an unknown kind', 'secretariat', 'post', 'plans', { ...draft, nodes: [{ ...node, flags: ['secret'] }] }, 'nodes.0.flags'],
    ['a label that is missing', 'secretariat', 'post', 'plans', { ...draft, nodes: [{ ...node, name: { ja: '政策' } }] }, 'nodes.0.name.en'],
    ['a plan that never ends', 'secretariat', 'post', 'plans', { name: draft.name, firstYear: 2026 }, 'lastYear'],
    ['a year that no era knows', 'secretariat', 'post', 'cycles', { ...cycle, year: 1926 }, 'year'],
    ['a year on no plan', 'secretariat', 'post', 'cycles', { ...cycle, plans: [] }, 'plans'],
    ['a year without a deadline', 'secretariat', 'post', 'cycles', { ...cycle, periods: {} }, 'periods.submission'],
    ['a deadline that is no day', 'secretariat', 'post', 'cycles', { ...cycle, periods: { submission: '31.3.2999' } }, 'periods.submission'],
    ['a period that nobody knows', 'secretariat', 'post', 'cycles', { ...cycle, periods: { ...cycle.periods, committee: '2999-04-01' } }, 'periods.committee'],
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
    // A working copy is nobody's evidence and holds whatever was typed; it is looked at when it is saved.
    await staff.put(`${sheet}/working-copy`, { basedOn: 0, fields: { result: 7 } }).expect(200);
    expect((await staff.get(`${sheet}/working-copy`).expect(200)).body.fields).toEqual({ result: 7 });
    expectProblem(await staff.patch(sheet, { basedOn: 0, fields: { result: 7 } }), 400, 'fields-wrong', { fields: ['result'] });
  });

  it.each<[string, object, string]>([
    ['that points nowhere', { scale: 'nowhere' }, 'scale'],
    ['with a member that nobody knows', { secret: true }, 'secret'],
    ['of an unknown kind', { kind: 'formula' }, 'kind'],
    ['without a label in English', { label: { ja: '欄' } }, 'label.en'],
  ])('names in a scheme the field %s', async (_what, changed, member) => {
    const faulty = await secretariat.post('scheme', withField(changed));
    expectProblem(faulty, 400, 'scheme-faulty', { faults: [{ path: `sheetTypes[0].sections[0].fields[0].${member}`, message: expect.any(String) }] });
  });

  it('names what in a plan points nowhere, and adopts none that is empty', async () => {
    const papers = planOf({ promotion: 1, childcare: 0 });
    const orphan = { ...papers, nodes: [{ ...papers.nodes[1] }] };
    expectProblem(await secretariat.post('plans', orphan), 400, 'plan-faulty', { faults: [{ path: 'nodes[0].parent', message: expect.any(String) }] });
    const { body: { id } } = await secretariat.post('plans', { ...papers, nodes: [] }).expect(201);
    expectProblem(await secretariat.post(`plans/${id}/adopt`, { fromYear: 2026 }), 409, 'plan-empty');
  });

  it('is based on a revision that is still to come', async () => {
    expectProblem(await staff.patch(sheet, { basedOn: 1, fields: {} }), 400, 'based-on-the-future');
    expectProblem(await staff.patch(sheet, { basedOn: Number.MAX_SAFE_INTEGER, fields: {} }), 400, 'based-on-the-future');
  });

  it('comes in the wrong phase, and is told which it is', async () => {
    expectProblem(await staff.patch(closedSheet, { basedOn: 1, fields: {} }), 409, 'wrong-phase', { phase: 'submitted' });
    expectProblem(await staff.post(`${closedSheet}/submit`), 409, 'wrong-phase', { phase: 'submitted' });
    expectProblem(await office.at('approver').post(`${approvedSheet}/approve`, { basedOn: 2 }), 409, 'wrong-phase', { phase: 'approved' });
    expectProblem(await secretariat.post(`${sheet}/send-back`, { reason: 'x' }), 409, 'wrong-phase', { phase: 'drafting' });
    expectProblem(await secretariat.post(`${closedSheet}/accept`, { basedOn: 2 }), 409, 'wrong-phase', { phase: 'submitted' });
    // Nobody is on the line of a sheet that was never submitted.
    expectProblem(await office.at('approver').post(`${sheet}/approve`, { basedOn: 0 }), 403, 'not-allowed');
    expectProblem(await office.at('approver').post(`${sheet}/send-back`, { reason: 'x' }), 403, 'not-allowed');
  });

  it('sends back with blanks for a reason', async () => {
    expectProblem(await office.at('approver').post(`${closedSheet}/send-back`, { reason: ' 　\n' }), 400, 'reason-missing');
  });
});

describe('a year', () => {
  let next: ReturnType<typeof yearOf>;
  beforeAll(async () => {
    const { body: { plans: [{ plan }], nodes } } = await secretariat.get(`cycles/${year}`).expect(200);
    next = { ...yearOf(plan, nodes.map((chosen: { node: string }) => chosen.node)), year: year + 1 };
  });
  afterEach(async () => { expectProblem(await secretariat.get(`cycles/${year + 1}`), 404, 'unknown'); });

  it('is not opened twice, under whatever key and with whatever body', async () => {
    expectProblem(await secretariat.post('cycles', { ...next, year }), 409, 'cycle-exists');
    expectProblem(await secretariat.post('cycles', { ...next, year, periods: { submission: '2998-03-31' } }), 409, 'cycle-exists');
  });

  it.each<[string, object, readonly string[]]>([
    ['is over', { submission: '2020-03-31' }, ['periods.submission']],
    ['is no day', { submission: '2030-02-31' }, ['periods.submission']],
    ['comes before the one before it', { submission: '2999-03-31', approval: '2999-03-30' }, ['periods.approval']],
    ['comes before the one that goes before that', { submission: '2999-03-31', acceptance: '2999-03-01' }, ['periods.acceptance']],
    ['is over, and another that is out of order', { submission: '2020-03-31', approval: '2999-03-31', acceptance: '2999-03-30' }, ['periods.submission', 'periods.acceptance']],
  ])('is not opened with a deadline that %s', async (_what, periods, paths) => {
    const answer = await secretariat.post('cycles', { ...next, periods });
    expectProblem(answer, 400, 'cycle-faulty', { faults: paths.map((path) => ({ path, message: expect.any(String) })) });
  });

  it('is not opened about a year to come, on nodes that are nowhere, or on two ways to choose at once', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const faultsOf = async (body: object) => {
      const answer = await secretariat.post('cycles', { ...next, ...body });
      expectProblem(answer, 400, 'cycle-faulty');
      return answer.body.faults.map(({ path }: { path: string }) => path);
    };
    expect(await faultsOf({ aboutYear: year + 2 })).toEqual(['aboutYear']);
    expect(await faultsOf({ choose: { nodes: [nowhere] } })).toEqual(['choose.nodes[0]']);
    expect(await faultsOf({ choose: { levels: ['nowhere'] } })).toEqual(['choose.levels[0]']);
    expect(await faultsOf({ choose: { levels: ['measure'], nodes: [nowhere] } })).toContain('choose');
    expectProblem(await secretariat.post('cycles', { ...next, plans: [nowhere] }), 409, 'plan-missing');
  });

  it('is extended only to a later day, with a reason, for somebody who is there', async () => {
    const extension = { period: 'submission', date: '3000-03-31', for: { all: true }, reason: '議会対応のため' };
    const extend = async (body: object) => secretariat.post(`cycles/${year}/extensions`, { ...extension, ...body });
    expectProblem(await extend({ date: '2999-03-31' }), 409, 'not-later');
    expectProblem(await extend({ date: '2020-03-31' }), 400, 'cycle-faulty', { faults: [{ path: 'date' }] });
    expectProblem(await extend({ reason: ' ' }), 400, 'cycle-faulty', { faults: [{ path: 'reason' }] });
    expectProblem(await extend({ for: {} }), 400, 'cycle-faulty', { faults: [{ path: 'for' }] });
    expectProblem(await extend({ for: { department: 'nowhere' } }), 400, 'cycle-faulty', { faults: [{ path: 'for.department' }] });
    expectProblem(await extend({ period: 'approval' }), 400, 'cycle-faulty', { faults: [{ path: 'period' }] });
    expect((await secretariat.get(`cycles/${year}`).expect(200)).body).toMatchObject({ revision: 0, extensions: [] });
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
