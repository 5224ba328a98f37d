import { measures, people, personOf, plan, quorum, scheme, year, type MemberName } from './papers.ts';
import { committees, type CommitteeName, type Step, type WholeYear } from './year.ts';

/** Who sits where; one member sits on both. */
export const seats: Readonly<Record<CommitteeName, readonly MemberName[]>> = {
  first: ['chair', 'deputy', 'third', 'fourth', 'fifth'], second: ['sixth', 'seventh', 'fifth'],
};

/** From 1 April to the day on which the secretariat has taken every first evaluation. */
export const spring: readonly Step[] = [
  { name: 'the office has its scheme and its plan', lives: papersAreMade },
  { name: 'two committees are appointed, one of them with a sub-group', lives: committeesAreAppointed },
  { name: 'the year is opened', lives: yearIsOpened },
  { name: 'every section has written its sheets', lives: sheetsAreWritten },
  { name: 'the secretariat has taken them', lives: sheetsAreAccepted },
];

async function papersAreMade(lived: WholeYear): Promise<void> {
  lived.on('2026-04-02');
  await lived.does('secretariat', 'scheme', scheme);
  const { id } = await lived.does('secretariat', 'plans', plan);
  lived.noted.set('plan', id);
  await lived.does('secretariat', `plans/${id}/adopt`, { fromYear: 2024 });
  const { nodes, indicators } = await lived.reads('secretariat', `plans/${id}`);
  for (const { id: node, number } of nodes) lived.nodes.set(number, node);
  for (const { id: indicator, node } of indicators) lived.indicators.set([...lived.nodes].find(([, one]) => one === node)?.[0] ?? '', indicator);
}

async function committeesAreAppointed(lived: WholeYear): Promise<void> {
  lived.on('2026-04-10');
  for (const name of committees) {
    const { id } = await lived.does('secretariat', 'committees', { name: { ja: `${name}委員会`, en: name }, quorum });
    lived.committeeIds.set(name, id);
    for (const member of seats[name]) {
      await lived.does('secretariat', `committees/${id}/members`, { person: personOf(member), from: '2026-04-10', to: '2028-03-31' });
    }
    const { members } = await lived.reads('secretariat', `committees/${id}`);
    for (const { id: membership, person } of members) {
      lived.memberships.set(`${name} ${people.find((one) => personOf(one) === (person.id ?? person))}`, membership);
    }
  }
  const of = (committee: CommitteeName, member: MemberName) => lived.membership(committee, member);
  await lived.does('secretariat', `committees/${lived.committee('first')}/chair`, { chair: of('first', 'chair'), deputy: of('first', 'deputy') });
  await lived.does('secretariat', `committees/${lived.committee('second')}/chair`, { chair: of('second', 'sixth'), deputy: of('second', 'seventh') });
  await lived.does('secretariat', `committees/${lived.committee('first')}/subgroups`, {
    name: { ja: '都市整備部会', en: 'Works' }, members: ['deputy', 'third', 'fourth'].map((member) => of('first', member as MemberName)),
    chair: of('first', 'deputy'), deputy: of('first', 'third'),
  });
  const { subgroups: [subgroup] } = await lived.reads('secretariat', `committees/${lived.committee('first')}`);
  lived.noted.set('subgroup', subgroup.id);
}

async function yearIsOpened(lived: WholeYear): Promise<void> {
  lived.on('2026-05-01');
  await lived.does('secretariat', 'cycles', {
    year, aboutYear: year - 1, plans: [lived.noted.get('plan')], periods: { submission: '2026-06-15' }, choose: { levels: ['measure'] },
  });
  await lived.until('the sheets are open', async () =>
    (await lived.reads('secretariat', `sheets?year=${year}&limit=200`))['sheets'].length === measures.length);
}

async function sheetsAreWritten(lived: WholeYear): Promise<void> {
  lived.on('2026-06-01');
  for (const { number, section, attainment } of measures) {
    const path = lived.sheet(number);
    await lived.does(`${section}-clerk`, path, {
      basedOn: 0,
      fields: {
        attainment, result: `${number}の取組結果`, internal: `庁内限り${number}`, [`indicators/${lived.indicators.get(number)}/actual`]: '126件',
      },
    }, { method: 'patch' });
    await lived.does(`${section}-clerk`, `${path}/submit`, undefined);
  }
}

async function sheetsAreAccepted(lived: WholeYear): Promise<void> {
  lived.on('2026-06-20');
  for (const { number, section } of measures) await approvedAndAccepted(lived, number, section);
  const path = `${lived.sheet('1-2')}/secretariat-fields`;
  await lived.does('secretariat', path, { basedOn: await lived.revision('1-2'), fields: { memo: '事務局限り1-2' } }, { method: 'patch' });
}

export async function approvedAndAccepted(lived: WholeYear, number: string, section: (typeof measures)[number]['section']): Promise<void> {
  const path = lived.sheet(number);
  await lived.does(`${section}-manager`, `${path}/approve`, { basedOn: await lived.revision(number) });
  await lived.does('secretariat', `${path}/accept`, { basedOn: await lived.revision(number) });
}
