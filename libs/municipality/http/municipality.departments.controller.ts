import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AbolishDepartment, FoundDepartment, MergeDepartments, RenameDepartment } from '../commands.ts';
import { municipalityStream } from '../domain/municipality.ts';
import { AbolishDepartmentBody, FoundDepartmentBody, MergeDepartmentsBody, RenameBody } from './municipality.bodies.ts';

@ApiTags('自治体 Municipality')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/departments')
export class DepartmentsController {
  @Post()
  @Does(FoundDepartment, '部を設置する Found a department')
  @ApiCreatedResponse({ type: ReceiptBody })
  found(@AtTheDesk() desk: Desk, @Body() { id, name, fromYear }: FoundDepartmentBody) {
    return desk.do(FoundDepartment, municipalityStream(desk.municipality), { id, name, fromYear });
  }

  @Post('merge')
  @Does(MergeDepartments, '部を統合する Merge departments')
  @ApiCreatedResponse({ type: ReceiptBody })
  merge(@AtTheDesk() desk: Desk, @Body() { departments, into, fromYear }: MergeDepartmentsBody) {
    return desk.do(MergeDepartments, municipalityStream(desk.municipality), { departments, into, fromYear });
  }

  @Post(':department/rename')
  @Does(RenameDepartment, '部の名称を変更する Rename a department')
  @ApiCreatedResponse({ type: ReceiptBody })
  rename(@AtTheDesk() desk: Desk, @Param('department') department: string, @Body() { name, fromYear }: RenameBody) {
    return desk.do(RenameDepartment, municipalityStream(desk.municipality), { department, name, fromYear });
  }

  @Post(':department/abolish')
  @Does(AbolishDepartment, '部を廃止する Abolish a department')
  @ApiCreatedResponse({ type: ReceiptBody })
  abolish(@AtTheDesk() desk: Desk, @Param('department') department: string, @Body() { fromYear, sectionsTo }: AbolishDepartmentBody) {
    return desk.do(AbolishDepartment, municipalityStream(desk.municipality), {
      department, fromYear, ...(sectionsTo !== undefined && { sectionsTo }),
    });
  }
}
