import {
  AppointMember, AssignSheets, DeclareConflict, ElectChair, EndMembership, FormSubgroup, FoundCommittee,
} from '../../../libs/committee/commands.ts';
import type { Instant } from '../../../libs/kernel/clock.ts';
import { dayAfter, type Day } from '../../../libs/kernel/day.ts';
import type { FiscalYear } from '../../../libs/kernel/fiscal-year.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import type { Member } from './content/members.ts';
import { openDay, timeOn } from './days.ts';
import { deed, type Deeds, type Doing } from './deeds.ts';
import { committeeId, ofCommittee, personOf } from './office.ts';

const subgroupName = { ja: '福祉・健康部会', en: 'Sub-group for welfare and health' };
const half = { parts: 1, of: 2, moreThan: true };

const yearsOfTerm = 2;

/**
 * From when the first members are appointed: the summer in which the first sheets come before them. Where their second term would
 * begin in the very weeks in which somebody looks on, they are appointed in the spring before it.
 */
export function firstTerm(firstYear: FiscalYear, today: Day): Day {
  return today < `${firstYear + yearsOfTerm}-08-01` ? `${firstYear}-08-01` : `${firstYear}-05-16`;
}

/** The members of the sub-group, its chair first. */
export const membersOfSubgroup: readonly Member[] = ['welfare', 'physician', 'commerce'];

/** Who gives opinions on the sheets that the sub-group does not have. */
export function readersOfRest(year: 0 | 1): readonly Member[] {
  return ['scholar', 'commerce', citizenIn(year)];
}

export function citizenIn(year: 0 | 1): Member {
  return year === 0 ? 'citizen' : 'new-citizen';
}

/** 委員会の設置, and 委嘱 of those who are its first members. */
export function founding(at: Instant, from: Day): readonly Doing[] {
  const name = { ja: 'みほん市行政評価委員会', en: 'Mihon City Evaluation Committee' };
  return [
    done({ at, name: 'committee', command: FoundCommittee, body: { committee: committeeId, name, quorum: { present: half, opinions: half } } }),
    ...appointing('first', at, from, ['scholar', 'welfare', 'commerce', 'citizen', 'physician']),
  ];
}

/** 補欠委員: a member leaves at the end of a fiscal year, and another serves out his term. */
export function succession(year: FiscalYear, firstDay: Day): readonly Doing[] {
  const at = (time: string) => timeOn(openDay(`${year}-03-20`, 0), time);
  return [
    done({
      at: at('11:00'), name: 'citizen leaves', command: EndMembership,
      body: async (deeds) => ({ member: await deeds.lastMembershipOf('citizen'), to: `${year}-03-31`, reason: '市外への転居のため。' }),
    }),
    done({
      at: at('11:05'), name: 'citizen follows', command: AppointMember,
      body: { person: personOf('new-citizen'), from: `${year}-04-01`, to: dayAfter(secondTerm(firstDay), -1) },
    }),
  ];
}

/** 再任 of all of them; none where the first term still runs. */
export function renewal(firstDay: Day, today: Day): readonly Doing[] {
  const from = secondTerm(firstDay);
  if (today < from) return [];
  return [
    ...appointing('second', timeOn(openDay(from, -10), '10:00'), from, ['scholar', 'welfare', 'commerce', 'new-citizen', 'physician']),
    ...constituting('second', openDay(from, 1)),
  ];
}

function appointing(name: string, at: Instant, from: Day, appointed: readonly Member[]): readonly Doing[] {
  return appointed.map((member) => done({
    at, name: `${name} term of ${member}`, command: AppointMember,
    body: { person: personOf(member), from, to: dayAfter(secondTerm(from), -1) },
  }));
}

/** 互選 of the chair, the sub-group, and who has always to do with a section. */
export function constituting(name: string, on: Day): readonly Doing[] {
  return [
    done({
      at: timeOn(on, '14:40'), name: `${name} chair`, command: ElectChair,
      body: async (deeds) => ({ chair: await deeds.lastMembershipOf('scholar'), deputy: await deeds.lastMembershipOf('welfare') }),
    }),
    done({
      at: timeOn(on, '14:50'), name: `${name} sub-group`, command: FormSubgroup,
      async body(deeds) {
        const members = await membershipsOf(deeds, membersOfSubgroup);
        return { name: subgroupName, members, chair: members[0] as string };
      },
    }),
    done({
      at: timeOn(on, '14:55'), name: `${name} conflict`, command: DeclareConflict,
      body: async (deeds) => ({
        member: await deeds.lastMembershipOf('commerce'), section: 'promotion', reason: '産業振興課の補助事業の審査に商工団体の役員として関わっているため。',
      }),
    }),
  ];
}

function secondTerm(firstDay: Day): Day {
  return `${Number(firstDay.slice(0, 4)) + yearsOfTerm}${firstDay.slice(4)}`;
}

/** 分担: who gives opinions on these sheets. */
export function assigning(name: string, at: Instant, sheets: readonly string[], to: readonly Member[]): Doing {
  return done({ at, name, command: AssignSheets, body: async (deeds) => ({ sheets, members: await membershipsOf(deeds, to) }) });
}

export async function membershipsOf(deeds: Deeds, of: readonly Member[]): Promise<readonly string[]> {
  return Promise.all(of.map((member) => deeds.lastMembershipOf(member)));
}

export async function subgroupOf(deeds: Deeds): Promise<string> {
  const { subgroups } = await deeds.committee();
  return subgroups.at(-1)?.id ?? '';
}

/** What the secretariat does on the committee. */
export function done<Body extends object>({ at, name, command, body }: {
  readonly at: Instant; readonly name: string; readonly command: CommandClass<Body>; readonly body: Body | ((deeds: Deeds) => Promise<Body>);
}): Doing {
  return deed({ at, name, by: 'secretariat', command, stream: ofCommittee, body });
}
