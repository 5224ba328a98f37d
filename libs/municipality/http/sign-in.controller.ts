import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtTheDesk, Desk, DoesBesideLog, EvenWithFirstPassword, Open, orProblem } from '../../platform/http/desk.ts';
import { Site } from '../../platform/http/site.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { ChangePassword, SignOut } from '../sign-in/session.deeds.ts';
import { SignInByProvider } from '../sign-in/sign-in-by-provider.ts';
import { SignIn } from '../sign-in/sign-in.ts';
import { elsewhereForSeconds } from '../sign-in/sign-ins-elsewhere.ts';
import { ChangePasswordBody, SignInBody } from './sign-in.bodies.ts';

@ApiTags('サインイン Sign-in')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/session')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly byProvider: SignInByProvider,
    private readonly site: Site,
    private readonly commands: CommandBus,
  ) {}

  /** Begins a session; its cookie is this municipality's only. */
  @Post()
  @HttpCode(200)
  @Open()
  async begin(
    @Param('municipality') municipality: string, @Body() { login, password }: SignInBody,
    @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    // Nobody is signed in to an account that is not his by a page that he happens to look at.
    if (this.site.isAskedByForeignPage(request.headers)) throw new Problem('cross-origin');
    const { session, person, mustChangePassword } = orProblem(
      await this.signIn.withPassword(municipality, { login, password }, addressOf(request)));
    void reply.header('set-cookie', this.site.write('session', session)).header('cache-control', 'no-store');
    return { person, mustChangePassword };
  }

  @Delete()
  @HttpCode(204)
  @EvenWithFirstPassword()
  @DoesBesideLog(SignOut, 'サインアウトする Sign out')
  async end(@AtTheDesk() desk: Desk, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    orProblem(await this.commands.execute(new SignOut(desk, {})));
    void reply.header('set-cookie', this.site.write('session', '', 0));
  }

  @Put('password')
  @HttpCode(204)
  @EvenWithFirstPassword()
  @DoesBesideLog(ChangePassword, 'パスワードを変更する Change the password')
  async changePassword(@AtTheDesk() desk: Desk, @Body() { current, next }: ChangePasswordBody): Promise<void> {
    orProblem(await this.commands.execute(new ChangePassword(desk, { current, next })));
  }

  /** Sends the browser to the office's OpenID Connect provider. */
  @Get('oidc')
  @HttpCode(302)
  @Open()
  async goElsewhere(
    @Param('municipality') municipality: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { url, kept } = orProblem(await this.byProvider.begin(municipality, () => this.#callbackOf(municipality), addressOf(request)));
    void reply.header('location', url).header('set-cookie', this.site.write('sign-in', kept, elsewhereForSeconds)).header('cache-control', 'no-store');
  }

  /** Where the provider sends it back to. */
  @Get('oidc/callback')
  @HttpCode(303)
  @Open()
  async comeBack(
    @Param('municipality') municipality: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const [, query = ''] = request.url.split('?', 2);
    const kept = this.site.read('sign-in', request.headers);
    const { session } = orProblem(
      await this.byProvider.finish(municipality, kept, () => new URL(`${this.#callbackOf(municipality)}?${query}`), addressOf(request)));
    void reply.header('location', '/').header('set-cookie', [this.site.write('session', session), this.site.write('sign-in', '', 0)])
      .header('cache-control', 'no-store');
  }

  #callbackOf(municipality: string): string {
    return this.site.addressOf(`/api/${municipality}/session/oidc/callback`);
  }
}

/** A proxy on this machine says whom it speaks for; what anybody else says of that is not believed. */
function addressOf({ ip, headers: { 'x-forwarded-for': forwarded } }: FastifyRequest): string {
  const isFromHere = /^(::ffff:)?127\.|^::1$/.test(ip);
  const last = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return isFromHere && last !== '' ? last : ip;
}
