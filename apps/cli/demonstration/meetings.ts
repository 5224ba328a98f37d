import { CallMeeting, CheckMinutes, DraftMinutes, HoldMeeting, PublishMinutes } from '../../../libs/committee/commands.ts';
import type { CallMeeting as CallMeetingBody } from '../../../libs/committee/domain/meetings/call-meeting.ts';
import { draftOf } from '../../../libs/committee/domain/committee.ts';
import type { Attendance } from '../../../libs/committee/domain/committee.events.ts';
import { rosterOn } from '../../../libs/committee/domain/roster.ts';
import type { Day } from '../../../libs/kernel/day.ts';
import { done, membershipsOf, subgroupOf } from './committee.ts';
import { placeOfMeetings, signed, signer, type MeetingContent } from './content/meetings.ts';
import { members, type Member } from './content/members.ts';
import { openDay, timeOn } from './days.ts';
import { deed, type Deeds, type Doing } from './deeds.ts';
import { ofCommittee } from './office.ts';

/** A sheet on the agenda, and what the minutes say of it. */
export interface SheetItem {
  readonly title: string;
  readonly sheet: string;
  readonly minutes: string;
}

/** A meeting that is called, and may be still to come. */
export interface CalledMeeting {
  readonly name: string;
  readonly on: Day;
  /** A fortnight before where nothing is said. */
  readonly calledOn?: Day;
  readonly isOfSubgroup?: true;
  readonly agenda: CallMeetingBody['agenda'];
}

export interface MeetingOfStory extends Omit<CalledMeeting, 'agenda' | 'calledOn'> {
  readonly content: MeetingContent;
  readonly sheets: readonly SheetItem[];
  /** Who would have to check the minutes. */
  readonly roster: readonly Member[];
}

const fortnightInOpenDays = 10;

/** 招集 */
export function calling({ name, on, calledOn = openDay(on, -fortnightInOpenDays), isOfSubgroup, agenda }: CalledMeeting): Doing {
  return done({
    at: timeOn(calledOn, '15:30'), name: `${name} called`, command: CallMeeting,
    body: async (deeds) => ({ way: 'meeting' as const, on, place: placeOfMeetings, ...(isOfSubgroup && { subgroup: await subgroupOf(deeds) }), agenda }),
  });
}

/** A meeting from its call to its minutes. */
export function meeting(story: MeetingOfStory): readonly Doing[] {
  const { name, on, content, sheets } = story;
  const agenda = [...content.items.map(({ title }) => ({ title })), ...sheets.map(({ title, sheet }) => ({ title, sheet }))];
  const { remark } = content;
  const minutes = [...content.items, ...sheets].map(({ minutes: text }) => text);
  return [
    calling({ ...story, agenda }),
    holding(story),
    ...minutes.map((text, item) => drafting(story, item, 4, item === 0 && remark !== undefined ? remark.draftedBefore : text)),
    ...(remark === undefined ? [] : [checking(story, remark.by, 0, 5, remark.remark), drafting(story, 0, 6, content.items[0]?.minutes ?? '')]),
    ...signersOf(story).flatMap((member) => minutes.map((_text, item) => checking(story, member, item, 8))),
    done({
      at: timeOn(openDay(on, 10), '16:30'), name: `${name} published`, command: PublishMinutes,
      body: async (deeds) => ({ meeting: (await deeds.meetingOn(on)).id, ...(isLong(story) && { reason: signed }) }),
    }),
  ];
}

function holding({ name, on, isOfSubgroup, content }: MeetingOfStory): Doing {
  const { online = [], absent = [], closedFor } = content;
  return done({
    at: timeOn(on, '14:30'), name: `${name} held`, command: HoldMeeting,
    async body(deeds) {
      const [afar, away] = [await membershipsOf(deeds, online), await membershipsOf(deeds, absent)];
      const roster = rosterOn(await deeds.committee(), on, isOfSubgroup && await subgroupOf(deeds));
      return {
        meeting: (await deeds.meetingOn(on)).id,
        attendance: roster.map(({ id }): Attendance => ({ member: id, way: afar.includes(id) ? 'online' : away.includes(id) ? 'absent' : 'present' })),
        isOpen: closedFor === undefined, ...(closedFor !== undefined && { closedFor }),
      };
    },
  });
}

function drafting({ name, on }: MeetingOfStory, item: number, openDaysAfter: number, text: string): Doing {
  return done({
    at: timeOn(openDay(on, openDaysAfter), `10:${twoDigits(item)}`), name: `${name} minutes ${item} on ${openDaysAfter}`, command: DraftMinutes,
    body: async (deeds) => ({ ...await itemOf(deeds, on, item), text }),
  });
}

function checking({ name, on }: MeetingOfStory, by: Member, item: number, openDaysAfter: number, remark?: string): Doing {
  const at = timeOn(openDay(on, openDaysAfter), `1${Object.keys(members).indexOf(by)}:${twoDigits(item)}`);
  return deed({
    at, name: `${name} minutes ${item} by ${by} on ${openDaysAfter}`, by, command: CheckMinutes, stream: ofCommittee,
    async body(deeds) {
      const found = await itemOf(deeds, on, item);
      const draft = draftOf(await deeds.meetingOn(on), found.item);
      return { ...found, draftRevision: draft?.revision ?? 0, ...(remark !== undefined && { remark }) };
    },
  });
}

async function itemOf(deeds: Deeds, on: Day, item: number): Promise<{ readonly meeting: string; readonly item: string }> {
  const { id, agenda } = await deeds.meetingOn(on);
  return { meeting: id, item: agenda[item]?.id ?? '' };
}

/** Everybody who was there, or the chair and one other where there is much to read. */
function signersOf(story: MeetingOfStory): readonly Member[] {
  return isLong(story) ? ['scholar', signer] : story.roster.filter((member) => story.content.absent?.includes(member) !== true);
}

function isLong({ sheets, isOfSubgroup }: MeetingOfStory): boolean {
  return isOfSubgroup === undefined && sheets.length > 0;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
