import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadWorkspace } from '../reads/workspace/read-workspace.ts';
import { WorkspaceQuery } from './sheets.queries.ts';

@ApiTags('委員会 Committees')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'committee', type: String })
@Controller('api/:municipality/committees/:committee/workspace')
export class WorkspaceController {
  @Get()
  @Asks(ReadWorkspace, '委員会の作業場 What a committee has before it: agenda, sheets, opinions')
  read(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Query() { meeting }: WorkspaceQuery) {
    return desk.ask(ReadWorkspace, { committee, ...(meeting !== undefined && { meeting }) });
  }
}
