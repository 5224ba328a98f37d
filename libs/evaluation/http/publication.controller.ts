import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cycleStream } from '../../cycle/domain/cycle.ts';
import { EditionStore } from '../../platform/editions/edition-store.ts';
import { sendPublished } from '../../platform/editions/send-published.ts';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { sheetStream } from '../domain/sheet.ts';
import { AskPublication, CorrectPublished } from '../publication.commands.ts';
import { ListPublications } from '../reads/publication/list-publications.ts';
import { ReadEdition, type WhichPage } from '../reads/publication/read-edition.ts';
import { ChangeFieldsBody } from './first-evaluation.bodies.ts';
import { AskPublicationBody } from './publication.bodies.ts';

@ApiTags('公表 Publication')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality')
export class PublicationController {
  constructor(private readonly editions: EditionStore) {}

  @Post('cycles/:year/publications')
  @HttpCode(200)
  @Does(AskPublication, '公表する Publish what is final')
  @ApiOkResponse({ type: ReceiptBody })
  publish(@AtTheDesk() desk: Desk, @Param('year') year: string, @Body() body: AskPublicationBody) {
    return desk.do(AskPublication, cycleStream(desk.municipality, year), body);
  }

  @Get('cycles/:year/publications')
  @Asks(ListPublications, '公表の一覧 List publications and editions')
  list(@AtTheDesk() desk: Desk, @Param('year') year: string) {
    return desk.ask(ListPublications, { year });
  }

  @Get('cycles/:year/editions/:edition')
  @Asks(ReadEdition, '公表版の目次 Read the contents of an edition')
  async readContents(
    @AtTheDesk() desk: Desk, @Param('year') year: string, @Param('edition') edition: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await this.#send(desk, { year, edition, kind: 'contents' }, request, reply);
  }

  @Get('cycles/:year/editions/:edition/sheets/:sheet')
  @Asks(ReadEdition, '公表版の評価シート Read a sheet as it stands in an edition')
  async readSheet(
    @AtTheDesk() desk: Desk, @Param() { year, edition, sheet }: Readonly<Record<'year' | 'edition' | 'sheet', string>>,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await this.#send(desk, { year, edition, kind: 'sheet', id: sheet }, request, reply);
  }

  @Get('cycles/:year/editions/:edition/errata')
  @Asks(ReadEdition, '公表版の正誤表 Read what an edition corrects')
  async readErrata(
    @AtTheDesk() desk: Desk, @Param('year') year: string, @Param('edition') edition: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await this.#send(desk, { year, edition, kind: 'errata' }, request, reply);
  }

  @Get('cycles/:year/editions/:edition/recommendations/:recommendation')
  @Asks(ReadEdition, '公表版の総括的提言 Read a general recommendation as it stands in an edition')
  async readRecommendation(
    @AtTheDesk() desk: Desk, @Param() { year, edition, recommendation }: Readonly<Record<'year' | 'edition' | 'recommendation', string>>,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await this.#send(desk, { year, edition, kind: 'recommendation', id: recommendation }, request, reply);
  }

  @Post('sheets/:sheet/correct-published')
  @HttpCode(200)
  @Does(CorrectPublished, '訂正 Correct what was made public')
  @ApiOkResponse({ type: ReceiptBody })
  correct(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ChangeFieldsBody) {
    return desk.do(CorrectPublished, sheetStream(desk.municipality, sheet), body);
  }

  async #send(desk: Desk, asked: WhichPage, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const page = await desk.ask(ReadEdition, asked);
    sendPublished(await this.editions.read(page.municipality, page), 'office', request, reply, page.digest);
  }
}
