import { year } from './papers.ts';
import { committees, type CommitteeName, type Who, type WholeYear } from './year.ts';

interface Reader {
  readonly who: Who;
  readonly committee?: CommitteeName;
}

const readers: readonly Reader[] = [
  { who: 'secretariat' }, { who: 'promotion-clerk' }, { who: 'chair', committee: 'first' }, { who: 'third', committee: 'first' }, { who: 'sixth', committee: 'second' },
];

/** One that was handed over, asked about and corrected; one that somebody else keeps out of; one sent back; one of the sub-group. */
const looked = ['1-2', '1-4', '2-3', '3-4'] as const;

/** What some who read are told, by who asks and what: what is refused them is told too. */
export async function readsOf(lived: WholeYear): Promise<Readonly<Record<string, unknown>>> {
  const plan = `plans/${lived.noted.get('plan')}`;
  const thisYear = looked.flatMap((number) => [lived.sheet(number), `${lived.sheet(number)}/history`]);
  const nextYear = ['1-2', '1-3'].map((number) => lived.sheet(number, year + 1));
  const paths = [
    ...thisYear, ...nextYear, `sheets?year=${year}&limit=200`, `sheets?year=${year + 1}&limit=200`, 'sheets?text=取組結果&limit=200', 'duties',
    `cycles/${year}`, `cycles/${year}/progress`, `cycles/${year}/publications`, plan, `${plan}/versions`, `${plan}/compare?from=1&to=2`, `${plan}/revisions`,
    'recommendations', 'committees',
    ...committees.flatMap((name) => [lived.committee(name), `${lived.committee(name)}/meetings`, `${lived.committee(name)}/workspace`].map((path) => `committees/${path}`)),
  ];
  const told: Record<string, unknown> = {};
  for (const reader of readers) for (const path of paths) told[`${reader.who} ${path}`] = await readBy(lived, reader, path);
  for (const path of ['', String(year), ...looked.map((number) => `${year}/editions/3/sheets/${lived.sheetId(number)}`)]) {
    const { status, text } = await lived.public(path);
    told[`public ${path}`] = { status, text };
  }
  return told;
}

async function readBy(lived: WholeYear, { who, committee }: Reader, path: string): Promise<unknown> {
  const position = await lived.house.installation.store.lastPosition() as string;
  const { status, body } = await lived.person(who).get(path, { ...lived.headersOf(who, committee), 'meguri-position': position });
  return { status, body };
}
