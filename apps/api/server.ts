import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { refuseClientError } from '../../libs/platform/http/client-error.ts';
import { readBodiesAsJson } from '../../libs/platform/http/body-reader.ts';
import { addReplyHooks } from '../../libs/platform/http/reply-hooks.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { ProblemFilter } from '../../libs/platform/problems/problem-filter.ts';
import { AppModule } from './app.module.ts';
import { openApiOf } from './open-api.ts';

const bodyLimitBytes = 1_048_576;
/** For a whole request to arrive; answers, and streams of changes, may take as long as they do. */
const requestTimeoutMs = 30_000;

/** The HTTP application over an installation: built and checked, not yet listening. */
export async function buildServer(installation: Installation): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter(installation.problems, installation.log);
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // An open stream of changes must not hold up the end of the process.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // What the framework refuses before any route is looked for, in the words of every other refusal.
    frameworkErrors: (fault: FastifyError, request: FastifyRequest, reply: FastifyReply) => { filter.send(fault, request, reply); },
    clientErrorHandler: refuseClientError(installation.problems),
  });
  addReplyHooks(adapter.getInstance(), installation.log);
  readBodiesAsJson(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(installation), adapter, {
    logger: false, abortOnError: false, bodyParser: false,
  });
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'api/openapi.json', raw: ['json'], customSiteTitle: 'Meguri API',
  });
  await app.init();
  return app;
}
