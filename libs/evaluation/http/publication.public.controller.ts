import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canonicalJson } from '../../event-store/canonical-json.ts';
import { publicAsker } from '../../platform/access/asker.ts';
import { EditionStore } from '../../platform/editions/edition-store.ts';
import { sendPublished } from '../../platform/editions/send-published.ts';
import { Open, orProblem } from '../../platform/http/desk.ts';
import type { QueryClass } from '../../platform/reads/question.ts';
import { ListPublicYears } from '../reads/publication/list-public-years.ts';
import { ReadPublicEdition, type WhichPage } from '../reads/publication/read-edition.ts';

type Params<Name extends string> = Readonly<Record<'municipality' | Name, string>>;

/** What everybody may read without signing in: bytes of public editions, and never a sheet as it stands today. */
@ApiTags('公開 Public')
@ApiParam({ name: 'municipality', type: String })
@Controller('public/:municipality')
export class PublicController {
  constructor(private readonly queries: QueryBus, private readonly editions: EditionStore) {}

  @Get()
  @Open()
  @ApiOperation({ summary: '公表している年度 Years of which something is public' })
  async years(@Param('municipality') municipality: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    sendPublished(Buffer.from(canonicalJson(await this.#ask(ListPublicYears, municipality, {}))), 'newest', request, reply);
  }

  @Get(':year')
  @Open()
  @ApiParam({ name: 'year', type: String })
  @ApiOperation({ summary: '最新の公表版の目次 Contents of the newest edition' })
  async newest(@Param() { municipality, year }: Params<'year'>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.#send(municipality, { year, kind: 'contents' }, request, reply);
  }

  @Get(':year/editions/:edition')
  @Open()
  @ApiOperation({ summary: '公表版の目次 Contents of an edition' })
  async contents(@Param() { municipality, ...of }: Params<'year' | 'edition'>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.#send(municipality, { ...of, kind: 'contents' }, request, reply);
  }

  @Get(':year/editions/:edition/sheets/:sheet')
  @Open()
  @ApiOperation({ summary: '公表した評価シート A sheet as it stands in an edition' })
  async sheet(
    @Param() { municipality, sheet: id, ...of }: Params<'year' | 'edition' | 'sheet'>, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await this.#send(municipality, { ...of, kind: 'sheet', id }, request, reply);
  }

  @Get(':year/editions/:edition/errata')
  @Open()
  @ApiOperation({ summary: '正誤表 What an edition corrects' })
  async errata(@Param() { municipality, ...of }: Params<'year' | 'edition'>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.#send(municipality, { ...of, kind: 'errata' }, request, reply);
  }

  @Get(':year/editions/:edition/recommendations/:recommendation')
  @Open()
  @ApiOperation({ summary: '総括的提言 A general recommendation as it stands in an edition' })
  async recommendation(
    @Param() { municipality, recommendation: id, ...of }: Params<'year' | 'edition' | 'recommendation'>,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await this.#send(municipality, { ...of, kind: 'recommendation', id }, request, reply);
  }

  async #send(municipality: string, asked: WhichPage, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const page = await this.#ask(ReadPublicEdition, municipality, asked);
    const kept = asked.edition === undefined ? 'newest' : 'always';
    sendPublished(await this.editions.read(municipality, page), kept, request, reply, page.digest);
  }

  async #ask<Asked extends object, Answer>(query: QueryClass<Asked, Answer>, municipality: string, asked: Asked): Promise<Answer> {
    return orProblem(await this.queries.execute(new query(publicAsker(municipality), asked, undefined)) as Answer);
  }
}
