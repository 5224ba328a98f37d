import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, sheetsAreOpen, type House, type Office } from '../office.ts';
import { answers, foundingOf, planOf, scheme, year, yearOf } from '../office-papers.ts';

let house: House;
let office: Office;
let sheet: string;
let approvedAt: string;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
});
afterAll(() => house.close());

/** One story: each case begins where the one before it ended. */
describe('a first evaluation, from the scheme to the approval', () => {
  it('begins with a scheme, a plan and a year, each of which can be read back', async () => {
    const secretariat = office.at('secretariat');
    const adopted = await secretariat.post('scheme', scheme).expect(201);
    expect(adopted.body).toEqual({ stream: 'scheme-mihon', revision: 0, position: adopted.headers['meguri-position'] });
    expect((await secretariat.get('scheme').expect(200)).body).toEqual({ schemeVersion: 1, revision: 0, ...scheme });

    const papers = planOf({ promotion: 2, childcare: 1 });
    const { body: { id: plan } } = await secretariat.post('plans', papers).expect(201);
    expect((await secretariat.get(`plans/${plan}`).expect(200)).body).toMatchObject({ phase: 'draft' });
    const { body: { revision } } = await secretariat.post(`plans/${plan}/adopt`, { fromYear: 2020 }).expect(200);
    const { body: { nodes, ...rest } } = await secretariat.get(`plans/${plan}`).expect(200);
    const { name, firstYear, lastYear } = papers;
    const { sections: [promotion, childcare] } = foundingOf('mihon');
    expect(rest).toEqual({
      id: plan, revision, phase: 'adopted', planVersion: 1, fromYear: 2020, name, firstYear, lastYear, indicators: [], targetChanges: [],
      sections: [promotion, childcare].map((section) => ({ id: section?.id, name: section?.name })),
    });
    const [policy, ...measures] = nodes;
    expect(nodes).toEqual(papers.nodes.map((node, index) => ({
      ...node, id: nodes[index].id, related: [], outside: [], flags: [], texts: {}, upper: [], ...(index > 0 && { parent: policy.id }),
    })));

    const chosen = measures.map(({ id }: { id: string }) => id);
    const { body: { id: cycle } } = await secretariat.post('cycles', yearOf(plan, chosen)).expect(201);
    expect((await secretariat.get(`cycles/${cycle}`).expect(200)).body).toMatchObject({
      year, aboutYear: year - 1, plans: [{ plan, planVersion: 1, planRevision: revision }], schemeVersion: 1, schemeRevision: 0,
      periods: [{ id: 'submission', deadline: { date: '2999-03-31', at: '2999-03-31T14:59:59.999Z' } }],
      nodes: chosen.map((node: string) => ({ plan, node, sheetType: 'measure-sheet' })), leftOut: [], extensions: [], refusedSheets: {},
    });
    await sheetsAreOpen(secretariat, 3);
    sheet = `sheets/${year}-${chosen[0]}`;
  });

  it('shows each section its own sheets, and the secretariat all of them', async () => {
    const sectionsSeenBy = async (post: 'staff' | 'childcare-staff' | 'secretariat') =>
      (await office.at(post).get('sheets').expect(200)).body.sheets.map(({ section }: { section: string }) => section).sort();
    expect(await sectionsSeenBy('staff')).toEqual(['promotion', 'promotion']);
    expect(await sectionsSeenBy('childcare-staff')).toEqual(['childcare']);
    expect(await sectionsSeenBy('secretariat')).toEqual(['childcare', 'promotion', 'promotion']);
  });

  it('lets two people save different fields of the same revision, and keeps both', async () => {
    const [staff, colleague] = [office.at('staff'), office.at('colleague')];
    await Promise.all([
      staff.patch(sheet, { basedOn: 0, fields: { attainment: 'b' } }).expect(200),
      colleague.patch(sheet, { basedOn: 0, fields: { result: '延べ５，６５３社' } }).expect(200),
    ]);
    const { body } = await staff.get(sheet).expect(200);
    expect(body).toMatchObject({ phase: 'drafting', revision: 2, year, aboutYear: year - 1, section: 'promotion', department: 'industry', node: { number: '1-1' } });
    expect(body.fields.attainment).toMatchObject({ content: { kind: 'rating', grade: 'b' }, by: { id: staff.id, name: 'mihon の staff さん' } });
    expect(body.fields.result).toMatchObject({
      content: { kind: 'value', value: { typed: '延べ５，６５３社', understood: { kind: 'amount', amount: '5653', unit: '社' } } },
      by: { id: colleague.id, name: 'mihon の colleague さん' },
    });
  });

  it('refuses a field that somebody changed since, with both contents, who and when, and writes nothing of it', async () => {
    const [staff, colleague] = [office.at('staff'), office.at('colleague')];
    const { body: before } = await staff.get(sheet).expect(200);
    const { body } = await staff.patch(sheet, { basedOn: 0, fields: { result: '14回', reason: '理由' } }).expect(409);
    expect(body).toMatchObject({
      code: 'fields-changed-since',
      fields: [{ field: 'result', yours: '14回', theirs: '延べ５，６５３社', by: { id: colleague.id, name: 'mihon の colleague さん' }, at: before.fields.result.at }],
    });
    expect((await staff.get(sheet).expect(200)).body).toEqual(before);
    await staff.patch(sheet, { basedOn: before.revision, fields: { result: '14回' } }).expect(200);
  });

  it('writes nothing for a save that changes nothing', async () => {
    const { body: { revision } } = await office.at('staff').get(sheet).expect(200);
    const { body } = await office.at('staff').patch(sheet, { basedOn: 0, fields: { result: '14回' } }).expect(200);
    expect(body).toMatchObject({ revision });
    expect((await office.at('staff').get(sheet).expect(200)).body.revision).toBe(revision);
  });

  it('submits only what is complete, and is then closed for saving', async () => {
    const staff = office.at('staff');
    const { body: { sheets } } = await staff.get('sheets').expect(200);
    // By its name: a list that is asked without a position may not know the last saves yet.
    const other = sheets.find(({ id }: { id: string }) => `sheets/${id}` !== sheet);
    expect((await staff.post(`sheets/${other.id}/submit`).expect(409)).body)
      .toMatchObject({ code: 'fields-unanswered', fields: ['attainment', 'result'] });
    await staff.post(`${sheet}/submit`).expect(200);
    const { body } = await staff.patch(sheet, { basedOn: 3, fields: { reason: '遅い' } }).expect(409);
    expect(body).toMatchObject({ code: 'wrong-phase', phase: 'submitted' });
  });

  it('is sent back with a reason that stays, submitted again, and approved', async () => {
    const [staff, approver] = [office.at('staff'), office.at('approver')];
    const comments = [{ field: 'result', comment: '出典は？' }];
    await approver.post(`${sheet}/send-back`, { reason: '根拠を記入してください。', comments }).expect(200);
    const { body: { phase, revision, sentBack } } = await staff.get(sheet).expect(200);
    expect({ phase, sentBack }).toEqual({
      phase: 'drafting',
      sentBack: [{
        to: 'section', reason: '根拠を記入してください。', comments, by: { id: approver.id, name: 'mihon の approver さん' }, at: sentBack[0].at,
      }],
    });
    await staff.patch(sheet, { basedOn: revision, fields: { reason: '決算書による。' } }).expect(200);
    const { body: { revision: submitted } } = await staff.post(`${sheet}/submit`).expect(200);
    expect((await approver.post(`${sheet}/approve`, { basedOn: revision }).expect(409)).body).toMatchObject({ code: 'sheet-changed-since' });
    approvedAt = (await approver.post(`${sheet}/approve`, { basedOn: submitted }).expect(200)).body.position;
    const { body } = await staff.get(sheet).expect(200);
    expect(body).toMatchObject({ phase: 'approved', late: false, sentBack });
    expect((await approver.post(`${sheet}/approve`, { basedOn: submitted }).expect(409)).body).toMatchObject({ code: 'wrong-phase', phase: 'approved' });
    // From here on it is the secretariat's to send back.
    expect((await approver.post(`${sheet}/send-back`, { reason: 'やはり' }).expect(409)).body).toMatchObject({ code: 'not-your-turn' });
  });

  it('tells the whole story in its history: what, who, under which appointment, and when', async () => {
    const { body: { events } } = await office.at('auditor').get(`${sheet}/history`).expect(200);
    const told = events.map(({ type, by }: { type: string; by: { id: string } }) => [type, by.id.replace('person-', '')]);
    // The two first saves came at the same time, in whichever order.
    expect(told.slice(1, 3).sort()).toEqual([['FieldsSaved', 'colleague'], ['FieldsSaved', 'staff']]);
    expect([told[0], ...told.slice(3)]).toEqual([
      ['SheetOpened', 'system:open-sheets'],
      ['FieldsSaved', 'staff'], ['FirstEvaluationSubmitted', 'staff'], ['FirstEvaluationSentBack', 'approver'],
      ['FieldsSaved', 'staff'], ['FirstEvaluationSubmitted', 'staff'], ['FirstEvaluationApproved', 'approver'],
    ]);
    expect(events.map(({ revision }: { revision: number }) => revision)).toEqual(events.map((_: unknown, index: number) => index));
    expect(events.at(-1)).toMatchObject({ appointment: 'approver-holder', by: { name: 'mihon の approver さん' }, approvedRevision: 7 });
    expect(Date.parse(events.at(-1).at)).toBeGreaterThanOrEqual(Date.parse(events[0].at));
    expect(JSON.stringify(events)).not.toContain('$salt');
  });

  it('lists the sheet as it stands now', async () => {
    const { body } = await office.at('secretariat').get('sheets?phase=approved', { 'meguri-position': approvedAt }).expect(200);
    expect(body.sheets).toEqual([expect.objectContaining({ id: sheet.slice('sheets/'.length), phase: 'approved', late: false, revision: 8 })]);
    expect((await office.at('secretariat').get('sheets?phase=submitted').expect(200)).body.sheets).toEqual([]);
  });

  it('broke nothing on our side', () => {
    expect(house.errors).toEqual([]);
  });
});

it('a list of sheets comes page by page, each sheet once, as the cycle names them', async () => {
  const other = await house.found('paged');
  const { promotion } = await other.openYear({ promotion: 7, childcare: 3 });
  await other.at('staff').patch(`sheets/${promotion[3]}`, { basedOn: 0, fields: answers }).expect(200);
  const seen: string[] = [];
  for (let page = ''; ;) {
    const { body } = await other.at('staff').get(`sheets?limit=3${page}`).expect(200);
    expect(body.sheets.length).toBeLessThanOrEqual(3);
    seen.push(...body.sheets.map(({ id }: { id: string }) => id));
    if (body.cursor === undefined) break;
    page = `&cursor=${body.cursor}`;
  }
  expect(seen).toEqual(promotion);
});
