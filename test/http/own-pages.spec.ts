import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectProblem } from './problem.ts';
import { TownHall } from './town-hall.ts';

const password = '見本の長いパスワード12';

describe('a page of somebody else', () => {
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' }, { origin: 'null' }, { 'origin': 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ];
  let hall: TownHall;
  beforeEach(async () => {
    hall = await new TownHall().open();
    await hall.found('mihon');
    await hall.withPassword('staff', password);
  });
  afterEach(() => hall.stop());

  it.each(foreign.map((headers) => [JSON.stringify(headers), headers] as const))('changes nothing with the cookie: %s', async (_what, headers) => {
    const browser = hall.browser();
    await browser.signIn('staff', password);
    const page = browser.elsewhere('mihon', headers);
    expectProblem(await page.post('tokens', { label: 'x' }), 403, 'cross-origin');
    expectProblem(await page.delete('session'), 403, 'cross-origin');
    expectProblem(await page.post('session', { login: 'staff', password }), 403, 'cross-origin');
    // Looking is safe: what comes back, no other page can read.
    await page.get('who-am-i').expect(200);
  });

  it('is told from ours by older browsers too, which say only where it came from', async () => {
    const browser = hall.browser();
    await browser.signIn('staff', password);
    await browser.elsewhere('mihon', { origin: hall.url }).post('tokens', { label: 'x' }).expect(201);
    expectProblem(await browser.elsewhere('mihon', {}).post('tokens', { label: 'x' }), 403, 'cross-origin');
  });

  it('is no matter for a script with a token, or one that signs in', async () => {
    await hall.script('staff').post('tokens', { label: 'x' }, { origin: 'https://evil.example' }).expect(201);
    await hall.browser().elsewhere('mihon', {}).signIn('staff', password).expect(200);
  });
});

describe('behind https', () => {
  let served: TownHall;
  beforeEach(async () => {
    served = await new TownHall({ publicUrl: 'https://meguri.example' }).open();
    await served.found('mihon');
  });
  afterEach(() => served.stop());

  it('the cookie goes over https only, to this host only', async () => {
    const first = await served.issue('staff');
    const browser = served.browser();
    const { headers } = await browser.signIn('staff', first).expect(200);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-meguri=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)]);
    const page = (origin: string) => browser.elsewhere('mihon', { origin });
    expectProblem(await page(served.url).put('session/password', { current: first, next: password }), 403, 'cross-origin');
    await page('https://meguri.example').put('session/password', { current: first, next: password }).expect(204);
    // A cookie without the prefix could have been set by anybody, and is none.
    const [[, value]] = [...browser.cookies] as [[string, string]];
    expectProblem(await served.browser().get('who-am-i', { cookie: `meguri=${value}` }), 401, 'not-signed-in');
  });
});
