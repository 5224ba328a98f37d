import type { Asked } from '../../../kernel/asked.ts';
import type { Day } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { parseUuid } from '../../../kernel/uuid.ts';
import { overlap } from '../../../municipality/domain/office.ts';
import { dayFaults } from '../../../municipality/domain/posts/day-faults.ts';
import { ofCommittee } from '../committee-verb.ts';

export interface AppointMember {
  readonly person: string;
  readonly from: Day;
  /** Absent while no end is known. */
  readonly to?: Day;
}

export interface AppointMemberFacts {
  /** Everybody who ever held a post in the office. */
  readonly officePeople: ReadonlySet<string>;
}

/** 委嘱. Whoever stays on 再任 is appointed again, from the day after. In this order: 'person-unknown', 'days-wrong', 'term-overlaps'. */
export const appointMember = ofCommittee((command: AppointMember & Asked, { members }, { officePeople }: AppointMemberFacts) => {
  const { person, from, to } = command;
  if (parseUuid(person) !== person && !officePeople.has(person)) return reject('person-unknown', { person });
  const term = { from, ...(to !== undefined && { to }) };
  const faults = dayFaults(term);
  if (faults.length > 0) return reject('days-wrong', { faults });
  const other = members.find((one) => one.person === person && overlap(one, term));
  if (other !== undefined) return reject('term-overlaps', { member: other.id, from: other.from, ...(other.to !== undefined && { to: other.to }) });
  return accept({ type: 'MemberAppointed', member: command.newId('member'), person, ...term });
});
