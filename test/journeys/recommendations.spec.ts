import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appended } from '../../libs/event-store/contract/given-events.ts';
import { writeEvent } from '../../libs/event-store/event-text.ts';
import { sheetCatalogue, type SheetEvent } from '../../libs/evaluation/domain/sheet.events.ts';
import { sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { answers, year, yearOf } from '../office-papers.ts';
import { openHouse, sheetsAreOpen, type House, type Office, type OpenYear, type Person } from '../office.ts';

let house: House;
let office: Office;
let opened: OpenYear;
let member: Person;
let committee: string;
let meeting: string;
let sheet: string;
const [recommendation, other] = [randomUUID(), randomUUID()];
const path = `recommendations/${recommendation}`;

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-10-01T01:00:00.000Z');
  office = await house.found('mihon');
  opened = await office.openYear({ promotion: 2, childcare: 1 });
  [sheet] = opened.promotion as [string];
  const secretariat = office.at('secretariat');
  const half = { parts: 1, of: 2, moreThan: true };
  const founding = { name: { ja: '行政評価委員会', en: 'Committee' }, quorum: { present: half, opinions: half } };
  ({ body: { id: committee } } = await secretariat.post('committees', founding).expect(201));
  member = office.memberCalled(randomUUID(), '青木');
  await secretariat.post(`committees/${committee}/members`, { person: member.id, from: '2026-04-01' }).expect(200);
  const calling = { way: 'meeting', on: '2026-10-01', place: '会議室', agenda: [{ title: '二次評価' }] };
  await secretariat.post(`committees/${committee}/meetings`, calling).expect(201);
  ({ body: { meetings: [{ id: meeting }] } } = await secretariat.get(`committees/${committee}/meetings`, await knowing()).expect(200));
});
afterAll(() => house.close());

/** From a read model that knows everything so far. */
async function knowing() {
  return { 'meguri-position': await house.installation.store.lastPosition() as string };
}

/** What comes onto the sheet by the stages after the first evaluation. */
async function comes(...events: readonly SheetEvent[]): Promise<void> {
  const { store } = house.installation;
  const stream = sheetStream('mihon', sheet);
  for (const { type, ...members } of events) {
    const revision = (await store.readStream(stream)).length;
    await appended(store, stream, revision - 1, [writeEvent({
      actor: 'person-secretariat', command: randomUUID(), commandDigest: '0'.repeat(64), correlation: randomUUID(), id: randomUUID(),
      municipality: 'mihon', recordedAt: systemClock.now(), revision, stream, type, version: sheetCatalogue[type].version,
    }, members)]);
  }
}

function concluded(text: string): SheetEvent {
  return {
    type: 'SecondEvaluationConcluded', stage: 'committee', member: 'membership', draftRevision: 0, toBeConfirmed: false, meeting, committeeRevision: 1,
    roster: [], counted: [], opinions: [], points: [], conclusion: {}, dissents: [],
    recommendations: [{ recommendation, number: 1, text }, { recommendation: other, number: 2, text: '周知されたい。' }],
  };
}

/** A to-do loop gets it there, some time after it was asked for. */
async function comesTo(phase: string, id: string = recommendation): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const { body } = await office.at('secretariat').get(`recommendations/${id}`);
    if (body.phase === phase) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error(`waited in vain for ${id} to be ${phase}`);
}

async function reads(who: Person, of: string = path) {
  return (await who.get(of).expect(200)).body;
}

async function lists(who: Person, query = ''): Promise<readonly { readonly id: string; readonly phase: string }[]> {
  return (await who.get(`recommendations${query}`, await knowing()).expect(200)).body.recommendations;
}

async function does(who: Person, deed: string, body: object = {}, status = 200) {
  return (await who.post(`${path}/${deed}`, body).expect(status)).body;
}

async function writes(text: string): Promise<void> {
  const { revision: basedOn } = await reads(office.at('staff'));
  await office.at('staff').patch(`${path}/response`, { basedOn, policy: 'follow', text }).expect(200);
}

