import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityProvider } from './identity-provider.ts';

const callback = 'https://meguri.example/callback';

/** A provider that gives whoever asks the same ID token, and does not look at what it is asked with. */
let server: Server;
let issuer: string;
let nonceOfToken: string;
let exchanged: number;
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/token') exchanged += 1;
    response.end(JSON.stringify(request.url === '/token' ? tokens() : {
      issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
    }));
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => {
  server.closeAllConnections();
  server.close(done);
}));
beforeEach(() => { exchanged = 0; });

/** It comes by the line on which it was asked for, so nobody's signature is looked at. */
function tokens(): object {
  const seconds = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: 'meguri', sub: 'subject-1', nonce: nonceOfToken, iat: seconds, exp: seconds + 60 };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return { access_token: 'token-1', token_type: 'Bearer', id_token: `${part({ alg: 'RS256' })}.${part(claims)}.AA` };
}

async function begun() {
  const provider = new IdentityProvider({ issuer, clientId: 'meguri', clientSecret: 'secret' });
  const { elsewhere } = await provider.begin(callback);
  nonceOfToken = elsewhere.nonce;
  return { elsewhere, comesBackWith: (query: string) => provider.finish(new URL(`${callback}?${query}`), elsewhere) };
}

describe('what comes back from the provider', () => {
  it('is somebody when it is what was begun', async () => {
    const { elsewhere, comesBackWith } = await begun();
    expect(await comesBackWith(`code=1&state=${elsewhere.state}`)).toEqual({ issuer, subject: 'subject-1' });
  });

  it('is nobody with another state, or with none, and the provider is not even asked', async () => {
    const { comesBackWith } = await begun();
    const other = await begun();
    await expect(comesBackWith(`code=1&state=${other.elsewhere.state}`)).rejects.toThrow();
    await expect(comesBackWith('code=1')).rejects.toThrow();
    expect(exchanged).toBe(0);
  });

  it('is nobody with a token that was made for another sign-in', async () => {
    const { elsewhere, comesBackWith } = await begun();
    nonceOfToken = 'another';
    await expect(comesBackWith(`code=1&state=${elsewhere.state}`)).rejects.toThrow();
    expect(exchanged).toBe(1);
  });

  it('is another secret each time', async () => {
    const { state, nonce, verifier } = (await begun()).elsewhere;
    const { state: otherState, nonce: otherNonce, verifier: otherVerifier } = (await begun()).elsewhere;
    expect(new Set([state, nonce, verifier, otherState, otherNonce, otherVerifier]).size).toBe(6);
  });
});
