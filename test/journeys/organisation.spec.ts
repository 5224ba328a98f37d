import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CloseMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { fiscalYearAt } from '../../libs/kernel/fiscal-year.ts';
import { operatorAsker } from '../../libs/platform/access/asker.ts';
import { openHouse, sheetsAreOpen, type House, type Office } from '../office.ts';
import { yearOf } from '../office-papers.ts';

const named = (ja: string) => ({ ja, en: ja });
const fromYear = fiscalYearAt(new Date().toISOString());
const newcomer = '0192f0c4-7a3b-7c00-8000-00000000000a';

let house: House;
let office: Office;
let count = 0;

beforeAll(async () => { house = await openHouse(); });
afterAll(() => house.close());
beforeEach(async () => { office = await house.found(`city${++count}`); });

describe('an office that changes its shape', () => {
  it('founds, renames, moves and merges, and its people read what it is and was', async () => {
    const admin = office.at('admin');
    await admin.post('departments', { id: 'planning', name: named('企画部'), fromYear }).expect(201);
    await admin.post('sections', { id: 'statistics', department: 'planning', name: named('統計課'), fromYear }).expect(201);
    await admin.post('sections/promotion/rename', { name: named('経済課'), fromYear }).expect(201);
    await admin.post('sections/promotion/move', { department: 'planning', fromYear }).expect(201);
    await admin.post('departments/planning/rename', { name: named('政策部'), fromYear }).expect(201);
    await admin.post('sections/merge', { sections: ['childcare'], into: 'statistics', fromYear }).expect(201);
    await admin.post('departments/merge', { departments: ['welfare'], into: 'planning', fromYear }).expect(201);
    await admin.post('departments/industry/abolish', { fromYear }).expect(201);
    const { body } = await office.at('staff').get('').expect(200);
    expect(body).toMatchObject({
      phase: 'founded',
      words: { residents: { ja: '市民' }, mayor: { ja: '市長' }, assembly: { ja: '市議会' } },
      departments: [
        { id: 'industry', abolishedFrom: fromYear }, { id: 'welfare', mergedInto: 'planning' }, { id: 'planning', name: named('政策部'), fromYear },
      ],
      sections: [
        { id: 'promotion', name: named('経済課'), names: [{ name: { ja: '産業振興課' } }, { fromYear, name: named('経済課') }] },
        { id: 'childcare', mergedInto: 'statistics' }, { id: 'statistics', department: 'planning' },
      ],
    });
    expect(body.posts.find((one: { id: string }) => one.id === 'childcare-staff').section).toBe('statistics');
    expect(JSON.stringify(body)).not.toMatch(/person|salt/);
    expect((await office.at('staff').get('who-am-i').expect(200)).body).toMatchObject({ section: 'promotion', department: 'planning' });
    expect((await office.at('childcare-staff').get('who-am-i').expect(200)).body).toMatchObject({ section: 'statistics' });
  });

  it.each([
    ['was merged', 'sections/merge', { sections: ['childcare'], into: 'promotion', fromYear }],
    ['was abolished', 'sections/childcare/abolish', { postsTo: 'promotion', fromYear }],
  ])('leaves the sheets of a section that %s to the one that took it over, this year and the next', async (_what, path, body) => {
    const { plan, childcare: [sheet = ''] } = await office.openYear({ promotion: 1, childcare: 1 });
    const [clerk, secretariat] = [office.at('childcare-staff'), office.at('secretariat')];
    await clerk.patch(`sheets/${sheet}`, { basedOn: 0, fields: { attainment: 'b' } }).expect(200);
    await office.at('staff').get(`sheets/${sheet}`).expect(403);
    await secretariat.post(path, body).expect(201);

    const known = { 'meguri-position': await house.installation.store.lastPosition() as string };
    for (const who of [clerk, office.at('staff')]) {
      expect((await who.get('sheets', known).expect(200)).body.sheets).toHaveLength(2);
      expect((await who.get('duties', known).expect(200)).body.duties.map((duty: { sheet: string }) => duty.sheet)).toContain(sheet);
    }
    await clerk.patch(`sheets/${sheet}`, { basedOn: 1, fields: { result: '14回' } }).expect(200);
    await clerk.post(`sheets/${sheet}/submit`).expect(200);
    await office.at('approver').post(`sheets/${sheet}/approve`, { basedOn: 3 }).expect(200);

    const nodes = [sheet.slice('2026-'.length)];
    await secretariat.post('cycles', { ...yearOf(plan, nodes), year: 2027, aboutYear: 2026 }).expect(201);
    await sheetsAreOpen(secretariat, 3);
    expect((await clerk.get(`sheets/2027-${nodes[0]}`).expect(200)).body).toMatchObject({ section: 'promotion', department: 'industry' });
  });

  it('refuses to leave somebody without a place, and names who that is', async () => {
    const secretariat = office.at('secretariat');
    const sections = await secretariat.post('departments/welfare/abolish', { fromYear }).expect(409);
    expect(sections.body).toMatchObject({ code: 'department-has-sections', sections: ['childcare'] });
    const posts = await secretariat.post('sections/childcare/abolish', { fromYear }).expect(409);
    expect(posts.body).toMatchObject({ code: 'section-has-posts', posts: ['childcare-staff', 'childcare-approver'] });
    await secretariat.post('sections/childcare/abolish', { fromYear, postsTo: 'promotion' }).expect(201);
    await secretariat.post('sections/nowhere/rename', { name: named('課'), fromYear }).expect(404);
    await secretariat.post('departments', { id: 'welfare', name: named('福祉部'), fromYear: 1 }).expect(400);
  });

  it('creates a post with the role that is asked for, not with that of who asks, and gives it to one person at a time', async () => {
    const admin = office.at('admin');
    await admin.post('posts', { id: 'manager', section: 'promotion', title: named('課長'), role: 'approver', rank: 'manager' }).expect(201);
    await admin.post('appointments', { id: 'manager-1', post: 'manager', person: newcomer.toUpperCase(), from: '2020-04-01' }).expect(201);
    const taken = await admin.post('appointments', { id: 'manager-2', post: 'manager', person: newcomer, from: '2030-04-01' }).expect(409);
    expect(taken.body).toMatchObject({ code: 'post-taken', appointment: 'manager-1', from: '2020-04-01' });
    expect((await admin.post('posts/manager/close').expect(409)).body).toMatchObject({ code: 'post-held', appointments: ['manager-1'] });
    await admin.post('appointments/manager-1/end', { to: '2021-03-31' }).expect(201);
    const read = async (query: string) => (await office.at('auditor').get(`posts${query}`).expect(200)).body.posts.at(-1);
    expect(await read('')).toMatchObject({ id: 'manager', role: 'approver', rank: 'manager', holders: [] });
    expect(await read('?on=2020-05-01')).toMatchObject({ holders: [{ appointment: 'manager-1', person: { id: newcomer } }] });
    await admin.post('posts/manager/close').expect(201);
    expect(await read('')).toHaveProperty('closedOn');
    expect((await office.at('secretariat').get('posts').expect(200)).body.posts[0].holders)
      .toEqual([{ appointment: 'staff-holder', person: { id: office.at('staff').id, name: expect.stringContaining('staff さん') } }]);
    await admin.get('posts?on=yesterday').expect(400);
  });

  it('has words and days of its own', async () => {
    const secretariat = office.at('secretariat');
    await secretariat.post('words', { residents: named('区民'), mayor: named('区長'), assembly: named('区議会') }).expect(201);
    expect((await office.at('staff').get('').expect(200)).body.words).toMatchObject({ residents: named('区民') });
    const day = (date: string) => ({ date, name: named('開庁記念日') });
    await secretariat.post('calendar', { closed: [day('2026-10-01')], opened: [day('2027-03-28')] }).expect(201);
    const { body } = await office.at('staff').get('calendar?year=2026').expect(200);
    const reasons = new Map(body.closedDays.map(({ date, reason }: { date: string; reason: string }) => [date, reason]));
    expect(['2026-04-29', '2026-10-01', '2026-12-30', '2027-03-27', '2027-03-28', '2027-03-31'].map((date) => reasons.get(date)))
      .toEqual(['holiday', 'own', 'new-year', 'saturday', undefined, undefined]);
    expect((await secretariat.post('calendar', { closed: [day('2026-02-30')], opened: [] }).expect(400)).body)
      .toMatchObject({ code: 'calendar-faulty', faults: [{ path: 'closed[0].date' }] });
    for (const year of ['1969', '2050', '20', '']) await secretariat.get(`calendar?year=${year}`).expect(400);
    await secretariat.get('calendar').expect(400);
  });

  it('is changed by nobody once it is closed', async () => {
    const { municipality } = office;
    const close = (key: string) => house.installation.runner.run(new CloseMunicipality(
      municipalityStream(municipality), { asker: operatorAsker(municipality), key }, {}));
    expect(await close(newcomer)).toMatchObject({ kind: 'done' });
    expect(await close(randomUUID())).toMatchObject({ code: 'municipality-closed' });
    // It is nobody's place of work any more.
    await office.at('admin').post('words', {}).expect(401);
    await office.at('staff').get('').expect(401);
  });
});
