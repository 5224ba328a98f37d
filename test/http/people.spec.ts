import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type supertest from 'supertest';
import { expectProblem } from './problem.ts';
import { person, TownHall, type Browser } from './town-hall.ts';

let hall: TownHall;
let secretariat: Browser;
beforeAll(async () => {
  hall = await new TownHall().open();
  await hall.found('mihon');
  secretariat = hall.script('secretariat');
});
afterAll(() => hall.stop());

interface Listed {
  readonly id: string;
  readonly name?: string;
  readonly mail?: string;
  readonly account?: { readonly login: string };
}

async function listed(id: string): Promise<Listed | undefined> {
  const { body } = await secretariat.get('people').expect(200);
  return (body.people as Listed[]).find((one) => one.id === id);
}

const fresh = '0192f0c4-7a3b-7c00-8000-00000000ffff';

describe('names and addresses', () => {
  it('are kept, outside the log, and changed', async () => {
    const position = await hall.installation.store.lastPosition();
    await secretariat.post('people', { people: [{ id: person.newcomer, name: '見本 花子', mail: 'hanako@mihon.example' }] }).expect(200);
    expect(await listed(person.newcomer)).toEqual({ id: person.newcomer, name: '見本 花子', mail: 'hanako@mihon.example', identities: [] });
    await secretariat.post('people', { people: [{ id: person.newcomer, name: '見本 花' }] }).expect(200);
    expect(await listed(person.newcomer)).toMatchObject({ name: '見本 花', mail: 'hanako@mihon.example' });
    await secretariat.post('people', { people: [{ id: person.newcomer, name: '見本 花', mail: '' }] }).expect(200);
    expect(await listed(person.newcomer)).toEqual({ id: person.newcomer, name: '見本 花', identities: [] });
    expect(await hall.installation.store.lastPosition()).toBe(position);
  });

  it('of somebody new get an id, and the same one when the request comes again', async () => {
    const people = [{ name: '新しい人' }, { name: 'もう一人' }];
    const key = { 'idempotency-key': '0192f0c4-7a3b-7c00-8000-00000000aaaa' };
    const { body: once } = await secretariat.post('people', { people }, key).expect(200);
    const { body: again } = await secretariat.post('people', { people }, key).expect(200);
    expect(again).toEqual(once);
    const [one, other] = once.people as { id: string }[];
    expect([(await listed(one?.id ?? ''))?.name, (await listed(other?.id ?? ''))?.name]).toEqual(['新しい人', 'もう一人']);
  });

  it('are all taken or none', async () => {
    const answer = await secretariat.post('people', { people: [{ id: fresh, name: '正しい' }, { id: 'hanako', name: '誤り' }, { id: fresh, name: '二度目' }] });
    expectProblem(answer, 400, 'people-faulty', {
      faults: [{ path: 'people[2].id', message: expect.any(String) }, { path: 'people[1].id', message: 'must be a UUID in small letters' }],
    });
    expect(await listed(fresh)).toBeUndefined();
  });

  it.each<[string, object]>([
    ['no name', { people: [{ id: fresh }] }], ['an empty name', { people: [{ name: '' }] }], ['nobody', { people: [] }],
    ['too many', { people: Array.from({ length: 501 }, () => ({ name: 'x' })) }], ['no address', { people: [{ name: 'x', mail: 'here' }] }],
    ['an address with a line', { people: [{ name: 'x', mail: 'a@b\nbcc: c@d' }] }],
  ])('are refused: %s', async (_what, body) => expectProblem(await secretariat.post('people', body), 400, 'wrong-input'));
});

