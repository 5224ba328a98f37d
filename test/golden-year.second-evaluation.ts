import * as committees from '../libs/committee/commands.ts';
import { committeeDecider, committeeStream, type FoundedCommittee } from '../libs/committee/domain/committee.ts';
import { OpenCycle } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import * as evaluation from '../libs/evaluation/commands.ts';
import { sheetDecider, sheetId, sheetStream, type OpenedSheet } from '../libs/evaluation/domain/sheet.ts';
import * as debate from '../libs/evaluation/second-evaluation.commands.ts';
import * as stages from '../libs/evaluation/stage.commands.ts';
import { planDecider, planStream, type AdoptedPlan } from '../libs/plan/domain/plan.ts';
import type { Indicator } from '../libs/plan/domain/plan.events.ts';
import { systemAsker, type Asker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { CommandClass, FactReader } from '../libs/platform/commands/verb.ts';
import { AdoptScheme } from '../libs/scheme/commands.ts';
import { schemeStream } from '../libs/scheme/domain/scheme.ts';
import type { GoldenCommittee } from './golden-year.committee.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { askerAs, complete, municipality } from './golden-year.new-office.papers.ts';
import { debatedScheme } from './golden-year.scheme.ts';

/** The year of the sheet that goes through every stage. */
export const debatedYear = 2027;

/** A sheet that was evaluated a second time, and its conclusion. */
interface Debated {
  readonly sheet: string;
  readonly stage: string;
  readonly meeting: string;
  readonly sheetRevision: number;
}

type Does = <Body extends object>(name: string, asker: Asker, command: CommandClass<Body>, body: Body) => Promise<void>;

/** Everything of which the deeds on that sheet speak. */
interface Debating {
  readonly does: Does;
  readonly ofCommittee: <Body extends object>(name: string, command: CommandClass<Body>, body: Body) => Promise<void>;
  readonly sheet: () => Promise<OpenedSheet>;
  readonly committee: () => Promise<FoundedCommittee>;
  readonly golden: GoldenCommittee;
  readonly id: string;
}

/** Those of the whole committee and of its sub-group in which the sheet is concluded. */
interface Meetings {
  readonly whole: string;
  readonly group: string;
}

const decision = { direction: 'continue', grant: '1,200' };
const [clerk, chief, manager, tourism, director, secretariat] = [
  askerAs('clerk'), askerAs('chief'), askerAs('manager'), askerAs('tourism-manager'), askerAs('director'), askerAs('secretariat'),
];

/** The sheet of another year of the second office, through all stages to its end; once it begins again with the first of them. */
export async function sheetIsDebated(deed: Deed, states: FactReader, golden: GoldenCommittee): Promise<Debated> {
  const { node, indicator } = await yearIsOpened(deed, states);
  const id = sheetId(debatedYear, node);
  const stream = sheetStream(municipality, id);
  const debating: Debating = {
    golden, id,
    does: (name, asker, command, body) => deed(`debated: ${name}`, asker, command, stream, body),
    ofCommittee: (name, command, body) => deed(`debated: ${name}`, secretariat, command, committeeStream(municipality, golden.id), body),
    sheet: async () => (await states.fold(sheetDecider, stream)).state as OpenedSheet,
    committee: async () => (await states.fold(committeeDecider, committeeStream(municipality, golden.id))).state as FoundedCommittee,
  };
  await debating.does('open the sheet', systemAsker(municipality, 'open-sheets'), evaluation.OpenSheet, { year: debatedYear, node });
  await sheetIsEvaluatedOnce(debating, indicator);
  const meetings = await committeeGathers(debating);
  await meetingDecides(debating, 'first');
  await sheetGoesToCommittee(debating, 'first');
  await questionIsAnswered(debating);
  await membersSayTheirs(debating);
  await conclusionIsDrafted(debating);
  const sheetRevision = await sheetIsConcluded(debating, 'first', meetings);
  await debating.does('hand it over to the mayor', secretariat, stages.HandSheetOver, { ...await asSeen(debating), stage: 'mayor' });
  await debating.does('record what the mayor decided', secretariat, stages.DecideStage, { decision, decidedOn: '2026-08-01' });
  await debating.does('begin again', secretariat, stages.ReopenSheet, { to: 'meeting', reason: '新たな資料が提出されたため。' });
  await meetingDecides(debating, 'second');
  await sheetGoesToCommittee(debating, 'second');
  await membersConfirmTheirs(debating);
  await sheetIsConcluded(debating, 'second', meetings);
  await debating.does('call it final', secretariat, stages.FinaliseSheet, { ...await asSeen(debating), reason: '区長の決定は変わらないため。' });
  return { sheet: id, stage: 'committee', meeting: meetings.group, sheetRevision };
}

async function yearIsOpened(deed: Deed, states: FactReader): Promise<{ readonly node: string; readonly indicator: string }> {
  const plan = deriveUuid(origin, 'plan of the second office');
  await deed('adopt a scheme that asks members', secretariat, AdoptScheme, schemeStream(municipality), debatedScheme);
  await deed(`open the cycle of ${debatedYear}`, secretariat, OpenCycle, cycleStream(municipality, debatedYear), {
    year: debatedYear, aboutYear: debatedYear - 1, plans: [plan], periods: { submission: '2027-05-08' }, choose: { levels: ['measure'] },
  });
  const { indicators } = (await states.fold(planDecider, planStream(municipality, plan))).state as AdoptedPlan;
  const [{ id, node }] = [...indicators.values()] as [Indicator];
  return { node, indicator: id };
}

async function sheetIsEvaluatedOnce(debating: Debating, indicator: string): Promise<void> {
  const { does } = debating;
  await does('save', clerk, evaluation.SaveFields, {
    basedOn: 0, fields: { ...complete, [`indicators/${indicator}/actual`]: '１６回', reason: '販路開拓は計画どおり。' },
  });
  await does('hand in', clerk, evaluation.SubmitFirstEvaluation, {});
  for (const [name, asker] of Object.entries({ chief, manager, tourism, director })) {
    await does(`approve as ${name}`, asker, evaluation.ApproveFirstEvaluation, await asSeen(debating));
  }
  await does('accept', secretariat, evaluation.AcceptFirstEvaluation, await asSeen(debating));
}

/** Three more members, one of whom always has to do with the section; and a meeting of all before one of the sub-group. */
async function committeeGathers({ ofCommittee, committee, golden, id }: Debating): Promise<Meetings> {
  for (const more of [4, 5, 6]) {
    await ofCommittee(`appoint member ${more}`, committees.AppointMember, {
      person: deriveUuid(origin, 'member of the committee', String(more)), from: '2026-04-01', to: '2028-03-31',
    });
  }
  const { subgroups, members } = await committee();
  const others = members.slice(-3).map((member) => member.id);
  await ofCommittee('declare a standing conflict', committees.DeclareConflict, {
    member: others[2] as string, section: 'promotion', reason: '補助金の交付先の役員のため。',
  });
  const agenda = [{ title: '販路開拓・販売促進支援', sheet: id }, { title: 'その他' }];
  const called = { way: 'meeting', on: '2026-07-20', place: '区役所 大会議室', agenda } as const;
  await ofCommittee('call all', committees.CallMeeting, called);
  await ofCommittee('call the sub-group', committees.CallMeeting, { ...called, subgroup: subgroups[0]?.id as string });
  const [whole, group] = Object.keys((await committee()).meetings).slice(-2) as [string, string];
  const [chair, deputy, third] = golden.members;
  const came = [{ member: chair, way: 'present' }, { member: deputy, way: 'online' }, { member: third, way: 'present' }] as const;
  await ofCommittee('hold the meeting of all', committees.HoldMeeting, {
    meeting: whole, isOpen: true, attendance: [...came, { member: others[0] as string, way: 'present' }],
  });
  await ofCommittee('hold that of the sub-group', committees.HoldMeeting, {
    meeting: group, isOpen: false, closedFor: '法人の情報を含むため。', attendance: [...came.slice(0, 2), { member: third, way: 'absent' }],
  });
  return { whole, group };
}

async function asSeen({ sheet }: Debating): Promise<{ readonly basedOn: number }> {
  return { basedOn: (await sheet()).revision };
}

async function meetingDecides(debating: Debating, time: 'first' | 'second'): Promise<void> {
  const { does } = debating;
  if (time === 'first') await does('hand it over to the meeting', secretariat, stages.HandSheetOver, { ...await asSeen(debating), stage: 'meeting' });
  await does(`record what the meeting decided the ${time} time`, secretariat, stages.DecideStage, { decision, decidedOn: time === 'first' ? '2026-07-22' : '2026-08-18' });
}

async function sheetGoesToCommittee(debating: Debating, time: 'first' | 'second'): Promise<void> {
  const { subgroups } = await debating.committee();
  await debating.does(`hand it over to the committee the ${time} time`, secretariat, stages.HandSheetOver, {
    ...await asSeen(debating), stage: 'committee', committee: debating.golden.id, subgroup: subgroups[0]?.id as string, reason: '重点施策のため。',
  });
}

async function questionIsAnswered(debating: Debating): Promise<void> {
  const { does, sheet, golden } = debating;
  await does('ask', golden.asker(1), stages.AskQuestion, { text: '決算額が増えた理由は何ですか。', about: 'budget/year/settled' });
  const { works } = await sheet();
  const question = Object.keys(works['committee']?.questions ?? {})[0] as string;
  const seen = async () => ({ question, ...await asSeen(debating) });
  await does('answer', clerk, stages.AnswerQuestion, { question, text: '会場が増えたため。' });
  await does('send the answer back', chief, stages.SendAnswerBack, { question, reason: '会場の数を書くこと。' });
  await does('answer anew', clerk, stages.AnswerQuestion, { question, text: '会場が２か所から３か所に増えたため。' });
  await does('approve the answer over the chief', manager, stages.ApproveAnswer, { ...await seen(), way: 'over', reason: '係長の不在のため。' });
  await does('agree to the answer', tourism, stages.ApproveAnswer, await seen());
  await does('approve the answer for the director', manager, stages.ApproveAnswer, { ...await seen(), way: 'for-absent', reason: '部長の不在のため。' });
}

/** One is kept out and one keeps out; one hands in on paper; one reads the others, says it anew, and begins again. */
async function membersSayTheirs(debating: Debating): Promise<void> {
  const { does, sheet, committee, golden } = debating;
  const [chairing, thinking] = [golden.asker(0), golden.asker(2)];
  const [excluded, recusing] = (await committee()).members.slice(-3);
  const leaving: Asker = {
    municipality, actor: recusing?.person as string, role: 'member', appointment: recusing?.id as string, committee: golden.id,
  };
  await does('keep out', leaving, debate.RecuseOneself, { reason: '出展者の役員のため。' });
  await does('be kept out', chairing, debate.ExcludeMember, { member: excluded?.id as string, reason: '親族が受託者のため。' });
  const handOver = (await sheet()).revision;
  await does('say what the chair thinks', chairing, debate.GiveOpinion, { basedOn: handOver, opinion: opinionOf('7.5') });
  await does('enter what came on paper', secretariat, debate.EnterOpinion, {
    member: golden.members[1], opinion: opinionOf('6'), way: 'paper', receivedOn: '2026-08-03',
  });
  await does('confirm what was entered', secretariat, debate.ConfirmOpinion, {
    ...await asSeen(debating), member: golden.members[1], heard: { way: 'spoken', on: '2026-08-05' },
  });
  await does('say what the third thinks', thinking, debate.GiveOpinion, { basedOn: handOver, opinion: opinionOf('4') });
  await does('say it anew', thinking, debate.GiveOpinion, {
    basedOn: handOver, opinion: opinionOf('4.5'), revises: (await sheet()).revision,
  });
  await does('take it back', thinking, debate.WithdrawOpinion, {});
  await does('say it once more', thinking, debate.GiveOpinion, { basedOn: handOver, opinion: opinionOf('5') });
}

/** Of what was handed over anew. */
async function membersConfirmTheirs(debating: Debating): Promise<void> {
  const { does, golden } = debating;
  await does('the chair confirms his', golden.asker(0), debate.ConfirmOpinion, await asSeen(debating));
  await does('the third confirms his', golden.asker(2), debate.ConfirmOpinion, await asSeen(debating));
  await does('the second confirms his by mail', secretariat, debate.ConfirmOpinion, {
    ...await asSeen(debating), member: golden.members[1], heard: { way: 'mail', on: '2026-08-21' },
  });
}

function opinionOf(points: string) {
  return { grade: 'b', points, view: '出展の効果を金額で示されたい。🌸' };
}

async function conclusionIsDrafted({ does, sheet, golden }: Debating): Promise<void> {
  const conclusion = { opinion: '概ね妥当である。', grade: 'b' };
  const dissents = [{ member: golden.members[2], text: '指標が成果を表していない。' }];
  await does('draft the conclusion', secretariat, debate.DraftConclusion, {
    conclusion, dissents: [], recommendations: [{ text: '成果指標を見直されたい。' }],
  });
  await does('comment on the wording', golden.asker(1), debate.CommentOnWording, { text: '「見直されたい」は「改められたい」がよい。' });
  const draft = (await sheet()).works['committee']?.draft;
  await does('draft it anew', secretariat, debate.DraftConclusion, {
    conclusion, dissents, revises: draft?.revision as number,
    recommendations: [
      { recommendation: draft?.recommendations[0]?.recommendation as string, text: '成果指標を改められたい。' }, { text: '効果を金額で示されたい。' },
    ],
  });
}

/** Gives the revision of what the sub-group concluded and the whole confirmed. */
async function sheetIsConcluded(debating: Debating, time: 'first' | 'second', { whole, group }: Meetings): Promise<number> {
  const { does, golden, sheet } = debating;
  await does(`conclude the ${time} time`, golden.asker(0), debate.Conclude, { ...await asSeen(debating), meeting: group });
  await does(`confirm the ${time} time`, golden.asker(0), debate.ConfirmConclusion, { meeting: whole });
  return (await sheet()).revision;
}
