import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse, sheetsAreOpen, type House, type Office } from '../office.ts';
import { cycle, founding, scheme, type YearPost } from './department-year.papers.ts';

/** A plan is evaluated for a year, revised, and evaluated as it is then. */
const named = (ja: string) => ({ ja, en: ja });
const place = (number: string, section = 'promotion') => ({ number, name: named(`施策${number}`), section });
const policy = (number: string) => ({ number, level: 'policy', section: 'promotion', name: named(`政策${number}`) });
const measure = (number: string, section = 'promotion') => ({ ...place(number, section), parent: '1', level: 'measure' });
const counted = { class: 'activity', unit: '回', kind: 'annual', direction: 'higher', targets: [{ year: 2024, value: '10回' }, { year: 2025, value: '14回' }] };
const indicator = (node: string, number: string) => ({ node, number, name: named(`指標${node}の${number}`), ...counted });

const plan = {
  name: named('さくら市産業振興プラン'), firstYear: 2020, lastYear: 2029,
  nodes: [policy('1'), policy('2'), ...['1-1', '1-2', '1-3', '1-4', '1-5', '1-6', '1-7', '1-8'].map((number) => measure(number))],
  indicators: [
    indicator('1-1', '1'), indicator('1-1', '2'), indicator('1-2', '1'), indicator('1-4', '1'), indicator('1-5', '1'), indicator('1-6', '1'), indicator('1-8', '1'),
  ],
};

let house: House;
let office: Office<YearPost>;
let planId: string;
/** Nodes by number, and indicators by the numbers of both. */
const node = new Map<string, string>();
const of = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  house.setClock('2026-02-02T01:00:00.000Z');
  office = await house.foundAs<YearPost>('sakura', founding);
  const secretariat = office.at('secretariat');
  await secretariat.post('scheme', scheme).expect(201);
  ({ body: { id: planId } } = await secretariat.post('plans', plan).expect(201));
  await secretariat.post(`plans/${planId}/adopt`, { fromYear: 2020 }).expect(200);
  const { body: { nodes, indicators } } = await secretariat.get(`plans/${planId}`).expect(200);
  const numbers = new Map<string, string>();
  for (const { id, number } of nodes) {
    node.set(number, id);
    numbers.set(id, number);
  }
  for (const one of indicators) of.set(`${numbers.get(one.node)}/${one.number}`, one.id);
  await secretariat.post('cycles', cycle(planId)).expect(201);
  await sheetsAreOpen(secretariat, 8);
});
afterAll(async () => {
  await house.close();
  expect(house.errors).toEqual([]);
});

const sheet = (year: number, number: string) => `${year}-${node.get(number)}`;
const why = { reason: 'circumstances-changed', text: '社会情勢の変化を踏まえて見直す。' };
const desk = (path = '') => `plans/${planId}/revision${path}`;

/** One of each kind. */
function changes(): readonly object[] {
  return [
    { kind: 'change-target', indicator: of.get('1-1/1'), year: 2026, value: '１６回' },
    { kind: 'add-node', node: { ...place('1-9', 'tourism'), level: 'measure', parent: node.get('1') } },
    { kind: 'drop-node', node: node.get('1-8') },
    { kind: 'rename-node', node: node.get('1-2'), name: named('販路開拓の支援') },
    { kind: 'move-node', node: node.get('1-3'), parent: node.get('2'), number: '2-1' },
    { kind: 'merge-nodes', nodes: [node.get('1-4')], into: node.get('1-5') },
    { kind: 'split-node', node: node.get('1-6'), into: [place('1-6'), { ...place('1-10'), indicators: [of.get('1-6/1')] }] },
    { kind: 'change-owner', node: node.get('1-7'), section: 'childcare', related: ['tourism'] },
    { kind: 'add-indicator', indicator: { ...indicator('', '2'), node: node.get('1-2') } },
    { kind: 'replace-indicator', indicator: of.get('1-2/1'), replacement: { ...indicator('', '1'), node: node.get('1-2') } },
    { kind: 'drop-indicator', indicator: of.get('1-1/2') },
  ];
}

