import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { openHouse, type House, type Office, type Person } from '../office.ts';

const called = ['青木', '馬場', '千葉', '土井', '江口', '藤田'] as const;
type Name = (typeof called)[number];

let house: House;
let office: Office;
/** Six from outside, and a clerk of the office. */
const people = new Map<Name | 'clerk', Person>();
/** Their memberships. */
const memberships = new Map<Name | 'clerk', string>();
let committee: string;
let meeting: string;
let items: readonly string[];

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-05-20T01:00:00.000Z');
  office = await house.found('mihon');
  for (const name of called) people.set(name, office.memberCalled(randomUUID(), name));
  people.set('clerk', office.at('staff'));
});
afterAll(() => house.close());

function as(name: Name | 'clerk'): Person {
  return people.get(name) as Person;
}

function membershipOf(name: Name | 'clerk'): string {
  return memberships.get(name) as string;
}

/** As the secretariat, on the committee. */
async function does(deed: string, body: object, status = 200) {
  return office.at('secretariat').post(`committees/${committee}/${deed}`, body).expect(status);
}

async function reads(person: Person, path = '', headers = {}) {
  return (await person.get(`committees/${committee}${path}`, headers).expect(200)).body;
}

/** Who is told of the committee by a list must wait for the list. */
async function listIsUpToDate(): Promise<void> {
  const position = await house.installation.store.lastPosition() as string;
  await office.at('secretariat').get('committees', { 'meguri-position': position }).expect(200);
}

