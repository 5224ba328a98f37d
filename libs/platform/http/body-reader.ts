import type { FastifyInstance } from 'fastify';
import { takesBytes } from '../attachments/takes-bytes.ts';
import { Problem } from '../problems/problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Bodies are JSON in UTF-8 and nothing else, but for the files that some routes take and read themselves. Other bytes
 * would be taken for U+FFFD and stand in the log for ever; what says that it is Shift_JIS or compressed is sent back
 * before it is read.
 */
export function readBodiesAsJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  // A key of a prototype is refused where every other fault of a body is: see body-fault.ts.
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding } = request.headers;
    const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1];
    if (encoding !== undefined || (charset !== undefined && charset.toLowerCase() !== 'utf-8')) {
      done(new Problem('wrong-media-type'));
      return;
    }
    const text = decoded(body as Buffer);
    if (text === undefined) done(new Problem('malformed-body', { reason: 'not UTF-8' }));
    // Whoever always names a type sends nothing by sending it so.
    else if (text === '') done(null, undefined);
    else void parse(request, text, done);
  });
  server.addContentTypeParser('*', (request, payload, done) => {
    if (takesBytes(request)) done(null, payload);
    // An address that leads nowhere is refused as such, whatever was sent there.
    else done(request.is404 ? null : new Problem('wrong-media-type'));
  });
}

function decoded(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}
