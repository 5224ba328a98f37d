import { describe, expect, it } from '@jest/globals';
import { describeSettings, identityProviderIn, readSettings, WrongSetting } from './settings.ts';

const openIdConnect = {
  MEGURI_PUBLIC_URL: 'https://meguri.example', MEGURI_OIDC_ISSUER: 'https://id.example', MEGURI_OIDC_CLIENT_ID: 'meguri', MEGURI_OIDC_CLIENT_SECRET: 'changeit',
};

describe('settings', () => {
  it('have a default for everything', () => {
    expect(readSettings({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, MEGURI_DATA_DIR: 'data' });
  });

  it.each([
    [{ PORT: 'many' }, /^PORT: /],
    [{ PORT: '70000' }, /^PORT: /],
    [{ MEGURI_DATA_DIR: '' }, /^MEGURI_DATA_DIR: /],
    [{ KURRENTDB_URL: 'http://127.0.0.1:2113' }, /^KURRENTDB_URL: /],
    [{ MEGURI_LOG_LEVEL: 'loud' }, /^MEGURI_LOG_LEVEL: /],
    [{ MEGURI_DATADIR: 'data' }, /^MEGURI_DATADIR: /],
    [{ MEGURI_PUBLIC_URL: 'meguri.example' }, /^MEGURI_PUBLIC_URL: /],
    [{ MEGURI_PUBLIC_URL: 'https://meguri.example/office' }, /^MEGURI_PUBLIC_URL: must be no more than/],
    [{ ...openIdConnect, MEGURI_OIDC_CLIENT_SECRET: undefined }, /^MEGURI_OIDC_CLIENT_SECRET: is needed to sign in by OpenID Connect/],
    [{ ...openIdConnect, MEGURI_OIDC_ISSUER: undefined }, /^MEGURI_OIDC_ISSUER: is needed/],
    [{ ...openIdConnect, MEGURI_PUBLIC_URL: undefined }, /^MEGURI_PUBLIC_URL: is needed/],
    [{ ...openIdConnect, MEGURI_OIDC_ISSUER: 'http://id.example' }, /^MEGURI_OIDC_ISSUER: must be https/],
    [{ ...openIdConnect, MEGURI_OIDC_ISSUER: 'http://127.0.0.1.example' }, /^MEGURI_OIDC_ISSUER: must be https/],
  ])('%j is refused in one line', (environment, line) => {
    expect(() => readSettings(environment)).toThrow(WrongSetting);
    expect(() => readSettings(environment)).toThrow(line);
  });

  it('name a provider whole or not at all; without https only on this machine', () => {
    expect(identityProviderIn(readSettings(openIdConnect))).toEqual({ issuer: 'https://id.example', clientId: 'meguri', clientSecret: 'changeit' });
    expect(identityProviderIn(readSettings({ MEGURI_PUBLIC_URL: 'http://localhost:3000/' }))).toBeUndefined();
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) readSettings({ ...openIdConnect, MEGURI_OIDC_ISSUER: `http://${host}:8080/realms/mihon` });
  });

  it('never shows a secret', () => {
    const shown = describeSettings(readSettings({ KURRENTDB_URL: 'kurrentdb://admin:changeit@127.0.0.1:2113', ...openIdConnect }));
    expect(JSON.stringify(shown)).not.toContain('changeit');
  });
});
