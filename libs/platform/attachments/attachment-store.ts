import { createHash, randomUUID } from 'node:crypto';
import { access, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isRejected, reject, type Rejected } from '../../kernel/decision.ts';
import { placeOfBytes } from './attachment-place.ts';
import { arrivingIn, nameBytes, orUnavailable } from './bytes-by-digest.ts';
import { attachmentExtensions, mediaTypeOf } from './media-type.ts';
import { extensionOf } from './clean-name.ts';

export const attachmentBytesAtMost = 20 * 1_048_576;

/** What bytes are let in as. */
export interface AttachmentLimits {
  /** As cleaned; its extension says what the bytes must be. */
  readonly name: string;
  readonly bytesAtMost?: number;
}

/** Bytes that are kept, as an event names them. */
export interface StoredBytes {
  /** SHA-256 in hexadecimal digits. */
  readonly digest: string;
  readonly bytes: number;
  /** As found in the bytes, with the charset of a text. */
  readonly mediaType: string;
}

export type AttachmentRefusal = 'attachment-type' | 'attachment-too-large' | 'attachment-cut-short' | 'attachment-empty';

/** Bytes on their way out; the stream must be read or destroyed. */
export interface OpenedBytes {
  readonly bytes: number;
  readonly stream: Readable;
}

/**
 * Bytes beside the log, called by their digest: written once, never changed, and on the disk before any event names them.
 * Each municipality has its own, and a digest of another's answers as if it did not exist.
 */
export class AttachmentStore {
  readonly #arriving: string;

  constructor(readonly directory: string) {
    this.#arriving = arrivingIn(directory);
  }

  /** Takes all that comes, or nothing: until it is whole and on the disk it has no name under which anybody finds it. */
  async put(municipality: string, bytes: Readable, { name, bytesAtMost = attachmentBytesAtMost }: AttachmentLimits):
  Promise<StoredBytes | Rejected<AttachmentRefusal>> {
    const extension = extensionOf(name);
    if (!attachmentExtensions.includes(extension)) return wrongType(extension);
    const arriving = join(this.#arriving, randomUUID());
    // A line may break before anybody reads from it; whoever reads then hears of it.
    bytes.on('error', () => undefined);
    return orUnavailable(async () => {
      const file = await open(arriving, 'wx+', 0o600);
      try {
        const poured = await pour(bytes, file, bytesAtMost);
        if (isRejected(poured)) return poured;
        if (poured.bytes === 0) return reject('attachment-empty');
        const mediaType = await mediaTypeOf(file, poured.bytes, extension);
        if (mediaType === undefined) return wrongType(extension);
        await file.sync();
        await nameBytes(arriving, this.directory, municipality, poured.digest);
        return { ...poured, mediaType };
      } finally {
        await file.close();
        await rm(arriving, { force: true });
      }
    });
  }

  async has(municipality: string, digest: string): Promise<boolean> {
    const place = placeOfBytes(this.directory, municipality, digest);
    return place !== undefined && await orUndefined(async () => { await access(place); return true; }) === true;
  }

  async open(municipality: string, digest: string): Promise<OpenedBytes | undefined> {
    const place = placeOfBytes(this.directory, municipality, digest);
    if (place === undefined) return undefined;
    return orUndefined(async () => {
      const file = await open(place, 'r');
      const { size } = await file.stat();
      return { bytes: size, stream: file.createReadStream() };
    });
  }
}

function wrongType(extension: string): Rejected<'attachment-type'> {
  return reject('attachment-type', { extension, allowed: attachmentExtensions });
}

/** The stream is left as it is when it is too long: whoever sends it is still to be told so on the same line. */
async function pour(bytes: Readable, file: FileHandle, bytesAtMost: number):
Promise<Omit<StoredBytes, 'mediaType'> | Rejected<AttachmentRefusal>> {
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bytesAtMost) return reject('attachment-too-large', { bytesAtMost });
      digest.update(chunk);
      await file.writeFile(chunk);
    }
  } catch (fault) {
    if (bytes.destroyed && !bytes.readableEnded) return reject('attachment-cut-short');
    throw fault;
  }
  return { digest: digest.digest('hex'), bytes: size };
}

async function orUndefined<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
  return orUnavailable(async () => {
    try {
      return await work();
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw fault;
    }
  });
}