describe('a plan that is revised', () => {
  it('takes one revision at a time, in which staff propose and discuss', async () => {
    const [secretariat, clerk] = [office.at('secretariat'), office.at('clerk')];
    await clerk.post(desk(), { reason: '中間年の見直し' }).expect(403);
    await secretariat.post(desk(), { reason: '中間年の見直し' }).expect(200);
    expect((await secretariat.post(desk(), { reason: '再度' }).expect(409)).body).toMatchObject({ code: 'revision-open', title: 'この計画の改定作業はすでに始まっています。' });
    const evidence = [{ sheet: sheet(2025, '1-1'), revision: 0 }];
    for (const change of changes()) await secretariat.post(desk('/proposals'), { change, ...why, evidence }).expect(200);
    await clerk.post(desk('/proposals'), { change: { kind: 'drop-node', node: node.get('1-7') }, ...why }).expect(200);
    await clerk.post(desk('/proposals'), { change: { kind: 'drop-node', node: node.get('1-3') }, ...why }).expect(200);
  });

  it('says what is wrong with a proposal, and where', async () => {
    const refused = async (change: object, more: object = {}) =>
      (await office.at('clerk').post(desk('/proposals'), { change, ...why, ...more }).expect(400)).body;
    expect(await refused({ kind: 'rename-node', node: node.get('1-1'), number: '1-2' }))
      .toMatchObject({ code: 'proposal-faulty', faults: [{ path: 'change.number', message: '1-2 is there already' }] });
    expect(await refused({ kind: 'burn-down' })).toMatchObject({ code: 'proposal-faulty', faults: [{ path: 'change.kind' }] });
    expect(await refused({ kind: 'drop-node', node: node.get('1-7') }, { evidence: [{ sheet: sheet(2025, '1-1'), revision: 99 }] }))
      .toMatchObject({ code: 'evidence-missing' });
    expect(await refused({ kind: 'drop-node', node: node.get('1-7') }, { recommendations: ['gone'] })).toMatchObject({ code: 'evidence-missing' });
    expect(await refused({ kind: 'drop-node', node: node.get('1-7') }, { reason: 'because' })).toMatchObject({ code: 'wrong-input' });
    const { body } = await office.at('auditor').get(desk()).expect(200);
    expect(body.proposals).toHaveLength(13);
  });

  it('is adopted with what was taken once every proposal is settled', async () => {
    const [secretariat, clerk, colleague] = [office.at('secretariat'), office.at('clerk'), office.at('childcare-clerk')];
    const { body: { proposals } } = await clerk.get(desk()).expect(200);
    const ids = (proposals as { proposal: string }[]).map(({ proposal }) => proposal);
    const taken = ids.slice(0, 11);
    const [withdrawn, declined] = ids.slice(11) as [string, string];
    await colleague.post(desk(`/proposals/${withdrawn}/discuss`), { text: '所管替えの上で継続すべきです。' }).expect(200);
    expect((await secretariat.post(desk('/adopt'), { fromYear: 2026, proposals: taken }).expect(409)).body)
      .toMatchObject({ code: 'proposals-unsettled', proposals: [withdrawn, declined] });
    await colleague.post(desk(`/proposals/${withdrawn}/withdraw`), { reason: '再検討' }).expect(409);
    await clerk.post(desk(`/proposals/${withdrawn}/withdraw`), { reason: '再検討' }).expect(200);
    await secretariat.post(desk(`/proposals/${declined}/decline`), { reason: '継続が必要なため' }).expect(200);
    await secretariat.post(desk('/adopt'), { fromYear: 2026, proposals: taken }).expect(200);
    await secretariat.get(desk()).expect(404);
    const { body: { revisions } } = await clerk.get(`plans/${planId}/revisions`).expect(200);
    expect(revisions).toMatchObject([{ outcome: { kind: 'adopted', planVersion: 2, fromYear: 2026 } }]);
    expect(revisions[0].proposals.slice(10)).toMatchObject([
      { outcome: { kind: 'taken' } }, { outcome: { kind: 'withdrawn' }, remarks: [{ text: '所管替えの上で継続すべきです。' }] }, { outcome: { kind: 'declined' } },
    ]);
  });

  it('stands beside its version before, thing by thing, with why', async () => {
    const { body } = await office.at('clerk').get(`plans/${planId}/compare?from=1&to=2`).expect(200);
    const became = (rows: readonly { id: string; status: string }[], numbers: ReadonlyMap<string, string>) =>
      Object.fromEntries([...numbers].map(([number, id]) => [number, rows.find((row) => row.id === id)?.status]));
    expect(became(body.nodes, node)).toEqual({
      '1': 'unchanged', '2': 'unchanged', '1-1': 'unchanged', '1-2': 'renamed', '1-3': 'moved', '1-4': 'merged', '1-5': 'merged', '1-6': 'split',
      '1-7': 'changed', '1-8': 'dropped',
    });
    expect(body.nodes.slice(10)).toMatchObject([
      { number: '1-9', status: 'added' }, { number: '1-6', status: 'split', from: [node.get('1-6')] }, { number: '1-10', status: 'split' },
    ]);
    expect(became(body.indicators, of)).toEqual({
      '1-1/1': 'changed', '1-1/2': 'dropped', '1-2/1': 'replaced', '1-4/1': 'moved', '1-5/1': 'unchanged', '1-6/1': 'moved', '1-8/1': 'dropped',
    });
    expect(body.indicators[0]).toMatchObject({
      targets: [{ year: 2026, old: null, new: { typed: '１６回' } }],
      because: [{ kind: 'change-target', year: 2026, ...why, evidence: [{ sheet: sheet(2025, '1-1'), revision: 0 }], evidenceWithheld: 0 }],
    });
    expect(body.indicators.slice(7)).toMatchObject([{ status: 'added' }, { status: 'replaced', from: [of.get('1-2/1')] }]);
    for (const query of ['', '?from=2&to=1', '?from=one&to=2']) await office.at('clerk').get(`plans/${planId}/compare${query}`).expect(400);
    await office.at('clerk').get(`plans/${planId}/compare?from=1&to=3`).expect(404);
  });

  it('goes on with every series', async () => {
    const { body } = await office.at('clerk').get(`plans/${planId}/indicators/${of.get('1-1/1')}`).expect(200);
    expect(body.targetsByYear.at(-1)).toMatchObject({ year: 2026, held: [{ value: { typed: '１６回' }, planVersion: 2, change: why }] });
    const { body: { indicators } } = await office.at('clerk').get(`plans/${planId}`).expect(200);
    const [replacement] = (indicators as { id: string; node: string; number: string }[]).filter((one) => one.node === node.get('1-2') && one.number === '1');
    const { body: followed } = await office.at('clerk').get(`plans/${planId}/indicators/${replacement?.id}`).expect(200);
    expect(followed.predecessors).toEqual([of.get('1-2/1')]);
  });

  it('leaves this year\'s sheets as they were, and is what next year\'s stand on', async () => {
    const secretariat = office.at('secretariat');
    const { body: before } = await secretariat.get(`sheets/${sheet(2025, '1-4')}`).expect(200);
    expect(JSON.stringify(before)).toContain(of.get('1-4/1'));
    house.setClock('2027-02-01T01:00:00.000Z');
    await secretariat.post('cycles', {
      year: 2026, aboutYear: 2025, plans: [planId], periods: { submission: '2027-03-10' }, choose: { levels: ['measure'] },
    }).expect(201);
    // Eight, without the dropped, the merged and the split, with the added and the two parts.
    await sheetsAreOpen(secretariat, 8 + 8);
    expect((await secretariat.get('cycles/2026').expect(200)).body.plans).toMatchObject([{ plan: planId, planVersion: 2 }]);
    expect((await secretariat.get('cycles/2025').expect(200)).body.plans).toMatchObject([{ plan: planId, planVersion: 1 }]);
    const { body: merged } = await secretariat.get(`sheets/${sheet(2026, '1-5')}`).expect(200);
    expect(JSON.stringify(merged)).toContain(of.get('1-4/1'));
    await secretariat.get(`sheets/${sheet(2026, '1-4')}`).expect(404);
  });
});
