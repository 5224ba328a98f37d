import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectProblem } from './problem.ts';
import { person, TownHall } from './town-hall.ts';

const password = '見本の長いパスワード12';

let hall: TownHall;
beforeEach(async () => {
  hall = await new TownHall().open();
  await hall.found('mihon');
});
afterEach(() => hall.stop());

describe('somebody with a first password', () => {
  it('signs in, chooses his own before anything else, and then is let in', async () => {
    const first = await hall.issue('staff');
    const browser = hall.browser();
    const { body, headers } = await browser.signIn('staff', first).expect(200);
    expect(body).toEqual({ person: person.staff, mustChangePassword: true });
    expect(headers['cache-control']).toBe('no-store');
    for (const path of ['', 'who-am-i', 'tokens', 'people']) expectProblem(await browser.get(path), 403, 'password-must-change');
    expectProblem(await browser.post('tokens', { label: 'x' }), 403, 'password-must-change');

    await browser.put('session/password', { current: first, next: password }).expect(204);
    expect((await browser.get('who-am-i').expect(200)).body).toMatchObject({ person: person.staff, name: 'staffさん', role: 'staff' });
    expectProblem(await hall.browser().signIn('staff', first), 401, 'sign-in-failed');
    expect((await hall.browser().signIn('staff', password).expect(200)).body.mustChangePassword).toBe(false);
  });

  it('may leave instead', async () => {
    const browser = hall.browser();
    await browser.signIn('staff', await hall.issue('staff')).expect(200);
    await browser.delete('session').expect(204);
    expect(browser.cookies.size).toBe(0);
  });

  it('types his login in any width and case', async () => {
    await hall.browser().signIn('Ｔ．Yamada@Mihon', await hall.issue('staff', 't.yamada@mihon')).expect(200);
  });
});

describe('a session', () => {
  beforeEach(() => hall.withPassword('staff', password));

  it('is a cookie that no page can read, for this browser as long as it is open', async () => {
    const { headers } = await hall.browser().signIn('staff', password).expect(200);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^meguri=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
  });

  it('ends when somebody signs out, whoever still has the cookie', async () => {
    const browser = hall.browser();
    await browser.signIn('staff', password);
    const thief = browser.elsewhere('mihon');
    await browser.delete('session').expect(204);
    expectProblem(await thief.get('who-am-i'), 401, 'not-signed-in');
  });

  it('ends after two hours without a word, and after twelve in any case', async () => {
    const [idle, busy] = [hall.browser(), hall.browser()];
    await busy.signIn('staff', password);
    hall.pass({ minutes: 1 });
    await idle.signIn('staff', password);
    hall.pass({ minutes: 119 });
    // The one was last heard of two hours ago; the other a minute less.
    expectProblem(await busy.get('who-am-i'), 401, 'not-signed-in');
    await idle.get('who-am-i').expect(200);
    for (let hour = 3; hour <= 12; hour++) {
      hall.pass({ minutes: 60 });
      await idle.get('who-am-i').expect(200);
    }
    hall.pass({ minutes: 1 });
    expectProblem(await idle.get('who-am-i'), 401, 'not-signed-in');
  });

  it('is of one office only', async () => {
    await hall.found('kaede');
    const browser = hall.browser();
    await browser.signIn('staff', password);
    expectProblem(await browser.elsewhere('kaede').get('who-am-i'), 401, 'not-signed-in');
    expectProblem(await browser.elsewhere('nowhere').get('who-am-i'), 401, 'not-signed-in');
    await browser.get('who-am-i').expect(200);
  });

  it('of others ends when a password is changed, and the one by which it is changed stays', async () => {
    const [one, other] = [hall.browser(), hall.browser()];
    await one.signIn('staff', password);
    await other.signIn('staff', password);
    await one.put('session/password', { current: password, next: `${password}の次` }).expect(204);
    await one.get('who-am-i').expect(200);
    expectProblem(await other.get('who-am-i'), 401, 'not-signed-in');
  });

  it('is nothing that could be found in what is kept or logged, nor is a password', async () => {
    const browser = hall.browser();
    await browser.signIn('staff', password).expect(200);
    await hall.browser().signIn('staff', 'falsches Passwort').expect(401);
    await browser.put('session/password', { current: 'falsches Passwort', next: 'ein ganz anderes' }).expect(403);
    const [session] = browser.cookies.values();
    for (const secret of [session, password, 'falsches Passwort', 'ein ganz anderes'] as string[]) {
      expect(hall.keptBytes().includes(secret)).toBe(false);
      expect(hall.logged.filter((line) => line.includes(secret))).toEqual([]);
    }
    expect(hall.logged.some((line) => line.includes('/session'))).toBe(true);
  });

  it('has answers of its own: the tag of another is none of its', async () => {
    const [one, other] = [hall.browser(), hall.browser()];
    await one.signIn('staff', password);
    await other.signIn('staff', password);
    const { headers: { etag = '', vary } } = await one.get('').expect(200);
    expect(vary).toContain('cookie');
    await one.get('', { 'if-none-match': etag }).expect(304);
    await other.get('', { 'if-none-match': etag }).expect(200);
  });
});