/** One story: each case begins where the one before it ended. */
describe('a committee', () => {
  it('is founded, its members are appointed, and a term of one person does not overlap another', async () => {
    const secretariat = office.at('secretariat');
    const half = { parts: 1, of: 2, moreThan: true };
    const founding = { name: { ja: '行政評価委員会', en: 'Evaluation committee' }, quorum: { present: half, opinions: half } };
    await office.at('staff').post('committees', founding).expect(403);
    committee = (await secretariat.post('committees', founding).expect(201)).body.id;
    for (const [name, { id: person }] of people) {
      await does('members', { person, from: '2026-04-01', to: '2028-03-31' });
      memberships.set(name, (await reads(secretariat)).members.at(-1).id);
    }
    expect((await reads(secretariat)).members[0]).toEqual({
      id: membershipOf('青木'), from: '2026-04-01', to: '2028-03-31', person: { id: as('青木').id, name: '青木' },
    });
    expect((await does('members', { person: as('青木').id, from: '2028-03-31' }, 409)).body.code).toBe('term-overlaps');
    expect((await does('members', { person: '青木', from: '2028-04-01' }, 400)).body.code).toBe('wrong-input');
    await listIsUpToDate();
  });

  it('elects a chair and a deputy, and forms a sub-group of some of its members', async () => {
    const [chair, deputy] = [membershipOf('青木'), membershipOf('馬場')];
    expect((await does('chair', { chair, deputy: randomUUID() }, 409)).body.code).toBe('member-unknown');
    await does('chair', { chair, deputy });
    await does('subgroups', {
      name: { ja: '産業部会', en: 'Industry' }, members: [membershipOf('千葉'), membershipOf('土井'), membershipOf('clerk')], chair: membershipOf('千葉'),
    });
    expect(await reads(as('青木'))).toMatchObject({ chair, deputy, subgroups: [{ chair: membershipOf('千葉') }] });
  });

  it('lets members in by token and by password, under their membership', async () => {
    expect((await as('青木').get('who-am-i').expect(200)).body).toEqual({
      person: as('青木').id, name: '青木', appointment: membershipOf('青木'), role: 'chair', committee, appointments: [],
    });
    expect((await as('千葉').get('who-am-i').expect(200)).body).toMatchObject({ role: 'member', committee });
    const { body: { accounts: [{ firstPassword }] } } = await office.at('secretariat')
      .post('accounts', { accounts: [{ person: as('馬場').id, login: 'baba' }] }).expect(200);
    const signIn = (password: string) => supertest(house.url).post('/api/mihon/session').set('origin', house.url).send({ login: 'baba', password });
    await signIn('wrong').expect(401);
    await signIn(firstPassword).expect(200);
  });

  it('lets whoever is a member of the staff too act under either', async () => {
    const clerk = office.at('staff');
    expect((await clerk.get('who-am-i').expect(200)).body).toMatchObject({ role: 'staff', appointment: 'staff-holder', section: 'promotion' });
    const { body } = await clerk.get('memberships').expect(200);
    expect(body.memberships).toEqual([{
      id: membershipOf('clerk'), role: 'member', from: '2026-04-01', to: '2028-03-31', committee: { id: committee, name: { ja: '行政評価委員会', en: 'Evaluation committee' } },
    }]);
    const underMembership = { 'meguri-appointment': membershipOf('clerk') };
    const { body: asMember } = await clerk.get('who-am-i', underMembership).expect(200);
    expect(asMember).toMatchObject({ role: 'member', committee, appointments: [{ id: 'staff-holder' }] });
    expect(asMember).not.toHaveProperty('section');
    await clerk.get('who-am-i', { 'meguri-appointment': membershipOf('青木') }).expect(401);
    await does('conflicts', { member: membershipOf('clerk'), section: 'promotion', reason: '所属する課のため' });
    expect((await reads(clerk, '', underMembership)).conflicts).toHaveLength(1);
    expect((await reads(clerk)).conflicts).toEqual([]);
  });

  it('is closed to members of another committee', async () => {
    const nobody = { parts: 0, of: 1, moreThan: true };
    expect((await office.at('secretariat').post('committees', { name: { ja: '別', en: 'Other' }, quorum: { present: nobody, opinions: nobody } }).expect(400)).body.code)
      .toBe('wrong-input');
    const all = { parts: 1, of: 1, moreThan: false };
    const { body: { id: other } } = await office.at('secretariat')
      .post('committees', { name: { ja: '別の委員会', en: 'Another' }, quorum: { present: all, opinions: all } }).expect(201);
    await listIsUpToDate();
    await as('青木').get(`committees/${other}`).expect(403);
    await as('青木').get(`committees/${other}/meetings`).expect(403);
    expect((await as('青木').get('committees').expect(200)).body.committees).toEqual([{ id: committee, name: { ja: '行政評価委員会', en: 'Evaluation committee' } }]);
    expect((await office.at('staff').get('committees').expect(200)).body.committees).toHaveLength(2);
  });

  it('loses a member at once when his term ends, and nobody forgets him before', async () => {
    const secretariat = office.at('secretariat');
    const leaver = as('藤田');
    await leaver.get('who-am-i').expect(200);
    expect((await secretariat.post(`people/${leaver.id}/forget`).expect(409)).body.code).toBe('person-in-office');
    await does(`members/${membershipOf('藤田')}/end`, { to: '2026-05-20', reason: '転居のため' });
    await leaver.get('who-am-i').expect(200);
    house.setClock('2026-05-20T15:00:00.000Z');
    await leaver.get('who-am-i').expect(401);
    await secretariat.post(`people/${leaver.id}/forget`).expect(204);
    expect((await reads(secretariat)).members.at(-2)).toMatchObject({ to: '2026-05-20', person: { id: leaver.id } });
  });

  it('meets, in person and online, but not before its day', async () => {
    await does('meetings', { way: 'meeting', on: '2026-06-01', until: '2026-06-02', agenda: [] }, 400);
    await does('meetings', { way: 'meeting', on: '2026-06-01', place: '第1会議室', agenda: [{ title: '委員長挨拶' }] }, 201);
    meeting = (await reads(as('千葉'), '/meetings')).meetings[0].id;
    const { agenda: [first] } = await reads(as('千葉'), `/meetings/${meeting}`);
    await does(`meetings/${meeting}/agenda`, { agenda: [{ id: first.id, title: first.title }, { title: '施策1の評価', sheet: `2026-${randomUUID()}` }] });
    items = (await reads(as('千葉'), `/meetings/${meeting}`)).agenda.map(({ id }: { id: string }) => id);
    expect(items[0]).toBe(first.id);
    const attendance = [{ member: membershipOf('青木'), way: 'present' }, { member: membershipOf('千葉'), way: 'online' }, { member: membershipOf('土井'), way: 'absent' }];
    expect((await does(`meetings/${meeting}/hold`, { attendance, isOpen: true }, 409)).body.code).toBe('meeting-ahead');
    house.setClock('2026-05-31T15:00:00.000Z');
    const gone = { member: membershipOf('藤田'), way: 'present' };
    expect((await does(`meetings/${meeting}/hold`, { attendance: [gone], isOpen: true }, 409)).body).toMatchObject({ code: 'attendance-wrong', members: [gone.member] });
    await does(`meetings/${meeting}/hold`, { attendance, isOpen: true });
  });

  it('has minutes that those who were present check, draft by draft', async () => {
    for (const item of items) await does(`meetings/${meeting}/minutes`, { item, text: `案 ${item}` });
    const draftOf = async (item: string) => (await reads(as('青木'), `/meetings/${meeting}`)).minutes[item];
    const checks = async (name: Name, item: string, more: object = {}, status = 200) => as(name)
      .post(`committees/${committee}/meetings/${meeting}/minutes/check`, { item, draftRevision: (await draftOf(item)).revision, ...more }).expect(status);
    expect((await checks('土井', items[0] as string, {}, 403)).body.code).toBe('not-present');
    const [first, second] = items as [string, string];
    const before = (await draftOf(second)).revision;
    await checks('千葉', second, { remark: '発言者が違います。' });
    await does(`meetings/${meeting}/minutes`, { item: second, text: '直した案' });
    expect((await checks('千葉', second, { draftRevision: before }, 409)).body.code).toBe('draft-changed-since');
    await checks('千葉', second);
    for (const item of items) await checks('青木', item);
    expect((await does(`meetings/${meeting}/publish-minutes`, {}, 409)).body)
      .toMatchObject({ code: 'minutes-unchecked', unchecked: [{ item: first, members: [membershipOf('千葉')] }] });
    expect(await draftOf(first)).toMatchObject({ text: `案 ${first}`, by: { id: 'person-secretariat' }, checks: [{ member: membershipOf('青木') }] });
  });

  it('shows the office no minutes, nor who came, before they are published', async () => {
    const told = async () => reads(office.at('staff'), `/meetings/${meeting}`);
    expect(await told()).toMatchObject({ on: '2026-06-01', minutes: {}, held: { isOpen: true, attendance: [] }, minutesArePublished: false });
    await does(`meetings/${meeting}/publish-minutes`, { reason: '委員の長期不在のため' });
    const { minutes, held } = await told();
    expect(Object.values(minutes).map((one) => (one as { text: string }).text)).toEqual([`案 ${items[0]}`, '直した案']);
    expect(minutes[items[0] as string].checks).toEqual([]);
    expect(held.attendance).toHaveLength(3);
    expect((await does(`meetings/${meeting}/hold`, { attendance: [], isOpen: true }, 409)).body.code).toBe('minutes-published');
  });

  it('shows the office nothing of what was said behind closed doors, nor who is to look at what', async () => {
    await does('assignments', { sheets: [`2026-${randomUUID()}`], members: [membershipOf('千葉')] });
    await does('meetings', { way: 'meeting', on: '2026-06-01', agenda: [{ title: '個人情報を含む案件' }] }, 201);
    const closed = (await reads(as('千葉'), '/meetings')).meetings.at(-1).id;
    const { agenda: [{ id: item }] } = await reads(as('千葉'), `/meetings/${closed}`);
    expect((await does(`meetings/${closed}/hold`, { attendance: [], isOpen: false, closedFor: ' ' }, 400)).body.code).toBe('reason-missing');
    await does(`meetings/${closed}/hold`, { attendance: [{ member: membershipOf('青木'), way: 'present' }], isOpen: false, closedFor: '個人情報' });
    await does(`meetings/${closed}/minutes`, { item, text: '非公開の議論' });
    await does(`meetings/${closed}/publish-minutes`, { reason: '急ぐため' });
    expect((await reads(as('土井'), `/meetings/${closed}`)).minutes[item].text).toBe('非公開の議論');
    expect(await reads(office.at('approver'), `/meetings/${closed}`)).toMatchObject({ minutes: {}, held: { attendance: [], closedFor: '個人情報' } });
    expect((await reads(office.at('admin'))).assigned).toEqual({});
    expect(Object.keys((await reads(office.at('auditor'))).assigned)).toHaveLength(1);
  });

  it('answers what does not exist as what is elsewhere', async () => {
    await office.at('secretariat').get(`committees/${randomUUID()}`).expect(404);
    await office.at('secretariat').get(`committees/${committee}/meetings/constructor`).expect(404);
    await does('meetings/constructor/cancel', { reason: '中止' }, 404);
    expect(house.errors).toEqual([]);
  });
});
