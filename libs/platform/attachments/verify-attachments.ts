import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { EventHeader, EventPayload } from '../../event-store/event-store.ts';
import { placeOfBytes } from './attachment-place.ts';

/** Each file beside the log that is not what its name says, in a line of its own. What is still arriving has no name yet. */
export async function* faultsOfBytes(directory: string, what: 'attachment' | 'edition'): AsyncGenerator<string> {
  if (!existsSync(directory)) return;
  for (const file of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const place = join(file.parentPath, file.name);
    const [municipality = '', ...rest] = place.slice(directory.length + 1).split(sep);
    if (file.isDirectory() || municipality.startsWith('.')) continue;
    const fault = placeOfBytes(directory, municipality, rest.at(-1) ?? '') === place
      ? await faultOfBytes(place, file.name) : `no ${what} has such a name`;
    if (fault !== undefined) yield `${what}s/${[municipality, ...rest].join('/')}: ${fault}`;
  }
}

/** What an event says was attached, and is not there. */
export function missingAttachments(directory: string, { type, municipality }: EventHeader, payload: EventPayload): readonly string[] {
  if (type !== 'FileAttached') return [];
  return filesIn(payload).flatMap(({ digest, bytes }) => {
    const place = placeOfBytes(directory, municipality, digest);
    const size = place === undefined ? undefined : statSync(place, { throwIfNoEntry: false })?.size;
    if (size === undefined) return [`the attachment ${digest} is missing`];
    return size === bytes ? [] : [`the attachment ${digest} has ${size} bytes, and not ${String(bytes)}`];
  });
}

async function faultOfBytes(path: string, digest: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (fault) {
    return (fault as Error).message;
  }
  return hash.digest('hex') === digest ? undefined : 'its bytes are not those that were stored: their SHA-256 is not its name';
}

interface NamedFile {
  readonly digest: string;
  readonly bytes: unknown;
}

/** Wherever in the payload it stands: versions of the event may differ in that. */
function filesIn(value: unknown): readonly NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const { digest, bytes } = value as { readonly digest?: unknown; readonly bytes?: unknown };
  return [
    ...(typeof digest === 'string' ? [{ digest, bytes }] : []),
    ...Object.values(value).flatMap(filesIn),
  ];
}
