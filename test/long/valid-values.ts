import fc from 'fast-check';
import type { Chance } from './chance.ts';

/** What OpenAPI says of a body, as far as ours say anything. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/**
 * Things that are really there, by the name of the member that speaks of them (`Type.member` where one word says several
 * things): without them nothing gets past the first check.
 */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const reference = '#/components/schemas/';
const samplesOfPattern = 30;

/** Makes what a schema allows. Not always all that the program wants, which is the point. */
export class ValidValues {
  readonly #patterns = new Map<string, readonly string[]>();
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #known: Known;
  readonly #chance: Chance;

  constructor(schemas: Readonly<Record<string, Schema>>, known: Known, chance: Chance) {
    this.#schemas = schemas;
    this.#known = known;
    this.#chance = chance;
  }

  of(schema: Schema, member = '', type = ''): unknown {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.slice(reference.length);
      return this.of(this.#schemas[name] ?? {}, member, name);
    }
    const [first] = schema.allOf ?? schema.anyOf ?? [];
    if (first !== undefined) return this.of(first, member, type);
    if (schema.properties !== undefined) return this.#members(schema, type);
    const known = this.#known[`${type}.${member}`] ?? this.#known[member];
    if (known !== undefined && schema.type !== 'array' && this.#chance.happens(0.8)) return this.#chance.oneOf(known);
    if (schema.enum !== undefined) return this.#chance.oneOf(schema.enum);
    switch (schema.type) {
      case 'object': return this.#fields();
      case 'array': return Array.from({ length: (schema.minItems ?? 0) + (this.#chance.happens(0.5) ? 0 : this.#chance.below(4)) }, () => this.of(schema.items ?? {}, member, type));
      case 'boolean': return this.#chance.happens(0.5);
      case 'integer':
      case 'number': return this.#number(schema);
      default: return this.#text(schema);
    }
  }

  #members({ properties = {}, required = [] }: Schema, type: string): Record<string, unknown> {
    return Object.fromEntries(Object.entries(properties)
      .filter(([name]) => required.includes(name) || this.#chance.happens(0.5))
      .map(([name, schema]) => [name, this.of(schema, name, type)]));
  }

  #fields(): Record<string, unknown> {
    return Object.fromEntries(Array.from({ length: this.#chance.below(4) }, () =>
      [String(this.of({}, 'field')), this.#chance.happens(0.1) ? null : this.of({}, 'typed')]));
  }

  #number({ minimum = 0, maximum = 1_000 }: Schema): number {
    return this.#chance.happens(0.1) ? this.#chance.oneOf([minimum, maximum]) : minimum + this.#chance.below(Math.min(maximum - minimum + 1, 60));
  }

  #text({ pattern, maxLength = 60 }: Schema): string {
    if (pattern === undefined) return '評価 a１'.repeat(1 + this.#chance.below(Math.ceil(maxLength / 7)));
    let samples = this.#patterns.get(pattern);
    if (samples === undefined) {
      samples = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: this.#chance.seed, numRuns: samplesOfPattern });
      this.#patterns.set(pattern, samples);
    }
    return this.#chance.oneOf(samples);
  }
}
