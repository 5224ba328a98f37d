import { measures } from './papers.ts';
import { before, clerkOf, gives, ofSubgroup, opinionOf } from './summer.ts';
import type { Answer, CommitteeName, Step, WholeYear } from './year.ts';

/** From the first meeting to the day on which nothing more is to be decided but on one sheet. */
export const autumn: readonly Step[] = [
  { name: 'the committees meet', lives: committeesMeet },
  { name: 'the secretariat drafts what they conclude, and members comment on the wording', lives: conclusionsAreDrafted },
  { name: 'what cannot be concluded is not', lives: nothingIsConcludedTooEarly },
  { name: 'the first committee concludes, over a dissent, and the deputy where the chair keeps out', lives: firstConcludes },
  { name: 'the second committee concludes by circulation', lives: secondConcludes },
  { name: 'the sub-group concludes, and the whole confirms it', lives: subgroupConcludes },
  { name: 'the sections write how they will follow the recommendations', lives: responsesAreWritten },
  { name: 'the responses go through their lines', lives: responsesAreApproved },
  { name: 'a general recommendation belongs to no sheet', lives: generalRecommendation },
  { name: 'all but one sheet are final', lives: sheetsAreFinalised },
];

function agendaOf(lived: WholeYear, numbers: readonly string[]) {
  return numbers.map((number) => ({ title: `施策${number}の審議`, sheet: lived.sheetId(number) }));
}

async function calls(lived: WholeYear, committee: CommitteeName, name: string, meeting: object): Promise<void> {
  const { id: _id, ...receipt } = await lived.does('secretariat', `committees/${lived.committee(committee)}/meetings`, meeting);
  if (receipt['revision'] === undefined) throw new Error('no receipt');
  const { meetings } = await lived.reads('secretariat', `committees/${lived.committee(committee)}/meetings`);
  const known = new Set(lived.noted.values());
  lived.noted.set(name, (meetings as Answer[]).find(({ id }) => !known.has(id))?.['id']);
}

async function holds(lived: WholeYear, committee: CommitteeName, name: string, attendance: readonly (readonly [string, string])[], more: object = { isOpen: true }) {
  await lived.does('secretariat', `committees/${lived.committee(committee)}/meetings/${lived.noted.get(name)}/hold`, {
    attendance: attendance.map(([who, way]) => ({ member: lived.memberships.get(`${committee} ${who}`), way })), ...more,
  });
}

async function committeesMeet(lived: WholeYear): Promise<void> {
  lived.on('2026-09-02');
  const own = ['1-1', '1-2', '1-3', '1-4'];
  await calls(lived, 'first', 'too few', { way: 'meeting', on: '2026-09-04', place: '第一会議室', agenda: agendaOf(lived, own) });
  await calls(lived, 'first', 'meeting', { way: 'meeting', on: '2026-09-10', place: '第一会議室', agenda: agendaOf(lived, [...own, ...ofSubgroup]) });
  await calls(lived, 'first', 'works', { way: 'meeting', subgroup: lived.noted.get('subgroup'), on: '2026-09-08', agenda: agendaOf(lived, [...ofSubgroup]) });
  await calls(lived, 'second', 'circulation', { way: 'circulation', on: '2026-09-01', until: '2026-09-15', agenda: agendaOf(lived, ['2-2', '2-3', '2-4']) });
  lived.on('2026-09-04');
  await holds(lived, 'first', 'too few', [['chair', 'present'], ['deputy', 'absent'], ['third', 'online']]);
  lived.on('2026-09-08');
  await holds(lived, 'first', 'works', [['deputy', 'present'], ['third', 'online'], ['fourth', 'present']], { isOpen: false, closedFor: '個別の法人に関する情報を扱うため。' });
  lived.on('2026-09-10', 17);
  await holds(lived, 'first', 'meeting', [['chair', 'present'], ['deputy', 'present'], ['third', 'online'], ['fourth', 'present']]);
}

export function conclusionOf(number: string, rating = 'b') {
  return { 'second-attainment': rating, 'second-text': `${number}の二次評価` };
}

async function drafts(lived: WholeYear, number: string, dissents: readonly object[] = []): Promise<void> {
  await lived.does('secretariat', `${lived.sheet(number)}/conclusion/draft`, {
    conclusion: conclusionOf(number), recommendations: [{ text: `${number}の提言一` }, { text: `${number}の提言二` }], dissents,
  });
}

async function conclusionsAreDrafted(lived: WholeYear): Promise<void> {
  lived.on('2026-09-11');
  for (const number of Object.keys(before)) {
    await drafts(lived, number, number === '1-2' ? [{ member: lived.membership('first', 'fourth'), text: '少数意見：達成度はCとすべきである。' }] : []);
  }
  await lived.does('deputy', `${lived.sheet('1-2')}/conclusion/comment`, { text: '文案への意見：「十分」を「おおむね十分」に。' }, { committee: 'first' });
  await lived.refused('third', `${lived.sheet('1-2')}/conclusion/comment`, { text: '退室中の意見' }, 'recused', 403, { committee: 'first' });
}

