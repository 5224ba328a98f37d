import type { FileHandle } from 'node:fs/promises';

const endRecord = Buffer.from('PK\u0005\u0006', 'latin1');
const endRecordBytes = 22;
const longestComment = 65_535;
const entry = Buffer.from('PK\u0001\u0002', 'latin1');
const entryBytes = 46;
/** Some ten thousand parts; a document has some tens. */
const listBytesAtMost = 1_048_576;

/** Whether a zip is a document of Office whose main part lies in this folder; any other zip is refused. */
export async function isOfficeDocument(file: FileHandle, bytes: number, folder: 'word' | 'xl' | 'ppt'): Promise<boolean> {
  const names = await namesIn(file, bytes);
  return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(`${folder}/`));
}

/** The names in the list at a zip's end, which is what programs go by; none when it cannot be read. */
async function namesIn(file: FileHandle, bytes: number): Promise<readonly string[]> {
  const tailBytes = Math.min(bytes, endRecordBytes + longestComment);
  const tail = await part(file, bytes - tailBytes, tailBytes);
  const end = tail.lastIndexOf(endRecord);
  if (end === -1 || end + endRecordBytes > tail.length) return [];
  const [listBytes, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (listBytes > listBytesAtMost || start + listBytes > bytes) return [];
  const list = await part(file, start, listBytes);
  const names: string[] = [];
  for (let at = 0; at + entryBytes <= list.length && list.indexOf(entry, at) === at;) {
    const nameBytes = list.readUInt16LE(at + 28);
    names.push(list.toString('latin1', at + entryBytes, at + entryBytes + nameBytes));
    at += entryBytes + nameBytes + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return names;
}

async function part(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