describe('accounts', () => {
  it('are issued in lists, with first passwords that are told once and work', async () => {
    const accounts = [{ person: person.staff, login: 'staff' }, { person: person.approver, login: '00123' }];
    const answer = await hall.script('admin').post('accounts', { accounts }).expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const issued = answer.body.accounts as { person: string; login: string; firstPassword: string }[];
    expect(issued.map(({ person: id, login }) => ({ person: id, login }))).toEqual(accounts);
    for (const { login, firstPassword } of issued) {
      await hall.browser().signIn(login, firstPassword).expect(200);
      expect(hall.keptBytes().includes(firstPassword)).toBe(false);
    }
    expect(await listed(person.staff)).toMatchObject({ account: { login: 'staff', mustChangePassword: true } });
  });

  it('are all issued or none, and each fault is named', async () => {
    const accounts = [
      { person: person.staff, login: 'another' }, { person: person.secretariat, login: 'staff' }, { person: person.admin, login: 'admin' },
      { person: person.admin, login: 'admin' }, { person: fresh, login: 'nobody' },
    ];
    const answer = await hall.script('admin').post('accounts', { accounts });
    expectProblem(answer, 400, 'accounts-faulty');
    expect((answer.body.faults as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'accounts[0].person', 'accounts[1].login', 'accounts[3].login', 'accounts[3].person', 'accounts[4].person',
    ]);
    expect(await listed(person.admin)).not.toHaveProperty('account');
  });

  it('of one login that are asked for at once are issued once', async () => {
    const asked = (id: string) => secretariat.post('accounts', { accounts: [{ person: id, login: 'contested' }] });
    const answers = await Promise.all([asked(person.newcomer), asked(person.secretariat)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400]));
  });

  it('are reset without mail: what was known before opens nothing any more', async () => {
    const password = 'ein langes Kennwort';
    await hall.withPassword('admin', password);
    const browser = hall.browser();
    await browser.signIn('admin', password).expect(200);
    for (let time = 0; time < 10; time++) await hall.browser().signIn('admin', 'x');
    const { body: { token } } = await browser.post('tokens', { label: 'outlives the password' }).expect(201);
    const script = browser.elsewhere('mihon', { authorization: `Bearer ${token}` });
    await script.get('who-am-i').expect(200);
    const { body } = await hall.script('admin').post(`accounts/${person.admin}/reset`).expect(200);
    expect(body).toEqual({ person: person.admin, login: 'admin', firstPassword: expect.stringMatching(/^\w{4}(-\w{4}){3}$/) });
    expectProblem(await browser.get('who-am-i'), 401, 'not-signed-in');
    expectProblem(await script.get('who-am-i'), 401, 'not-signed-in');
    expect(hall.records.tokens.of('mihon', person.admin)).toEqual([]);
    expectProblem(await hall.browser().signIn('admin', password), 401, 'sign-in-failed');
    expect((await hall.browser().signIn('admin', body.firstPassword).expect(200)).body).toEqual({ person: person.admin, mustChangePassword: true });
    expectProblem(await secretariat.post(`accounts/${fresh}/reset`), 404, 'unknown');
  });

  it.each<[string, object]>([
    ['nobody', { accounts: [] }], ['too many', { accounts: Array.from({ length: 501 }, () => ({ person: person.staff, login: 'x' })) }],
    ['capitals', { accounts: [{ person: person.staff, login: 'Staff' }] }], ['a blank', { accounts: [{ person: person.staff, login: 'a b' }] }],
    ['a password', { accounts: [{ person: person.staff, login: 'x', password: 'mine' }] }],
  ])('are refused: %s', async (_what, body) => expectProblem(await secretariat.post('accounts', body), 400, 'wrong-input'));

  it('are linked with one identity of a provider, which is nobody else\'s', async () => {
    const identity = { issuer: 'https://id.example', subject: '4711' };
    await secretariat.post(`accounts/${person.staff}/identity`, identity).expect(204);
    await secretariat.post(`accounts/${person.staff}/identity`, identity).expect(204);
    expectProblem(await secretariat.post(`accounts/${person.approver}/identity`, identity), 409, 'identity-taken');
    expectProblem(await secretariat.post(`accounts/${fresh}/identity`, identity), 404, 'unknown');
    expect(await listed(person.staff)).toMatchObject({ identities: [identity] });
  });
});

describe('a token', () => {
  it('is its owner\'s: he names it, sees that it is there, and takes it back', async () => {
    const own = hall.script('auditor');
    const { body: { token } } = await own.post('tokens', { label: '集計のため' }).expect(201);
    const script = own.elsewhere('mihon', { authorization: `Bearer ${token}` });
    const { body: { tokens } } = await script.get('tokens').expect(200);
    const made = (tokens as { id: string; label: string }[]).find(({ label }) => label === '集計のため');
    expect(JSON.stringify(tokens)).not.toContain(token);
    expectProblem(await secretariat.delete(`tokens/${made?.id}`), 404, 'unknown');
    await own.delete(`tokens/${made?.id}`).expect(204);
    expectProblem(await script.get('tokens'), 401, 'not-signed-in');
    expectProblem(await own.delete(`tokens/${made?.id}`), 404, 'unknown');
  });

  it('begins no session, and leaving with it ends nothing', async () => {
    const script = hall.script('staff');
    expect((await script.delete('session').expect(204)).headers['set-cookie']).toEqual([expect.stringContaining('Max-Age=0')]);
    await script.get('who-am-i').expect(200);
  });
});

