/**
 * RFC 8785: one value has one text. `JSON.stringify` already prints numbers and strings as the RFC asks, so what is
 * left is the order of members.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string': return canonicalString(value);
    case 'number': return canonicalNumber(value);
    case 'boolean': return value ? 'true' : 'false';
    case 'object': break;
    default: throw new NotCanonical(`a ${typeof value} has no canonical text`);
  }
  if (value === null) return 'null';
  return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) text += (text === '' ? '' : ',') + canonicalJson(item);
  return `[${text}]`;
}

function canonicalObject(value: object): string {
  let members = '';
  for (const name of inOrder(Object.keys(value))) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) members += (members === '' ? '' : ',') + beginningOfMember(name) + canonicalJson(member);
  }
  return `{${members}}`;
}

/** Thrown for what has no canonical text: it must have been refused long before it gets here. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

const fewNames = 16;

/** To put a few names in order by hand costs less than what `sort` sets up, which is most of what writing an event leaves behind. */
function inOrder(names: string[]): string[] {
  if (names.length > fewNames) return names.sort();
  for (let end = 1; end < names.length; end++) {
    const name = names[end] as string;
    let place = end;
    for (; place > 0 && (names[place - 1] as string) > name; place--) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}

const beginnings = new Map<string, string>();
const keptAtMost = 1_000;
const longestKept = 100;

/** The same few names come with every event, and to quote them takes a third of the time. */
function beginningOfMember(name: string): string {
  let beginning = beginnings.get(name);
  if (beginning === undefined) {
    beginning = `${canonicalString(name)}:`;
    if (beginnings.size < keptAtMost && name.length <= longestKept) beginnings.set(name, beginning);
  }
  return beginning;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new NotCanonical('a lone surrogate has no canonical text');
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonical(`${value} has no canonical text`);
  return JSON.stringify(value);
}
