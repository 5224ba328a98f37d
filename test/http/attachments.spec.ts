import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../libs/event-store/contract/given-events.ts';
import { attachmentBytesAtMost } from '../../libs/platform/attachments/attachment-store.ts';
import { pdf, png, zipOf } from '../../libs/platform/attachments/testing/given-files.ts';
import { openHouse, type House, type Office, type Person } from '../office.ts';
import { answers } from '../office-papers.ts';
import { japanese } from './problem.ts';

let house: House;
let office: Office;
let other: Office;
/** Of two sheets, the ids: one is drafted, the other submitted. */
let sheet: string;
let closedSheet: string;

beforeAll(async () => {
  house = await openHouse();
  [office, other] = [await house.found('mihon'), await house.found('kitagawa')];
  [sheet, closedSheet] = (await office.openYear({ promotion: 2, childcare: 0 })).promotion as [string, string];
  await other.openYear({ promotion: 1, childcare: 0 });
  await office.at('staff').patch(`sheets/${closedSheet}`, { basedOn: 0, fields: answers }).expect(200);
  await office.at('staff').post(`sheets/${closedSheet}/submit`).expect(200);
});
afterAll(() => house.close());
afterEach(() => { expect(house.errors.splice(0)).toEqual([]); });

/** Every file beside the log, whether it has its name yet or not. */
function files(): string[] {
  return readdirSync(house.attachmentDirectory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
}

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly [member: string]: unknown;
}

interface Sending {
  readonly by?: Person;
  readonly to?: string;
  readonly field?: string;
  readonly type?: string;
}

async function attach(name: string, bytes: Buffer | string, { by = office.at('staff'), to = sheet, field = 'papers', type = 'application/pdf' }: Sending = {}): Promise<Told> {
  const answer = await fetch(`${house.url}/api/mihon/sheets/${to}/files?field=${field}&name=${encodeURIComponent(name)}`, {
    method: 'POST', body: bytes, headers: { 'authorization': `Bearer ${by.token}`, 'content-type': type },
  });
  return { status: answer.status, ...await answer.json() as object };
}

/** Refused with this code, in words, and nothing of it on the disk or on the sheet. */
async function refused(answer: Promise<Told>, status: number, code: string): Promise<Told> {
  const before = files();
  const { body: { revision, files: on } } = await office.at('staff').get(`sheets/${sheet}`).expect(200);
  const told = await answer;
  expect(told).toMatchObject({ status, code, type: `/problems/${code}`, title: expect.stringMatching(japanese) });
  expect(files()).toEqual(before);
  expect((await office.at('staff').get(`sheets/${sheet}`).expect(200)).body).toMatchObject({ revision, files: on });
  return told;
}

describe('a file is not attached', () => {
  it.each<[string, string, Buffer | string]>([
    ['a page', '資料.html', '<!DOCTYPE html><title>x</title>'],
    ['a page called a text', '資料.txt', '<html><script>alert(1)</script>'],
    ['a page called a text, after a mark and blanks', '資料.txt', '\ufeff \n<!doctype HTML>'],
    ['a page called a table of values', '資料.csv', '<script>alert(1)</script>'],
    ['a drawing that runs', '資料.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page called a document', '資料.pdf', '<html>'],
    ['a program', '資料.exe', 'MZ'],
    ['a program called a picture', '資料.png', 'MZ'],
    ['a picture called a document', '資料.pdf', png],
    ['an archive', '資料.zip', zipOf('a.txt')],
    ['an archive called a table', '資料.xlsx', zipOf('a.txt')],
    ['something without a kind', '資料', pdf],
  ])('of a kind that is forbidden: %s', async (_what, name, bytes) => {
    await refused(attach(name, bytes), 415, 'attachment-type');
    await refused(attach(name, bytes, { type: 'application/octet-stream' }), 415, 'attachment-type');
  });

  it.each(['../資料.pdf', '..\\資料.pdf', '/etc/資料.pdf', 'C:\\資料.pdf', 'c:資料.pdf', 'a/b.pdf', '.\u200b./資料.pdf'])(
    'under a name with a path: %j', async (name) => { await refused(attach(name, pdf), 400, 'attachment-name'); });

  it.each(['.', '..', 'nul.pdf', '\u202e'])('under a name that is none: %j', async (name) => {
    await refused(attach(name, pdf), 400, 'attachment-name');
  });

  it('that is empty, or has no name or no field', async () => {
    await refused(attach('資料.pdf', ''), 400, 'attachment-empty');
    await refused(attach('', pdf), 400, 'wrong-input');
    await refused(attach('資料.pdf', pdf, { field: '' }), 400, 'wrong-input');
  });

  it('that is too large, though it goes on coming', async () => {
    const told = await refused(attach('資料.pdf', Buffer.concat([pdf, Buffer.alloc(attachmentBytesAtMost + 8_388_608)])), 413, 'attachment-too-large');
    expect(told).toMatchObject({ bytesAtMost: 20_971_520 });
  });

  it('that is too large and comes in pieces, without saying how much there is', async () => {
    const socket = uploading('transfer-encoding: chunked');
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => { heard += text; });
    const piece = Buffer.alloc(1_048_576);
    for (let count = 0; count < 22 && heard === '' && !socket.destroyed; count += 1) {
      const chunk = count === 0 ? Buffer.concat([pdf, piece]) : piece;
      socket.write(`${chunk.length.toString(16)}\r\n`);
      socket.write(chunk);
      await new Promise<void>((written) => { socket.write('\r\n', () => written()); });
    }
    await eventually('a refusal', () => heard.includes('attachment-too-large'));
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    await eventually('nothing left', () => files().length === 0);
  });

  it('that breaks off half way', async () => {
    const socket = uploading('content-length: 2000000');
    socket.write(Buffer.concat([pdf, Buffer.alloc(500_000)]));
    await eventually('something that arrives', () => files().length === 1);
    socket.destroy();
    await eventually('nothing left', () => files().length === 0);
    expect((await office.at('staff').get(`sheets/${sheet}`).expect(200)).body).toMatchObject({ revision: 0, files: [] });
    expect((await office.at('staff').get(`sheets/${sheet}/history`).expect(200)).body.events).toHaveLength(1);
  });

  it.each<[string, () => Sending, number, string]>([
    ['by the approver', () => ({ by: office.at('approver') }), 403, 'not-allowed'],
    ['by another section', () => ({ by: office.at('childcare-staff') }), 403, 'not-allowed'],
    ['by the secretariat', () => ({ by: office.at('secretariat') }), 403, 'not-allowed'],
    ['by the auditor', () => ({ by: office.at('auditor') }), 403, 'not-allowed'],
    ['by another municipality', () => ({ by: other.at('staff') }), 401, 'not-signed-in'],
    ['to a sheet that is nowhere', () => ({ to: '2026-00000000-0000-4000-8000-000000000000' }), 404, 'unknown'],
    ['to a sheet that is submitted', () => ({ to: closedSheet }), 409, 'wrong-phase'],
  ])('and its bytes are not kept either: %s', async (_what, sending, status, code) => {
    await refused(attach('資料.pdf', pdf, sending()), status, code);
  });
});

