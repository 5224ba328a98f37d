import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EventHeader, EventPayload } from '../../event-store/event-store.ts';
import { placeOfBytes } from '../attachments/attachment-place.ts';

/** What an event says was published, and does not lie beside the log as it says. */
export function faultsOfEdition(directory: string, { type, municipality }: EventHeader, payload: EventPayload): readonly string[] {
  if (type !== 'EditionPublished') return [];
  const { file, parts } = payload as unknown as { readonly file: string; readonly parts: readonly NamedPart[] };
  const place = placeOfBytes(directory, municipality, file);
  const whole = place === undefined ? undefined : bytesOf(place);
  if (whole === undefined) return [`the edition ${file} is missing`];
  let offset = 0;
  const faults = parts.flatMap(({ kind, id, digest, bytes }) => {
    const part = whole.subarray(offset, offset += bytes);
    return hash('sha256', part, 'hex') === digest ? [] : [`the edition ${file} does not hold the ${kind} ${id} as it was published`];
  });
  return offset === whole.length ? faults : [...faults, `the edition ${file} has ${whole.length} bytes, and not ${offset}`];
}

interface NamedPart {
  readonly kind: string;
  readonly id: string;
  readonly digest: string;
  readonly bytes: number;
}

function bytesOf(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}