describe('whoever cannot sign in', () => {
  it('is told one and the same, whatever was wrong', async () => {
    await hall.withPassword('staff', password);
    await hall.found('kaede');
    const told = [
      await hall.browser().signIn('staff', 'something else entirely'),
      await hall.browser().signIn('nobody', password),
      await hall.browser('kaede').signIn('staff', password),
      await hall.browser('nowhere').signIn('staff', password),
      await hall.browser('Not-Even-A-Name').signIn('staff', password),
    ];
    await hall.close('mihon');
    told.push(await hall.browser().signIn('staff', password));
    for (const answer of told) {
      expectProblem(answer, 401, 'sign-in-failed');
      expect(answer.body).toEqual(told[0]?.body);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('and is in already when his office is closed, is out', async () => {
    await hall.withPassword('staff', password);
    const browser = hall.browser();
    await browser.signIn('staff', password);
    const script = hall.script('staff');
    await hall.close('mihon');
    for (const one of [browser, script]) expectProblem(await one.get('who-am-i'), 401, 'not-signed-in');
  });

  it.each<[string, object]>([
    ['no password', { login: 'staff' }], ['a number', { login: 'staff', password: 1 }], ['more', { login: 'staff', password: 'x', more: 1 }],
    ['a long password', { login: 'staff', password: 'geheim'.repeat(40) }], ['a list', { login: ['staff'], password: 'x' }],
  ])('sends %s and is told so, without what he sent', async (_what, body) => {
    const answer = await hall.browser().post('session', body);
    expectProblem(answer, 400, 'wrong-input');
    expect(JSON.stringify(answer.body)).not.toContain('geheim');
  });
});

describe('an account', () => {
  const wrong = async (times: number) => {
    for (let time = 0; time < times; time++) expectProblem(await hall.browser().signIn('staff', 'not the password'), 401, 'sign-in-failed');
  };
  const shown = async () => (await hall.script('secretariat').get('people').expect(200)).body.people
    .find(({ id }: { id: string }) => id === person.staff).account as object;
  beforeEach(() => hall.withPassword('staff', password));

  it('is locked for a quarter of an hour by ten failures in a row, and only the secretariat sees it', async () => {
    await wrong(10);
    expectProblem(await hall.browser().signIn('staff', password), 401, 'sign-in-failed');
    expect(await shown()).toEqual({ login: 'staff', mustChangePassword: false, lockedUntil: '2026-05-20T01:15:00.000Z' });
    hall.pass({ minutes: 14 });
    // Guessing on does not lock it for longer.
    await wrong(2);
    hall.pass({ minutes: 1 });
    expect(await shown()).toEqual({ login: 'staff', mustChangePassword: false });
    await hall.browser().signIn('staff', password).expect(200);
  });

  it('is not locked by failures with a success between them', async () => {
    await wrong(9);
    await hall.browser().signIn('staff', password).expect(200);
    await wrong(9);
    await hall.browser().signIn('staff', password).expect(200);
  });

  it('is locked by guesses that come all at once as well', async () => {
    const guesses = await Promise.all(Array.from({ length: 12 }, () => hall.browser().signIn('staff', 'no')));
    expect(guesses.map(({ status }) => status)).toEqual(Array(12).fill(401));
    expectProblem(await hall.browser().signIn('staff', password), 401, 'sign-in-failed');
    expect(await shown()).toHaveProperty('lockedUntil');
  });

  it('is not guessed by changing its password either', async () => {
    const browser = hall.browser();
    await browser.signIn('staff', password);
    for (let time = 0; time < 10; time++) {
      expectProblem(await browser.put('session/password', { current: 'guess', next: 'a new long password' }), 403, 'password-wrong');
    }
    expectProblem(await browser.put('session/password', { current: password, next: 'a new long password' }), 403, 'password-wrong');
    expect(await shown()).toHaveProperty('lockedUntil');
  });

  it.each([
    ['too short', 'あいうえおかきくけこさ', 'too-short'], ['as it was', password, 'same-as-before'],
  ])('does not take a password that is %s', async (_what, next, reason) => {
    const browser = hall.browser();
    await browser.signIn('staff', password);
    expectProblem(await browser.put('session/password', { current: password, next }), 400, 'password-unfit', { reason });
  });

  it('is not tried more often than somebody types: 429 with when to come back', async () => {
    await wrong(20);
    const answer = await hall.browser().signIn('staff', password);
    expectProblem(answer, 429, 'too-many-attempts', { retryAfterSeconds: 300 });
    expect(answer.headers['retry-after']).toBe('300');
    // Others are not held up by it.
    expectProblem(await hall.browser().signIn('admin', password), 401, 'sign-in-failed');
    hall.pass({ minutes: 15 });
    await hall.browser().signIn('staff', password).expect(200);
  });
});

it('an address is not let try any number of logins', async () => {
  await hall.withPassword('staff', password);
  const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.9, ${address}` });
  for (let time = 0; time < 100; time++) await hall.browser().signIn(`guess${time}`, 'x', from('198.51.100.1')).expect(401);
  expectProblem(await hall.browser().signIn('staff', password, from('198.51.100.1')), 429, 'too-many-attempts');
  // A proxy on this machine says who it is; the town hall next door goes on, as often as it likes when it succeeds.
  for (let time = 0; time < 3; time++) await hall.browser().signIn('staff', password, from('198.51.100.2')).expect(200);
});

describe('whoever holds more than one post', () => {
  const second = { id: 'second-1', post: 'second', person: person.staff, from: '2026-05-21' };
  beforeEach(async () => {
    await hall.found('kaede', [second, { id: 'past', post: 'second', person: person.staff, to: '2026-05-19' }]);
  });

  it('acts under the oldest, or under the one that he names, on the days on which he holds it', async () => {
    const script = hall.script('staff', 'kaede');
    const own = { id: 'staff-1', post: 'staff', role: 'staff', section: 'evaluation', title: { ja: 'staff', en: 'staff' } };
    expect((await script.get('who-am-i').expect(200)).body).toMatchObject({ appointment: 'staff-1', role: 'staff', appointments: [own] });
    expectProblem(await script.get('who-am-i', { 'meguri-appointment': 'second-1' }), 401, 'not-signed-in');
    expectProblem(await script.get('who-am-i', { 'meguri-appointment': 'past' }), 401, 'not-signed-in');
    // A minute before midnight in Japan, and then midnight.
    hall.nowMs = Date.parse('2026-05-20T14:59:00.000Z');
    expectProblem(await script.get('who-am-i', { 'meguri-appointment': 'second-1' }), 401, 'not-signed-in');
    hall.pass({ minutes: 1 });
    const { body } = await script.get('who-am-i', { 'meguri-appointment': 'second-1' }).expect(200);
    expect(body).toMatchObject({ appointment: 'second-1', role: 'approver' });
    expect(body.appointments.map(({ id }: { id: string }) => id)).toEqual(['staff-1', 'second-1']);
    expect((await script.get('who-am-i').expect(200)).body.appointment).toBe('staff-1');
  });

  it('and held none that has not ended, is out', async () => {
    await hall.found('sakura', [{ id: 'second-1', post: 'second', person: person.newcomer, to: '2026-05-20' }]);
    const token = hall.records.tokens.add('sakura', person.newcomer, 'spec');
    const script = hall.browser('sakura').elsewhere('sakura', { authorization: `Bearer ${token}` });
    await script.get('who-am-i').expect(200);
    hall.nowMs = Date.parse('2026-05-20T15:00:00.000Z');
    expectProblem(await script.get('who-am-i'), 401, 'not-signed-in');
  });
});
