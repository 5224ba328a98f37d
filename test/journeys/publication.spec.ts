import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { answers, year } from '../office-papers.ts';
import { openHouse, type House, type Office, type Person } from '../office.ts';

let house: House;
let office: Office;
let secretariat: Person;
/** Three of the promotion section: the first two become final, the third does not in time. */
let final: string;
let corrected: string;
let late: string;
let voided: string;
/** Of edition 1 of the public step, by address. */
const firstBytes = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-08-01T01:00:00.000Z');
  office = await house.found('sakura');
  secretariat = office.at('secretariat');
  const sheets = await office.openYear({ promotion: 4, childcare: 0 });
  [final, corrected, late, voided] = sheets.promotion as [string, string, string, string];
  await becomesFinal(final, { ...answers, reason: '来場者が増えたため' });
  await becomesFinal(corrected, answers);
  await secretariat.post(`sheets/${voided}/void`, { reason: '事業の統合' }).expect(200);
});
afterAll(() => house.close());

async function revisionOf(sheet: string): Promise<number> {
  return (await secretariat.get(`sheets/${sheet}`).expect(200)).body.revision;
}

async function becomesFinal(sheet: string, fields: object): Promise<void> {
  const path = `sheets/${sheet}`;
  await office.at('staff').patch(path, { basedOn: await revisionOf(sheet), fields }).expect(200);
  await secretariat.patch(`${path}/secretariat-fields`, { basedOn: await revisionOf(sheet), fields: { memo: '内線1234へ要確認' } }).expect(200);
  await office.at('staff').post(`${path}/submit`).expect(200);
  await office.at('approver').post(`${path}/approve`, { basedOn: await revisionOf(sheet) }).expect(200);
  await secretariat.post(`${path}/accept`, { basedOn: await revisionOf(sheet) }).expect(200);
  await secretariat.post(`${path}/finalise`, { basedOn: await revisionOf(sheet) }).expect(200);
}

