import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AbolishSection, FoundSection, MergeSections, MoveSection, RenameSection } from '../commands.ts';
import { municipalityStream } from '../domain/municipality.ts';
import { AbolishSectionBody, FoundSectionBody, MergeSectionsBody, MoveSectionBody, RenameBody } from './municipality.bodies.ts';

@ApiTags('自治体 Municipality')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/sections')
export class SectionsController {
  @Post()
  @Does(FoundSection, '課を設置する Found a section')
  @ApiCreatedResponse({ type: ReceiptBody })
  found(@AtTheDesk() desk: Desk, @Body() { id, department, name, fromYear }: FoundSectionBody) {
    return desk.do(FoundSection, municipalityStream(desk.municipality), { id, department, name, fromYear });
  }

  @Post('merge')
  @Does(MergeSections, '課を統合する Merge sections')
  @ApiCreatedResponse({ type: ReceiptBody })
  merge(@AtTheDesk() desk: Desk, @Body() { sections, into, fromYear }: MergeSectionsBody) {
    return desk.do(MergeSections, municipalityStream(desk.municipality), { sections, into, fromYear });
  }

  @Post(':section/rename')
  @Does(RenameSection, '課の名称を変更する Rename a section')
  @ApiCreatedResponse({ type: ReceiptBody })
  rename(@AtTheDesk() desk: Desk, @Param('section') section: string, @Body() { name, fromYear }: RenameBody) {
    return desk.do(RenameSection, municipalityStream(desk.municipality), { section, name, fromYear });
  }

  @Post(':section/move')
  @Does(MoveSection, '課を別の部へ移す Move a section to another department')
  @ApiCreatedResponse({ type: ReceiptBody })
  move(@AtTheDesk() desk: Desk, @Param('section') section: string, @Body() { department, fromYear }: MoveSectionBody) {
    return desk.do(MoveSection, municipalityStream(desk.municipality), { section, department, fromYear });
  }

  @Post(':section/abolish')
  @Does(AbolishSection, '課を廃止する Abolish a section')
  @ApiCreatedResponse({ type: ReceiptBody })
  abolish(@AtTheDesk() desk: Desk, @Param('section') section: string, @Body() { fromYear, postsTo }: AbolishSectionBody) {
    return desk.do(AbolishSection, municipalityStream(desk.municipality), {
      section, fromYear, ...(postsTo !== undefined && { postsTo }),
    });
  }
}
