import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type supertest from 'supertest';
import { LoopbackProvider, type Claims } from './loopback-provider.ts';
import { expectProblem } from './problem.ts';
import { person, TownHall, type Browser } from './town-hall.ts';

const levelOfInfo = 30;
const publicUrl = 'https://meguri.example';
const callback = (municipality: string) => `${publicUrl}/api/${municipality}/session/oidc/callback`;

let provider: LoopbackProvider;
let hall: TownHall;
beforeAll(async () => {
  provider = await new LoopbackProvider([callback('mihon'), callback('kaede')]).open();
  hall = await new TownHall({ publicUrl, identityProvider: provider.client }).open();
  await hall.found('mihon');
  await hall.found('kaede');
});
afterAll(async () => {
  await hall.stop();
  await provider.close();
});
beforeEach(() => { hall.logged.length = 0; });

/** Somebody at the keyboard, with what the provider says of him. */
function at(subject: string, claims: Claims = {}): void {
  provider.subject = subject;
  provider.people.set(subject, claims);
}

/** Where the provider sends a browser back to. */
async function sentBack(browser: Browser): Promise<string> {
  const { headers } = await browser.get('session/oidc').expect(302);
  const location = await provider.follow(headers['location'] as string);
  expect(location).toMatch(/^https:\/\/meguri\.example\/api\/\w+\/session\/oidc\/callback\?/);
  return location;
}

/** That address, asked of the installation itself: the proxy before it is not there. */
function comesBack(browser: Browser, location: string): supertest.Test {
  return browser.get(location.slice(location.indexOf('session/oidc/callback')));
}

async function signsIn(browser: Browser): Promise<supertest.Response> {
  return comesBack(browser, await sentBack(browser));
}

describe('signing in by the provider', () => {
  it('goes by code flow with PKCE, state and nonce, and ends in a session', async () => {
    await hall.script('secretariat').post(`accounts/${person.staff}/identity`, { issuer: provider.client.issuer, subject: 'linked' }).expect(204);
    at('linked');
    const browser = hall.browser();
    const begun = await browser.get('session/oidc').expect(302);
    expect(begun.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-meguri-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/),
    ]);
    const asked = new URL(begun.headers['location'] as string);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'meguri-mihon', redirect_uri: callback('mihon'), response_type: 'code', scope: 'openid email', code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const done = await comesBack(browser, await provider.follow(asked.href)).expect(303);
    expect(done.headers['location']).toBe('/');
    expect([...browser.cookies.keys()]).toEqual(['__Host-meguri']);
    expect((await browser.get('who-am-i').expect(200)).body).toMatchObject({ person: person.staff, role: 'staff' });
  });

  it('is open to who has a first password that he never used', async () => {
    const first = await hall.issue('staff');
    const [here, elsewhere] = [hall.browser(), hall.browser()];
    at('linked');
    expect((await signsIn(elsewhere)).status).toBe(303);
    await elsewhere.get('who-am-i').expect(200);
    await here.signIn('staff', first).expect(200);
    expectProblem(await here.get('who-am-i'), 403, 'password-must-change');
  });

  it('links at first by an address that the provider has verified, and stays linked when that changes', async () => {
    await hall.script('admin').post('people', { people: [{ id: person.admin, name: '管理', mail: 'Kanri@Mihon.example' }] }).expect(200);
    at('by-mail', { email: 'kanri@mihon.example', email_verified: true });
    expect((await signsIn(hall.browser())).status).toBe(303);
    at('by-mail', { email: 'elsewhere@mihon.example', email_verified: false });
    const browser = hall.browser();
    expect((await signsIn(browser)).status).toBe(303);
    expect((await browser.get('who-am-i')).body).toMatchObject({ person: person.admin });
  });

  it.each<[string, Claims]>([
    ['that nobody has here', { email: 'nobody@mihon.example', email_verified: true }],
    ['that is not verified', { email: 'kansa@mihon.example', email_verified: false }],
    ['of which nothing is said', { email: 'kansa@mihon.example' }],
    ['that is verified in words', { email: 'kansa@mihon.example', email_verified: 'true' as unknown as boolean }],
    ['that two have', { email: 'both@mihon.example', email_verified: true }],
    ['of somebody without a post', { email: 'newcomer@mihon.example', email_verified: true }],
    ['that is none', { email: '', email_verified: true }],
    ['that is missing', {}],
  ])('fails with an address %s', async (what, claims) => {
    await hall.script('secretariat').post('people', { people: [
      { id: person.staff, name: '担当', mail: 'kansa@mihon.example' }, { id: person.newcomer, name: '新', mail: 'newcomer@mihon.example' },
      { id: person.approver, name: '一', mail: 'both@mihon.example' }, { id: person.secretariat, name: '二', mail: 'both@mihon.example' },
    ] }).expect(200);
    at(what, claims);
    const browser = hall.browser();
    const answer = await signsIn(browser);
    expectProblem(answer, 401, 'sign-in-failed');
    expect([...browser.cookies.keys()]).toEqual(['__Host-meguri-sign-in']);
    expect(hall.records.identities.personOf('mihon', { issuer: provider.client.issuer, subject: what })).toBeUndefined();
  });
});

