import { presiding, rosterOn } from '../../../committee/domain/roster.ts';
import type { Instant } from '../../../kernel/clock.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { isRejected } from '../../../kernel/decision.ts';
import type { Deliberation } from '../../domain/second-evaluation/deliberation.ts';
import { isCurrent, opinionOf } from '../../domain/second-evaluation/opinions.ts';
import { givesOpinion, recusedFrom } from '../../domain/second-evaluation/taking-part.ts';
import type { MemberDutyKind } from './owed.ts';

interface MemberDuty {
  readonly kind: MemberDutyKind;
  readonly member: string;
}

/** What is owed on a sheet that a committee has, by each of those who are its members now: an opinion first, then the rest. */
export function deliberationOwed(deliberation: Deliberation, now: Instant, asksForOpinions: boolean): readonly MemberDuty[] {
  const { committee, work: { proposed, draft, comments, handOver } } = deliberation;
  const recused = recusedFrom(deliberation);
  const today = dayInJapan(now);
  const subgroup = proposed === undefined ? handOver.subgroup : undefined;
  const presider = presiding(committee, today, { subgroup, recused });
  if (proposed !== undefined) return presider === undefined ? [] : [{ kind: 'confirm-conclusion', member: presider }];
  return rosterOn(committee, today, subgroup).filter(({ id }) => !recused.includes(id)).flatMap(({ id: member }): readonly MemberDuty[] => {
    const opinion = asksForOpinions && !isRejected(givesOpinion(member, now, deliberation)) ? opinionOwed(deliberation, member) : undefined;
    if (opinion !== undefined) return [{ kind: opinion, member }];
    if (draft === undefined) return [];
    if (member === presider) return [{ kind: 'conclude', member }];
    return comments.some((one) => one.member === member && one.revision > draft.revision) ? [] : [{ kind: 'comment-on-wording', member }];
  });
}

function opinionOwed({ work }: Deliberation, member: string): 'give-opinion' | 'confirm-opinion' | undefined {
  const there = opinionOf(work, member);
  if (there === undefined) return 'give-opinion';
  return isCurrent(there, work) ? undefined : 'confirm-opinion';
}
