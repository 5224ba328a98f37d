import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheetDecider, sheetStream, type OpenedSheet } from '../../libs/evaluation/domain/sheet.ts';
import { openHouse, sheetsAreOpen, type House, type Office, type Person } from '../office.ts';
import { answers, planOf, scheme, year, yearOf } from '../office-papers.ts';

const named = (ja: string) => ({ ja, en: ja });
const text = (id: string) => ({ id, kind: 'text', label: named(id), required: true });
const stages = [
  { id: 'meeting', name: named('庁内評価会議'), evaluator: 'meeting', fields: [text('direction')] },
  { id: 'committee', name: named('二次評価'), evaluator: 'committee', fields: [], condition: { kind: 'chosen', field: 'attainment', among: ['b'] } },
];
const half = { parts: 1, of: 2, moreThan: true };
const reason = '根拠の確認が必要なため';

let house: House;
let office: Office;
let sheet: string;
let committee: string;
let question: string;
const people = new Map<string, Person>();
const memberships = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-05-20T01:00:00.000Z');
  office = await house.found('mihon');
  const secretariat = office.at('secretariat');
  await secretariat.post('scheme', { ...scheme, stages }).expect(201);
  const { body: { id: plan } } = await secretariat.post('plans', planOf({ promotion: 1, childcare: 0 })).expect(201);
  await secretariat.post(`plans/${plan}/adopt`, { fromYear: 2020 }).expect(200);
  const { body: { nodes } } = await secretariat.get(`plans/${plan}`).expect(200);
  await secretariat.post('cycles', yearOf(plan, [nodes[1].id])).expect(201);
  await sheetsAreOpen(secretariat, 1);
  sheet = `${year}-${nodes[1].id}`;
  committee = (await secretariat.post('committees', { name: named('行政評価委員会'), quorum: { present: half, opinions: half } }).expect(201)).body.id;
  for (const name of ['青木', '馬場', '千葉']) {
    const person = office.memberCalled(randomUUID(), name);
    people.set(name, person);
    await secretariat.post(`committees/${committee}/members`, { person: person.id, from: '2026-04-01' }).expect(200);
    memberships.set(name, (await secretariat.get(`committees/${committee}`).expect(200)).body.members.at(-1).id);
  }
  await secretariat.post(`committees/${committee}/chair`, { chair: memberships.get('青木'), deputy: memberships.get('馬場') }).expect(200);
  const conflict = { member: memberships.get('千葉'), section: 'promotion', reason: '役員を務めているため' };
  await secretariat.post(`committees/${committee}/conflicts`, conflict).expect(200);
  const position = await house.installation.store.lastPosition() as string;
  await secretariat.get('committees', { 'meguri-position': position }).expect(200);
});
afterAll(() => house.close());

function as(name: string): Person {
  return people.get(name) as Person;
}

/** As it stands in the log. */
async function state(): Promise<OpenedSheet> {
  const { state: folded } = await house.installation.states.fold(sheetDecider, sheetStream('mihon', sheet));
  if (folded.phase === 'absent') throw new Error('no sheet');
  return folded;
}

async function does(person: Person, verb: string, body?: object, status = 200) {
  return (await person.post(`sheets/${sheet}/${verb}`, body).expect(status)).body;
}

async function seen(): Promise<{ readonly basedOn: number }> {
  return { basedOn: (await state()).revision };
}

/** The section’s and the secretariat’s part, to the end of the first evaluation. */
async function isEvaluated(fields: object): Promise<void> {
  await office.at('staff').patch(`sheets/${sheet}`, { ...await seen(), fields }).expect(200);
  await does(office.at('staff'), 'submit');
  await does(office.at('approver'), 'approve', await seen());
  await does(office.at('secretariat'), 'accept', await seen());
}