describe('what comes back', () => {
  beforeEach(() => at('linked'));

  it('is taken once', async () => {
    const browser = hall.browser();
    const location = await sentBack(browser);
    const thief = browser.elsewhere('mihon');
    await comesBack(browser, location).expect(303);
    expectProblem(await comesBack(thief, location), 401, 'sign-in-failed');
  });

  it('is taken only from the browser that began', async () => {
    const [mine, other] = [hall.browser(), hall.browser()];
    const location = await sentBack(mine);
    expectProblem(await comesBack(hall.browser(), location), 401, 'sign-in-failed');
    await sentBack(other);
    // With a sign-in of its own, but of another state.
    expectProblem(await comesBack(other, location), 401, 'sign-in-failed');
  });

  it('is taken only for ten minutes, and only by the office that sent it', async () => {
    const [late, stray] = [hall.browser(), hall.browser()];
    const location = await sentBack(late);
    hall.pass({ minutes: 10 });
    expectProblem(await comesBack(late, location), 401, 'sign-in-failed');
    const other = await sentBack(stray);
    expectProblem(await comesBack(stray.elsewhere('kaede'), other), 401, 'sign-in-failed');
  });

  it.each([
    ['a refusal', '?error=access_denied'], ['nothing', ''], ['a code of nobody', '?code=x'], ['what is no query', '?%00&&=&code[]=1'],
  ])('is not taken: %s', async (_what, query) => {
    const browser = hall.browser();
    const { headers } = await browser.get('session/oidc').expect(302);
    const { state } = Object.fromEntries(new URL(headers['location'] as string).searchParams);
    const withState = query === '' ? '' : `${query}&state=${state}&iss=${encodeURIComponent(provider.client.issuer)}`;
    expectProblem(await browser.get(`session/oidc/callback${withState}`), 401, 'sign-in-failed');
  });

  it('is not taken when the code was changed on the way, and no code, secret or token is logged', async () => {
    const browser = hall.browser();
    const location = new URL(await sentBack(browser));
    const code = location.searchParams.get('code') as string;
    location.searchParams.set('code', `${code}x`);
    expectProblem(await comesBack(browser, location.href), 401, 'sign-in-failed');
    const logged = hall.logged.join('');
    expect(logged).toContain('signing in by the provider failed');
    for (const secret of [code, 'geheimnis', 'linked', ...browser.cookies.values()]) expect(logged).not.toContain(secret);
  });
});

it('an identity is of one office: another knows nothing of it', async () => {
  at('linked');
  expectProblem(await signsIn(hall.browser('kaede')), 401, 'sign-in-failed');
});

it('where no provider is set there is nothing at the address, and one that is away is said to be', async () => {
  const [without, away] = [
    await new TownHall().open(),
    await new TownHall({ publicUrl, identityProvider: { ...provider.client, issuer: 'http://127.0.0.1:9' } }).open(),
  ];
  await without.found('mihon');
  await away.found('mihon');
  expectProblem(await without.browser().get('session/oidc'), 404, 'unknown');
  expectProblem(await without.browser().get('session/oidc/callback?code=x&state=y'), 404, 'unknown');
  expect(without.logged.filter((line) => (JSON.parse(line) as { level: number }).level > levelOfInfo)).toEqual([]);
  const answer = await away.browser().get('session/oidc');
  expectProblem(answer, 503, 'provider-unavailable');
  expect(answer.headers['retry-after']).toBe('2');
  await without.stop();
  await away.stop();
});
