import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestServer, serverInTheTitle, type TestServer } from '../../libs/event-store/kurrent/double/test-server.ts';
import { KurrentEventStore } from '../../libs/event-store/kurrent/kurrent-event-store.ts';
import { openHouse, type House } from '../office.ts';
import { autumn, recommendation } from '../whole-year/autumn.ts';
import { year } from '../whole-year/papers.ts';
import { readsOf } from '../whole-year/reads.ts';
import { spring } from '../whole-year/spring.ts';
import { summer } from '../whole-year/summer.ts';
import { editionsOf, winter } from '../whole-year/winter.ts';
import { WholeYear, type Answer } from '../whole-year/year.ts';

const steps = [...spring, ...summer, ...autumn, ...winter];

let house: House;
let lived: WholeYear;

beforeAll(async () => {
  house = await openHouse();
  lived = await WholeYear.begun(house);
});
afterAll(() => house.close());

describe('a whole year', () => {
  it.each(steps.map((step) => [step.name, step] as const))('%s', async (_name, step) => {
    await step.lives(lived);
  });

  it('logged no error', () => expect(house.errors).toEqual([]));
});

describe('what it leaves behind', () => {
  const committeeStage = (sheet: Answer): Answer => sheet['stages'].find(({ id }: Answer) => id === 'committee');
  const whoIsIn = (lists: readonly Answer[]): readonly string[] => lists.map(({ person }) => person.name);

  it('a conclusion that names its meeting, who was counted, and what was said in points', async () => {
    const { result, opinions } = committeeStage(await lived.reads('auditor', lived.sheet('1-2')));
    expect(result).toMatchObject({
      meeting: lived.noted.get('meeting'), points: [{ field: 'points', count: 3, mean: '6', least: '4', most: '7', spread: '1.41' }],
      dissents: [{ member: lived.membership('first', 'fourth') }], recommendations: [{ number: 1 }, { number: 2 }],
    });
    expect(whoIsIn(result.counted)).toEqual(['chair委員', 'deputy委員', 'fourth委員']);
    expect(opinions.map(({ person, basis }: Answer) => [person.name, basis.sawOthers, basis.answers.length])).toEqual([
      ['chair委員', false, 1], ['deputy委員', false, 1], ['fourth委員', true, 1],
    ]);
  });

  it('opinions that name what their authors had before them, and how they came', async () => {
    const entered = committeeStage(await lived.reads('secretariat', lived.sheet('2-2'))).opinions;
    expect(entered).toContainEqual(expect.objectContaining({ entered: { way: 'paper', receivedOn: '2026-08-19' }, isConfirmed: true }));
    const again = committeeStage(await lived.reads('secretariat', lived.sheet('2-3')));
    const sixths = again.opinions.find(({ person }: Answer) => person.name === 'sixth委員');
    expect(sixths.basis.handOver).toBe(again.handOver.revision);
    expect(sixths.revision).toBeLessThan(again.handOver.revision);
    const { result } = committeeStage(await lived.reads('secretariat', lived.sheet('1-4')));
    expect(whoIsIn(result.opinions)).toEqual(['deputy委員', 'third委員', 'fourth委員']);
    const { result: ofSubgroup } = committeeStage(await lived.reads('secretariat', lived.sheet('3-2')));
    expect(ofSubgroup).toMatchObject({ meeting: lived.noted.get('works'), confirmedIn: lived.noted.get('meeting') });
  });

  it('editions of which each stays what it was, and one with the table of errata', async () => {
    const editions = await editionsOf(lived);
    expect(editions.map(({ step, on, leftOut, hasErrata }) => [step, on, leftOut.map(({ reason }: Answer) => reason), hasErrata])).toEqual([
      ['committee', '2026-10-26', ['not-final'], false], ['council', '2026-11-20', ['not-final'], false],
      ['public', '2026-12-01', ['not-final'], false], ['public', '2026-12-15', [], true],
    ]);
    const asFirst = lived.noted.get('as first published') as string;
    const path = (edition: number) => `${year}/editions/${edition}/sheets/${lived.sheetId('1-2')}`;
    expect((await lived.public(path(3))).text).toBe(asFirst);
    expect((await lived.public(path(4))).text).toBe(asFirst.replace('1-2の取組結果', '1-2の取組結果（訂正後）'));
    expect((await lived.public(`${year}/editions/4/errata`)).body.errata).toMatchObject([
      { number: '1-2', field: { ja: '取組結果' }, was: { text: '1-2の取組結果' }, now: { text: '1-2の取組結果（訂正後）' }, on: '2026-12-10' },
    ]);
    expect([(await lived.public(path(1))).status, (await lived.public(path(2))).status]).toEqual([404, 404]);
  });

  it('a comparison of the two versions of the plan', async () => {
    const { nodes, indicators } = await lived.reads('promotion-clerk', `plans/${lived.noted.get('plan')}/compare?from=1&to=2`);
    const statusOf = (list: readonly Answer[]) => Object.fromEntries(list.filter(({ status }) => status !== 'unchanged').map(({ id, status }) => [id, status]));
    expect(statusOf(nodes)).toEqual({ [lived.nodes.get('1-4') as string]: 'dropped', [lived.nodes.get('2-2') as string]: 'renamed' });
    expect(statusOf(indicators)).toEqual({ [lived.indicators.get('1-2') as string]: 'changed', [lived.indicators.get('1-4') as string]: 'dropped' });
    const changed = indicators.find(({ id }: Answer) => id === lived.indicators.get('1-2'));
    expect(changed).toMatchObject({
      targets: [{ year: 2026, old: { typed: '130件' }, new: { typed: '150件' } }],
      because: [{ evidence: [{ sheet: lived.sheetId('1-2') }, { sheet: lived.sheetId('1-3') }, { recommendation: await recommendation(lived, '1-2/1') }] }],
    });
  });

  it('this year’s sheets on the plan as it was, and next year’s with what was evaluated, advised and aimed at before', async () => {
    expect((await lived.reads('promotion-clerk', lived.sheet('1-4'))).tables.indicators).toHaveLength(1);
    const sheet = await lived.reads('promotion-clerk', lived.sheet('1-2', year + 1));
    expect(sheet.lastYear).toMatchObject({
      fields: { attainment: { grade: 'b' }, result: { text: '1-2の取組結果（訂正後）' } },
      results: [{ stage: 'committee', by: 'committee', contents: { 'second-attainment': { grade: 'b' }, 'second-text': { text: '1-2の二次評価' } } }],
    });
    expect(sheet.recommendations).toMatchObject([
      { text: '1-2の提言一', phase: 'answered', response: { policy: 'follow' } }, { text: '1-2の提言二', response: { policy: 'consider' } },
    ]);
    expect(sheet.targetsHeld[`indicators/${lived.indicators.get('1-2')}`]).toMatchObject({
      targets: [{ value: { typed: '130件' }, planVersion: 1 }, { value: { typed: '150件' }, planVersion: 2 }],
      attained: { actual: { achievement: { figure: '0.88' }, againstEvery: [{ achievement: { figure: expect.stringMatching(/^1\.0153/) } }, { achievement: { figure: '0.88' } }] } },
    });
    const { recommendations } = await lived.reads('promotion-clerk', lived.sheet('1-3', year + 1));
    expect(recommendations.map(({ text }: Answer) => text)).toEqual(['1-3の提言一', '1-3の提言二', '1-4の提言一', '1-4の提言二']);
  });
});

describe(`the same year on ${serverInTheTitle}`, () => {
  let server: TestServer;
  let other: House;
  beforeAll(async () => {
    server = await openTestServer();
    other = await openHouse(() => new KurrentEventStore(server.connectionString));
  });
  afterAll(async () => {
    await other.close();
    server.close();
  });

  it('gives the same reads', async () => {
    const again = await WholeYear.begun(other);
    for (const step of steps) await step.lives(again);
    const [reads, readsAgain] = [await readsOf(lived), await readsOf(again)];
    for (const [asked, told] of Object.entries(reads)) expect([asked, readsAgain[asked]]).toEqual([asked, told]);
    expect(Object.values(reads).filter((told) => (told as { status: number }).status === 200).length).toBeGreaterThan(100);
  }, 120_000);
});
