import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../event-store/contract/given-directory.ts';
import { StoreUnavailable } from '../../event-store/event-store.ts';
import { isRejected } from '../../kernel/decision.ts';
import { AttachmentStore, attachmentBytesAtMost, type StoredBytes } from './attachment-store.ts';
import { attachmentExtensions } from './media-type.ts';
import { docx, jpeg, oldOffice, pdf, png, pptx, xlsx, zipOf } from './testing/given-files.ts';

let directory: ReturnType<typeof newDirectory>;
let path: string;
let store: AttachmentStore;
beforeEach(() => {
  directory = newDirectory();
  path = directory.file('attachments');
  store = new AttachmentStore(path);
});
afterEach(() => directory.remove());

const streamOf = (...chunks: readonly Buffer[]) => Readable.from(chunks, { objectMode: false });
const putting = (name: string, bytes: Buffer, bytesAtMost?: number) =>
  store.put('mihon', streamOf(bytes), { name, ...(bytesAtMost !== undefined && { bytesAtMost }) });

async function stored(name: string, bytes: Buffer): Promise<StoredBytes> {
  const answer = await putting(name, bytes);
  if (isRejected(answer)) throw new Error(answer.code);
  return answer;
}

/** Every file there is, whether it has its name yet or not. */
function files(): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function bytesOf(municipality: string, digest: string): Promise<Buffer | undefined> {
  const opened = await store.open(municipality, digest);
  return opened && buffer(opened.stream);
}

