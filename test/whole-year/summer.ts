import { approvedAndAccepted } from './spring.ts';
import { measures, type MemberName } from './papers.ts';
import type { Answer, CommitteeName, Step, Who, WholeYear } from './year.ts';

/** What goes before whom: those rated A go to nobody, but for one that was chosen. */
export const before: Readonly<Record<string, CommitteeName>> = {
  '1-1': 'first', '1-2': 'first', '1-3': 'first', '1-4': 'first', '2-2': 'second', '2-3': 'second', '2-4': 'second',
  '3-2': 'first', '3-3': 'first', '3-4': 'first',
};
export const ofSubgroup: ReadonlySet<string> = new Set(['3-2', '3-3', '3-4']);

/** From the hand-over to the last opinion. */
export const summer: readonly Step[] = [
  { name: 'the internal meeting has decided on the worst', lives: internalMeetingDecides },
  { name: 'ten sheets are handed over to the committees', lives: sheetsAreHandedOver },
  { name: 'a member asks, and the section answers through its line', lives: aQuestionIsAnswered },
  { name: 'one keeps out of a sheet, and one is kept out', lives: twoAreRecused },
  { name: 'the first opinions are given', lives: firstOpinions },
  { name: 'others’ opinions are seen, and one is revised after that', lives: opinionsAreRevised },
  { name: 'an opinion on paper is entered for a member, and confirmed', lives: opinionIsEntered },
  { name: 'a sheet is sent back from the committee, and comes again', lives: sheetIsSentBack },
  { name: 'a member retires in the middle of his term', lives: memberRetires },
];

export function opinionOf(who: MemberName, number: string, { rating = 'b', points = '7' }: { rating?: string; points?: string } = {}) {
  return { 'own-attainment': rating, points, effect: `${number}について${who}の意見` };
}

async function internalMeetingDecides(lived: WholeYear): Promise<void> {
  lived.on('2026-07-10');
  for (const number of ['1-4', '2-4', '3-4']) {
    const path = lived.sheet(number);
    await lived.does('secretariat', `${path}/hand-over`, { basedOn: await lived.revision(number), stage: 'internal' });
    await lived.refused('secretariat', `${path}/decide-stage`, { decision: {}, decidedOn: '2026-07-10' }, 'fields-unanswered');
    await lived.does('secretariat', `${path}/decide-stage`, { decision: { direction: `${number}は改善して継続` }, decidedOn: '2026-07-10' });
  }
}

async function sheetsAreHandedOver(lived: WholeYear): Promise<void> {
  lived.on('2026-08-03');
  await lived.refused('secretariat', `${lived.sheet('1-1')}/hand-over`,
    { basedOn: await lived.revision('1-1'), stage: 'committee', committee: lived.committee('first') }, 'reason-missing', 400);
  for (const [number, committee] of Object.entries(before)) await handsOver(lived, number, committee);
}

async function handsOver(lived: WholeYear, number: string, committee: CommitteeName): Promise<Answer> {
  return lived.does('secretariat', `${lived.sheet(number)}/hand-over`, {
    basedOn: await lived.revision(number), stage: 'committee', committee: lived.committee(committee),
    ...(ofSubgroup.has(number) && { subgroup: lived.noted.get('subgroup') }), ...(number === '1-1' && { reason: '新規施策のため委員会の意見を聴く。' }),
  });
}

async function aQuestionIsAnswered(lived: WholeYear): Promise<void> {
  lived.on('2026-08-05');
  const path = lived.sheet('1-2');
  await lived.does('deputy', `${path}/questions`, { text: '1-2の質問：実績の内訳は。', about: 'result' }, { committee: 'first' });
  const { stages } = await lived.reads('secretariat', path);
  const [question] = stages.find((stage: Answer) => stage['id'] === 'committee').questions;
  await lived.does('promotion-clerk', `${path}/questions/${question.id}/answer`, { text: '1-2の回答：内訳は別紙のとおり。' });
  await lived.refused('deputy', `${path}/questions/${question.id}/approve`, { basedOn: await lived.revision('1-2') }, 'not-allowed', 403, { committee: 'first' });
  await lived.does('promotion-manager', `${path}/questions/${question.id}/approve`, { basedOn: await lived.revision('1-2') });
}

async function twoAreRecused(lived: WholeYear): Promise<void> {
  lived.on('2026-08-06');
  await lived.does('third', `${lived.sheet('1-2')}/recuse`, { reason: '回避の理由：受託事業者の役員であるため。' }, { committee: 'first' });
  await lived.refused('third', `${lived.sheet('1-3')}/exclude`, { member: lived.membership('first', 'fourth'), reason: '利害関係' }, 'not-presiding', 409, { committee: 'first' });
  await lived.does('chair', `${lived.sheet('1-3')}/exclude`,
    { member: lived.membership('first', 'fourth'), reason: '除斥の理由：親族が従事しているため。' }, { committee: 'first' });
  await lived.does('chair', `${lived.sheet('1-4')}/recuse`, { reason: '回避の理由：委員長の前職のため。' }, { committee: 'first' });
  await lived.does('secretariat', `committees/${lived.committee('second')}/assignments`,
    { sheets: [lived.sheetId('2-4')], members: [lived.membership('second', 'sixth'), lived.membership('second', 'seventh')] });
}

/** The revision of the hand-over that he has before him, and of his own opinion where he revises it. */
export async function gives(lived: WholeYear, who: MemberName, number: string, opinion: object, more: { status?: number; code?: string } = {}): Promise<Answer> {
  const committee = before[number] as CommitteeName;
  return lived.does(who, `${lived.sheet(number)}/opinion`, await opinionBody(lived, who, number, opinion), { committee, ...more });
}

