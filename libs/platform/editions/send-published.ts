import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** For how long, and by whom, what was published may be kept; an edition of a number never changes. */
const keeping = {
  always: 'public, max-age=31536000, immutable',
  newest: 'public, max-age=300',
  office: 'private, no-cache',
} as const;

/** Bytes under a tag that is their digest: the same for everybody who may read them. */
export function sendPublished(
  bytes: Buffer, kept: keyof typeof keeping, request: FastifyRequest, reply: FastifyReply, digest: string = hash('sha256', bytes, 'hex'),
): void {
  const tag = `"${digest}"`;
  void reply.header('etag', tag).header('cache-control', keeping[kept]);
  if (kept === 'office') void reply.header('vary', 'authorization, cookie, meguri-appointment');
  if (request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) === true) {
    void reply.status(304).send();
    return;
  }
  void reply.header('content-type', 'application/json; charset=utf-8').send(bytes);
}
