import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Clock, Instant } from '../../kernel/clock.ts';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';
import { digestOf } from '../people/digest.ts';

export const sessionTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS sessions (
    digest TEXT PRIMARY KEY, municipality TEXT NOT NULL, person TEXT NOT NULL, must_change INTEGER NOT NULL,
    began_at TEXT NOT NULL, seen_at TEXT NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS sessions_of_person ON sessions (municipality, person)',
];

const msPerHour = 3_600_000;
const longestMs = 12 * msPerHour;
const longestIdleMs = 2 * msPerHour;
/** Every look at a session would be a write; a minute more or less of idleness is nobody's concern. */
const seenEveryMs = 60_000;

/** Whose a session is. */
export interface Session {
  readonly person: string;
  /** It was begun with a password that somebody else had printed. */
  readonly mustChange: boolean;
}

/** Sessions of people in browsers, of one municipality each; the machine's clock ends them, also where another is shown. */
export class Sessions {
  readonly #statements: Readonly<Record<
    'begin' | 'find' | 'see' | 'free' | 'end' | 'endOf' | 'endAll' | 'endExpired', Database.Statement>>;

  constructor({ database }: PrivateStore, private readonly clock: Clock) {
    this.#statements = {
      begin: database.prepare('INSERT INTO sessions VALUES (@digest, @municipality, @person, @mustChange, @now, @now)'),
      find: database.prepare(`SELECT person, must_change, seen_at FROM sessions
        WHERE digest = ? AND municipality = ? AND began_at > ? AND seen_at > ?`),
      see: database.prepare('UPDATE sessions SET seen_at = ? WHERE digest = ?'),
      free: database.prepare('UPDATE sessions SET must_change = 0 WHERE digest = ?'),
      end: database.prepare('DELETE FROM sessions WHERE digest = ?'),
      endOf: database.prepare('DELETE FROM sessions WHERE municipality = ? AND person = ? AND digest <> ?'),
      endAll: database.prepare('DELETE FROM sessions'),
      endExpired: database.prepare('DELETE FROM sessions WHERE began_at <= ? OR seen_at <= ?'),
    };
  }

  /** What its browser keeps; here only a digest of it stays. */
  begin(municipality: string, { person, mustChange }: Session): string {
    const session = randomBytes(32).toString('base64url');
    this.#statements.endExpired.run(this.#before(longestMs), this.#before(longestIdleMs));
    this.#statements.begin.run({ digest: digestOf(session), municipality, person, mustChange: mustChange ? 1 : 0, now: this.clock.now() });
    return session;
  }

  /** Undefined when there is none of this municipality, or it has expired. */
  find(municipality: string, session: string): Session | undefined {
    const digest = digestOf(session);
    const found = this.#statements.find.get(digest, municipality, this.#before(longestMs), this.#before(longestIdleMs)) as
      { person: string; must_change: number; seen_at: string } | undefined;
    if (found === undefined) return undefined;
    if (found.seen_at <= this.#before(seenEveryMs)) this.#statements.see.run(this.clock.now(), digest);
    return { person: found.person, mustChange: found.must_change === 1 };
  }

  /** Its person has chosen his own password. */
  free(session: string): void {
    this.#statements.free.run(digestOf(session));
  }

  end(session: string): void {
    this.#statements.end.run(digestOf(session));
  }

  /** Ends a person's sessions, but for one. */
  endOf(municipality: string, person: string, except = ''): void {
    this.#statements.endOf.run(municipality, person, digestOf(except));
  }

  endAll(): void {
    this.#statements.endAll.run();
  }

  #before(ms: number): Instant {
    return new Date(Date.parse(this.clock.now()) - ms).toISOString();
  }
}
