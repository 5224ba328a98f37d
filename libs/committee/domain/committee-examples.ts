import { asked } from '../../kernel/testing/given.ts';
import type {
  ChairElected, CommitteeEvent, CommitteeFounded, MeetingCalled, MeetingHeld, MemberAppointed, MinutesChecked, MinutesDrafted, SubgroupFormed,
} from './committee.events.ts';

/** A command of today, which is the 20th of May 2026, with what it asks. */
export function asking<Body extends object>(body: Body): Body & typeof asked {
  return { ...asked, ...body };
}

export const half = { parts: 1, of: 2, moreThan: true };
export const twoThirds = { parts: 2, of: 3, moreThan: false };

export const founded: CommitteeFounded = {
  type: 'CommitteeFounded', committee: 'evaluators', name: { ja: '行政評価委員会', en: 'Evaluation committee' }, quorum: { present: half, opinions: twoThirds },
};

const usualTerm = { from: '2026-04-01', to: '2028-03-31' };

export function appointed(member: string, term: Pick<MemberAppointed, 'from' | 'to'> = usualTerm): MemberAppointed {
  return { type: 'MemberAppointed', member, person: `person ${member}`, ...term };
}

/** Three members today, one whose term is over, and one whose term is to come. */
export const withMembers: readonly CommitteeEvent[] = [
  founded, appointed('aoki'), appointed('baba', { from: '2026-04-01' }), appointed('chiba'),
  appointed('doi', { from: '2024-04-01', to: '2026-05-19' }), appointed('eguchi', { from: '2026-06-01' }),
];

export const elected: ChairElected = { type: 'ChairElected', chair: 'aoki', deputy: 'baba' };

export const formed: SubgroupFormed = {
  type: 'SubgroupFormed', subgroup: 'industry', name: { ja: '産業部会', en: 'Industry' }, members: ['baba', 'chiba'], chair: 'baba', deputy: 'chiba',
};

export const called: MeetingCalled = {
  type: 'MeetingCalled', meeting: 'first', way: 'meeting', on: '2026-05-20', place: '第1会議室',
  agenda: [{ id: 'greeting', title: '委員長挨拶' }, { id: 'measure', title: '施策1', sheet: '2026-1' }],
};

export const held: MeetingHeld = {
  type: 'MeetingHeld', meeting: 'first', isOpen: true,
  attendance: [{ member: 'aoki', way: 'present' }, { member: 'baba', way: 'online' }, { member: 'chiba', way: 'absent' }],
};

/** Until a meeting with two items was held: the next event has revision 8. */
export const untilHeld: readonly CommitteeEvent[] = [...withMembers, called, held];

export function drafted(item: string, text = `${item}の案`): MinutesDrafted {
  return { type: 'MinutesDrafted', meeting: 'first', item, text };
}

export function checked(member: string, item: string, draftRevision: number, more: Partial<MinutesChecked> = {}): MinutesChecked {
  return { type: 'MinutesChecked', meeting: 'first', item, member, draftRevision, ...more };
}
