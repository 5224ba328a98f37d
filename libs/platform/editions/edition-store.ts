import { createHash, hash, randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOfBytes } from '../attachments/attachment-place.ts';
import { arrivingIn, nameBytes, orUnavailable } from '../attachments/bytes-by-digest.ts';

/** Of what was read last: the newest edition of a few offices. */
const keptBytesAtMost = 16 * 1_048_576;
const bytesAtOnce = 524_288;

/** Where bytes that were published lie, and what they must be. */
export interface PublishedBytes {
  readonly file: string;
  readonly offset: number;
  readonly bytes: number;
  readonly digest: string;
}

/**
 * The bytes of editions beside the log: of each edition one file with all its parts, one after the other, called by its
 * SHA-256, written once, never changed, and on the disk before any event names it. Each municipality has its own.
 */
export class EditionStore {
  readonly #arriving: string;
  /** By digest, the one read longest ago first. */
  readonly #kept = new Map<string, Buffer>();
  #keptBytes = 0;

  constructor(readonly directory: string) {
    this.#arriving = arrivingIn(directory);
  }

  /**
   * The name of the file with these parts: until it is whole and on the disk nobody finds it under that. What is there of it is
   * written while the rest is still being made.
   */
  async put(municipality: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
    const arriving = join(this.#arriving, randomUUID());
    return orUnavailable(async () => {
      const file = await open(arriving, 'wx', 0o600);
      try {
        const name = await pour(parts, file);
        await file.sync();
        await nameBytes(arriving, this.directory, municipality, name);
        return name;
      } finally {
        await file.close();
        await rm(arriving, { force: true });
      }
    });
  }

  /** A part as it was published: other bytes than those that an event names are never read. */
  async read(municipality: string, part: PublishedBytes): Promise<Buffer> {
    const kept = this.#taken(part.digest);
    const bytes = kept ?? await orUnavailable(() => this.#readFile(municipality, part));
    this.#keep(part.digest, bytes);
    return bytes;
  }

  async #readFile(municipality: string, { file: name, offset, bytes, digest }: PublishedBytes): Promise<Buffer> {
    const place = placeOfBytes(this.directory, municipality, name);
    if (place === undefined) throw new Error(`${municipality} has no edition ${name}`);
    const file = await open(place, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(bytes), 0, bytes, offset);
      if (bytesRead !== bytes || hash('sha256', buffer, 'hex') !== digest) throw new Error(`${place} does not hold what was published`);
      return buffer;
    } finally {
      await file.close();
    }
  }

  #taken(digest: string): Buffer | undefined {
    const kept = this.#kept.get(digest);
    if (kept !== undefined) this.#forget(digest, kept);
    return kept;
  }

  /** Of two who read the same at once, the second finds it kept. */
  #keep(digest: string, bytes: Buffer): void {
    this.#taken(digest);
    this.#kept.set(digest, bytes);
    this.#keptBytes += bytes.length;
    for (const [oldest, other] of this.#kept) {
      if (this.#keptBytes <= keptBytesAtMost) break;
      this.#forget(oldest, other);
    }
  }

  #forget(digest: string, { length }: Buffer): void {
    this.#kept.delete(digest);
    this.#keptBytes -= length;
  }
}

/** The digest of all that was written. */
async function pour(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, file: FileHandle): Promise<string> {
  const digest = createHash('sha256');
  let written = Promise.resolve();
  let [waiting, bytes]: [Uint8Array[], number] = [[], 0];
  const write = (some: readonly Uint8Array[]): void => {
    written = written.then(() => file.writeFile(Buffer.concat(some)));
    // Whoever waits for the end hears of it.
    written.catch(() => undefined);
  };
  for await (const part of parts) {
    digest.update(part);
    waiting.push(part);
    bytes += part.length;
    if (bytes < bytesAtOnce) continue;
    write(waiting);
    [waiting, bytes] = [[], 0];
  }
  write(waiting);
  await written;
  return digest.digest('hex');
}