/** An upload by the staff that is written by hand, to the end of its headers. */
function uploading(length: string): Socket {
  const { hostname, port } = new URL(house.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  socket.write([
    `POST /api/mihon/sheets/${sheet}/files?field=papers&name=a.pdf HTTP/1.1`, 'host: x', `authorization: Bearer ${office.at('staff').token}`,
    'content-type: application/pdf', length, '', '',
  ].join('\r\n'));
  return socket;
}

/** One story: each case begins where the one before it ended. */
describe('a file that is attached', () => {
  const text = Buffer.from('参考：<b>太字</b> と <html> はここでは文字です。');
  let path: string;

  it('stands on the sheet under its name, with what its bytes say that it is', async () => {
    expect(await attach('第１回 "資料" (案).txt', text, { type: 'text/html' })).toMatchObject({ status: 201, revision: 1 });
    const { body } = await office.at('approver').get(`sheets/${sheet}`).expect(200);
    expect(body.files).toEqual([{
      id: expect.any(String), field: 'papers', name: '第１回 "資料" (案).txt', mediaType: 'text/plain; charset=utf-8', bytes: text.length,
      by: { id: 'person-staff', name: 'mihon の staff さん' }, at: expect.any(String),
    }]);
    expect(files()).toHaveLength(1);
    path = `sheets/${sheet}/files/${body.files[0].id}`;
  });

  it('is served as a file to be kept, never as a page', async () => {
    const { headers, text: sent } = await office.at('staff').get(path).expect(200);
    expect(sent).toBe(text.toString());
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="___ ____ (_).txt"; '
        + "filename*=UTF-8''%E7%AC%AC%EF%BC%91%E5%9B%9E%20%22%E8%B3%87%E6%96%99%22%20%28%E6%A1%88%29.txt",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
    });
    await office.at('staff').get(path, { 'if-none-match': headers['etag'] as string }).expect(304);
  });

  it('is for those who may see the sheet, and nobody else', async () => {
    for (const post of ['colleague', 'approver', 'secretariat', 'auditor'] as const) await office.at(post).get(path).expect(200);
    await office.at('childcare-staff').get(path).expect(403);
    await office.at('admin').get(path).expect(403);
    await other.at('staff').elsewhere('mihon').get(path).expect(401);
    await office.at('staff').get(path.replace(sheet, closedSheet)).expect(404);
  });

  it('is attached once when the same comes again under the same name', async () => {
    expect(await attach('第１回 "資料" (案).txt', text)).toMatchObject({ status: 201, revision: 1 });
    expect(files()).toHaveLength(1);
  });

  it('has four beside it at the most, and the sheet is as it was when a fifth comes', async () => {
    for (let count = 2; count <= 5; count += 1) expect(await attach(`資料${count}.pdf`, pdf)).toMatchObject({ status: 201, revision: count });
    expect(await attach('資料6.pdf', pdf)).toMatchObject({ status: 409, code: 'too-many-files', field: 'papers', atMost: 5 });
    expect(await attach('資料.pdf', pdf, { field: 'reason' })).toMatchObject({ status: 400, code: 'fields-wrong', fields: ['reason'] });
    // The same bytes under four names are kept once.
    expect(files()).toHaveLength(2);
  });

  it('is taken off, and stays in the history', async () => {
    await office.at('staff').delete(path).expect(200);
    await office.at('staff').get(path).expect(404);
    expect((await office.at('staff').delete(path).expect(404)).body).toMatchObject({ code: 'file-missing' });
    const { body: { events } } = await office.at('auditor').get(`sheets/${sheet}/history`).expect(200);
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['SheetOpened', ...Array.from({ length: 5 }, () => 'FileAttached'), 'FileRemoved']);
  });
});
