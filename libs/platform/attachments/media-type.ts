import type { FileHandle } from 'node:fs/promises';
import { isOfficeDocument } from './office-document.ts';

interface Kind {
  readonly mediaType: string;
  /** How its bytes begin; text begins as it likes. */
  readonly begins?: Buffer;
  /** The folder of its main part, when it is a zip. */
  readonly folder?: 'word' | 'xl' | 'ppt';
}

const zip = Buffer.from('504b0304', 'hex');
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const jpeg: Kind = { mediaType: 'image/jpeg', begins: Buffer.from('ffd8ff', 'hex') };
const openXml = 'application/vnd.openxmlformats-officedocument';

/** What a ward office mails. An archive hides what is in it and is not among them. */
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['pdf', { mediaType: 'application/pdf', begins: Buffer.from('%PDF-') }],
  ['docx', { mediaType: `${openXml}.wordprocessingml.document`, begins: zip, folder: 'word' }],
  ['xlsx', { mediaType: `${openXml}.spreadsheetml.sheet`, begins: zip, folder: 'xl' }],
  ['pptx', { mediaType: `${openXml}.presentationml.presentation`, begins: zip, folder: 'ppt' }],
  ['doc', { mediaType: 'application/msword', begins: ole }],
  ['xls', { mediaType: 'application/vnd.ms-excel', begins: ole }],
  ['ppt', { mediaType: 'application/vnd.ms-powerpoint', begins: ole }],
  ['png', { mediaType: 'image/png', begins: Buffer.from('89504e470d0a1a0a', 'hex') }],
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['csv', { mediaType: 'text/csv' }],
  ['txt', { mediaType: 'text/plain' }],
]);

/** The extensions that an attachment may have. */
export const attachmentExtensions: readonly string[] = [...kinds.keys()];

/** The media type of a file whose bytes are what its extension says; undefined when they are something else. */
export async function mediaTypeOf(file: FileHandle, bytes: number, extension: string): Promise<string | undefined> {
  const kind = kinds.get(extension);
  if (kind === undefined) return undefined;
  const { mediaType, begins, folder } = kind;
  if (begins === undefined) {
    const charset = await charsetOf(file);
    return charset === undefined ? undefined : `${mediaType}; charset=${charset}`;
  }
  const head = Buffer.alloc(begins.length);
  await file.read(head, 0, head.length, 0);
  return head.equals(begins) && (folder === undefined || await isOfficeDocument(file, bytes, folder)) ? mediaType : undefined;
}

/** How far a browser that guesses would look, and more. */
const markupBytes = 4_096;
/** What begins like this is a page, whatever it is called. */
const markup = new RegExp([
  /^(?:\xef\xbb\xbf)?[\t\n\f\r ]*</,
  /(?:!--|\?xml|(?:!doctype|html|head|body|script|svg|iframe|object|embed|style|title|meta|link|table|div|font|img|h1|br|p|a|b)[\t\n\f\r >/])/,
].map(({ source }) => source).join(''), 'i');

/** How a text is written; undefined when it is none, or one that a browser could take for a page. */
async function charsetOf(file: FileHandle): Promise<string | undefined> {
  const decoders = new Map(['utf-8', 'shift_jis'].map((charset) => [charset, new TextDecoder(charset, { fatal: true })]));
  let position = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, position);
    const chunk = buffer.subarray(0, bytesRead);
    if (chunk.includes(0) || (position === 0 && markup.test(chunk.toString('latin1', 0, markupBytes)))) return undefined;
    for (const [charset, decoder] of decoders) {
      if (!decodes(decoder, chunk)) decoders.delete(charset);
    }
    if (bytesRead === 0 || decoders.size === 0) return decoders.keys().next().value;
    position += bytesRead;
  }
}

/** A chunk of nothing is the end, where no character may be cut in two. */
function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk.length > 0 });
    return true;
  } catch {
    return false;
  }
}
