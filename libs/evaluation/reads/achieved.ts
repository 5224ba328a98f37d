import { achievement, achievementsAgainst, type AchievementRule } from '../../kernel/achievement.ts';
import type { TypedValue } from '../../kernel/value.ts';
import type { Indicator } from '../../plan/domain/plan.events.ts';
import type { HeldTarget } from '../../plan/domain/targets.ts';

/** Against the target that holds, and against every one that ever held. */
export function achieved({ understood: actual }: TypedValue, held: readonly HeldTarget[], { kind, direction, baseline }: Indicator) {
  const rule: AchievementRule = { kind, direction };
  const question = { ...rule, actual, ...(baseline !== undefined && { baseline: baseline.value.understood }) };
  const inForce = held.at(-1)?.value;
  return {
    ...(inForce && { achievement: achievement({ ...question, target: inForce.understood }) }),
    againstEvery: achievementsAgainst(held.flatMap(({ value, revision }) => (value === null ? [] : [{ revision, target: value.understood }])), question)
      .map(({ revision, achievement: against }) => ({ revision, achievement: against })),
  };
}
