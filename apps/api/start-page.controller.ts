import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../../libs/platform/http/desk.ts';

@ApiExcludeController()
@Controller()
export class StartPageController {
  readonly #page = read('index.html');
  readonly #style = read('style.css');

  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return this.#page;
  }

  @Get('start-page/style.css')
  @Open()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'max-age=3600')
  style(): string {
    return this.#style;
  }
}

function read(name: string): string {
  return readFileSync(new URL(`start-page/${name}`, import.meta.url), 'utf8');
}