/** One story: each case begins where the one before it ended. */
describe('a recommendation', () => {
  it('is adopted when the committee has concluded', async () => {
    const staff = office.at('staff');
    await staff.patch(`sheets/${sheet}`, { basedOn: 0, fields: answers }).expect(200);
    await staff.post(`sheets/${sheet}/submit`).expect(200);
    await office.at('approver').post(`sheets/${sheet}/approve`, { basedOn: 2 }).expect(200);
    await comes({
      type: 'SheetHandedOver', stage: 'committee', evaluator: 'committee', chosenBy: 'choice', sheetRevision: 3, schemeVersion: 1, planVersion: 1,
      planRevision: 0, committee, committeeRevision: 1,
    }, concluded('指標を見直されたい。'));
    await comesTo('answering');
    await comesTo('answering', other);
    expect(await reads(staff)).toMatchObject({
      year, number: 1, text: '指標を見直されたい。', committee, meeting, section: 'promotion', sheet, general: false, node: { number: '1-1' },
    });
    expect((await lists(staff)).map(({ id }) => id)).toEqual([recommendation, other]);
    expect(await lists(office.at('childcare-staff'))).toEqual([]);
    await office.at('childcare-staff').get(path).expect(403);
  });

  it('is answered by its section, sent back, and answered again', async () => {
    const [staff, approver] = [office.at('staff'), office.at('approver')];
    await does(staff, 'submit', {}, 409);
    await writes('検討する。');
    await office.at('colleague').patch(`${path}/response`, { basedOn: 0, policy: 'consider', text: '別の案' }).expect(409);
    await does(staff, 'submit');
    expect(await reads(approver)).toMatchObject({ phase: 'on-line', turn: { step: 'manager', parties: [{ posts: ['approver'] }] } });
    expect((await does(approver, 'send-back', { reason: ' ' }, 400)).code).toBe('reason-missing');
    await does(approver, 'send-back', { reason: '時期を書くこと' });
    await writes('次期計画で見直す。');
    await does(staff, 'submit');
    expect((await does(approver, 'approve', { basedOn: 1 }, 409)).code).toBe('sheet-changed-since');
  });

  it('is told its committee, with the response when the line is done', async () => {
    expect(await reads(member)).toMatchObject({ phase: 'answering', history: [{ type: 'RecommendationAdopted' }] });
    expect(await lists(member, '?phase=on-line')).toEqual([]);
    const { revision: basedOn } = await reads(office.at('approver'));
    await does(member, 'approve', { basedOn }, 403);
    await does(office.at('approver'), 'approve', { basedOn });
    const { text: told } = await member.get(path).expect(200);
    expect(JSON.parse(told)).toMatchObject({ phase: 'answered', response: { policy: 'follow', text: '次期計画で見直す。' } });
    expect(told).not.toMatch(/検討する。|時期を書くこと/);
    expect((await reads(office.at('auditor'))).sentBack).toMatchObject([{ reason: '時期を書くこと', by: { id: 'person-approver' } }]);
  });

  it('has its result reported, more than once', async () => {
    const staff = office.at('staff');
    expect(await does(staff, 'result', { year, text: '増額', amount: '多額', planVersion: 7 }, 400)).toMatchObject({ fields: ['amount', 'planVersion'] });
    await does(staff, 'result', { year, text: '予算を増額した。', amount: '１，２００', planVersion: 1 });
    await does(office.at('secretariat'), 'result', { year: year + 1, text: '事業を始めた。' });
    await does(staff, 'result', { year: 'いつか', text: '' }, 400);
    expect((await reads(member)).results).toMatchObject([{ amount: '1200000', planVersion: 1 }, { year: year + 1, by: { id: 'person-secretariat' } }]);
  });

  it('stands on next year\'s sheet until it is closed, and to the end of that year', async () => {
    const secretariat = office.at('secretariat');
    const next = `sheets/${sheet.replace(String(year), String(year + 1))}`;
    const node = sheet.slice(`${year}-`.length);
    await secretariat.post('cycles', { ...yearOf(opened.plan, [node]), year: year + 1, aboutYear: year }).expect(201);
    await sheetsAreOpen(secretariat, 4);
    const onSheet = async (who: Person) => (await reads(who, next)).recommendations;
    expect(await onSheet(office.at('staff'))).toMatchObject([
      { id: recommendation, year, phase: 'answered', response: { policy: 'follow' }, results: [{ amount: '1200000' }, {}] },
      { id: other, phase: 'answering' },
    ]);
    await does(office.at('staff'), 'close', { reason: '反映済み' }, 403);
    await does(secretariat, 'close', { reason: '反映済み' });
    expect((await onSheet(secretariat)).map(({ id }: { id: string }) => id)).toEqual([other]);
    await does(secretariat, 'reopen', { reason: '来年度も続けるため' });
    house.setClock('2027-05-01T01:00:00.000Z');
    await does(secretariat, 'close', { reason: '反映済み' });
    expect(await onSheet(secretariat)).toMatchObject([{ id: recommendation, phase: 'closed' }, { id: other }]);
  });

  it('is withdrawn when its sheet is reopened, and adopted again with what is concluded then', async () => {
    await comes({ type: 'SheetReopened', to: 'committee', reason: '再審議のため', cycleRevision: 0 });
    await comesTo('withdrawn');
    await comesTo('withdrawn', other);
    const told = await reads(member);
    expect(told).toMatchObject({ phase: 'withdrawn', withdrawnFor: '再審議のため' });
    expect(told).not.toHaveProperty('response');
    await comes(concluded('指標と目標を見直されたい。'));
    await comesTo('answering');
    expect(await reads(office.at('staff'))).toMatchObject({ text: '指標と目標を見直されたい。', response: { text: '次期計画で見直す。' } });
    expect((await reads(member)).response).toBeUndefined();
  });

  it('may be general: recorded by the secretariat once the meeting was held, for a section to answer', async () => {
    const secretariat = office.at('secretariat');
    const general = { committee, meeting, text: '評価の時期を早められたい。', section: 'childcare' };
    expect((await secretariat.post('recommendations', general).expect(409)).body.code).toBe('meeting-not-held');
    await secretariat.post(`committees/${committee}/meetings/${meeting}/hold`, { attendance: [], isOpen: true }).expect(200);
    await office.at('staff').post('recommendations', general).expect(403);
    expect((await secretariat.post('recommendations', { ...general, section: 'nobodys' }).expect(404)).body.code).toBe('section-unknown');
    const { body: { id } } = await secretariat.post('recommendations', general).expect(201);
    expect(await lists(office.at('childcare-staff'), '?general=true')).toMatchObject([{ id, general: true, phase: 'answering' }]);
    const clerk = office.at('childcare-staff');
    await clerk.patch(`recommendations/${id}/response`, { basedOn: 0, policy: 'consider', text: '検討する。' }).expect(200);
    await clerk.post(`recommendations/${id}/submit`).expect(200);
    await office.at('childcare-approver').post(`recommendations/${id}/approve`, { basedOn: 2 }).expect(200);
    await comesTo('answered', id);
    await secretariat.get(`recommendations/${randomUUID()}`).expect(404);
    await secretariat.get('recommendations?phase=absent').expect(400);
    expect(house.errors).toEqual([]);
  });
});
