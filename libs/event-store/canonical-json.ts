/**
 * RFC 8785: one value has one text. `JSON.stringify` already prints numbers and strings as the RFC asks, so what is
 * left is the order of members; most of our values are built in that order and pass straight through.
 */
export function canonicalJson(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : inOrder(value);
}

/** Thrown for what has no canonical text: it must have been refused long before it gets here. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string': return wellFormed(value);
    case 'number': return finite(value);
    case 'boolean': return true;
    case 'object': break;
    default: throw new NotCanonical(`a ${typeof value} has no canonical text`);
  }
  if (value === null) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (!isInOrder(item)) return false;
    return true;
  }
  let previous: string | undefined;
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    // An engine lists integer-like keys first, whatever their order as text.
    if (member === undefined || (previous !== undefined && previous > key) || isDigit(key)) return false;
    if (!wellFormed(key) || !isInOrder(member)) return false;
    previous = key;
  }
  return true;
}

function inOrder(value: unknown): string {
  switch (typeof value) {
    case 'string': wellFormed(value); return JSON.stringify(value);
    case 'number': finite(value); return JSON.stringify(value);
    case 'boolean': return value ? 'true' : 'false';
    case 'object': break;
    default: throw new NotCanonical(`a ${typeof value} has no canonical text`);
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    wellFormed(key);
    members.push(`${JSON.stringify(key)}:${inOrder(member)}`);
  }
  return `{${members.join(',')}}`;
}

function wellFormed(text: string): true {
  if (!text.isWellFormed()) throw new NotCanonical('a lone surrogate has no canonical text');
  return true;
}

function finite(value: number): true {
  if (!Number.isFinite(value)) throw new NotCanonical(`${value} has no canonical text`);
  return true;
}

function isDigit(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57;
}
