import { attachmentBytesAtMost } from '../../libs/platform/attachments/attachment-store.ts';
import type { Chance } from './chance.ts';
import { hostileHeaders, hostileJson, hostileQueries, hostileSegments } from './hostile-values.ts';
import type { Asked } from './http-asking.ts';
import { ValidValues, type Known, type Schema } from './valid-values.ts';

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly schema: Schema | undefined;
  /** Its body is a file. */
  readonly takesBytes: boolean;
}

/** What a request may name that is really there. The lists may grow while it goes on. */
export interface KnownThings {
  /** By the name between the braces of an address. */
  readonly inPaths: Known;
  readonly inBodies: Known;
  /** By the end of an address: what makes sense after it. */
  readonly queries: Readonly<Record<string, readonly string[]>>;
  /** By the end of an address: bodies that chance seldom makes, or of which OpenAPI says no more than that they are objects. */
  readonly bodies: Readonly<Record<string, readonly object[]>>;
  readonly files: readonly Buffer[];
  /** Of some addresses: sheets on which something of the kind may be done at all, and who may do it. */
  readonly beforeCommittee: { readonly path: RegExp; readonly sheets: readonly string[]; readonly tokens: readonly string[] };
}

export function routesOf({ paths }: OpenApi): readonly Route[] {
  return Object.entries(paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, { requestBody }]) =>
    ({
      method: method.toUpperCase(), path, schema: requestBody?.content?.['application/json']?.schema,
      takesBytes: requestBody?.content?.['application/octet-stream'] !== undefined,
    })));
}

/** What stands under the end of an address. */
function ofPath<Entry>(entries: Readonly<Record<string, Entry>>, path: string): Entry | undefined {
  return Object.entries(entries).find(([end]) => path.endsWith(end))?.[1];
}

const otherMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'LOCK'];
const mark = '@hostile@';
/** One more than a file may have. */
const tooLargeBytes = attachmentBytesAtMost + 1;

/** Requests that are nearly right, and wrong in one place or several. */
export class HostileRequests {
  readonly #chance: Chance;
  readonly #known: KnownThings;
  readonly #tokens: readonly string[];
  readonly #valid: ValidValues;

  constructor(openApi: OpenApi, known: KnownThings, tokens: readonly string[], chance: Chance) {
    this.#chance = chance;
    this.#known = known;
    this.#tokens = tokens;
    this.#valid = new ValidValues(openApi.components.schemas, known.inBodies, chance);
  }

  next(route: Route): Asked {
    const chance = this.#chance;
    const method = chance.happens(0.04) ? chance.oneOf(otherMethods) : route.method;
    const body = this.#body(route, method);
    return {
      method, path: this.#path(route), headers: this.#headers(route, body !== undefined), ...(body !== undefined && { body }),
    };
  }

  #path({ path }: Route): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => (this.#chance.happens(0.75)
      ? encodeURIComponent(String(this.#chance.oneOf(this.#knownInPath(name, path)))) : this.#chance.oneOf(hostileSegments)));
    const queries = ofPath(this.#known.queries, path);
    if (queries !== undefined && this.#chance.happens(0.8)) return filled + this.#chance.oneOf(queries);
    return this.#chance.happens(path.endsWith('/sheets') ? 0.8 : 0.1) ? filled + this.#chance.oneOf(hostileQueries) : filled;
  }

  #knownInPath(name: string, path: string): readonly unknown[] {
    const { beforeCommittee, inPaths } = this.#known;
    return name === 'sheet' && beforeCommittee.path.test(path) && beforeCommittee.sheets.length > 0 && this.#chance.happens(0.8)
      ? beforeCommittee.sheets : inPaths[name] ?? ['x'];
  }

  #headers({ path, takesBytes }: Route, hasBody: boolean): Readonly<Record<string, string>> {
    const chance = this.#chance;
    const { beforeCommittee } = this.#known;
    const tokens = beforeCommittee.path.test(path) && chance.happens(0.5) ? beforeCommittee.tokens : this.#tokens;
    const headers: Record<string, string> = {
      ...(chance.happens(0.93) && { authorization: `Bearer ${chance.oneOf(tokens)}` }),
      ...(hasBody && { 'content-type': takesBytes && chance.happens(0.9) ? 'application/octet-stream' : 'application/json' }),
    };
    while (chance.happens(0.2)) {
      const [name, values] = chance.oneOf(hostileHeaders);
      headers[name] = chance.oneOf(values);
    }
    return headers;
  }

  #body({ schema, path, takesBytes }: Route, method: string): string | Buffer | undefined {
    const chance = this.#chance;
    if (method === 'GET' || method === 'HEAD') return chance.happens(0.02) ? '{}' : undefined;
    if (chance.happens(0.03)) return undefined;
    if (takesBytes && chance.happens(0.9)) return this.#file();
    if (chance.happens(0.05)) return chance.oneOf(hostileJson);
    if (chance.happens(0.002)) return JSON.stringify({ fields: { opinion: '巡'.repeat(700_000) } });
    const bodies = ofPath(this.#known.bodies, path);
    let value: unknown = bodies !== undefined && chance.happens(0.6) ? chance.oneOf(bodies) : schema === undefined ? {} : this.#valid.of(schema);
    const spots: string[] = [];
    while (chance.happens(0.45)) {
      spots.push(chance.oneOf(hostileJson));
      value = this.#spoiled(value, `${mark}${spots.length - 1}${mark}`);
    }
    const text = JSON.stringify(value).replace(/"@hostile@(\d+)@hostile@"/g, (_, spot: string) => spots[Number(spot)] ?? '');
    return chance.happens(0.03) ? this.#brokenBytes(text) : text;
  }

  /** The same with something else in one place: replaced, left out, or added under a name that nobody knows. */
  #spoiled(value: unknown, instead: string): unknown {
    const chance = this.#chance;
    if (typeof value !== 'object' || value === null || chance.happens(0.08)) return instead;
    if (Array.isArray(value)) {
      const items = value as readonly unknown[];
      if (items.length === 0 || chance.happens(0.15)) return [...items, instead];
      if (chance.happens(0.05)) return Array.from({ length: 2_100 }, () => items[0]);
      const at = chance.below(items.length);
      return items.map((item, index) => (index === at ? this.#spoiled(item, instead) : item));
    }
    const members = Object.entries(value);
    if (members.length === 0 || chance.happens(0.15)) {
      // A name that is looked up in a table must not find what every object has.
      return Object.fromEntries([...members, [chance.oneOf(['extra', '__proto__', 'constructor', 'toString', '\ud800', '', 'type', '$salt']), instead]]);
    }
    const [name, member] = chance.oneOf(members);
    if (chance.happens(0.2)) return Object.fromEntries(members.filter(([other]) => other !== name));
    return Object.fromEntries(members.map(([other, kept]) => [other, other === name ? this.#spoiled(member, instead) : kept]));
  }

  #file(): Buffer {
    if (this.#chance.happens(0.004)) return Buffer.alloc(tooLargeBytes);
    const file = this.#chance.oneOf(this.#known.files);
    return this.#chance.happens(0.2) ? this.#brokenBytes(file) : file;
  }

  #brokenBytes(text: string | Buffer): Buffer {
    const bytes = Buffer.from(text as string);
    for (let count = 1 + this.#chance.below(4); count > 0; count -= 1) bytes[this.#chance.below(bytes.length)] = this.#chance.below(256);
    return bytes;
  }
}
