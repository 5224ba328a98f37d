import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AdoptScheme } from '../commands.ts';
import { schemeStream } from '../domain/scheme.ts';
import { schemeShape } from '../domain/shape.ts';
import { ListSchemeVersions, ReadDefaultScheme, ReadScheme, ReadSchemeVersion } from '../reads.ts';
import { AdoptSchemeBody } from './scheme.bodies.ts';

@ApiTags('評価制度の設定 Scheme')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/scheme')
export class SchemeController {
  /** The shape is there for the API's document; the verb reads the body by it, and says more than it. */
  @Post()
  @Does(AdoptScheme, '評価制度を設定する Adopt the next version')
  @ApiCreatedResponse({ type: ReceiptBody })
  adopt(@AtTheDesk() desk: Desk, @Body({ schema: schemeShape }) body: AdoptSchemeBody) {
    return desk.do(AdoptScheme, schemeStream(desk.municipality), body);
  }

  @Get()
  @Asks(ReadScheme, '現在の評価制度 The scheme in force')
  read(@AtTheDesk() desk: Desk) {
    return desk.ask(ReadScheme, {});
  }

  @Get('default')
  @Asks(ReadDefaultScheme, '評価制度のひな型 A scheme to begin with')
  readDefault(@AtTheDesk() desk: Desk) {
    return desk.ask(ReadDefaultScheme, {});
  }

  @Get('versions')
  @Asks(ListSchemeVersions, '評価制度の版の一覧 List its versions')
  versions(@AtTheDesk() desk: Desk) {
    return desk.ask(ListSchemeVersions, {});
  }

  @Get('versions/:version')
  @ApiParam({ name: 'version', type: String })
  @Asks(ReadSchemeVersion, '評価制度の版を見る Read a version as it was adopted')
  version(@AtTheDesk() desk: Desk, @Param('version') schemeVersion: string) {
    return desk.ask(ReadSchemeVersion, { schemeVersion });
  }
}
