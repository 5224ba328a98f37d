import * as committee from '../libs/committee/commands.ts';
import { committeeDecider, committeeStream, type FoundedCommittee } from '../libs/committee/domain/committee.ts';
import type { Asker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { CommandClass, FactReader } from '../libs/platform/commands/verb.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { askerAs, municipality } from './golden-year.new-office.papers.ts';
import { both } from './golden-year.scheme.ts';

/** The committee of the second office, with its chair, his deputy and a member, by their memberships. */
export interface GoldenCommittee {
  readonly id: string;
  readonly members: readonly [string, string, string];
  /** One of the three. */
  asker(member: number): Asker;
}

const first = '2026-04-01';
const discussed = `2026-${deriveUuid(origin, 'node')}`;

/** A committee from its founding to its published minutes. Its days are in the past whenever that is done. */
export async function committeeWorks(deed: Deed, states: FactReader): Promise<GoldenCommittee> {
  const id = deriveUuid(origin, 'committee of the second office');
  const stream = committeeStream(municipality, id);
  const does = <Body extends object>(name: string, command: CommandClass<Body>, body: Body): Promise<void> =>
    deed(`committee: ${name}`, askerAs('secretariat'), command, stream, body);
  const state = async (): Promise<FoundedCommittee> => (await states.fold(committeeDecider, stream)).state as FoundedCommittee;

  const half = { parts: 1, of: 2, moreThan: true };
  await does('found', committee.FoundCommittee, {
    committee: id, name: both('なぎさ市行政評価委員会', 'Evaluation Committee of Nagisa City'), quorum: { present: half, opinions: half },
  });
  await does('set the quorum', committee.SetQuorum, { quorum: { present: half, opinions: { parts: 2, of: 3, moreThan: false } } });
  for (const index of [0, 1, 2, 3]) {
    await does(`appoint member ${index}`, committee.AppointMember, { person: personOf(index), from: first, ...(index < 2 && { to: '2028-03-31' }) });
  }
  const members = (await state()).members.map((one) => one.id) as [string, string, string, string];
  const [chair, deputy, third, leaver] = members;
  await membersAreArranged(does, members);
  const asker: GoldenCommittee['asker'] = (member) => ({
    municipality, actor: personOf(member), role: member === 0 ? 'chair' : 'member', appointment: members[member] as string, committee: id,
  });
  await does('call a meeting that is cancelled', committee.CallMeeting, { way: 'circulation', on: first, until: '2026-04-10', agenda: [{ title: '書面審議' }] });
  await does('cancel it', committee.CancelMeeting, { meeting: Object.keys((await state()).meetings)[0] as string, reason: '対面で行うため。' });
  const subgroup = (await state()).subgroups[0]?.id as string;
  await does('call a meeting', committee.CallMeeting, {
    way: 'meeting', subgroup, on: first, place: '第1会議室', agenda: [{ title: '令和7年度分の施策評価', sheet: discussed }],
  });
  const meeting = Object.keys((await state()).meetings)[1] as string;
  await meetingIsHeld(does, meeting, [chair, deputy, third], async () => (await state()).meetings[meeting]?.agenda[0]?.id as string);
  const item = (await state()).meetings[meeting]?.agenda[0]?.id as string;
  const draftRevision = (await state()).meetings[meeting]?.minutes[item]?.revision as number;
  await deed('committee: find the minutes right', asker(0), committee.CheckMinutes, stream, { meeting, item, draftRevision });
  await deed('committee: find the minutes wrong', asker(1), committee.CheckMinutes, stream, { meeting, item, draftRevision, remark: '「検討」は「実施」です。' });
  await does('publish the minutes', committee.PublishMinutes, { meeting, reason: '軽微な修正のため。' });
  await does('end a membership', committee.EndMembership, { member: leaver, to: '2026-04-30', reason: '転居のため。' });
  return { id, members: [chair, deputy, third], asker };
}

type Does = <Body extends object>(name: string, command: CommandClass<Body>, body: Body) => Promise<void>;

async function membersAreArranged(does: Does, [chair, deputy, third, leaver]: readonly [string, string, string, string]): Promise<void> {
  await does('elect a chair', committee.ElectChair, { chair, deputy });
  await does('form a sub-group', committee.FormSubgroup, { name: both('産業部会', 'Industry Sub-group'), members: [chair, deputy, third], chair, deputy: third });
  const conflict = { member: leaver, section: 'promotion' };
  await does('declare a conflict', committee.DeclareConflict, { ...conflict, reason: '受託者の役員のため。' });
  await does('lift the conflict', committee.LiftConflict, { ...conflict, reason: '役員を退いたため。' });
  await does('assign sheets', committee.AssignSheets, { sheets: [discussed], members: [chair, third] });
}

async function meetingIsHeld(does: Does, meeting: string, [chair, deputy, third]: readonly string[], itemNow: () => Promise<string>): Promise<void> {
  await does('change the agenda', committee.ChangeAgenda, { meeting, agenda: [{ id: await itemNow(), title: '販路開拓・販売促進支援', sheet: discussed }] });
  await does('hold the meeting', committee.HoldMeeting, {
    meeting, isOpen: false, closedFor: '法人の情報を含むため。',
    attendance: [{ member: chair as string, way: 'present' }, { member: deputy as string, way: 'online' }, { member: third as string, way: 'absent' }],
  });
  await does('draft the minutes', committee.DraftMinutes, { meeting, item: await itemNow(), text: '委員長より、販路開拓について意見があった。' });
}

function personOf(member: number): string {
  return deriveUuid(origin, 'member of the committee', String(member));
}
