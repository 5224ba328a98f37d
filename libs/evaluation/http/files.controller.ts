import type { Readable } from 'node:stream';
import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentStore } from '../../platform/attachments/attachment-store.ts';
import { sendAttachment } from '../../platform/attachments/send-attachment.ts';
import { Bytes, TakesBytes } from '../../platform/attachments/takes-bytes.ts';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does, orProblem } from '../../platform/http/desk.ts';
import { AttachFile, RemoveFile } from '../commands.ts';
import { sheetStream } from '../domain/sheet.ts';
import { FileDesk } from '../files/file-desk.ts';
import { ReadFile } from '../files/read-file.ts';
import { AttachQuery } from './first-evaluation.bodies.ts';

@ApiTags('添付 Attachments')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@Controller('api/:municipality/sheets/:sheet/files')
export class FilesController {
  constructor(private readonly files: FileDesk, private readonly store: AttachmentStore) {}

  @Post()
  @TakesBytes()
  @Does(AttachFile, '添付 Attach a file, whose bytes are the body')
  @ApiCreatedResponse({ type: ReceiptBody })
  async attach(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Query() { field, name }: AttachQuery, @Bytes() bytes: Readable) {
    const taken = orProblem(await this.files.take(desk.asker, sheet, { field, name }, bytes));
    return desk.do(AttachFile, sheetStream(desk.municipality, sheet), taken);
  }

  @Get(':file')
  @Asks(ReadFile, '添付を受け取る Download a file')
  async read(
    @AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ) {
    await sendAttachment(this.store, await desk.ask(ReadFile, { sheet, file }), request, reply);
  }

  @Delete(':file')
  @HttpCode(200)
  @Does(RemoveFile, '添付を外す Take a file off')
  @ApiOkResponse({ type: ReceiptBody })
  remove(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Param('file') file: string) {
    return desk.do(RemoveFile, sheetStream(desk.municipality, sheet), { file });
  }
}
