import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, sheetsAreOpen, type House, type Office, type Person } from '../office.ts';
import { complete, cycle, founding, plan, scheme, type YearPost } from './department-year.papers.ts';

let house: House;
let office: Office<YearPost>;
/** By the number of the measure. */
const sheets = new Map<string, string>();
let indicator: string;

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-02-02T01:00:00.000Z');
  office = await house.foundAs<YearPost>('sakura', founding);
  const secretariat = office.at('secretariat');
  await secretariat.post('scheme', scheme).expect(201);
  const { body: { id: planId } } = await secretariat.post('plans', plan).expect(201);
  await secretariat.post(`plans/${planId}/adopt`, { fromYear: 2024 }).expect(200);
  const { body: { nodes, indicators } } = await secretariat.get(`plans/${planId}`).expect(200);
  indicator = indicators[0].id;
  await secretariat.post('cycles', cycle(planId)).expect(201);
  await sheetsAreOpen(secretariat, 5);
  for (const { id, number } of nodes) sheets.set(number, `sheets/2025-${id}`);
});
afterAll(() => house.close());

function sheet(number: string): string {
  return sheets.get(number) as string;
}

async function revisionOf(person: Person, number: string): Promise<number> {
  return (await person.get(sheet(number)).expect(200)).body.revision;
}

/** Approves what he has just looked at. */
async function approves(post: YearPost, number: string, how = 'approve', more: object = {}, status = 200) {
  const person = office.at(post);
  return person.post(`${sheet(number)}/${how}`, { basedOn: await revisionOf(person, number), ...more }).expect(status);
}

async function submits(post: YearPost, number: string, fields: object = complete): Promise<void> {
  const person = office.at(post);
  await person.patch(sheet(number), { basedOn: await revisionOf(person, number), fields }).expect(200);
  await person.post(`${sheet(number)}/submit`).expect(200);
}

async function isIn(number: string, phase: string): Promise<void> {
  expect((await office.at('secretariat').get(sheet(number)).expect(200)).body.phase).toBe(phase);
}

async function eventsOf(number: string): Promise<readonly { readonly type: string; readonly [member: string]: unknown }[]> {
  return (await office.at('secretariat').get(`${sheet(number)}/history`).expect(200)).body.events;
}

/** Asks a list that knows everything that has happened so far. */
async function asks(person: Person, path: string) {
  const position = await house.installation.store.lastPosition() as string;
  return (await person.get(path, { 'meguri-position': position }).expect(200)).body;
}

async function owes(person: Person): Promise<readonly string[]> {
  const { duties } = await asks(person, 'duties');
  return duties.map(({ kind, node }: { kind: string; node: { number: string } }) => `${kind} ${node.number}`).sort();
}

