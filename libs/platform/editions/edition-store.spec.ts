import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../event-store/contract/given-directory.ts';
import type { EventHeader } from '../../event-store/event-store.ts';
import { EditionStore } from './edition-store.ts';
import { faultsOfEdition } from './verify-editions.ts';

const directory = newDirectory();
let path: string;
let store: EditionStore;
let count = 0;
beforeEach(() => {
  path = directory.file(`editions-${count += 1}`);
  store = new EditionStore(path);
});
afterAll(() => directory.remove());

const parts = ['一枚目', '二枚目', '目次'].map((text) => Buffer.from(text));
const digestOf = (bytes: Uint8Array) => hash('sha256', bytes, 'hex');
const placed = (file: string, index: number) => {
  const part = parts[index] as Buffer;
  return { file, offset: Buffer.concat(parts.slice(0, index)).length, bytes: part.length, digest: digestOf(part) };
};
const placeOf = (file: string) => join(path, 'mihon', file.slice(0, 2), file);

describe('the bytes of an edition', () => {
  it('lie in one file that is called by their digest, for the owner of the directory alone', async () => {
    const file = await store.put('mihon', parts);
    expect(file).toBe(digestOf(Buffer.concat(parts)));
    expect(readFileSync(placeOf(file))).toEqual(Buffer.concat(parts));
    expect(statSync(placeOf(file)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '.arriving'))).toEqual([]);
    expect(await store.put('mihon', parts)).toBe(file);
  });

  it('are read part by part, and by no other municipality', async () => {
    const file = await store.put('mihon', parts);
    for (const index of [2, 0, 1, 1]) expect(await store.read('mihon', placed(file, index))).toEqual(parts[index]);
    await expect(new EditionStore(path).read('kaede', placed(file, 0))).rejects.toThrow();
  });

  it('are never read when they are not what was published', async () => {
    const file = await store.put('mihon', parts);
    const bytes = readFileSync(placeOf(file));
    bytes[0] = 0;
    writeFileSync(placeOf(file), bytes);
    await expect(store.read('mihon', placed(file, 0))).rejects.toThrow('does not hold what was published');
    expect(await store.read('mihon', placed(file, 1))).toEqual(parts[1]);
    await expect(store.read('mihon', { ...placed(file, 2), bytes: 99 })).rejects.toThrow('does not hold what was published');
  });

  it('are kept while they are read, up to a bound', async () => {
    const large = Array.from({ length: 5 }, (_, index) => Buffer.alloc(5 * 1_048_576, index));
    const file = await store.put('mihon', large);
    const at = (index: number) => ({ file, offset: index * 5 * 1_048_576, bytes: 5 * 1_048_576, digest: digestOf(large[index] as Buffer) });
    const first = await store.read('mihon', at(0));
    expect(await store.read('mihon', at(0)) === first).toBe(true);
    for (const index of [1, 2, 3]) await store.read('mihon', at(index));
    const again = await store.read('mihon', at(0));
    expect(again === first).toBe(false);
    expect(again.equals(first)).toBe(true);
  });
});

describe('what an event says was published', () => {
  it('is missed, or told to be something else, by verify', async () => {
    const file = await store.put('mihon', parts);
    const named = parts.map((bytes, index) => ({ kind: 'sheet', id: `${index}`, digest: digestOf(bytes), bytes: bytes.length }));
    const faults = (payload: object) =>
      faultsOfEdition(path, { type: 'EditionPublished', municipality: 'mihon' } as EventHeader, { $salt: '', ...payload });
    expect(faults({ file, parts: named })).toEqual([]);
    expect(faults({ file: digestOf(Buffer.from('lost')), parts: named })).toEqual([expect.stringContaining('is missing')]);
    expect(faults({ file, parts: named.map((part, index) => (index === 1 ? { ...part, digest: named[0]?.digest } : part)) }))
      .toEqual([expect.stringContaining('does not hold the sheet 1 as it was published')]);
    expect(faults({ file, parts: named.slice(0, 2) })).toEqual([expect.stringContaining('bytes, and not')]);
  });
});
