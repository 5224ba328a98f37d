import { statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { readHolder } from '../../libs/event-store/data-directory.ts';
import { CommandLine, sakura } from '../cli/testing/given-command-line.ts';
import { isFromHere, OperatorGuard } from './operator-desk.ts';

const deeds = ['found', 'close', 'account', 'token', 'import-people', 'rebuild'];
let shell: CommandLine;
let url: string;
let secret: string;

beforeEach(async () => {
  shell = new CommandLine();
  ({ url } = await shell.serving());
  secret = (await readHolder(shell.data))?.operatorSecret ?? '';
});
afterEach(() => shell.close());

function ask(deed: string, authorization: string | undefined, body: object = {}, at = url): Promise<Response> {
  return fetch(`${at}/operator/${deed}`, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
  });
}

describe('the operator\'s desk', () => {
  it('does what is asked by whoever shows the secret of the data directory', async () => {
    expect(statSync(shell.inData('holder.json')).mode & 0o777).toBe(0o600);
    const answer = await ask('found', `Bearer ${secret}`, sakura);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ municipality: 'sakura', receipt: { revision: 0 } });
  });

  it.each(deeds)('is not there for anybody else: %s', async (deed) => {
    for (const wrong of [undefined, '', 'Bearer', 'Bearer ', `Bearer ${secret}x`, `Bearer ${secret.slice(1)}`, `bearer ${secret}`, secret, `Basic ${secret}`]) {
      const answer = await ask(deed, wrong, sakura);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'no-such-address' });
    }
  });

  it('has a secret of its own at every start', async () => {
    const other = new CommandLine();
    const { url: there } = await other.serving();
    expect((await ask('rebuild', `Bearer ${secret}`, {}, there)).status).toBe(404);
    await other.close();
  });

  it('answers what cannot be done with a problem', async () => {
    for (const [deed, body, status, code] of [
      ['found', { ...sakura, posts: 'none' }, 400, 'founding-faulty'],
      ['found', [], 400, 'founding-faulty'],
      ['close', {}, 404, 'municipality-unknown'],
      ['account', {}, 400, 'wrong-input'],
      ['token', {}, 400, 'wrong-input'],
      ['token', { municipality: 7, person: {}, label: 'x' }, 404, 'municipality-unknown'],
      ['import-people', {}, 400, 'wrong-input'],
      ['import-people', { municipality: 'sakura', content: '!' }, 400, 'import-faulty'],
      ['rebuild', { model: 'no-such-model' }, 400, 'wrong-input'],
    ] as const) {
      const answer = await ask(deed, `Bearer ${secret}`, body);
      expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([status, code]);
    }
  });

  it('stands in no document of the API', async () => {
    const document = await (await fetch(`${url}/api/openapi.json`)).text();
    expect(document).toContain('/api/{municipality}/sheets');
    expect(document.toLowerCase()).not.toContain('operator');
  });

  it.each<[string, string | undefined, string, boolean]>([
    ['loopback', '127.0.0.1', '127.0.0.1', true],
    ['another address of loopback', '127.8.9.10', '127.0.0.1', true],
    ['loopback, as IPv6 sees it', '::ffff:127.0.0.1', '::ffff:127.0.0.1', true],
    ['loopback of IPv6', '::1', '::1', true],
    ['the machine itself', '192.0.2.7', '192.0.2.7', true],
    ['a neighbour', '192.0.2.8', '192.0.2.7', false],
    ['a neighbour, as IPv6 sees him', '::ffff:192.0.2.8', '::ffff:192.0.2.7', false],
    ['a neighbour whose address only looks like loopback', '192.127.0.1', '192.0.2.7', false],
    ['a connection that has gone', undefined, '192.0.2.7', false],
  ])('knows who calls from this machine: %s', (_what, remoteAddress, localAddress, fromHere) => {
    expect(isFromHere({ remoteAddress, localAddress })).toBe(fromHere);
  });

  it('asks where a call comes from before it looks at the secret', () => {
    const proved = { text: secret, isProvedBy: () => true };
    const calledFrom = (remoteAddress: string) => ({
      switchToHttp: () => ({ getRequest: () => ({ headers: {}, socket: { remoteAddress, localAddress: '192.0.2.7' } }) }),
    }) as unknown as ExecutionContext;
    expect(new OperatorGuard(proved).canActivate(calledFrom('127.0.0.1'))).toBe(true);
    expect(() => new OperatorGuard(proved).canActivate(calledFrom('192.0.2.8'))).toThrow('no-such-address');
  });

  it('is there for this machine by whatever address it has', async () => {
    const addresses = Object.values(networkInterfaces()).flat().filter((one) => one?.family === 'IPv4');
    const everywhere = new CommandLine();
    const { url: there } = await everywhere.serving(everywhere.settingsWith({ HOST: '0.0.0.0' }));
    const its = (await readHolder(everywhere.data))?.operatorSecret;
    for (const one of addresses) {
      const answer = await ask('rebuild', `Bearer ${its}`, {}, there.replace('0.0.0.0', one?.address ?? ''));
      expect(answer.status).toBe(200);
    }
    await everywhere.close();
  });
});