/** Asks on the day itself, and waits until the list has made the edition or was refused. */
async function publishes(body: { readonly on: string; readonly [member: string]: unknown }, person = secretariat) {
  house.setClock(`${body.on}T01:00:00.000Z`);
  await person.post(`cycles/${year}/publications`, body).expect(200);
  for (let attempt = 0; attempt < 500; attempt++) {
    const { body: { publications: asked, editions } } = await person.get(`cycles/${year}/publications`).expect(200);
    const { edition, refused } = asked.at(-1);
    if (edition !== undefined) return editions.at(-1);
    if (refused !== undefined) return { refused };
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error('waited in vain for an edition');
}

const inPublic = (path: string) => supertest(house.url).get(`/public/${path}`);
const page = (path: string) => inPublic(`sakura/${year}${path}`);

/** One story: each case begins where the one before it ended. */
describe('what is published', () => {
  it('is asked for by the secretariat alone, for a day that there is, and of sheets that are final', async () => {
    const asks = async (body: object, person = secretariat, status = 409) =>
      (await person.post(`cycles/${year}/publications`, body).expect(status)).body;
    expect(await asks({ on: '2026-09-01' }, office.at('staff'), 403)).toMatchObject({ code: 'not-allowed' });
    expect(await asks({ on: '2026-09-31' }, secretariat, 400)).toMatchObject({ code: 'day-wrong' });
    expect(await asks({ on: '2026-09-01', sheets: [final, late] })).toMatchObject({ code: 'sheets-not-final', sheets: [{ sheet: late, phase: 'drafting' }] });
    const elsewhere = `2025-${final.slice(5)}`;
    expect(await asks({ on: '2026-09-01', sheets: [elsewhere] }, secretariat, 400)).toMatchObject({ code: 'sheets-unknown', sheets: [elsewhere] });
    await asks({ on: '2026-09-01', step: 'newspaper' }, secretariat, 400);
    await page('').expect(404);
    expect((await inPublic('sakura').expect(200)).body).toMatchObject({ municipality: { name: { ja: 'sakura市' } }, years: [] });
  });

  it('goes step by step to its own readers, with what was left out and why', async () => {
    expect(await publishes({ step: 'committee', on: '2026-08-10' })).toMatchObject({ edition: 1, step: 'committee' });
    expect(await publishes({ step: 'council', on: '2026-08-20', sheets: [final] })).toMatchObject({ edition: 2, step: 'council', leftOut: [] });
    const edition = await publishes({ on: '2026-09-01' });
    expect(edition).toMatchObject({ edition: 3, step: 'public', on: '2026-09-01', hasErrata: false });
    house.setClock('2026-08-31T14:59:59.999Z');
    await page('').expect(404);
    expect((await inPublic('sakura').expect(200)).body.years).toEqual([]);
    house.setClock('2026-08-31T15:00:00.000Z');
    expect(edition.sheets.map(({ sheet }: { sheet: string }) => sheet)).toEqual([final, corrected]);
    expect(edition.leftOut).toMatchObject([
      { sheet: late, reason: 'not-final', node: { number: '1-3' } }, { sheet: voided, reason: 'voided', words: { ja: '評価を取り消したもの' } },
    ]);
    for (const number of [1, 2, 3]) await office.at('auditor').get(`cycles/${year}/editions/${number}/sheets/${final}`).expect(200);
    await office.at('admin').get(`cycles/${year}/editions/1`).expect(403);
    await office.at('staff').get(`cycles/${year}/editions/4`).expect(404);
  });

  it('is read by everybody without signing in, and only what is public', async () => {
    const { body: contents, headers } = await page('').expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300', etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) });
    expect(contents).toMatchObject({
      edition: 3, on: '2026-09-01', year, aboutYear: year - 1, recommendations: [],
      sheets: [{ id: final, node: { number: '1-1', name: { ja: '施策1' } } }, { id: corrected }],
      leftOut: [{ reason: 'not-final', count: 1 }, { reason: 'voided', count: 1 }],
    });
    const sheet = await page(`/editions/3/sheets/${final}`).expect(200);
    expect(sheet.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', etag: `"${contents.sheets[0].digest}"` });
    expect(sheet.body).toMatchObject({
      sheet: final, node: { level: { ja: '施策' } }, section: { ja: '産業振興課' },
      sections: [{ fields: [
        { id: 'attainment', label: { ja: '達成度' }, content: { label: { ja: 'B' } } },
        { id: 'result', content: { text: '延べ5,653社' } },
        { id: 'reason', content: { text: '来場者が増えたため' } },
      ] }],
    });
    expect(sheet.text).not.toMatch(/内線|メモ|さん|person-/);
    await page(`/editions/3/sheets/${final}`).set('if-none-match', `"${contents.sheets[0].digest}"`).expect(304);
    for (const path of ['/editions/1', '/editions/2', '/editions/4', '/editions/3/errata', `/editions/3/sheets/${late}`, `/editions/1/sheets/${final}`]) {
      expect((await page(path).expect(404)).body.code).toBe('unknown');
    }
    await inPublic(`mihon/${year}`).expect(404);
    await inPublic('mihon').expect(404);
    expect((await inPublic('sakura').expect(200)).body.years).toEqual([{ year, editions: [{ edition: 3, on: '2026-09-01' }] }]);
    for (const path of ['/editions/3', `/editions/3/sheets/${final}`, `/editions/3/sheets/${corrected}`]) {
      firstBytes.set(path, (await page(path).expect(200)).text);
    }
  });

  it('is corrected and not reopened: only what the public read, with a reason', async () => {
    const corrects = async (sheet: string, body: object, status: number) =>
      (await secretariat.post(`sheets/${sheet}/correct-published`, { basedOn: await revisionOf(sheet), reason: '集計の誤り', ...body }).expect(status)).body;
    const reopening = { to: 'section', reason: '決算の誤り' };
    expect((await secretariat.post(`sheets/${corrected}/reopen`, reopening).expect(409)).body).toMatchObject({ code: 'sheet-published', edition: 3 });
    expect(await corrects(corrected, { fields: { memo: '公開' } }, 409)).toMatchObject({ code: 'field-not-published', fields: ['memo'] });
    expect(await corrects(corrected, { fields: { result: '5,700社' }, reason: ' ' }, 400)).toMatchObject({ code: 'reason-missing' });
    expect(await corrects(late, { fields: { result: '1社' } }, 409)).toMatchObject({ code: 'wrong-phase' });
    await corrects(corrected, { fields: { result: '5,700社' } }, 200);
    await becomesFinal(late, answers);
    expect(await corrects(late, { fields: { result: '1社' } }, 409)).toMatchObject({ code: 'not-published' });
    expect((await page(`/editions/3/sheets/${corrected}`).expect(200)).text).toBe(firstBytes.get(`/editions/3/sheets/${corrected}`));
  });

  it('comes again as the next edition with its errata 正誤表, and the first stays byte for byte', async () => {
    expect(await publishes({ on: '2026-10-01', reason: '訂正のため' })).toMatchObject({ edition: 4, corrects: 3, hasErrata: true });
    const { body: errata } = await page('/editions/4/errata').expect(200);
    expect(errata).toMatchObject({
      corrects: 3,
      errata: [{
        sheet: corrected, number: '1-2', field: { ja: '実績' }, was: { text: '延べ5,653社' }, now: { text: '5,700社' }, reason: '集計の誤り', on: '2026-09-01',
      }],
    });
    const { body: contents } = await page('').expect(200);
    expect(contents).toMatchObject({ edition: 4, corrects: 3, sheets: [{ id: final }, { id: corrected }, { id: late }] });
    expect((await page(`/editions/4/sheets/${final}`).expect(200)).text).toBe(firstBytes.get(`/editions/3/sheets/${final}`));
    expect((await page(`/editions/4/sheets/${corrected}`).expect(200)).text).toContain('5,700社');
    for (const [path, bytes] of firstBytes) expect((await page(path).expect(200)).text).toBe(bytes);
    // What was said in that edition is not said again in the next.
    expect(await publishes({ on: '2026-11-01' })).toMatchObject({ edition: 5, hasErrata: false });
  });

  it('is whole in its newest edition, whatever sheets were asked for', async () => {
    expect((await publishes({ on: '2026-11-10', sheets: [late] })).sheets.map(({ sheet }: { sheet: string }) => sheet)).toEqual([final, corrected, late]);
    expect((await page(`/editions/6/sheets/${final}`).expect(200)).text).toBe(firstBytes.get(`/editions/3/sheets/${final}`));
    expect((await publishes({ step: 'council', on: '2026-11-20', sheets: [late] })).sheets.map(({ sheet }: { sheet: string }) => sheet)).toEqual([late]);
  });

  it('is nothing while no sheet is final, and the secretariat sees why', async () => {
    const other = await house.found('kaede');
    await other.openYear({ promotion: 1, childcare: 0 });
    expect(await publishes({ on: '2026-09-01' }, other.at('secretariat'))).toEqual({ refused: 'no-sheet-final' });
    await inPublic(`kaede/${year}`).expect(404);
  });

  it('has raised no fault anywhere', () => {
    expect(house.errors).toEqual([]);
  });
});
