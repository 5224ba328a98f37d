import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { Controller, Get, Module, Param, Post, Query, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { newDirectory } from '../../event-store/contract/given-directory.ts';
import { isRejected } from '../../kernel/decision.ts';
import { readBodiesAsJson } from '../http/body-reader.ts';
import { orProblem } from '../http/desk.ts';
import { addReplyHooks } from '../http/reply-hooks.ts';
import { ProblemFilter } from '../problems/problem-filter.ts';
import { platformProblems, Problem } from '../problems/problem.ts';
import { AttachmentStore, type StoredBytes } from './attachment-store.ts';
import { attachmentProblems } from './attachment.problems.ts';
import { cleanName } from './clean-name.ts';
import { contentDisposition, sendAttachment } from './send-attachment.ts';
import { Bytes, TakesBytes } from './takes-bytes.ts';
import { pdf, png } from './testing/given-files.ts';

const directory = newDirectory();
const store = new AttachmentStore(directory.file('attachments'));
const named = new Map<string, { readonly name: string; readonly mediaType: string }>();

/** The smallest room with attachments. */
@Controller()
class FilesController {
  @Post('files')
  @TakesBytes()
  async attach(@Bytes() bytes: Readable, @Query('name') asked: string): Promise<StoredBytes> {
    const name = cleanName(asked);
    if (isRejected(name)) throw new Problem(name.code, name.details);
    const stored = orProblem<StoredBytes>(await store.put('mihon', bytes, { name }));
    named.set(stored.digest, { name, mediaType: stored.mediaType });
    return stored;
  }

  @Post('papers')
  paper(@Req() { body }: FastifyRequest): unknown {
    return body;
  }

  @Get('files/:digest')
  async file(@Param('digest') digest: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendAttachment(store, { municipality: 'mihon', digest, name: 'x.pdf', mediaType: 'application/pdf', ...named.get(digest) }, request, reply);
  }
}

@Module({ controllers: [FilesController] })
class FilesModule {}

let app: NestFastifyApplication;
let url: string;
const logged: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => { logged.push(line); } });
  const adapter = new FastifyAdapter({ bodyLimit: 1_048_576, forceCloseConnections: true });
  addReplyHooks(adapter.getInstance(), log);
  readBodiesAsJson(adapter.getInstance());
  app = await NestFactory.create<NestFastifyApplication>(FilesModule, adapter, { logger: false, bodyParser: false });
  app.useGlobalFilters(new ProblemFilter({ ...platformProblems, ...attachmentProblems }, log));
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
beforeEach(() => { named.clear(); });
afterEach(() => {
  expect(logged.splice(0)).toEqual([]);
  expect(arriving()).toEqual([]);
});
afterAll(async () => {
  await app.close();
  directory.remove();
});

const arriving = () => readdirSync(directory.file('attachments/.arriving'));

function send(name: string, body: Buffer | string, type = 'application/octet-stream', path = 'files'): Promise<Response> {
  return fetch(`${url}/${path}?name=${encodeURIComponent(name)}`, { method: 'POST', body, headers: { 'content-type': type } });
}

async function told(answer: Response): Promise<unknown> {
  return { status: answer.status, ...await answer.json() as object };
}