/** Of the draft that he has before him, in a meeting. */
async function concludes(
  lived: WholeYear, who: 'chair' | 'deputy' | 'sixth' | 'third', number: string, meeting: string, refused?: string, verb = 'conclusion',
): Promise<void> {
  const { works } = await lived.stateOf(number);
  const committee = before[number] as CommitteeName;
  const body = { meeting: lived.noted.get(meeting), ...(verb === 'conclusion' && { basedOn: works.committee.draft?.revision ?? 0 }) };
  await lived.does(who, `${lived.sheet(number)}/${verb}`, body, { committee, ...(refused !== undefined && { status: refused === 'recused' ? 403 : 409, code: refused }) });
}

async function nothingIsConcludedTooEarly(lived: WholeYear): Promise<void> {
  lived.on('2026-09-14');
  await concludes(lived, 'chair', '1-2', 'too few', 'quorum-missing');
  await concludes(lived, 'chair', '1-2', 'works', 'meeting-unknown');
  await concludes(lived, 'deputy', '1-2', 'meeting', 'not-presiding');
  await concludes(lived, 'chair', '1-4', 'meeting', 'recused');
  await concludes(lived, 'sixth', '2-3', 'circulation', 'opinions-outdated');
  await concludes(lived, 'sixth', '2-4', 'circulation', 'quorum-missing');
}

async function firstConcludes(lived: WholeYear): Promise<void> {
  lived.on('2026-09-15');
  for (const number of ['1-1', '1-2', '1-3']) await concludes(lived, 'chair', number, 'meeting');
  await concludes(lived, 'deputy', '1-4', 'meeting');
  await gives(lived, 'deputy', '1-2', opinionOf('deputy', '1-2', { points: '9' }), { status: 409, code: 'wrong-phase' });
}

async function secondConcludes(lived: WholeYear): Promise<void> {
  lived.on('2026-09-15', 16);
  await lived.does('sixth', `${lived.sheet('2-3')}/opinion/confirm`, { basedOn: await lived.revision('2-3') }, { committee: 'second' });
  for (const number of ['2-3', '2-4']) await gives(lived, 'seventh', number, opinionOf('seventh', number));
  for (const number of ['2-2', '2-3', '2-4']) await concludes(lived, 'sixth', number, 'circulation');
}

async function subgroupConcludes(lived: WholeYear): Promise<void> {
  lived.on('2026-09-16');
  for (const number of ofSubgroup) await concludes(lived, 'deputy', number, 'works');
  for (const number of ofSubgroup) await concludes(lived, 'chair', number, 'meeting', undefined, 'conclusion/confirm');
}

/** By the number of its sheet and its own. */
export async function recommendation(lived: WholeYear, name: string): Promise<string> {
  const [number, place] = name.split('/') as [string, string];
  const { works } = await lived.stateOf(number);
  return works.committee.result.recommendations[Number(place) - 1].recommendation;
}

async function responsesAreWritten(lived: WholeYear): Promise<void> {
  lived.on('2026-10-01');
  const count = Object.keys(before).length * 2;
  await lived.until('the recommendations are adopted', async () => (await lived.reads('secretariat', 'recommendations'))['recommendations'].length === count);
  for (const number of Object.keys(before)) {
    for (const place of [1, 2]) {
      const id = await recommendation(lived, `${number}/${place}`);
      const { revision } = await lived.reads(clerkOf(number), `recommendations/${id}`);
      await lived.does(clerkOf(number), `recommendations/${id}/response`,
        { basedOn: revision, policy: place === 1 ? 'follow' : 'consider', text: `${number}/${place}への対応方針` }, { method: 'patch' });
    }
  }
}

async function responsesAreApproved(lived: WholeYear): Promise<void> {
  lived.on('2026-10-08');
  for (const number of Object.keys(before)) {
    for (const place of [1, 2]) {
      const id = await recommendation(lived, `${number}/${place}`);
      const clerk = clerkOf(number);
      await lived.does(clerk, `recommendations/${id}/submit`, undefined);
      const manager = clerk.replace('clerk', 'manager') as 'promotion-manager';
      await lived.does(manager, `recommendations/${id}/approve`, { basedOn: (await lived.reads(manager, `recommendations/${id}`))['revision'] });
    }
  }
}

async function generalRecommendation(lived: WholeYear): Promise<void> {
  lived.on('2026-10-09');
  await lived.does('secretariat', 'recommendations', {
    committee: lived.committee('first'), meeting: lived.noted.get('meeting'), text: '総括的提言：成果指標の見直しを全庁で進めること。', section: 'promotion',
  });
}

async function sheetsAreFinalised(lived: WholeYear): Promise<void> {
  lived.on('2026-10-20');
  for (const { number } of measures) {
    if (number === '3-4') continue;
    await lived.does('secretariat', `${lived.sheet(number)}/finalise`, { basedOn: await lived.revision(number) });
  }
}