async function opinionBody(lived: WholeYear, who: MemberName, number: string, opinion: object): Promise<object> {
  const committee = before[number] as CommitteeName;
  const { works } = await lived.stateOf(number);
  const { handOver, opinions } = works['committee'];
  const own = opinions[lived.membership(committee, who)];
  return { basedOn: handOver.revision, opinion, ...(own !== undefined && !own.isWithdrawn && { revises: own.revision }) };
}

async function firstOpinions(lived: WholeYear): Promise<void> {
  lived.on('2026-08-17');
  await gives(lived, 'fifth', '1-4', opinionOf('fifth', '1-4'));
  for (const number of ['1-1', '1-2', '1-3', '1-4']) {
    for (const who of ['chair', 'deputy', 'third'] as const) {
      if ((who === 'third' && number === '1-2') || (who === 'chair' && number === '1-4')) continue;
      await gives(lived, who, number, opinionOf(who, number));
    }
  }
  for (const number of ['3-2', '3-3', '3-4']) for (const who of ['deputy', 'third', 'fourth'] as const) await gives(lived, who, number, opinionOf(who, number));
  for (const number of ['2-2', '2-3', '2-4']) await gives(lived, 'sixth', number, opinionOf('sixth', number));
  await gives(lived, 'fourth', '1-4', opinionOf('fourth', '1-4'));
  await gives(lived, 'third', '1-2', opinionOf('third', '1-2'), { status: 403, code: 'recused' });
  await gives(lived, 'fourth', '1-3', opinionOf('fourth', '1-3'), { status: 403, code: 'recused' });
  await gives(lived, 'chair', '3-2', opinionOf('chair', '3-2'), { status: 403, code: 'not-a-member' });
  await gives(lived, 'fifth', '2-4', opinionOf('fifth', '2-4'), { status: 409, code: 'not-assigned' });
  const outside = await opinionBody(lived, 'chair', '1-1', opinionOf('sixth', '1-1'));
  await lived.refused('sixth', `${lived.sheet('1-1')}/opinion`, outside, 'not-allowed', 403, { committee: 'second' });
}

async function opinionsAreRevised(lived: WholeYear): Promise<void> {
  lived.on('2026-08-18');
  const [wrong, twice] = [opinionOf('fourth', '1-2', { points: '7.3' }), opinionOf('fourth', '1-2', { rating: 'c', points: '4.5' })];
  await gives(lived, 'fourth', '1-2', wrong, { status: 400, code: 'fields-wrong' });
  // From two browsers at once: the second is told of the first.
  const body = await opinionBody(lived, 'fourth', '1-2', twice);
  const both = await Promise.all([1, 2].map((browser) => lived.person('fourth').post(`${lived.sheet('1-2')}/opinion`, body,
    { ...lived.headersOf('fourth', 'first'), 'idempotency-key': `00000000-0000-4000-8000-0000000000f${browser}` })));
  if (both.map(({ status }) => status).toSorted((one, other) => one - other).join() !== '200,409') throw new Error(`two browsers: ${both.map(({ text }) => text).join()}`);
  await gives(lived, 'fourth', '1-2', opinionOf('fourth', '1-2', { rating: 'c', points: '4' }));
}

async function opinionIsEntered(lived: WholeYear): Promise<void> {
  lived.on('2026-08-20');
  const [path, member] = [lived.sheet('2-2'), lived.membership('second', 'seventh')];
  await lived.does('secretariat', `${path}/opinion/enter`,
    { member, opinion: opinionOf('seventh', '2-2', { points: '8' }), way: 'paper', receivedOn: '2026-08-19' });
  await lived.does('seventh', `${path}/opinion/confirm`, { basedOn: await lived.revision('2-2') }, { committee: 'second' });
}

async function sheetIsSentBack(lived: WholeYear): Promise<void> {
  lived.on('2026-08-24');
  const path = lived.sheet('2-3');
  const askedBack = { reason: '差戻しの理由：対象者の範囲を明らかにしてください。' };
  await lived.refused('seventh', `${path}/send-back`, askedBack, 'not-presiding', 409, { committee: 'second' });
  await lived.does('sixth', `${path}/send-back`, askedBack, { committee: 'second' });
  await lived.does('childcare-clerk', path, { basedOn: await lived.revision('2-3'), fields: { result: '2-3の取組結果（対象者を明記）' } }, { method: 'patch' });
  await lived.does('childcare-clerk', `${path}/submit`, undefined);
  await approvedAndAccepted(lived, '2-3', 'childcare');
  await handsOver(lived, '2-3', 'second');
}

async function memberRetires(lived: WholeYear): Promise<void> {
  lived.on('2026-08-31');
  for (const committee of ['first', 'second'] as const) {
    await lived.does('secretariat', `committees/${lived.committee(committee)}/members/${lived.membership(committee, 'fifth')}/end`,
      { to: '2026-08-31', reason: '一身上の都合' });
  }
  lived.on('2026-09-01');
  const refused = await lived.person('fifth').get(lived.sheet('1-1'), lived.headersOf('fifth', 'first'));
  if (refused.status !== 401) throw new Error(`who has retired is let in: ${refused.status}`);
}

/** Everybody who writes, in the order of the measures. */
export function clerkOf(number: string): Who {
  return `${measures.find((measure) => measure.number === number)?.section}-clerk` as Who;
}
