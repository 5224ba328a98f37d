import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, sheetsAreOpen, type House, type Office, type Person } from '../office.ts';
import * as town from './another-town.papers.ts';
import * as city from './department-year.papers.ts';

interface Papers {
  readonly scheme: object;
  readonly plan: object;
  readonly cycle: (plan: string) => object;
}

/** An office in the middle of its year. */
interface InItsYear {
  readonly municipality: string;
  readonly secretariat: Person;
  /** By the numbers of their nodes. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly indicators: readonly { readonly id: string }[];
}

const opinion = { id: 'opinion', kind: 'text', label: { ja: '意見', en: 'Opinion' }, required: false };
const stages = [{ id: 'meeting', name: { ja: '庁内評価会議', en: 'Internal meeting' }, evaluator: 'meeting', fields: [opinion] }];

let house: House;
let inSakura: Office<city.YearPost>;
let inYamanami: Office<town.TownPost>;
let sakura: InItsYear;
let yamanami: InItsYear;

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-02-02T01:00:00.000Z');
  inSakura = await house.foundAs('sakura', city.founding);
  inYamanami = await house.foundAs('yamanami', town.founding);
  // At the same time: what one adopts must not reach the other.
  [sakura, yamanami] = await Promise.all([
    yearOf('sakura', inSakura.at('secretariat'), { ...city, scheme: { ...city.scheme, stages } }),
    yearOf('yamanami', inYamanami.at('secretariat'), town),
  ]);
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

async function yearOf(municipality: string, secretariat: Person, papers: Papers): Promise<InItsYear> {
  await secretariat.post('scheme', papers.scheme).expect(201);
  const { body: { id } } = await secretariat.post('plans', papers.plan).expect(201);
  await secretariat.post(`plans/${id}/adopt`, { fromYear: 2024 }).expect(200);
  const { body: { nodes, indicators } } = await secretariat.get(`plans/${id}`).expect(200);
  const measures = (nodes as { id: string; number: string; level: string }[]).filter(({ level }) => level === 'measure');
  await secretariat.post('cycles', papers.cycle(id)).expect(201);
  await sheetsAreOpen(secretariat, measures.length);
  return { municipality, secretariat, sheets: new Map(measures.map((node) => [node.number, `sheets/2025-${node.id}`])), indicators };
}

async function seen(person: Person, sheet: string) {
  return (await person.get(sheet).expect(200)).body;
}

/** Does it to what he has just looked at. */
async function does(person: Person, sheet: string, verb: string) {
  const { revision: basedOn } = await seen(person, sheet);
  return person.post(`${sheet}/${verb}`, { basedOn });
}

async function submits(person: Person, sheet: string, fields: object): Promise<void> {
  await person.patch(sheet, { basedOn: 0, fields }).expect(200);
  await person.post(`${sheet}/submit`).expect(200);
}

/** One story: each case begins where the one before it ended. */
describe('a second municipality with another scheme', () => {
  const citySheet = () => sakura.sheets.get('1-1') as string;
  const townSheet = () => yamanami.sheets.get('1-1') as string;

  it('shows each office its own form, levels, grades and stages', async () => {
    const asCity = await seen(inSakura.at('clerk'), citySheet());
    const asTown = await seen(inYamanami.at('clerk'), townSheet());
    const fieldsOf = ({ form }: { form: { sections: { fields: { id: string; kind: string }[] }[] } }) =>
      form.sections.flatMap(({ fields }) => fields.map(({ id, kind }) => `${id}: ${kind}`));
    expect(fieldsOf(asCity)).toEqual(['indicators: table', 'budget: table', 'attainment: rating', 'reason: text', 'remedy: text', 'papers: attachments']);
    expect(fieldsOf(asTown)).toEqual(['judgement: rating', 'attainment: text', 'direction: choice', 'viewpoints: checks', 'held-on: date', 'days: value']);
    expect(asCity.form.scales[0].grades.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c']);
    expect(asTown.form.scales[0].grades.map(({ id }: { id: string }) => id)).toEqual(['s', 'a', 'b', 'c', 'd']);
    expect(await seen(sakura.secretariat, 'scheme')).toEqual({ schemeVersion: 1, revision: 0, ...city.scheme, stages });
    expect(await seen(yamanami.secretariat, 'scheme')).toEqual({ schemeVersion: 1, revision: 0, ...town.scheme });
  });

  it('takes from each what its own form asks, and nothing that only the other one knows', async () => {
    const refused = async (person: Person, sheet: string, fields: object) => {
      const { body } = await person.patch(sheet, { basedOn: 0, fields }).expect(400);
      expect(body).toMatchObject({ code: 'fields-wrong', fields: Object.keys(fields) });
    };
    await refused(inSakura.at('clerk'), citySheet(), { attainment: 's', judgement: 'a', days: '12日' });
    await refused(inYamanami.at('clerk'), townSheet(), { judgement: 'e', reason: '順調', 'budget/year/staff': '1' });
    const { body } = await inYamanami.at('clerk').post(`${townSheet()}/submit`).expect(409);
    expect(body).toMatchObject({ code: 'fields-unanswered', fields: ['judgement', 'attainment', 'direction', 'days'] });
  });

  it('goes through the whole first evaluation on one step, while the other goes through four', async () => {
    await Promise.all([
      submits(inSakura.at('clerk'), citySheet(), { ...city.complete, [`indicators/${sakura.indicators[0]?.id}/actual`]: '１３回' }),
      submits(inYamanami.at('clerk'), townSheet(), { ...town.complete, viewpoints: ['effect', 'need'], 'held-on': '2026-01-30' }),
    ]);
    const lineOf = async (person: Person, sheet: string) => (await seen(person, sheet)).line.map(({ step }: { step: string }) => step);
    expect(await lineOf(inSakura.at('clerk'), citySheet())).toEqual(['chief', 'manager', 'consultation', 'director']);
    expect(await lineOf(inYamanami.at('clerk'), townSheet())).toEqual(['head']);

    expect((await does(inYamanami.at('head'), townSheet(), 'approve')).status).toBe(200);
    expect(await seen(inYamanami.at('clerk'), townSheet())).toMatchObject({ phase: 'approved', late: false });
    expect((await does(inSakura.at('manager'), citySheet(), 'approve')).body).toMatchObject({ code: 'not-your-turn' });
    for (const post of ['chief', 'manager', 'tourism-manager'] as const) {
      expect((await does(inSakura.at(post), citySheet(), 'approve')).status).toBe(200);
      expect(await seen(inSakura.at('clerk'), citySheet())).toMatchObject({ phase: 'submitted' });
    }
    expect((await does(inSakura.at('director'), citySheet(), 'approve')).status).toBe(200);

    for (const [{ secretariat }, sheet] of [[sakura, citySheet()], [yamanami, townSheet()]] as const) {
      expect((await does(secretariat, sheet, 'accept')).status).toBe(200);
      const accepted = await seen(secretariat, sheet);
      expect(accepted).toMatchObject({ phase: 'accepted' });
      expect(accepted.turn).toEqual({ to: 'hand-over', role: 'secretariat' });
    }
    expect((await seen(inYamanami.at('clerk'), townSheet())).fields).toMatchObject({
      'judgement': { content: { kind: 'rating', grade: 's' } }, 'attainment': { content: { kind: 'text' } },
      'viewpoints': { content: { kind: 'checks', checked: ['need', 'effect'] } }, 'held-on': { content: { kind: 'date', date: '2026-01-30' } },
      'days': { content: { kind: 'value', value: { understood: { kind: 'amount', amount: '12', unit: '日' } } } },
    });
  });

  it('judges each by its own deadline', async () => {
    house.setClock('2026-03-05T01:00:00.000Z');
    await submits(inSakura.at('childcare-clerk'), sakura.sheets.get('1-5') as string, city.complete);
    await submits(inYamanami.at('welfare-clerk'), yamanami.sheets.get('1-2') as string, town.complete);
    expect(await seen(sakura.secretariat, sakura.sheets.get('1-5') as string)).toMatchObject({ late: false });
    expect(await seen(yamanami.secretariat, yamanami.sheets.get('1-2') as string)).toMatchObject({ late: true });
  });

  it('lets nothing cross: not a sheet, a list, a duty, a history or a figure', async () => {
    const position = await house.installation.store.lastPosition() as string;
    const asks = async (person: Person, path: string) => (await person.get(path, { 'meguri-position': position }).expect(200)).body;
    for (const [{ secretariat, sheets: own }, theirs] of [[sakura, yamanami], [yamanami, sakura]] as const) {
      const foreign = [...theirs.sheets.values()];
      const { sheets } = await asks(secretariat, 'sheets?limit=200');
      const paths: string[] = sheets.map(({ id }: { id: string }) => `sheets/${id}`);
      expect(paths.toSorted()).toEqual([...own.values()].toSorted());
      for (const path of foreign) {
        await secretariat.get(path).expect(404);
        await secretariat.get(`${path}/history`).expect(404);
        await secretariat.post(`${path}/void`, { reason: 'x' }).expect(404);
        await secretariat.elsewhere(theirs.municipality).get(path).expect(401);
      }
      const told = JSON.stringify([
        sheets, await asks(secretariat, 'duties/all'), await asks(secretariat, 'cycles/2025/progress'), await asks(secretariat, 'cycles/2025'),
        ...await Promise.all(paths.map((path) => asks(secretariat, `${path}/history`))),
      ]);
      for (const path of foreign) expect(told).not.toContain(path.slice('sheets/'.length));
      expect(told).not.toContain(theirs.municipality);
    }
  });

  it('finds by a grade only what was graded so in the same office', async () => {
    const position = await house.installation.store.lastPosition() as string;
    const graded = async ({ secretariat }: InItsYear, grade: string) => {
      const { body } = await secretariat.get(`sheets?rating=${grade}`, { 'meguri-position': position }).expect(200);
      return body.sheets.map(({ node }: { node: { number: string } }) => node.number).toSorted();
    };
    expect([await graded(sakura, 'b'), await graded(sakura, 's')]).toEqual([['1-1', '1-5'], []]);
    expect([await graded(yamanami, 'b'), await graded(yamanami, 's')]).toEqual([[], ['1-1', '1-2']]);
  });
});
