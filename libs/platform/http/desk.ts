import { randomUUID } from 'node:crypto';
import { createParamDecorator, SetMetadata, type CanActivate, type ExecutionContext, applyDecorators } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiHeader, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reflector } from '@nestjs/core';
import { isRejected, type Rejected } from '../../kernel/decision.ts';
import { parseUuid } from '../../kernel/uuid.ts';
import type { Asker, Credential, PersonNames, WhoAsks } from '../access/asker.ts';
import type { CommandClass, Receipt } from '../commands/verb.ts';
import { deriveUuid } from '../commands/command-id.ts';
import { Problem } from '../problems/problem.ts';
import type { QueryClass } from '../reads/question.ts';
import type { Site } from './site.ts';

/** The name of the command or query that a route performs, or that it is open to everybody. */
export const routeMetadata = 'meguri:route';
export const open = 'open';

/** A route that records: one verb of one stream. */
export function Does(command: { readonly verb: { readonly name: string } }, summary: string): MethodDecorator {
  return applyDecorators(
    DoesBesideLog(command, summary),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'A UUID. The same key with the same body is answered, not repeated.' }),
  );
}

/** A route that changes what stands beside the log, where no key is kept: what is asked again is done again. */
export function DoesBesideLog(command: { readonly verb: { readonly name: string } }, summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    SetMetadata(routeMetadata, command.verb.name),
    ApiBearerAuth(),
  );
}

/** A route that answers a question. */
export function Asks(query: { readonly question: { readonly name: string } }, summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    SetMetadata(routeMetadata, query.question.name),
    ApiBearerAuth(),
    ApiHeader({ name: 'Meguri-Position', required: false, description: 'Answer only from a state that knows this position.' }),
  );
}

/** A route that everybody may ask. */
export function Open(): MethodDecorator {
  return SetMetadata(routeMetadata, open);
}

/** The answer to a command. `id` is what the stream is called in addresses. */
export interface ReceiptAnswer extends Receipt {
  readonly id?: string;
}

const firstPasswordMetadata = 'meguri:with-first-password';

/** A route for who has not chosen his own password yet. */
export function EvenWithFirstPassword(): MethodDecorator {
  return SetMetadata(firstPasswordMetadata, true);
}

interface AtDesk extends FastifyRequest {
  desk?: Desk;
}

/** One request of one person: everything a controller may do with it. */
export class Desk {
  #ownKey: string | undefined;

  constructor(
    readonly asker: Asker,
    /** By what he showed who he is. */
    readonly credential: Credential,
    /** Asks again who he is: he may have signed out, or left his post, while something goes on. */
    readonly whoAsksNow: () => Promise<Asker | undefined>,
    private readonly names: PersonNames,
    private readonly buses: { readonly commands: CommandBus; readonly queries: QueryBus },
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get municipality(): string {
    return this.asker.municipality;
  }

  /** The id of what this request creates, where that is not named by what it is. */
  newId(): string {
    return deriveUuid(this.#key(), this.municipality, this.asker.actor);
  }

  async do<Body extends object>(command: CommandClass<Body>, stream: string, body: Body): Promise<ReceiptAnswer> {
    const outcome = await this.buses.commands.execute(new command(stream, { asker: this.asker, key: this.#key() }, body));
    if (isRejected(outcome)) throw new Problem(outcome.code, this.#named(outcome.details) as Rejected['details']);
    const { receipt } = outcome;
    const id = idOfStream(stream);
    void this.reply.header('meguri-position', receipt.position);
    return { ...(id !== '' && { id }), ...receipt };
  }

  async ask<Asked extends object, Answer>(query: QueryClass<Asked, Answer>, asked: Asked): Promise<Answer> {
    return orProblem(await this.buses.queries.execute(new query(this.asker, asked, this.#notBefore())) as Answer | Rejected);
  }

  /** A decider knows people by id only; whoever reads a refusal is told their names, as everywhere else. */
  #named(details: unknown): unknown {
    if (Array.isArray(details)) return details.map((item) => this.#named(item));
    if (typeof details !== 'object' || details === null) return details;
    return Object.fromEntries(Object.entries(details).map(([member, value]) => [member, member === 'by' && typeof value === 'string'
      ? { id: value, name: this.names.nameOf(this.municipality, value) } : this.#named(value)]));
  }

  /** What makes this request the same as another: the caller's key, or one of its own. */
  #key(): string {
    this.#ownKey ??= keyOf(this.request) ?? randomUUID();
    return this.#ownKey;
  }

  #notBefore(): string | undefined {
    const given = this.request.headers['meguri-position'];
    if (given === undefined) return undefined;
    if (typeof given !== 'string' || !/^\d{1,40}$/.test(given)) throw new Problem('wrong-position');
    return given;
  }
}

/** A key that is none is refused on every route, also where nothing would come of it twice. */
function keyOf({ headers: { 'idempotency-key': given } }: FastifyRequest): string | undefined {
  const key = typeof given === 'string' ? parseUuid(given) : undefined;
  if (given !== undefined && key === undefined) throw new Problem('wrong-key');
  return key;
}

/** What a stream is called in addresses: its name without category and municipality. */
function idOfStream(stream: string): string {
  return stream.split('-').slice(2).join('-');
}

/** A refusal leaves as a problem; anything else is the answer. */
export function orProblem<Answer>(answer: Answer | Rejected): Answer {
  if (isRejected(answer)) throw new Problem(answer.code, answer.details);
  return answer;
}

/** Hands the desk to a controller's method. */
export const AtTheDesk = createParamDecorator((_: unknown, context: ExecutionContext): Desk => {
  const { desk } = context.switchToHttp().getRequest<AtDesk>();
  if (desk === undefined) throw new Error('an open route has no desk');
  return desk;
});

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets nobody in who does not say who he is; what he may do is the access table's to say. */
export class DeskGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly whoAsks: WhoAsks,
    private readonly names: PersonNames,
    private readonly site: Site,
    private readonly buses: { readonly commands: CommandBus; readonly queries: QueryBus },
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<string>(routeMetadata, context.getHandler()) === open) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<AtDesk>();
    const { municipality } = request.params as { municipality?: string };
    const credential = this.#credentialOf(request);
    const appointment = request.headers['meguri-appointment'];
    if (municipality === undefined || credential === undefined || Array.isArray(appointment)) throw new Problem('not-signed-in');
    const identify = () => this.whoAsks.identify(municipality, credential, appointment);
    const signedIn = await identify();
    if (signedIn === undefined) throw new Problem('not-signed-in');
    const isForAnyPassword = this.reflector.get<boolean | undefined>(firstPasswordMetadata, context.getHandler()) ?? false;
    if (signedIn.mustChangePassword && !isForAnyPassword) throw new Problem('password-must-change');
    keyOf(request);
    const whoAsksNow = async () => (await identify())?.asker;
    request.desk = new Desk(signedIn.asker, credential, whoAsksNow, this.names, this.buses, request, http.getResponse<FastifyReply>());
    return true;
  }

  /** A browser sends its cookie whichever page asks, so what changes something must come from a page of ours. */
  #credentialOf({ headers, method }: FastifyRequest): Credential | undefined {
    if (headers.authorization !== undefined) {
      const token = /^Bearer ([!-~]{1,200})$/.exec(headers.authorization)?.[1];
      return token === undefined ? undefined : { token };
    }
    const session = this.site.read('session', headers);
    if (session === undefined) return undefined;
    if (!safeMethods.has(method) && !this.site.isAskedByOwnPage(headers)) throw new Problem('cross-origin');
    return { session };
  }
}