describe('who may', () => {
  const asking: Readonly<Record<string, (who: Browser) => supertest.Test>> = {
    'list people': (who) => who.get('people'),
    'name people': (who) => who.post('people', { people: [{ id: person.newcomer, name: '名' }] }),
    'issue accounts': (who) => who.post('accounts', { accounts: [{ person: fresh, login: 'x' }] }),
    'reset an account': (who) => who.post(`accounts/${fresh}/reset`),
    'link an identity': (who) => who.post(`accounts/${fresh}/identity`, { issuer: 'x', subject: 'x' }),
    'forget a person': (who) => who.post(`people/${fresh}/forget`),
  };

  it.each(Object.entries(asking))('%s: those who look after people, and nobody else', async (what, ask) => {
    for (const role of ['secretariat', 'admin', 'auditor', 'staff', 'approver'] as const) {
      const may = role === 'secretariat' || role === 'admin' || (role === 'auditor' && what === 'list people');
      const { body } = await ask(hall.script(role));
      expect([role, body.code === 'not-allowed']).toEqual([role, !may]);
    }
  });
});

describe('a person who is forgotten', () => {
  it('must have left office before', async () => {
    expectProblem(await secretariat.post(`people/${person.staff}/forget`), 409, 'person-in-office', { person: person.staff });
    expectProblem(await secretariat.post(`people/${fresh}/forget`), 404, 'unknown');
  });

  it('has no name, address, account, session, token or identity any more, and gets none again', async () => {
    await hall.found('kaede', [{ id: 'second-1', post: 'second', person: person.newcomer, to: '2026-05-20' }]);
    const kaede = hall.script('secretariat', 'kaede');
    await kaede.post('people', { people: [{ id: person.newcomer, name: '去る人', mail: 'leaving@kaede.example' }] }).expect(200);
    await kaede.post(`accounts/${person.newcomer}/identity`, { issuer: 'https://id.example', subject: 'leaving' }).expect(204);
    const { body: { accounts: [{ firstPassword }] } } = await kaede.post('accounts', { accounts: [{ person: person.newcomer, login: 'leaving' }] });
    const browser = hall.browser('kaede');
    await browser.signIn('leaving', firstPassword).expect(200);
    hall.records.tokens.add('kaede', person.newcomer, 'leaving');
    hall.records.numbers.keep('kaede', '00123', person.newcomer);
    expectProblem(await kaede.post(`people/${person.newcomer}/forget`), 409, 'person-in-office');

    hall.pass({ minutes: 24 * 60 });
    const session = hall.records.sessions.begin('kaede', { person: person.newcomer, mustChange: false });
    await kaede.post(`people/${person.newcomer}/forget`).expect(204);
    const { records } = hall;
    expect(records.people.nameOf('kaede', person.newcomer)).toBeUndefined();
    expect(records.people.withMail('kaede', 'leaving@kaede.example')).toEqual([]);
    expect(records.accounts.byPerson('kaede', person.newcomer)).toBeUndefined();
    expect(records.identities.of('kaede', person.newcomer)).toEqual([]);
    expect(records.tokens.of('kaede', person.newcomer)).toEqual([]);
    expect(records.numbers.all('kaede').size).toBe(0);
    expect(records.sessions.find('kaede', session)).toBeUndefined();
    expectProblem(await browser.delete('session'), 401, 'not-signed-in');
    // That he was here stays in the log, under an id.
    const { body } = await kaede.get('people').expect(200);
    expect((body.people as Listed[]).find(({ id }) => id === person.newcomer)).toEqual({ id: person.newcomer, forgotten: true, identities: [] });

    // An old list that is read again brings nobody back.
    expectProblem(await kaede.post('people', { people: [{ id: person.newcomer, name: '去る人' }] }), 400, 'people-faulty');
    expectProblem(await kaede.post('accounts', { accounts: [{ person: person.newcomer, login: 'leaving' }] }), 400, 'accounts-faulty');
    expectProblem(await kaede.post(`accounts/${person.newcomer}/identity`, { issuer: 'x', subject: 'x' }), 404, 'unknown');
    records.people.name('kaede', person.newcomer, '去る人');
    expect(records.people.nameOf('kaede', person.newcomer)).toBeUndefined();
    // The same person elsewhere is another matter.
    expect(records.people.nameOf('mihon', person.newcomer)).toBeDefined();
  });

  it('must not be to take office either', async () => {
    await hall.found('sakura', [{ id: 'second-1', post: 'second', person: person.newcomer, from: '2026-05-25', to: '2026-05-31' }]);
    const sakura = () => hall.script('secretariat', 'sakura').post(`people/${person.newcomer}/forget`);
    expectProblem(await sakura(), 409, 'person-in-office', { person: person.newcomer });
    hall.pass({ minutes: 10 * 24 * 60 });
    expectProblem(await sakura(), 409, 'person-in-office', { person: person.newcomer });
    hall.pass({ minutes: 24 * 60 });
    await sakura().expect(204);
  });
});
