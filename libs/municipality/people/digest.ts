import { hash } from 'node:crypto';

/** What is kept of a secret of at least 24 random bytes: a plain digest of that cannot be turned back by guessing. */
export function digestOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}
