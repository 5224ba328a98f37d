import { describe, expect, it } from '@jest/globals';
import { firstPassword, hashPassword, isPassword, nobodysPassword, passwordFault } from './password.ts';

describe('a password', () => {
  it('is kept by argon2id with a salt of its own, and found again', async () => {
    const [one, other] = [await hashPassword('正しい馬の電池と止め金'), await hashPassword('正しい馬の電池と止め金')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=12288,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await isPassword('正しい馬の電池と止め金', one)).toBe(true);
    expect(await isPassword('正しい馬の電池と止め', one)).toBe(false);
    expect(await isPassword('', one)).toBe(false);
  });

  it('is found by the numbers with which it was kept', async () => {
    // By the reference implementation: argon2 "somesalt" -id -t 2 -m 16 -p 1, of "password".
    const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await isPassword('password', kept)).toBe(true);
    expect(await isPassword('Password', kept)).toBe(false);
  });

  it('is the same in every width and composition', async () => {
    const kept = await hashPassword('ｐａｓｓがぎぐげご１２３');
    expect(await isPassword('passか\u3099ぎぐげご123', kept)).toBe(true);
  });

  it('of nobody is no word at all', async () => {
    for (const word of ['', '\u0000', 'password']) expect(await isPassword(word, nobodysPassword)).toBe(false);
  });

  it.each([
    ['かきくけこさしすせそた', 'too-short'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'too-short'],
    ['MIHON.TANTOU', 'same-as-login'],
    ['初めてのパスワードです１', 'same-as-before'],
    ['かきくけこさしすせそたち', undefined],
  ] as const)('"%s" is %s', (next, fault) => {
    expect(passwordFault(next, '初めてのパスワードです1', 'mihon.tantou')).toBe(fault);
  });
});

it('a first password can be read from paper, and is another each time', () => {
  const some = Array.from({ length: 200 }, firstPassword);
  expect(new Set(some).size).toBe(200);
  for (const password of some) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
});
