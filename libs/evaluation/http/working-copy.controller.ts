import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';
import { Asks, AtTheDesk, Desk, Does, orProblem } from '../../platform/http/desk.ts';
import { DropWorkingCopy, KeepWorkingCopy, ReadWorkingCopy } from '../working-copy/working-copy.handlers.ts';

export class WorkingCopyBody {
  /** The revision of the sheet that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** By address: what stands there at the moment, or null. */
  @IsObject() fields!: Record<string, unknown>;
}

@ApiTags('下書き Working copy')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/sheets/:sheet/working-copy')
export class WorkingCopyController {
  constructor(private readonly commands: CommandBus, private readonly queries: QueryBus) {}

  @Put()
  @Does(KeepWorkingCopy, '下書きを残す Keep')
  async keep(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() { basedOn, fields }: WorkingCopyBody) {
    return orProblem(await this.commands.execute(new KeepWorkingCopy(desk.asker, sheet, { basedOn, fields })));
  }

  @Get()
  @Asks(ReadWorkingCopy, '下書きを見る Read')
  async read(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string) {
    return orProblem(await this.queries.execute(new ReadWorkingCopy(desk.asker, sheet)));
  }

  @Delete()
  @HttpCode(204)
  @Does(DropWorkingCopy, '下書きを消す Drop')
  async drop(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string) {
    orProblem(await this.commands.execute(new DropWorkingCopy(desk.asker, sheet)));
  }
}
