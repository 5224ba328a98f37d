import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PrivateStore } from '../../platform/private-store/private-store.ts';
import { SignInsElsewhere, signInElsewhereTables } from './sign-ins-elsewhere.ts';

const begun = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1' };

let store: PrivateStore;
let now: string;
let elsewhere: SignInsElsewhere;
beforeEach(() => {
  store = new PrivateStore(':memory:', signInElsewhereTables);
  now = '2026-05-20T01:00:00.000Z';
  elsewhere = new SignInsElsewhere(store, { now: () => now });
});
afterEach(() => store.close());

describe('a sign-in that is under way at the provider', () => {
  it('is finished once, and each by what its own browser keeps', () => {
    const [mine, other] = [elsewhere.begin('mihon', begun), elsewhere.begin('mihon', { ...begun, state: 'state-2' })];
    expect(elsewhere.take('mihon', mine)).toEqual(begun);
    expect(elsewhere.take('mihon', mine)).toBeUndefined();
    expect(elsewhere.take('mihon', other)).toMatchObject({ state: 'state-2' });
    expect(elsewhere.take('mihon', 'never-begun')).toBeUndefined();
  });

  it('is finished only in the office where it was begun, and within ten minutes', () => {
    const [stray, late] = [elsewhere.begin('mihon', begun), elsewhere.begin('mihon', begun)];
    expect(elsewhere.take('kaede', stray)).toBeUndefined();
    expect(elsewhere.take('mihon', stray)).toEqual(begun);
    now = '2026-05-20T01:10:00.000Z';
    expect(elsewhere.take('mihon', late)).toBeUndefined();
  });
});
