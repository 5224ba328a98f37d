import { hash, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { WhoAsks } from '../platform/access/asker.ts';
import type { Asker, PersonNames } from '../platform/access/asker.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import type { PrivateStore } from '../platform/private-store/private-store.ts';
import { isMunicipalityId, municipalityDecider, municipalityStream } from './domain/municipality.ts';

export const peopleTables: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS people (municipality TEXT, person TEXT, name TEXT NOT NULL, PRIMARY KEY (municipality, person))',
  `CREATE TABLE IF NOT EXISTS tokens (
    digest TEXT PRIMARY KEY, municipality TEXT NOT NULL, person TEXT NOT NULL, label TEXT NOT NULL)`,
];

/** People's names and tokens: what the log must not know. */
export class People implements PersonNames {
  readonly #statements: Readonly<Record<'name' | 'nameOf' | 'addToken' | 'dropTokens' | 'holderOf', Database.Statement>>;

  constructor({ database }: PrivateStore) {
    this.#statements = {
      name: database.prepare('INSERT OR REPLACE INTO people VALUES (?, ?, ?)'),
      nameOf: database.prepare('SELECT name FROM people WHERE municipality = ? AND person = ?').pluck(),
      addToken: database.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?)'),
      dropTokens: database.prepare('DELETE FROM tokens WHERE municipality = ? AND label = ?'),
      holderOf: database.prepare('SELECT person FROM tokens WHERE digest = ? AND municipality = ?').pluck(),
    };
  }

  name(municipality: string, person: string, name: string): void {
    this.#statements.name.run(municipality, person, name);
  }

  nameOf(municipality: string, person: string): string | undefined {
    return this.#statements.nameOf.get(municipality, person) as string | undefined;
  }

  /** A new token for a person, shown once: only its digest is kept. */
  addToken(municipality: string, person: string, label: string): string {
    const token = `meguri_${randomBytes(24).toString('base64url')}`;
    this.#statements.addToken.run(digestOf(token), municipality, person, label);
    return token;
  }

  /** Takes back every token that carries a label. */
  dropTokens(municipality: string, label: string): void {
    this.#statements.dropTokens.run(municipality, label);
  }

  holderOf(municipality: string, token: string): string | undefined {
    return this.#statements.holderOf.get(digestOf(token), municipality) as string | undefined;
  }
}

// A token is 24 random bytes, so a plain digest cannot be turned back by guessing.
function digestOf(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Says who holds a token, and which of his posts he acts under. */
export class TokenHolders extends WhoAsks {
  constructor(private readonly people: People, private readonly states: FactReader) {
    super();
  }

  override async identify(municipality: string, token: string, appointment?: string): Promise<Asker | undefined> {
    if (!isMunicipalityId(municipality)) return undefined;
    const person = this.people.holderOf(municipality, token);
    if (person === undefined) return undefined;
    const { state } = await this.states.fold(municipalityDecider, municipalityStream(municipality));
    if (state.phase === 'absent') return undefined;
    const held = state.appointments.find((one) => one.person === person && (appointment === undefined || one.id === appointment));
    const post = state.posts.find((one) => one.id === held?.post);
    const section = state.sections.find((one) => one.id === post?.section);
    if (held === undefined || post === undefined || section === undefined) return undefined;
    return {
      municipality, actor: person, appointment: held.id, post: post.id, role: post.role,
      section: section.id, department: section.department,
    };
  }
}