/** One story: each case begins where the one before it ended. */
describe('a department’s year', () => {
  it('opens with what each owes, by when', async () => {
    expect(await owes(office.at('clerk'))).toEqual(['submit 1-1', 'submit 1-2', 'submit 1-3', 'submit 1-4']);
    expect(await owes(office.at('childcare-clerk'))).toEqual(['submit 1-5']);
    expect(await owes(office.at('chief'))).toEqual([]);
    const { duties: [first] } = await asks(office.at('clerk'), 'duties');
    expect(first).toMatchObject({ since: { at: '2026-02-02T01:00:00.000Z' }, due: { date: '2026-03-10' } });
  });

  it('is not submitted while sums differ, cells are empty, or a condition asks for more', async () => {
    const clerk = office.at('clerk');
    const wrong = { ...complete, attainment: 'c', 'budget/year/general': '1,700,000' };
    await clerk.patch(sheet('1-1'), { basedOn: 0, fields: wrong }).expect(200);
    const { body: unanswered } = await clerk.post(`${sheet('1-1')}/submit`).expect(409);
    expect(unanswered).toMatchObject({ code: 'fields-unanswered' });
    expect(unanswered.fields).toEqual(expect.arrayContaining([`indicators/${indicator}/actual`, 'remedy']));
    await clerk.patch(sheet('1-1'), { basedOn: 1, fields: { attainment: 'b', [`indicators/${indicator}/actual`]: '１３回' } }).expect(200);
    const { body: differing } = await clerk.post(`${sheet('1-1')}/submit`).expect(409);
    expect(differing).toMatchObject({ code: 'sums-differ' });
    await clerk.patch(sheet('1-1'), { basedOn: 2, fields: { 'budget/year/general': '1,800,000' } }).expect(200);
  });

  it('computes what nobody types: achievement, and labour from the year’s unit price', async () => {
    const { body } = await office.at('clerk').get(sheet('1-1')).expect(200);
    expect(body.computed[`indicators/${indicator}/rate`]).toMatchObject({ figure: '1.3', print: '130.0%' });
    expect(body.computed['budget/year/labour']).toMatchObject({ figure: '12750000' });
    expect(body.fields['budget/year/settled'].content.value.understood).toMatchObject({ amount: '1886543000', unit: '円' });
  });

  it('may be taken back 引戻し while nobody has decided', async () => {
    const clerk = office.at('clerk');
    await clerk.post(`${sheet('1-1')}/submit`).expect(200);
    await clerk.post(`${sheet('1-1')}/take-back`).expect(200);
    await isIn('1-1', 'drafting');
    await clerk.post(`${sheet('1-1')}/submit`).expect(200);
    expect(await owes(office.at('chief'))).toEqual(['approve 1-1']);
    expect(await owes(office.at('manager'))).toEqual([]);
  });

  it('is decided step by step, each in turn, with its day and number', async () => {
    expect((await approves('manager', '1-1', 'approve', {}, 409)).body).toMatchObject({ code: 'not-your-turn', step: 'chief' });
    await approves('chief', '1-1', 'approve', { decidedOn: '2026-03-02', documentNumber: '7産振第123号' });
    expect((await office.at('clerk').post(`${sheet('1-1')}/take-back`).expect(409)).body.code).toBe('decided-already');
    expect((await eventsOf('1-1')).at(-1)).toMatchObject({
      type: 'FirstEvaluationApproved', step: 'chief', way: 'in-turn', completes: false, decidedOn: '2026-03-02', documentNumber: '7産振第123号',
    });
  });

  it('is sent back 差戻し to an earlier step, then to the section, and every reason is kept', async () => {
    const back = (post: YearPost, body: object, status = 200) => office.at(post).post(`${sheet('1-1')}/send-back`, body).expect(status);
    expect((await back('manager', { reason: ' ' }, 400)).body.code).toBe('reason-missing');
    expect((await back('manager', { to: 'director', reason: '先へ' }, 400)).body.code).toBe('step-unknown');
    await back('manager', { to: 'chief', reason: '実績の根拠を確認してください。', comments: [{ field: 'reason', comment: '根拠は？' }] });
    expect(await owes(office.at('chief'))).toEqual(['approve 1-1']);
    await back('chief', { reason: '根拠を追記してください。' });
    await isIn('1-1', 'drafting');
    await submits('clerk', '1-1', { reason: '概ね計画どおり実施した（出典：事業報告書）。' });
    await approves('chief', '1-1');
    const { body } = await office.at('clerk').get(sheet('1-1')).expect(200);
    expect(body.sentBack.map(({ to, reason }: { to: string; reason: string }) => `${to}: ${reason}`)).toEqual([
      'chief: 実績の根拠を確認してください。', 'section: 根拠を追記してください。',
    ]);
  });

  it('knows the deadline in force: late, extended 延長 for a department, and transferred 移管', async () => {
    const secretariat = office.at('secretariat');
    await secretariat.post('cycles/2025/extensions', {
      period: 'submission', date: '2026-03-20', for: { department: 'industry' }, reason: '年度末の議会対応のため',
    }).expect(200);
    await secretariat.post(`${sheet('1-4')}/transfer`, { section: 'tourism', reason: '所管の変更のため' }).expect(200);
    await office.at('clerk').get(sheet('1-4')).expect(403);
    house.setClock('2026-03-15T01:00:00.000Z');
    await submits('clerk', '1-2');
    await submits('childcare-clerk', '1-5');
    const submitted = async (number: string) => (await eventsOf(number)).findLast(({ type }) => type === 'FirstEvaluationSubmitted');
    expect(await submitted('1-2')).toMatchObject({ late: false, deadline: { date: '2026-03-20' } });
    expect(await submitted('1-5')).toMatchObject({ late: true, deadline: { date: '2026-03-10' } });
    expect(await owes(office.at('tourism-clerk'))).toEqual(['submit 1-4']);
  });

  it('passes over the absent 引上げ, who see it afterwards 後閲', async () => {
    expect((await approves('director', '1-2', 'approve-over', { reason: '' }, 400)).body.code).toBe('reason-missing');
    await approves('director', '1-2', 'approve-over', { reason: '係長・課長とも出張のため' });
    await isIn('1-2', 'approved');
    expect(await owes(office.at('chief'))).toEqual(['review-afterwards 1-2']);
    await office.at('chief').post(`${sheet('1-2')}/review-afterwards`).expect(200);
    expect((await office.at('chief').post(`${sheet('1-2')}/review-afterwards`).expect(409)).body.code).toBe('nothing-to-look-at');
    expect(await owes(office.at('chief'))).toEqual([]);
    expect(await owes(office.at('manager'))).toEqual(['approve 1-1', 'review-afterwards 1-2']);
  });

  it('follows the post, not the person: the chief becomes manager on 1 April', async () => {
    const secretariat = office.at('secretariat');
    const [manager, chief] = [office.at('manager'), office.at('chief')];
    await secretariat.post('appointments/manager-first/end', { to: '2026-03-31' }).expect(201);
    await secretariat.post('appointments/chief-first/end', { to: '2026-03-31' }).expect(201);
    await secretariat.post('appointments', { id: 'manager-second', post: 'manager', person: chief.id, from: '2026-04-01' }).expect(201);
    house.setClock('2026-03-31T14:59:59.000Z');
    expect(await owes(chief)).toEqual([]);
    house.setClock('2026-03-31T15:00:00.000Z');
    expect(await owes(chief)).toEqual(['approve 1-1', 'review-afterwards 1-2']);
    await manager.get(sheet('1-1')).expect(401);
    await chief.post(`${sheet('1-1')}/approve`, { basedOn: await revisionOf(chief, '1-1') }).expect(200);
    expect((await eventsOf('1-1')).at(-1)).toMatchObject({ step: 'manager', by: { id: chief.id }, appointment: 'manager-second' });
  });

  it('asks the co-owning section 合議, and the absent director is decided for 代決', async () => {
    expect(await owes(office.at('tourism-manager'))).toEqual(['approve 1-1']);
    expect((await approves('tourism-manager', '1-1', 'approve-for-absent', { reason: '不在のため' }, 409)).body.code).toBe('not-your-turn');
    await approves('tourism-manager', '1-1');
    await approves('chief', '1-1', 'approve-for-absent', { reason: '部長出張のため' });
    expect((await eventsOf('1-1')).at(-1)).toMatchObject({
      way: 'for-absent', step: 'director', completes: true, judged: { late: false, deadline: { date: '2026-04-20' } },
    });
    expect(await owes(office.at('director'))).toEqual(['review-afterwards 1-1']);
    await office.at('director').post(`${sheet('1-1')}/review-afterwards`).expect(200);
  });

  it('comes back from the secretariat to a step, and the line approves again; then it is accepted 受付', async () => {
    const secretariat = office.at('secretariat');
    await secretariat.post(`${sheet('1-1')}/send-back`, { to: 'consultation', reason: '観光課の確認が必要です。' }).expect(200);
    await isIn('1-1', 'submitted');
    await approves('tourism-manager', '1-1');
    await approves('director', '1-1');
    expect(await owes(secretariat)).toEqual(['accept 1-1', 'accept 1-2']);
    await approves('secretariat', '1-1', 'accept', { documentNumber: '8企行第5号' });
    await isIn('1-1', 'accepted');
  });

  it('has a section without a chief go on without him', async () => {
    await submits('tourism-clerk', '1-4');
    expect(await owes(office.at('tourism-manager'))).toEqual(['approve 1-4']);
    await approves('tourism-manager', '1-4');
    await approves('director', '1-4');
    await isIn('1-4', 'approved');
  });

  it('has slips corrected 軽微な修正 and figures replaced 差替え, but no rating', async () => {
    const [secretariat, clerk] = [office.at('secretariat'), office.at('clerk')];
    const at = await revisionOf(secretariat, '1-1');
    const change = (how: string, fields: object, reason = '決算の確定') => ({ how, body: { basedOn: at, fields, reason } });
    const refused = [
      change('correct', { attainment: 'a' }), change('correct', { 'budget/year/staff': '2' }), change('replace-figures', { attainment: 'a' }),
      change('replace-figures', { reason: '書き換え' }),
    ];
    for (const { how, body } of refused) {
      expect((await secretariat.post(`${sheet('1-1')}/${how}`, body).expect(400)).body.code).toBe('fields-wrong');
    }
    await secretariat.post(`${sheet('1-1')}/correct`, { basedOn: at, fields: { reason: '概ね計画どおり実施した。' }, reason: '表記の統一' }).expect(200);
    const figures = { 'budget/year/settled': '1,886,000', 'budget/year/general': '1,799,457' };
    await clerk.post(`${sheet('1-1')}/replace-figures`, { basedOn: await revisionOf(clerk, '1-1'), fields: figures, reason: '決算の確定' }).expect(200);
    expect(await owes(office.at('director'))).toEqual(['look-at 1-1']);
    expect(await owes(secretariat)).toEqual(['accept 1-2', 'accept 1-4', 'hand-over 1-1', 'look-at 1-1']);
    await office.at('director').post(`${sheet('1-1')}/look-at`).expect(200);
    expect(await owes(office.at('director'))).toEqual([]);
    await isIn('1-1', 'accepted');
  });

  it('keeps the secretariat’s memo from the office on every way out', async () => {
    const [secretariat, clerk, auditor] = [office.at('secretariat'), office.at('clerk'), office.at('auditor')];
    const before = await clerk.get(sheet('1-1')).expect(200);
    await secretariat.patch(`${sheet('1-1')}/secretariat-fields`, {
      basedOn: await revisionOf(secretariat, '1-1'), fields: { memo: '議会で質問の予定あり' },
    }).expect(200);
    const after = await clerk.get(sheet('1-1')).expect(200);
    expect(after.headers['etag']).toBe(before.headers['etag']);
    expect(after.body).toEqual(before.body);
    for (const path of [sheet('1-1'), `${sheet('1-1')}/history`, 'sheets?text=議会で質問']) {
      expect(JSON.stringify((await clerk.get(path).expect(200)).body)).not.toContain('議会で質問');
    }
    expect((await auditor.get(`${sheet('1-1')}/history`).expect(200)).text).toContain('議会で質問');
    expect((await asks(secretariat, 'sheets?text=議会で質問')).sheets).toHaveLength(1);
    expect((await asks(clerk, 'sheets?text=議会で質問')).sheets).toEqual([]);
  });

  it('is void 取消 when it is not evaluated after all', async () => {
    await office.at('secretariat').post(`${sheet('1-3')}/void`, { reason: '事業の廃止のため' }).expect(200);
    await isIn('1-3', 'voided');
    expect(await owes(office.at('clerk'))).toEqual([]);
  });

  it('shows where the year stands', async () => {
    const { departments } = await asks(office.at('secretariat'), 'cycles/2025/progress');
    const counted = departments.map(({ department, phases }: { department: string; phases: Record<string, { sheets: number; late: number }> }) =>
      [department, Object.fromEntries(Object.entries(phases).map(([phase, { sheets: count, late }]) => [phase, [count, late]]))]);
    expect(Object.fromEntries(counted)).toEqual({
      industry: { approved: [2, 1], accepted: [1, 0], voided: [1, 0] }, welfare: { submitted: [1, 1] },
    });
  });
});
