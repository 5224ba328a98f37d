import { ownMemberships, ownSections, type Asker, type Role } from './asker.ts';

/** What a thing belongs to; who may touch or see it follows from this and from nothing stored with it. */
export interface BelongsTo {
  readonly section?: string;
  readonly department?: string;
  /** The posts that decide on it, or did. */
  readonly posts?: readonly string[];
  /** The committees that were given it. */
  readonly committees?: readonly string[];
  /** Members who keep out of it, or are kept out, by their memberships. */
  readonly recused?: readonly string[];
}

/** How an asker must stand to a thing. */
export interface Relation {
  readonly name: string;
  holds(asker: Asker, thing: BelongsTo): boolean;
}

export const anywhere: Relation = { name: 'anywhere', holds: () => true };

export const ownSection: Relation = {
  name: 'own section',
  holds: (asker, { section }) => section !== undefined && ownSections(asker).includes(section),
};

export const onTheLine: Relation = {
  name: 'on the line',
  holds: (asker, { posts = [] }) => asker.post !== undefined && posts.includes(asker.post),
};

export const ownSectionOrLine: Relation = {
  name: 'own or line',
  holds: (asker, thing) => ownSection.holds(asker, thing) || onTheLine.holds(asker, thing),
};

/** What is for no committee alone. */
export const noCommittees: Relation = { name: 'of no committee', holds: (_asker, { committees }) => committees === undefined };

/** Whoever keeps out of it, or is kept out, too: a refusal tells him why. */
export const onTheCommittee: Relation = {
  name: 'on the committee',
  holds: ({ committee }, { committees = [] }) => committee !== undefined && committees.includes(committee),
};

export const onTheCommitteeUnrecused: Relation = {
  name: 'on the committee, unrecused',
  holds: (asker, thing) => onTheCommittee.holds(asker, thing) && !ownMemberships(asker).some((one) => thing.recused?.includes(one)),
};

/** One cell that says yes. Everything without a row is no. */
export interface AccessRow {
  /** A command or a query ("evaluation.submit"), or an event type that may be seen ("sees FieldsSaved"). */
  readonly what: string;
  readonly role: Role;
  readonly relation: Relation;
}

type Allowed = Partial<Record<Role, Relation>>;

/** Who may ask for a command or a query. */
export function mayAsk(what: string, allowed: Allowed): readonly AccessRow[] {
  return Object.entries(allowed).map(([role, relation]) => ({ what, role: role as Role, relation }));
}

/** Who may see events of a type, on whatever way they come out. */
export function maySee(eventTypes: readonly string[], allowed: Allowed): readonly AccessRow[] {
  return eventTypes.flatMap((type) => mayAsk(`sees ${type}`, allowed));
}

/** The one table of who may do and see what. Default is no. */
export class AccessTable {
  readonly #cells: ReadonlyMap<string, Relation>;
  readonly rows: readonly AccessRow[];

  constructor(rows: readonly AccessRow[]) {
    this.rows = rows;
    this.#cells = new Map(rows.map((row) => [cell(row.what, row.role), row.relation]));
    if (this.#cells.size !== rows.length) throw new Error('two access rows speak of one cell');
  }

  may(what: string, asker: Asker, thing: BelongsTo): boolean {
    return this.#cells.get(cell(what, asker.role))?.holds(asker, thing) ?? false;
  }

  sees(eventType: string, asker: Asker, thing: BelongsTo): boolean {
    return this.may(`sees ${eventType}`, asker, thing);
  }

  knows(what: string): boolean {
    return this.rows.some((row) => row.what === what);
  }
}

function cell(what: string, role: Role): string {
  return `${what} ${role}`;
}