describe('an attachment store', () => {
  it('keeps bytes under their digest, for their owner only, and gives them back', async () => {
    const { digest, bytes, mediaType } = await stored('概要.pdf', pdf);
    expect({ digest, bytes, mediaType }).toEqual({ digest: hash('sha256', pdf, 'hex'), bytes: pdf.length, mediaType: 'application/pdf' });
    const place = join(path, 'mihon', digest.slice(0, 2), digest);
    expect(readFileSync(place).equals(pdf)).toBe(true);
    expect([statSync(place).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(await store.has('mihon', digest)).toBe(true);
    expect((await bytesOf('mihon', digest))?.equals(pdf)).toBe(true);
    expect((await store.open('mihon', digest).then((opened) => opened?.stream.destroy() && opened.bytes))).toBe(pdf.length);
  });

  it('knows nothing of what is another municipality\'s, nor of what is no digest', async () => {
    const { digest } = await stored('a.pdf', pdf);
    for (const [municipality, asked] of [
      ['sakura', digest], ['mihon', digest.replace(/^./, (first) => (first === '0' ? '1' : '0'))], ['mihon', `../mihon/${digest.slice(0, 2)}/${digest}`], ['..', digest], ['.arriving', digest],
      ['mihon', ''], ['mihon', digest.toUpperCase()],
    ] as const) {
      expect([asked, await store.has(municipality, asked), await store.open(municipality, asked)]).toEqual([asked, false, undefined]);
    }
  });

  it('keeps the same bytes once, whoever sends them together, and mends what a disk has changed', async () => {
    const answers = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map((name) => stored(name, pdf)));
    expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1);
    const [{ digest }] = answers as [StoredBytes];
    expect(files()).toEqual([digest]);
    writeFileSync(join(path, 'mihon', digest.slice(0, 2), digest), 'rot');
    await stored('a.pdf', pdf);
    expect((await bytesOf('mihon', digest))?.equals(pdf)).toBe(true);
  });

  it('takes what comes in pieces, up to its limit to the byte', async () => {
    const whole = Buffer.concat([pdf, Buffer.alloc(300_000, 'x')]);
    const pieces = Array.from({ length: Math.ceil(whole.length / 7_001) }, (_, index) => whole.subarray(index * 7_001, (index + 1) * 7_001));
    expect(await store.put('mihon', streamOf(...pieces), { name: 'a.pdf', bytesAtMost: whole.length }))
      .toEqual({ digest: hash('sha256', whole, 'hex'), bytes: whole.length, mediaType: 'application/pdf' });
    expect(await putting('a.pdf', Buffer.concat([whole, Buffer.from('y')]), whole.length))
      .toMatchObject({ code: 'attachment-too-large', details: { bytesAtMost: whole.length } });
    expect(files()).toEqual([hash('sha256', whole, 'hex')]);
    expect(attachmentBytesAtMost).toBe(20_971_520);
  });

  it('leaves nothing of what was cut short, and nothing under a name before it is whole', async () => {
    const sending = new PassThrough();
    const answer = store.put('mihon', sending, { name: 'a.pdf' });
    sending.write(Buffer.concat([pdf, Buffer.alloc(100_000)]));
    while (files().length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
    expect(readdirSync(path)).toEqual(['.arriving']);
    sending.destroy();
    expect(await answer).toMatchObject({ code: 'attachment-cut-short' });
    expect(files()).toEqual([]);
    const gone = new PassThrough();
    gone.destroy(new Error('aborted'));
    expect(await store.put('mihon', gone, { name: 'a.pdf' })).toMatchObject({ code: 'attachment-cut-short' });
  });

  it('sweeps away what a process left that died, and nothing that may still be arriving', async () => {
    const { digest } = await stored('a.pdf', pdf);
    for (const [name, ageInSeconds] of [['left', 7_200], ['arriving', 60]] as const) {
      writeFileSync(join(path, '.arriving', name), 'half');
      const then = Date.now() / 1_000 - ageInSeconds;
      utimesSync(join(path, '.arriving', name), then, then);
    }
    store = new AttachmentStore(path);
    expect(readdirSync(join(path, '.arriving'))).toEqual(['arriving']);
    expect(await store.has('mihon', digest)).toBe(true);
  });

  it('says of a disk that cannot be used that it may pass, and not that the file is wrong', async () => {
    rmSync(path, { recursive: true });
    await expect(putting('a.pdf', pdf)).rejects.toThrow(StoreUnavailable);
    mkdirSync(join(path, '.arriving'), { recursive: true });
    writeFileSync(join(path, 'mihon'), 'in the way');
    await expect(putting('a.pdf', pdf)).rejects.toThrow(StoreUnavailable);
    expect(files()).toEqual(['mihon']);
    await expect(store.open('mihon', 'a'.repeat(64))).rejects.toThrow(StoreUnavailable);
  });
});

const openXml = 'application/vnd.openxmlformats-officedocument';
const sjis = Buffer.from([0x95, 0x5c, 0x2c, 0x87, 0x40, 0x0d, 0x0a]);
const utf8 = Buffer.from('指標,実績\r\n参加者,１２人\r\n');
/** A character lies across the end of what is read at once. */
const longText = Buffer.from(`a${'評'.repeat(50_000)}`);

describe('the type of an attachment', () => {
  it.each<[string, Buffer, string]>([
    ['a.pdf', pdf, 'application/pdf'], ['A.PDF', pdf, 'application/pdf'],
    ['a.png', png, 'image/png'], ['a.jpg', jpeg, 'image/jpeg'], ['a.jpeg', jpeg, 'image/jpeg'],
    ['a.docx', docx, `${openXml}.wordprocessingml.document`], ['a.xlsx', xlsx, `${openXml}.spreadsheetml.sheet`],
    ['a.pptx', pptx, `${openXml}.presentationml.presentation`],
    ['a.doc', oldOffice, 'application/msword'], ['a.xls', oldOffice, 'application/vnd.ms-excel'], ['a.ppt', oldOffice, 'application/vnd.ms-powerpoint'],
    ['a.csv', utf8, 'text/csv; charset=utf-8'], ['a.csv', sjis, 'text/csv; charset=shift_jis'], ['a.txt', longText, 'text/plain; charset=utf-8'],
    ['a.txt', Buffer.from('<参考> <A市> 5 < 7'), 'text/plain; charset=utf-8'],
  ])('of %s is read from its bytes', async (name, bytes, mediaType) => expect(await putting(name, bytes)).toMatchObject({ mediaType }));

  it.each<[string, string, Buffer]>([
    ['an archive', 'a.zip', docx], ['an archive called a document', 'a.docx', zipOf('a.exe')],
    ['a document called a table', 'a.xlsx', docx], ['a zip without its list', 'a.docx', docx.subarray(0, -22)],
    ['a zip whose list lies outside it', 'a.docx', Buffer.concat([docx.subarray(0, -6), Buffer.from('ffffffffffff', 'hex')])],
    ['a program', 'a.exe', Buffer.from('MZ')], ['a program called a picture', 'a.png', Buffer.from('MZ')], ['a picture called another', 'a.jpg', png],
    ['half a beginning', 'a.pdf', Buffer.from('%PD')],
    ['a page', 'a.html', Buffer.from('<html>')], ['a drawing', 'a.svg', Buffer.from('<svg/>')],
    ...['<html>', '<!DOCTYPE html>', '\ufeff\n  <HTML lang="ja">', '<script>x', '<svg xmlns="">', '<?xml version="1.0"?>', '<!-- x -->', '<img src=x onerror=x>']
      .map((text): [string, string, Buffer] => [`a page called a text: ${text}`, 'a.txt', Buffer.from(text)]),
    ['a page called a table of values', 'a.csv', Buffer.from(' <body>')],
    ['a text with a NUL', 'a.txt', Buffer.from('a\0b')], ['a text in UTF-16', 'a.csv', Buffer.from('指標,1', 'utf16le')],
    ['a text in no letters', 'a.txt', Buffer.from([0xff, 0xfe, 0x80])], ['a text that ends in the middle of a character', 'a.txt', Buffer.from([0x61, 0x95])],
    ['no extension', 'pdf', pdf], ['an extension of another kind', 'a.constructor', pdf],
  ])('is not that of %s', async (_what, name, bytes) => {
    expect(await putting(name, bytes)).toMatchObject({ code: 'attachment-type', details: { allowed: attachmentExtensions } });
    expect(files()).toEqual([]);
  });

  it('is none of nothing', async () => expect(await putting('a.txt', Buffer.alloc(0))).toMatchObject({ code: 'attachment-empty' }));
});
