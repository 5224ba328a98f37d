import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemAnswer } from '../../libs/platform/http/answers.ts';
import { inputSchemas } from '../../libs/platform/http/input-schemas.ts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The API as a document: routes from the controllers, schemas from the very decorators that check what comes in. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Meguri 巡り')
    .setDescription('行政評価の一年を記録する API。The annual evaluation cycle of local governments.')
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, { ...config, openapi: '3.1.0' }, { extraModels: [ProblemAnswer] });
  const schemas = inputSchemas() as Schemas;
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Record<string, unknown> }>)) {
      operation.responses = { ...operation.responses, default: problemResponse };
    }
  }
  // By name: in which order files happen to import one another is no change of the API.
  const byName = Object.entries({ ...document.components?.schemas, ...schemas }).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(byName) } };
}

const problemResponse = {
  description: 'What was refused, and why (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${ProblemAnswer.name}` } } },
};
