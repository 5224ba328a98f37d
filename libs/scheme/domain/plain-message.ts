import type { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;

/** What is wrong with one member, in words for whoever writes schemes. */
export function plainMessage(issue: RawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'invalid_type': return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value': return `must be ${oneOf(issue.values)}`;
    case 'invalid_key': return issue.issues[0]?.message;
    case 'invalid_union': return unionMessage(issue);
    case 'too_small': return `must ${issue.origin === 'number' || issue.origin === 'int' ? 'be' : 'have'} at least ${amount(issue.minimum, issue.origin)}`;
    case 'too_big': return `must ${issue.origin === 'number' || issue.origin === 'int' ? 'be' : 'have'} at most ${amount(issue.maximum, issue.origin)}`;
    default: return undefined;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', record: 'an object',
};

function amount(limit: number | bigint, origin: string): string {
  const one = Number(limit) === 1;
  if (origin === 'string') return `${limit} ${one ? 'character' : 'characters'}`;
  return origin === 'array' ? `${limit} ${one ? 'member' : 'members'}` : String(limit);
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

/** A kind that there is not. */
function unionMessage({ input, discriminator, options }: RawIssue): string | undefined {
  if (typeof discriminator !== 'string' || !Array.isArray(options)) return undefined;
  const given = (input as Readonly<Record<string, unknown>>)[discriminator];
  if (given === undefined) return 'is missing';
  return `${typeof given === 'string' ? `there is no "${given.slice(0, 40)}"; ` : ''}must be ${oneOf(options)}`;
}
