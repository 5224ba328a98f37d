import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

const documentsPath = '/api/docs';

/** What every answer carries, whichever route made it. */
export function addReplyHooks(server: FastifyInstance, log: Logger): void {
  server.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    // An attachment has a stricter one.
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', policyFor(request));
    return request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string'
      ? notModified(request, reply, payload) : payload;
  });
  // The route and not the address: an address may hold what somebody was looking for.
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions: { url: route } } = request;
    log.debug({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}

/** Pages bring everything they need; only the API's documents style themselves inline. */
function policyFor(request: FastifyRequest): string {
  const style = request.url.startsWith(documentsPath) ? "; style-src 'self' 'unsafe-inline'; img-src 'self' data:" : '';
  return `default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'${style}`;
}

/**
 * An answer's tag is made of what this asker was told, in his language, and of nothing else: something that he may not
 * see cannot change it.
 */
function notModified(request: FastifyRequest, reply: FastifyReply, payload: string): string | undefined {
  const { authorization = '', cookie = '', 'meguri-appointment': appointment = '', 'accept-language': language = '' } = request.headers;
  const tag = `"${hash('sha256', [authorization, cookie, appointment, language, payload].join('\n'), 'base64url')}"`;
  void reply.header('etag', tag).header('vary', 'authorization, cookie, meguri-appointment, accept-language');
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
  const known = request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  if (known !== true) return payload;
  void reply.status(304).removeHeader('content-type').removeHeader('content-length');
  return undefined;
}