/** One story: each case begins where the one before it ended. */
describe('the stages of a sheet', () => {
  it('begin with the meeting, whose decision the secretariat records', async () => {
    const secretariat = office.at('secretariat');
    await isEvaluated(answers);
    expect(await does(secretariat, 'hand-over', { ...await seen(), stage: 'committee' }, 400)).toMatchObject({ code: 'committee-wrong' });
    await does(office.at('staff'), 'hand-over', { ...await seen(), stage: 'meeting' }, 403);
    await does(secretariat, 'hand-over', { ...await seen(), stage: 'meeting' });
    expect(await does(secretariat, 'decide-stage', { decision: {}, decidedOn: '2026-05-19' }, 409)).toMatchObject({ code: 'fields-unanswered' });
    await does(secretariat, 'decide-stage', { decision: { direction: '継続とする。' }, decidedOn: '2026-05-19' });
    expect(await state()).toMatchObject({ phase: 'concluded', stage: 'meeting' });
    expect(await does(secretariat, 'finalise', await seen(), 400)).toMatchObject({ code: 'reason-missing', stages: ['committee'] });
  });

  it('go on with the committee, which sees the sheet from then on, but for whoever always has to do with its section', async () => {
    await as('馬場').get(`sheets/${sheet}`).expect(403);
    await does(office.at('secretariat'), 'hand-over', { ...await seen(), stage: 'committee', committee });
    await as('馬場').get(`sheets/${sheet}`).expect(200);
    await does(as('千葉'), 'questions', { text: '出典は？' }, 403);
    expect((await state()).works['committee']).toMatchObject({ recused: [{ member: memberships.get('千葉'), way: 'standing' }] });
  });

  it('let members ask, and the section answer through its line', async () => {
    expect(await does(as('馬場'), 'questions', { text: '出典は？', about: 'elsewhere' }, 400)).toMatchObject({ code: 'fields-wrong', fields: ['elsewhere'] });
    await does(as('馬場'), 'questions', { text: '出典は何ですか。', about: 'result' });
    [question = ''] = Object.keys((await state()).works['committee']?.questions ?? {});
    expect(await does(office.at('staff'), 'questions/constructor/answer', { text: '調査です。' }, 404)).toMatchObject({ code: 'question-unknown' });
    await does(office.at('childcare-staff'), `questions/${question}/answer`, { text: '調査です。' }, 403);
    await does(office.at('staff'), `questions/${question}/answer`, { text: '調査です。' });
    await does(office.at('approver'), `questions/${question}/send-back`, { reason: '調査の名称を記入してください。' });
    expect(await does(office.at('approver'), `questions/${question}/approve`, await seen(), 409)).toMatchObject({ code: 'answer-not-waiting' });
    await does(office.at('staff'), `questions/${question}/answer`, { text: '令和7年度産業実態調査です。' });
    await does(office.at('approver'), `questions/${question}/approve`, { ...await seen(), way: 'sideways' }, 400);
    await does(office.at('approver'), `questions/${question}/approve`, await seen());
    expect((await state()).works['committee']?.questions[question]?.answer).toMatchObject({ text: '令和7年度産業実態調査です。', isTold: true });
  });

  it('are left when whoever presides sends the sheet back, and what was said there stays', async () => {
    expect(await does(as('馬場'), 'send-back', { reason }, 409)).toMatchObject({ code: 'not-presiding' });
    await does(as('青木'), 'send-back', { reason });
    await isEvaluated({ result: '延べ5,700社' });
    const { works } = await state();
    expect(works).toMatchObject({ meeting: { result: { decidedOn: '2026-05-19' } }, committee: { questions: { [question]: { answer: { isTold: true } } } } });
    expect(works['committee']?.handOver.fields['result']).toMatchObject({ content: { value: { typed: '延べ5,653社' } } });
    expect(await does(office.at('secretariat'), 'hand-over', { ...await seen(), stage: 'meeting' }, 409)).toMatchObject({ code: 'stage-passed' });
    await does(office.at('secretariat'), 'hand-over', { ...await seen(), stage: 'committee', committee });
    expect((await state()).works['committee']).toMatchObject({
      handOver: { fields: { result: { content: { value: { typed: '延べ5,700社' } } } } }, questions: { [question]: {} },
    });
  });

  it('are reopened before anything is published, to a stage or to the section', async () => {
    const secretariat = office.at('secretariat');
    await does(secretariat, 'send-back', { reason });
    await isEvaluated({ reason: '追記' });
    await does(secretariat, 'finalise', { ...await seen(), reason: '委員の任期が終わるため' });
    expect(await does(secretariat, 'reopen', { to: 'committee', reason }, 400)).toMatchObject({ code: 'stage-unknown' });
    await does(secretariat, 'reopen', { to: 'meeting', reason });
    expect(await state()).toMatchObject({ phase: 'handed-over', stage: 'meeting' });
    await does(secretariat, 'decide-stage', { decision: { direction: '見直す。' }, decidedOn: '2026-05-20' });
    await does(secretariat, 'reopen', { to: 'section', reason });
    expect(await state()).toMatchObject({ phase: 'drafting', isReturned: true });
    expect(house.errors).toEqual([]);
  });
});
