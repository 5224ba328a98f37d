import { recommendation } from './autumn.ts';
import { measures, year } from './papers.ts';
import type { Answer, Step, WholeYear } from './year.ts';

/** From the committee's papers to the cycle of the next year. */
export const winter: readonly Step[] = [
  { name: 'the committee papers are published', lives: async (lived) => { await publishes(lived, '2026-10-26', 'committee'); } },
  { name: 'the council gets its papers', lives: async (lived) => { await publishes(lived, '2026-11-20', 'council'); } },
  { name: 'everybody reads what is published', lives: publicReads },
  { name: 'what is published is reopened no more, and corrected by the next edition', lives: publishedIsCorrected },
  { name: 'a revision of the plan is opened, on what two sheets and a recommendation say', lives: revisionIsProposed },
  { name: 'the revised plan is adopted', lives: revisionIsAdopted },
  { name: 'the next year stands on it', lives: nextYearBegins },
];

async function publishes(lived: WholeYear, on: string, step?: string): Promise<Answer> {
  lived.on(on);
  const before = await editionsOf(lived);
  await lived.does('secretariat', `cycles/${year}/publications`, { ...(step !== undefined && { step }), on });
  await lived.until('the edition is there', async () => (await editionsOf(lived)).length > before.length);
  return (await editionsOf(lived)).at(-1);
}

export async function editionsOf(lived: WholeYear): Promise<readonly Answer[]> {
  return (await lived.reads('secretariat', `cycles/${year}/publications`))['editions'];
}

async function publicReads(lived: WholeYear): Promise<void> {
  const { status } = await lived.public(String(year));
  if (status !== 404) throw new Error(`something is public before it is published: ${status}`);
  lived.on('2026-11-30');
  await lived.refused('secretariat', `cycles/${year}/publications`, { on: '2026-12-01', sheets: [lived.sheetId('3-4')] }, 'sheets-not-final');
  await publishes(lived, '2026-12-01');
  lived.noted.set('as first published', (await lived.public(`${year}/editions/3/sheets/${lived.sheetId('1-2')}`)).text);
}

async function publishedIsCorrected(lived: WholeYear): Promise<void> {
  lived.on('2026-12-10');
  const path = lived.sheet('1-2');
  await lived.refused('secretariat', `${path}/reopen`, { to: 'section', reason: '再確認のため' }, 'sheet-published');
  const basedOn = await lived.revision('1-2');
  const reason = '集計の誤りのため';
  await lived.refused('secretariat', `${path}/correct-published`, { basedOn, fields: { internal: '庁内' }, reason }, 'field-not-published');
  await lived.refused('secretariat', `${lived.sheet('3-4')}/correct-published`, { basedOn: await lived.revision('3-4'), fields: { result: '訂正' }, reason }, 'wrong-phase');
  await lived.does('secretariat', `${path}/correct-published`, { basedOn, fields: { result: '1-2の取組結果（訂正後）' }, reason });
  await lived.does('secretariat', `${lived.sheet('3-4')}/finalise`, { basedOn: await lived.revision('3-4') });
  await publishes(lived, '2026-12-15');
}

const planOf = (lived: WholeYear): string => `plans/${lived.noted.get('plan')}`;

async function revisionIsProposed(lived: WholeYear): Promise<void> {
  lived.on('2027-01-12');
  const path = `${planOf(lived)}/revision`;
  await lived.does('secretariat', path, { reason: '二次評価の結果を踏まえた改定' });
  await lived.refused('secretariat', path, { reason: 'もう一つの改定' }, 'revision-open');
  const node = (number: string) => lived.nodes.get(number) as string;
  const evidence = [
    { sheet: lived.sheetId('1-2'), revision: await lived.revision('1-2') }, { sheet: lived.sheetId('1-3'), revision: await lived.revision('1-3') },
  ];
  const reasons = { text: '提言を踏まえ、実績に応じた水準とするため。', evidence, recommendations: [await recommendation(lived, '1-2/1')] };
  await lived.does('secretariat', `${path}/proposals`, {
    change: { kind: 'change-target', indicator: lived.indicators.get('1-2'), year: 2026, value: '150件' }, reason: 'result-exceeded', ...reasons,
  });
  await lived.refused('secretariat', `${path}/proposals`, { change: { kind: 'drop-node', node: node('1-4') }, reason: 'measure-ended', ...reasons }, 'recommendations-open');
  await lived.does('secretariat', `${path}/proposals`, {
    change: { kind: 'drop-node', node: node('1-4'), recommendationsTo: node('1-3') }, reason: 'measure-ended', ...reasons,
  });
  await lived.does('secretariat', `${path}/proposals`, {
    change: { kind: 'rename-node', node: node('2-2'), name: { ja: '施策2-2（改称）', en: 'Measure 2-2, renamed' } }, reason: 'measure-changed', ...reasons,
  });
  await lived.does('childcare-clerk', `${path}/proposals`, {
    change: { kind: 'rename-node', node: node('2-3'), name: { ja: '別名', en: 'Other' } }, reason: 'measure-changed', text: '名称の統一',
  });
  await lived.refused('childcare-clerk', `${path}/proposals`, {
    change: { kind: 'rename-node', node: node('2-3'), name: { ja: '別名', en: 'Other' } }, reason: 'measure-changed', text: '名称の統一',
    evidence: [{ sheet: lived.sheetId('1-2'), revision: 0 }],
  }, 'evidence-missing', 400);
}

async function revisionIsAdopted(lived: WholeYear): Promise<void> {
  lived.on('2027-02-20');
  const path = `${planOf(lived)}/revision`;
  const { proposals } = await lived.reads('secretariat', path);
  const [target, dropped, renamed, declined] = (proposals as Answer[]).map(({ proposal }) => proposal as string);
  await lived.does('secretariat', `${path}/proposals/${declined}/decline`, { reason: '別途検討する。' });
  await lived.does('secretariat', `${path}/adopt`, { fromYear: 2027, proposals: [target, dropped, renamed] });
}

async function nextYearBegins(lived: WholeYear): Promise<void> {
  lived.on('2027-05-06');
  await lived.does('secretariat', 'cycles', {
    year: year + 1, aboutYear: year, plans: [lived.noted.get('plan')], periods: { submission: '2027-06-15' }, choose: { levels: ['measure'] },
  });
  await lived.until('next year’s sheets are open', async () =>
    (await lived.reads('secretariat', `sheets?year=${year + 1}&limit=200`))['sheets'].length === measures.length - 1);
  const fields = { [`indicators/${lived.indicators.get('1-2')}/actual`]: '132件' };
  await lived.does('promotion-clerk', lived.sheet('1-2', year + 1), { basedOn: 0, fields }, { method: 'patch' });
}
