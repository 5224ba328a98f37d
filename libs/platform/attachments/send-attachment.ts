import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AttachmentStore } from './attachment-store.ts';

/** An attachment that its reader may see. */
export interface SentAttachment {
  readonly municipality: string;
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
}

/**
 * Answers with the bytes as a file to be kept, never as a page: whatever is in them, no browser shows it in our name. To be
 * called after access was settled, by a method that takes the whole reply.
 */
export async function sendAttachment(
  store: AttachmentStore, { municipality, digest, name, mediaType }: SentAttachment, request: FastifyRequest, reply: FastifyReply,
): Promise<void> {
  const tag = `"${digest}"`;
  const isKnown = request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) === true;
  const opened = isKnown ? undefined : await store.open(municipality, digest);
  if (!isKnown && opened === undefined) throw new Error(`the bytes of ${digest} of ${municipality} are not there`);
  // Who may see a field may cease to, so each time it is asked for again.
  void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'authorization, cookie, meguri-appointment');
  if (opened === undefined) {
    void reply.status(304).send();
    return;
  }
  void reply
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('content-disposition', contentDisposition(name))
    // Also of a table of values no more is said than that it is text: nothing is to open it by itself.
    .header('content-type', mediaType.replace(/^text\/[^;]+/, 'text/plain'))
    .header('content-length', opened.bytes)
    .send(opened.stream);
}

/** A file's name for every browser (RFC 6266, RFC 8187): in ASCII for those that know no other, then as it is. */
export function contentDisposition(name: string): string {
  const whole = name.toWellFormed();
  const plain = whole.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(whole).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
