import { join } from 'node:path';
import { officeIdPattern } from '../../kernel/office-id.ts';

/** Where the bytes of a digest lie; undefined for what can be no municipality or no digest. */
export function placeOfBytes(directory: string, municipality: string, digest: string): string | undefined {
  if (!officeIdPattern.test(municipality) || !/^[0-9a-f]{64}$/.test(digest)) return undefined;
  return join(directory, municipality, digest.slice(0, 2), digest);
}
