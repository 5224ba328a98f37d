import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AdoptScheme } from '../commands.ts';
import { schemeStream } from '../domain/scheme.ts';
import { ReadScheme } from '../reads.ts';
import { AdoptSchemeBody, schemeOf } from './scheme.bodies.ts';

@ApiTags('評価制度の設定 Scheme')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/scheme')
export class SchemeController {
  @Post()
  @Does(AdoptScheme, '評価制度を設定する Adopt the next version')
  @ApiCreatedResponse({ type: ReceiptBody })
  adopt(@AtTheDesk() desk: Desk, @Body() body: AdoptSchemeBody) {
    return desk.do(AdoptScheme, schemeStream(desk.municipality), schemeOf(body));
  }

  @Get()
  @Asks(ReadScheme, '現在の評価制度 The scheme in force')
  read(@AtTheDesk() desk: Desk) {
    return desk.ask(ReadScheme, {});
  }
}
