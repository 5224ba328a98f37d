import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, sheetsAreOpen, type House, type Office } from '../office.ts';
import { complete, cycle, founding, plan, scheme, type YearPost } from './department-year.papers.ts';

let house: House;
let office: Office<YearPost>;
let planId: string;
let indicator: string;
/** The nodes of the measures, by number. */
const nodes = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-02-02T01:00:00.000Z');
  office = await house.foundAs<YearPost>('sakura', founding);
  const secretariat = office.at('secretariat');
  await secretariat.post('scheme', scheme).expect(201);
  ({ body: { id: planId } } = await secretariat.post('plans', plan).expect(201));
  await secretariat.post(`plans/${planId}/adopt`, { fromYear: 2024 }).expect(200);
  const { body } = await secretariat.get(`plans/${planId}`).expect(200);
  indicator = body.indicators[0].id;
  for (const { id, number } of body.nodes) nodes.set(number, id);
});
afterAll(() => house.close());

function sheet(year: number, number: string): string {
  return `sheets/${year}-${nodes.get(number)}`;
}

async function approves(posts: readonly YearPost[], path: string): Promise<void> {
  for (const post of posts) {
    const { body: { revision: basedOn } } = await office.at(post).get(path).expect(200);
    await office.at(post).post(`${path}/${post === 'secretariat' ? 'accept' : 'approve'}`, { basedOn }).expect(200);
  }
}

