import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { StoreUnavailable } from '../../event-store/event-store.ts';
import { isSqliteError } from '../../event-store/sqlite/sqlite-error.ts';
import { ModelNotReady } from '../reads/read-model-host.ts';
import { Problem, problemBody, type ProblemTexts } from './problem.ts';

const retryAfterSeconds = '2';

/** Every answer that is not a success leaves through here. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly texts: ProblemTexts, private readonly log: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  send(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const [code, details] = named(thrown);
    const body = problemBody(this.texts, code, details, request.headers['accept-language']);
    if (body.status === 500) this.log.error({ err: thrown, route: request.routeOptions.url }, 'request broke');
    // The log is not the only file that a full disk keeps from being written; the operator hears of each.
    if (code === 'store-unavailable') this.log.warn({ err: thrown }, 'nothing can be recorded');
    if (body.status === 503) void reply.header('retry-after', retryAfterSeconds);
    // Who refuses for having been asked too often knows for how long.
    if (typeof details['retryAfterSeconds'] === 'number') void reply.header('retry-after', details['retryAfterSeconds']);
    if (body.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(body.status).type('application/problem+json').header('cache-control', 'no-store')
      .header('vary', 'accept-language').send(JSON.stringify(body));
  }
}

type Named = readonly [code: string, details: Readonly<Record<string, unknown>>];

function named(thrown: unknown): Named {
  if (thrown instanceof Problem) return [thrown.code, thrown.details];
  if (thrown instanceof StoreUnavailable || isDiskTrouble(thrown)) return ['store-unavailable', {}];
  if (thrown instanceof ModelNotReady) return ['model-not-ready', { model: thrown.model }];
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: unknown } | undefined)?.statusCode;
  switch (status) {
    case 401: return ['not-signed-in', {}];
    case 403: return ['not-allowed', {}];
    case 404: return ['no-such-address', {}];
    case 413: return ['too-large', {}];
    case 415: return ['wrong-media-type', {}];
    case 431: return ['headers-too-large', {}];
    default: return typeof status === 'number' && status >= 400 && status < 500 ? ['malformed-body', {}] : ['broken', {}];
  }
}

/** Of the files beside the log: full, gone, locked. What is wrong with our SQL stays a fault of ours. */
function isDiskTrouble(thrown: unknown): boolean {
  return isSqliteError(thrown) && /^SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN)/.test(thrown.code);
}
