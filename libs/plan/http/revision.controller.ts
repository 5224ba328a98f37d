import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { planStream } from '../domain/plan.ts';
import { ComparePlanVersions } from '../reads/compare-plan-versions.ts';
import { ListPlanRevisions, ReadPlanRevision } from '../reads/read-revision.ts';
import {
  AbandonPlanRevision, AdoptPlanRevision, DeclineProposal, DiscussProposal, OpenPlanRevision, ProposeChange, WithdrawProposal,
} from '../revision-commands.ts';
import { AdoptPlanRevisionBody, ComparePlanVersionsQuery, DiscussProposalBody, ProposeChangeBody, RevisionReasonBody } from './revision.bodies.ts';

@ApiTags('計画の改定 Plan revisions')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'plan', type: String })
@Controller('api/:municipality/plans/:plan')
export class PlanRevisionController {
  @Get('revision')
  @Asks(ReadPlanRevision, '作業中の改定を見る Read the revision that is open')
  read(@AtTheDesk() desk: Desk, @Param('plan') plan: string) {
    return desk.ask(ReadPlanRevision, { plan });
  }

  @Get('revisions')
  @Asks(ListPlanRevisions, '改定の一覧 List revisions with their outcome')
  list(@AtTheDesk() desk: Desk, @Param('plan') plan: string) {
    return desk.ask(ListPlanRevisions, { plan });
  }

  @Get('compare')
  @Asks(ComparePlanVersions, '新旧対照表 Compare two versions')
  compare(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Query() { from, to }: ComparePlanVersionsQuery) {
    return desk.ask(ComparePlanVersions, { plan, from, to });
  }

  @Post('revision')
  @HttpCode(200)
  @Does(OpenPlanRevision, '計画の改定に着手する Open a revision')
  @ApiOkResponse({ type: ReceiptBody })
  open(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() { reason }: RevisionReasonBody) {
    return desk.do(OpenPlanRevision, planStream(desk.municipality, plan), { reason });
  }

  @Post('revision/proposals')
  @HttpCode(200)
  @Does(ProposeChange, '改定案を提出する Propose a change')
  @ApiOkResponse({ type: ReceiptBody })
  propose(
    @AtTheDesk() desk: Desk, @Param('plan') plan: string,
    @Body() { change, reason, text, evidence = [], recommendations = [] }: ProposeChangeBody,
  ) {
    const restsOn = [...evidence.map(({ sheet, revision }) => ({ sheet, revision })), ...recommendations.map((recommendation) => ({ recommendation }))];
    return desk.do(ProposeChange, planStream(desk.municipality, plan), { plan, change, reason, text, evidence: restsOn });
  }

  @Post('revision/proposals/:proposal/discuss')
  @HttpCode(200)
  @ApiParam({ name: 'proposal', type: String })
  @Does(DiscussProposal, '改定案に意見を付ける Remark on a proposal')
  @ApiOkResponse({ type: ReceiptBody })
  discuss(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('proposal') proposal: string, @Body() { text }: DiscussProposalBody) {
    return desk.do(DiscussProposal, planStream(desk.municipality, plan), { proposal, text });
  }

  @Post('revision/proposals/:proposal/withdraw')
  @HttpCode(200)
  @ApiParam({ name: 'proposal', type: String })
  @Does(WithdrawProposal, '改定案を取り下げる Withdraw a proposal')
  @ApiOkResponse({ type: ReceiptBody })
  withdraw(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('proposal') proposal: string, @Body() { reason }: RevisionReasonBody) {
    return desk.do(WithdrawProposal, planStream(desk.municipality, plan), { proposal, reason });
  }

  @Post('revision/proposals/:proposal/decline')
  @HttpCode(200)
  @ApiParam({ name: 'proposal', type: String })
  @Does(DeclineProposal, '改定案を不採用とする Decline a proposal')
  @ApiOkResponse({ type: ReceiptBody })
  decline(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('proposal') proposal: string, @Body() { reason }: RevisionReasonBody) {
    return desk.do(DeclineProposal, planStream(desk.municipality, plan), { proposal, reason });
  }

  @Post('revision/adopt')
  @HttpCode(200)
  @Does(AdoptPlanRevision, '計画の改定を決定する Adopt the revision as the next version')
  @ApiOkResponse({ type: ReceiptBody })
  adopt(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() { fromYear, proposals }: AdoptPlanRevisionBody) {
    return desk.do(AdoptPlanRevision, planStream(desk.municipality, plan), { plan, fromYear, proposals });
  }

  @Post('revision/abandon')
  @HttpCode(200)
  @Does(AbandonPlanRevision, '計画の改定を中止する Abandon the revision')
  @ApiOkResponse({ type: ReceiptBody })
  abandon(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() { reason }: RevisionReasonBody) {
    return desk.do(AbandonPlanRevision, planStream(desk.municipality, plan), { reason });
  }
}
