import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { deriveUuid } from '../../platform/commands/command-id.ts';
import { Asks, AtTheDesk, Desk, Does, DoesBesideLog, orProblem } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { ForgetPerson, ListPeople, NamePeople } from '../people/people.deeds.ts';
import { IssueToken, ListTokens, WithdrawToken } from '../people/tokens.deeds.ts';
import { IssueAccounts, LinkIdentity, ResetAccount } from '../sign-in/accounts.deeds.ts';
import { IssueAccountsBody, IssueTokenBody, LinkIdentityBody, NamePeopleBody } from './people.bodies.ts';

@ApiTags('利用者 People')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality')
export class PeopleController {
  constructor(private readonly commands: CommandBus, private readonly queries: QueryBus) {}

  @Get('people')
  @Asks(ListPeople, '利用者の一覧 Everybody who is known here')
  async list(@AtTheDesk() desk: Desk) {
    return orProblem(await this.queries.execute(new ListPeople(desk, {})));
  }

  @Post('people')
  @HttpCode(200)
  @Does(NamePeople, '氏名とメールアドレスを登録する Keep names and addresses')
  async name(@AtTheDesk() desk: Desk, @Body() { people }: NamePeopleBody) {
    // A request that comes again makes nobody twice.
    const named = people.map(({ id, name, mail }, index) =>
      ({ id: id ?? deriveUuid(desk.newId(), 'person', String(index)), name, ...(mail !== undefined && { mail }) }));
    return orProblem(await this.commands.execute(new NamePeople(desk, { people: named })));
  }

  @Post('people/:person/forget')
  @HttpCode(204)
  @DoesBesideLog(ForgetPerson, '氏名とアカウントを消去する Forget')
  async forget(@AtTheDesk() desk: Desk, @Body() _: NoBody, @Param('person') person: string): Promise<void> {
    orProblem(await this.commands.execute(new ForgetPerson(desk, { person })));
  }

  @Post('accounts')
  @HttpCode(200)
  @DoesBesideLog(IssueAccounts, 'アカウントを発行する Issue accounts; first passwords are told this once')
  async issue(@AtTheDesk() desk: Desk, @Body() { accounts }: IssueAccountsBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const asked = accounts.map(({ person, login }) => ({ person, login }));
    void reply.header('cache-control', 'no-store');
    return orProblem(await this.commands.execute(new IssueAccounts(desk, { accounts: asked })));
  }

  @Post('accounts/:person/reset')
  @HttpCode(200)
  @DoesBesideLog(ResetAccount, '初回のパスワードを再発行する A new first password')
  async reset(@AtTheDesk() desk: Desk, @Body() _: NoBody, @Param('person') person: string, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    return orProblem(await this.commands.execute(new ResetAccount(desk, { person })));
  }

  @Post('accounts/:person/identity')
  @HttpCode(204)
  @DoesBesideLog(LinkIdentity, '外部の認証と結び付ける Link with an identity of the provider')
  async link(@AtTheDesk() desk: Desk, @Param('person') person: string, @Body() { issuer, subject }: LinkIdentityBody): Promise<void> {
    orProblem(await this.commands.execute(new LinkIdentity(desk, { person, identity: { issuer, subject } })));
  }

  @Get('tokens')
  @Asks(ListTokens, '自分のトークン My tokens')
  async tokens(@AtTheDesk() desk: Desk) {
    return orProblem(await this.queries.execute(new ListTokens(desk, {})));
  }

  @Post('tokens')
  @DoesBesideLog(IssueToken, 'トークンを発行する A token for a script, told this once')
  async issueToken(@AtTheDesk() desk: Desk, @Body() { label }: IssueTokenBody, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    return orProblem(await this.commands.execute(new IssueToken(desk, { label })));
  }

  @Delete('tokens/:token')
  @HttpCode(204)
  @DoesBesideLog(WithdrawToken, 'トークンを取り消す Withdraw a token')
  async withdrawToken(@AtTheDesk() desk: Desk, @Param('token') token: string): Promise<void> {
    orProblem(await this.commands.execute(new WithdrawToken(desk, { token })));
  }
}