describe('a file that is sent', () => {
  it.each(['application/octet-stream', 'application/pdf', 'text/plain; charset=shift_jis', 'multipart/x'])(
    'as %s is kept to the byte, also beyond what a paper may be', async (type) => {
      const large = Buffer.concat([pdf, Buffer.alloc(3_000_000, type)]);
      expect(await told(await send('概要.pdf', large, type)))
        .toEqual({ status: 201, digest: hash('sha256', large, 'hex'), bytes: large.length, mediaType: 'application/pdf' });
    });

  it('and is too large is refused in words, though it goes on coming', async () => {
    const answer = await send('a.pdf', Buffer.concat([pdf, Buffer.alloc(30_000_000)]));
    expect(await told(answer)).toMatchObject({ status: 413, code: 'attachment-too-large', bytesAtMost: 20_971_520 });
  });

  it.each<[string, string, Buffer | string, string, number, string]>([
    ['has a path in its name', '../a.pdf', pdf, 'application/pdf', 400, 'attachment-name'],
    ['is a page', 'a.html', '<html>', 'text/html', 415, 'attachment-type'],
    ['is a page and calls itself a text', 'a.txt', '<html>', 'text/plain', 415, 'attachment-type'],
    ['is something else than its name says', 'a.pdf', png, 'application/pdf', 415, 'attachment-type'],
    ['is empty', 'a.pdf', '', 'application/pdf', 400, 'attachment-empty'],
    ['is a paper', 'a.txt', '{}', 'application/json', 415, 'attachment-type'],
  ])('and %s is refused', async (_what, name, body, type, status, code) => {
    expect(await told(await send(name, body, type))).toMatchObject({ status, code });
  });

  it('as nothing at all is refused', async () => {
    expect(await told(await fetch(`${url}/files?name=a.pdf`, { method: 'POST' }))).toMatchObject({ status: 400, code: 'attachment-empty' });
  });

  it('and breaks off half way leaves nothing', async () => {
    const before = readdirSync(directory.file('attachments'), { recursive: true }).length;
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /files?name=a.pdf HTTP/1.1\r\nhost: x\r\ncontent-type: application/pdf\r\ncontent-length: 2000000\r\n\r\n');
    socket.write(Buffer.concat([pdf, Buffer.alloc(500_000)]));
    await until(() => arriving().length === 1);
    socket.destroy();
    await until(() => arriving().length === 0);
    expect(readdirSync(directory.file('attachments'), { recursive: true })).toHaveLength(before);
  });
});

describe('a route that takes papers', () => {
  it.each(['application/octet-stream', 'application/pdf', 'text/plain'])('takes no %s', async (type) => {
    expect(await told(await send('x', '{}', type, 'papers'))).toMatchObject({ status: 415, code: 'wrong-media-type' });
  });

  it('and an address that leads nowhere answers as before', async () => {
    expect(await told(await send('x', '{}', 'application/json', 'papers'))).toEqual({ status: 201 });
    for (const type of ['application/pdf', 'application/json']) {
      expect(await told(await send('x', '{}', type, 'nowhere'))).toMatchObject({ status: 404, code: 'no-such-address' });
    }
  });
});

describe('a file that is fetched', () => {
  it('is a file to be kept and never a page, and is not sent again to who has it', async () => {
    const { digest } = await (await send('第１回 "資料" (案).pdf', pdf)).json() as StoredBytes;
    const answer = await fetch(`${url}/files/${digest}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': 'attachment; filename="___ ____ (_).pdf"; '
        + "filename*=UTF-8''%E7%AC%AC%EF%BC%91%E5%9B%9E%20%22%E8%B3%87%E6%96%99%22%20%28%E6%A1%88%29.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
      'etag': `"${digest}"`,
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    const again = await fetch(`${url}/files/${digest}`, { headers: { 'if-none-match': `"x", W/"${digest}"` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', `"${digest}"`]);
    const asked = await fetch(`${url}/files/${digest}`, { method: 'HEAD' });
    expect([asked.status, asked.headers.get('content-length')]).toEqual([200, String(pdf.length)]);
  });

  it('is plain text in its own letters, if it is any text', async () => {
    const sjis = Buffer.from([0x95, 0x5c, 0x2c, 0x31]);
    const { digest, mediaType } = await (await send('表.csv', sjis, 'text/csv')).json() as StoredBytes;
    expect(mediaType).toBe('text/csv; charset=shift_jis');
    const answer = await fetch(`${url}/files/${digest}`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=shift_jis');
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename=\"_.csv\"; filename*=UTF-8''%E8%A1%A8.csv");
    expect(Buffer.from(await answer.arrayBuffer()).equals(sjis)).toBe(true);
  });

  it('and is gone is our own fault, and is logged', async () => {
    const answer = await fetch(`${url}/files/${'a'.repeat(64)}`);
    expect(['etag', 'content-disposition'].filter((header) => answer.headers.has(header))).toEqual([]);
    expect(await told(answer)).toMatchObject({ status: 500, code: 'broken' });
    expect(logged.splice(0)).toEqual([expect.stringContaining('are not there')]);
  });
});

it('a name leads no header astray', () => {
  expect(contentDisposition("a'*%\r\nset-cookie: x.pdf")).toBe("attachment; filename=\"a'*___set-cookie: x.pdf\"; filename*=UTF-8''a%27%2A%25%0D%0Aset-cookie%3A%20x.pdf");
  expect(contentDisposition('\ud800\\".pdf')).toBe("attachment; filename=\"___.pdf\"; filename*=UTF-8''%EF%BF%BD%5C%22.pdf");
});

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !condition();) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}
