import { Readable } from 'node:stream';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';

/** A route whose body is a file, to the byte, under whatever type it is sent: what it is, its bytes say. */
export function TakesBytes(): MethodDecorator {
  return applyDecorators(
    RouteConfig({ takesBytes: true }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
}

/** Whether the request came to such a route. */
export function takesBytes({ is404, routeOptions }: FastifyRequest): boolean {
  return !is404 && (routeOptions.config as { readonly takesBytes?: boolean }).takesBytes === true;
}

/** Hands the body of such a route to a controller's method, before anything of it was read. */
export const Bytes = createParamDecorator((_: unknown, context: ExecutionContext): Readable => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (body instanceof Readable) return body;
  // JSON has been read as JSON before anybody asked for bytes, and is no attachment.
  throw new Problem(body === undefined ? 'attachment-empty' : 'attachment-type');
});
