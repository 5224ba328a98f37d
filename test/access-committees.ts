import { randomUUID } from 'node:crypto';
import * as committee from '../libs/committee/commands.ts';
import { committeeDecider, committeeStream, type FoundedCommittee } from '../libs/committee/domain/committee.ts';
import type { Asker } from '../libs/platform/access/asker.ts';
import type { CommandClass } from '../libs/platform/commands/verb.ts';
import type { House } from './office.ts';

/** Who sits on which committee. The first presides, the deputy where the first keeps out of a sheet, and in the sub-group. */
export const seats = {
  askers: ['chair', 'member', 'deputy', 'colleague', 'absentee', 'bystander'],
  others: ['other-chair', 'other-deputy', 'other-colleague', 'other-absentee', 'other-bystander'],
} as const;
export type AccessMember = (typeof seats)[keyof typeof seats][number];

/** A committee that has met, and whose sub-group has, on every sheet of the year. */
export interface AccessCommittee {
  readonly id: string;
  readonly subgroup: string;
  readonly meeting: string;
  readonly meetingOfSubgroup: string;
}

const named = (text: string) => ({ ja: text, en: text });
const on = '2021-04-01';
const quorum = { parts: 1, of: 6, moreThan: false };

/** Where a committee is founded, and by whom. */
interface Founding {
  readonly municipality: string;
  readonly house: House;
  readonly does: <Body extends object>(who: 'other-secretariat', command: CommandClass<Body>, stream: string, body: Body) => Promise<void>;
  /** Of the year. */
  readonly sheets: readonly string[];
}

/** `people` by what they are called, the first of them to be elected. */
export async function openCommittee(
  { municipality, house, does, sheets }: Founding, people: ReadonlyMap<AccessMember, string>,
): Promise<{ readonly committee: AccessCommittee; readonly askers: ReadonlyMap<AccessMember, Asker> }> {
  const id = randomUUID();
  const stream = committeeStream(municipality, id);
  const works = <Body extends object>(command: CommandClass<Body>, body: Body): Promise<void> => does('other-secretariat', command, stream, body);
  const state = async (): Promise<FoundedCommittee> => (await house.installation.states.fold(committeeDecider, stream)).state as FoundedCommittee;
  await works(committee.FoundCommittee, { committee: id, name: named('委員会'), quorum: { present: quorum, opinions: quorum } });
  for (const person of people.values()) await works(committee.AppointMember, { person, from: on });
  const { members } = await state();
  const membership = (of: string | undefined): string => members.find(({ person }) => person === of)?.id as string;
  const [[first], deputy] = [[...people.keys()], [...people].find(([who]) => who.endsWith('deputy'))?.[1]] as [[AccessMember], string];
  await works(committee.ElectChair, { chair: membership(people.get(first)), deputy: membership(deputy) });
  await works(committee.FormSubgroup, { name: named('部会'), members: members.map((one) => one.id), chair: membership(deputy) });
  const subgroup = (await state()).subgroups[0]?.id as string;
  const meetings = [];
  for (const whose of [{}, { subgroup }]) {
    await works(committee.CallMeeting, { way: 'meeting', ...whose, on, agenda: sheets.map((sheet) => ({ title: '審議', sheet })) });
    const meeting = Object.keys((await state()).meetings).at(-1) as string;
    await works(committee.HoldMeeting, { meeting, isOpen: true, attendance: members.map((one) => ({ member: one.id, way: 'present' as const })) });
    meetings.push(meeting);
  }
  const [meeting, meetingOfSubgroup] = meetings as [string, string];
  const askers = new Map([...people].map(([who, actor]) =>
    [who, { municipality, actor, role: who === first ? 'chair' : 'member', appointment: membership(actor), committee: id } satisfies Asker]));
  return { committee: { id, subgroup, meeting, meetingOfSubgroup }, askers };
}
