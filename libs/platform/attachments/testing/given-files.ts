/** The least that passes for a file of each kind. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n');
export const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
export const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
export const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);

/** A zip of empty files, as programs write it. */
export function zipOf(...names: readonly string[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const file = Buffer.alloc(30);
    file.writeUInt32LE(0x04034b50, 0);
    file.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    files.push(file, Buffer.from(name));
    list.push(entry, Buffer.from(name));
    at += file.length + Buffer.byteLength(name);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...list, end]);
}

export const docx = zipOf('_rels/.rels', 'word/document.xml', '[Content_Types].xml');
export const xlsx = zipOf('[Content_Types].xml', 'xl/workbook.xml');
export const pptx = zipOf('[Content_Types].xml', 'ppt/presentation.xml');
