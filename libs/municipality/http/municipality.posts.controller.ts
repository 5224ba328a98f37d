import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { Appoint, ClosePost, CreatePost, EndAppointment } from '../commands.ts';
import { municipalityStream } from '../domain/municipality.ts';
import { ReadPosts } from '../reads.ts';
import { AppointBody, CreatePostBody, EndAppointmentBody, ReadPostsQuery } from './municipality.bodies.ts';

@ApiTags('自治体 Municipality')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality')
export class PostsController {
  @Get('posts')
  @Asks(ReadPosts, '職と発令の一覧 Posts and who holds them')
  read(@AtTheDesk() desk: Desk, @Query() { on }: ReadPostsQuery) {
    return desk.ask(ReadPosts, { ...(on !== undefined && { on }) });
  }

  @Post('posts')
  @Does(CreatePost, '職を設ける Create a post')
  @ApiCreatedResponse({ type: ReceiptBody })
  create(@AtTheDesk() desk: Desk, @Body() { id, section, title, role, rank }: CreatePostBody) {
    return desk.do(CreatePost, municipalityStream(desk.municipality), {
      created: { id, section, title, role, ...(rank !== undefined && { rank }) },
    });
  }

  @Post('posts/:post/close')
  @Does(ClosePost, '職を廃止する Close a post')
  @ApiCreatedResponse({ type: ReceiptBody })
  close(@AtTheDesk() desk: Desk, @Param('post') id: string, @Body() _body: NoBody) {
    return desk.do(ClosePost, municipalityStream(desk.municipality), { id });
  }

  @Post('appointments')
  @Does(Appoint, '発令する Appoint a person to a post')
  @ApiCreatedResponse({ type: ReceiptBody })
  appoint(@AtTheDesk() desk: Desk, @Body() { id, post, person, from, to }: AppointBody) {
    return desk.do(Appoint, municipalityStream(desk.municipality), {
      appointment: { id, post, person: person.toLowerCase(), ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    });
  }

  @Post('appointments/:appointment/end')
  @Does(EndAppointment, '発令を終了する End an appointment')
  @ApiCreatedResponse({ type: ReceiptBody })
  end(@AtTheDesk() desk: Desk, @Param('appointment') appointment: string, @Body() { to }: EndAppointmentBody) {
    return desk.do(EndAppointment, municipalityStream(desk.municipality), { appointment, to });
  }
}
