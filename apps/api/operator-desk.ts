import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import {
  Body, Controller, HttpCode, Injectable, Post, UseGuards, type CanActivate, type ExecutionContext,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Open, orProblem } from '../../libs/platform/http/desk.ts';
import { Installation } from '../../libs/platform/installation.ts';
import { Problem } from '../../libs/platform/problems/problem.ts';
import { operatorDeeds, type OperatorAnswers } from './operator-deeds.ts';

/** Made anew by every server, and known only to who may read its data directory. */
@Injectable()
export class OperatorSecret {
  readonly text = randomBytes(24).toString('base64url');

  /** Takes as long for a wrong guess as for a better one. */
  isProvedBy(authorization: string): boolean {
    return timingSafeEqual(hash('sha256', authorization, 'buffer'), hash('sha256', `Bearer ${this.text}`, 'buffer'));
  }
}

/** Whoever does not come from this machine with the secret is told that there is nothing here. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(private readonly secret: OperatorSecret) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers, socket } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isFromHere(socket) || !this.secret.isProvedBy(headers.authorization ?? '')) throw new Problem('no-such-address');
    return true;
  }
}

/** Over loopback, or from the very address that was called: nobody else can hold a connection from that. */
export function isFromHere({ remoteAddress = '', localAddress }: Pick<Socket, 'remoteAddress' | 'localAddress'>): boolean {
  return /^(::ffff:)?127\./.test(remoteAddress) || remoteAddress === '::1' || remoteAddress === localAddress;
}

/** Where the command line asks a running server for what only the operator does. */
@ApiExcludeController()
@UseGuards(OperatorGuard)
@Controller('operator')
export class OperatorController {
  readonly #deeds;

  constructor(installation: Installation) {
    this.#deeds = operatorDeeds(installation);
  }

  @Post('found')
  @HttpCode(200)
  @Open()
  async found(@Body() asked: object): Promise<OperatorAnswers['found']> {
    return orProblem(await this.#deeds.found(asked));
  }

  @Post('close')
  @HttpCode(200)
  @Open()
  async close(@Body() asked: object): Promise<OperatorAnswers['close']> {
    return orProblem(await this.#deeds.close(asked));
  }

  @Post('account')
  @HttpCode(200)
  @Open()
  async account(@Body() asked: object): Promise<OperatorAnswers['account']> {
    return orProblem(await this.#deeds.account(asked));
  }

  @Post('token')
  @HttpCode(200)
  @Open()
  async token(@Body() asked: object): Promise<OperatorAnswers['token']> {
    return orProblem(await this.#deeds.token(asked));
  }

  @Post('import-people')
  @HttpCode(200)
  @Open()
  async importPeople(@Body() asked: object): Promise<OperatorAnswers['import-people']> {
    return orProblem(await this.#deeds['import-people'](asked));
  }

  @Post('rebuild')
  @HttpCode(200)
  @Open()
  async rebuild(@Body() asked: object): Promise<OperatorAnswers['rebuild']> {
    return orProblem(await this.#deeds.rebuild(asked));
  }
}
