import type { Instant } from './clock.ts';
import type { Uuid } from './uuid.ts';

/** What every command carries besides what it asks: who, when, and ids that come out the same when it is asked again. */
export interface Asked {
  readonly by: string;
  /** The post under which he acts, and what its holders may be; the program itself has none. */
  readonly post?: string;
  readonly role?: string;
  /** The membership of a committee under which he acts. */
  readonly membership?: string;
  readonly now: Instant;
  newId(name: string): Uuid;
}