/** One story: each case begins where the one before it ended. */
describe('two years of one measure', () => {
  it('is evaluated once, and the rest of the plan is left out with a reason each', async () => {
    const secretariat = office.at('secretariat');
    const choose = { nodes: ['1-1', '1-2'].map((number) => nodes.get(number)) };
    await secretariat.post('cycles', { ...cycle(planId), choose }).expect(201);
    await sheetsAreOpen(secretariat, 2);
    const { body } = await secretariat.get('cycles/2025').expect(200);
    expect(body.leftOut).toHaveLength(3);
    expect(body.leftOut).toContainEqual({ plan: planId, node: nodes.get('1-5'), reason: 'not-listed' });

    const fields = { ...complete, [`indicators/${indicator}/actual`]: '１３回' };
    await office.at('clerk').patch(sheet(2025, '1-1'), { basedOn: 0, fields }).expect(200);
    await office.at('clerk').post(`${sheet(2025, '1-1')}/submit`).expect(200);
    await approves(['chief', 'manager', 'tourism-manager', 'director', 'secretariat'], sheet(2025, '1-1'));
  });

  it('has a sheet added 追加 for what was left out', async () => {
    const secretariat = office.at('secretariat');
    await secretariat.post('cycles/2025/sheets', { plan: planId, node: nodes.get('1-3'), reason: '市長の指示による' }).expect(200);
    await sheetsAreOpen(secretariat, 3);
    await secretariat.post('cycles/2025/sheets', { plan: planId, node: nodes.get('1-3'), reason: '再度' }).expect(409);
  });

  it('goes on under a scheme that only relaxes, and not under one that asks more', async () => {
    const secretariat = office.at('secretariat');
    const changed = (change: (field: { id: string; required: unknown; label: object }) => object) => ({
      ...scheme,
      sheetTypes: scheme.sheetTypes.map((type) => ({
        ...type, sections: type.sections.map((section) => ({ ...section, fields: (section.fields as never[]).map((field: never) => ({ ...(field as object), ...change(field) })) })),
      })),
    });
    await secretariat.post('scheme', changed(({ id }) => (id === 'papers' ? { required: true } : {}))).expect(201);
    const { body: refused } = await secretariat.post('cycles/2025/scheme', { schemeVersion: 2 }).expect(409);
    expect(refused).toMatchObject({ code: 'scheme-hardened', faults: [{ path: 'sheetTypes[0].sections[1].fields[3].required' }] });
    await secretariat.post('scheme', changed(({ id }) =>
      (id === 'reason' ? { required: false, label: { ja: '評価の根拠', en: 'Grounds' } } : {}))).expect(201);
    await secretariat.post('cycles/2025/scheme', { schemeVersion: 3 }).expect(200);
    const labelOf = async (number: string) => {
      const { body: { form } } = await office.at('clerk').get(sheet(2025, number)).expect(200);
      return form.sections.flatMap((section: { fields: object[] }) => section.fields).find((field: { id: string }) => field.id === 'reason').label.ja;
    };
    // What was submitted keeps the version that it was submitted under.
    expect([await labelOf('1-1'), await labelOf('1-2')]).toEqual(['評価の理由', '評価の根拠']);
    const { reason: _reason, ...rest } = complete;
    await office.at('clerk').patch(sheet(2025, '1-2'), { basedOn: 0, fields: rest }).expect(200);
    await office.at('clerk').post(`${sheet(2025, '1-2')}/submit`).expect(200);
  });

  it('has its target changed, resting on the sheet, and the old one is not lost', async () => {
    const secretariat = office.at('secretariat');
    house.setClock('2026-05-01T01:00:00.000Z');
    const { body: { revision } } = await secretariat.get(sheet(2025, '1-1')).expect(200);
    const change = (evidence: object) => ({
      year: 2025, value: '16回', reason: 'result-exceeded', text: '実績が目標を上回ったため', evidence: [evidence],
    });
    const path = `plans/${planId}/indicators/${indicator}`;
    const cited = sheet(2025, '1-1').replace('sheets/', '');
    expect((await secretariat.post(`${path}/target`, change({ sheet: cited, revision: revision + 1 })).expect(400)).body.code).toBe('evidence-missing');
    await secretariat.post(`${path}/target`, change({ sheet: cited, revision })).expect(200);
    const { body: { planVersion, targetChanges } } = await secretariat.get(`plans/${planId}`).expect(200);
    expect(planVersion).toBe(1);
    expect(targetChanges).toMatchObject([{ year: 2025, old: { typed: '14回' }, new: { typed: '16回' }, reason: 'result-exceeded' }]);
  });

  it('shows last year’s values beside the new sheet, and copies them only when asked 前年度の内容を複写', async () => {
    const [secretariat, clerk] = [office.at('secretariat'), office.at('clerk')];
    const next = { ...cycle(planId), year: 2026, aboutYear: 2025, periods: { submission: '2026-06-30' }, choose: { levels: ['measure'], rotation: { every: 2, turn: 0 } } };
    await secretariat.post('cycles', next).expect(201);
    await sheetsAreOpen(secretariat, 6);
    const { body: { leftOut } } = await secretariat.get('cycles/2026').expect(200);
    expect(leftOut.filter(({ reason }: { reason: string }) => reason === 'not-its-turn')).toHaveLength(2);

    const [now, before] = [sheet(2026, '1-1'), sheet(2025, '1-1').replace('sheets/', '')];
    const { body: empty } = await clerk.get(now).expect(200);
    expect(empty.fields).toEqual({});
    expect(empty.lastYear).toMatchObject({
      id: before, aboutYear: 2024, fields: { attainment: { kind: 'rating', grade: 'b' }, 'budget/year/settled': { value: { typed: '1,886,543' } } },
    });
    expect(empty.given[`indicators/${indicator}/target`]).toMatchObject({ value: { typed: '16回' } });

    await clerk.post(`${now}/copy-last-year`, { basedOn: 0, from: before, fields: ['reason', 'budget/year/staff'] }).expect(200);
    const { body: copied } = await clerk.get(now).expect(200);
    expect(Object.keys(copied.fields).sort()).toEqual(['budget/year/staff', 'reason']);
    const { body: { events } } = await clerk.get(`${now}/history`).expect(200);
    expect(events.at(-1)).toMatchObject({ type: 'LastYearCopied', from: before });
    const wrong = { basedOn: 1, from: sheet(2025, '1-2').replace('sheets/', ''), fields: ['reason'] };
    expect((await clerk.post(`${now}/copy-last-year`, wrong).expect(400)).body.code).toBe('source-wrong');
  });

  it('tells an indicator over the years, against every target that ever held', async () => {
    const clerk = office.at('clerk');
    await clerk.patch(sheet(2026, '1-1'), { basedOn: 1, fields: { [`indicators/${indicator}/actual`]: '２０回' } }).expect(200);
    const position = await house.installation.store.lastPosition() as string;
    const { body: { years } } = await clerk.get(`plans/${planId}/indicators/${indicator}/series`, { 'meguri-position': position }).expect(200);
    const [first, second] = years;
    expect(first).toMatchObject({ year: 2024, actuals: [{ value: { typed: '１３回' }, achievement: { figure: '1.3' } }] });
    expect(second).toMatchObject({
      year: 2025, targets: [{ value: { typed: '14回' } }, { value: { typed: '16回' } }], actuals: [{ achievement: { figure: '1.25' } }],
    });
    expect(second.actuals[0].againstEvery).toHaveLength(2);
  });

  it('keeps what is typed for whoever comes after in the post', async () => {
    const [secretariat, clerk] = [office.at('secretariat'), office.at('clerk')];
    const successor = office.at('tourism-clerk');
    await clerk.put(`${sheet(2026, '1-1')}/working-copy`, { basedOn: 2, fields: { reason: '書きかけの文章' } }).expect(200);
    await secretariat.post('appointments/clerk-first/end', { to: '2026-05-31' }).expect(201);
    await secretariat.post('appointments', { id: 'clerk-second', post: 'clerk', person: successor.id, from: '2026-06-01' }).expect(201);
    house.setClock('2026-06-01T01:00:00.000Z');
    await clerk.get(`${sheet(2026, '1-1')}/working-copy`).expect(401);
    const { body } = await successor.get(`${sheet(2026, '1-1')}/working-copy`, { 'meguri-appointment': 'clerk-second' }).expect(200);
    expect(body.fields).toEqual({ reason: '書きかけの文章' });
  });

  it('takes a file to the byte and gives it back as a download', async () => {
    const successor = office.at('tourism-clerk');
    const acting = { 'meguri-appointment': 'clerk-second' };
    const bytes = Buffer.from('年度,件数\n令和7,１３\n');
    const name = encodeURIComponent('実績 一覧.csv');
    await successor.post(`${sheet(2026, '1-1')}/files?field=papers&name=${name}`, undefined, { ...acting, 'content-type': 'text/csv' })
      .serialize((body) => body as never).send(bytes as never).expect(201);
    const { body: { files: [file] } } = await successor.get(sheet(2026, '1-1'), acting).expect(200);
    expect(file).toMatchObject({ field: 'papers', name: '実績 一覧.csv', bytes: bytes.length });
    const { text, headers } = await successor.get(`${sheet(2026, '1-1')}/files/${file.id}`, acting).expect(200);
    expect(text).toBe(bytes.toString());
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'text/plain; charset=utf-8' });
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${name}`);
    await office.at('childcare-clerk').get(`${sheet(2026, '1-1')}/files/${file.id}`).expect(403);
  });
});
