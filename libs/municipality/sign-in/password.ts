import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** One of the sets that OWASP names as equally strong; this one asks least of a small machine's memory. */
const memoryInKiB = 12_288;
const passes = 3;
const parallelism = 1;
const saltBytes = 16;
const hashBytes = 32;

const leastGraphemes = 12;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

export type PasswordFault = 'too-short' | 'same-as-login' | 'same-as-before';

/** Why a password must not be chosen, or undefined when it may be. */
export function passwordFault(next: string, current: string, login: string): PasswordFault | undefined {
  const [chosen, before] = [asOneSpelling(next), asOneSpelling(current)];
  if ([...graphemes.segment(chosen)].length < leastGraphemes) return 'too-short';
  if (chosen.toLowerCase() === login.toLowerCase()) return 'same-as-login';
  return chosen === before ? 'same-as-before' : undefined;
}

/** What is kept of a password: argon2id with a salt of its own, and by which numbers, so that those can grow. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive('argon2id', {
    message: asOneSpelling(password), nonce: salt, memory: memoryInKiB, passes, parallelism, tagLength: hashBytes,
  });
  return stored(salt, hash);
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, memory, passesThen, lanes, salt, hash] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('a kept password is damaged');
  const expected = Buffer.from(hash, 'base64');
  const found = await derive('argon2id', {
    message: asOneSpelling(password), nonce: Buffer.from(salt, 'base64'), tagLength: expected.length,
    memory: Number(memory), passes: Number(passesThen), parallelism: Number(lanes),
  });
  return timingSafeEqual(found, expected);
}

/** Nobody's, compared where there is no account, so that this takes as long as a wrong password. */
export const nobodysPassword = stored(Buffer.alloc(saltBytes), Buffer.alloc(hashBytes));

/** Without letters that look like another in print. */
const printable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be printed and handed over: four groups of four. */
export function firstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => printable[randomInt(printable.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

function stored(salt: Buffer, hash: Buffer): string {
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryInKiB},t=${passes},p=${parallelism}$${text(salt)}$${text(hash)}`;
}

/** The same keys give the same password in whatever width and composition a machine sends them. */
function asOneSpelling(password: string): string {
  return password.normalize('NFKC');
}
