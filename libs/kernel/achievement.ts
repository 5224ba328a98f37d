import { divide, multiply, roundHalfUp, subtract } from './decimal.ts';
import { printValue } from './value-print.ts';
import type { Absence, Decimal, Figure, Pair, Value } from './value.ts';

/** What of an indicator and of the office's scheme decides how an actual value is held against a target. */
export interface AchievementRule {
  readonly kind: 'annual' | 'state' | 'cumulative';
  /** Whether a higher or a lower value is the better one. */
  readonly direction: 'higher' | 'lower';
  readonly absentCountsAsZero?: boolean;
}

/** One actual value held against one target; only a cumulative indicator asks for the baseline. */
export interface AchievementQuestion extends AchievementRule {
  readonly baseline?: Value;
  readonly target: Value;
  readonly actual: Value;
}

/** Why there is no figure, in order of precedence. */
export type ReasonForNoAchievement =
  | 'target-is-words'
  | 'actual-is-words'
  | 'baseline-is-words'
  /** A pair stands beside a single figure. */
  | 'pair'
  | 'no-target'
  | 'no-actual'
  | 'units-differ'
  | 'target-is-zero'
  | 'actual-is-zero'
  | 'target-is-baseline';

/** An exact ratio, '0.95' for 95%; it says so when an absent actual value was counted as zero. */
export interface AchievementFigure {
  readonly figure: Decimal;
  readonly countedAsZero?: true;
}

export interface NoAchievement {
  readonly none: ReasonForNoAchievement;
  readonly countedAsZero?: true;
}

/** A pair has no figure of its own: its parts compare one by one. */
export interface AchievementOfPair {
  readonly first: AchievementFigure | NoAchievement;
  readonly second: AchievementFigure | NoAchievement;
}

export type Achievement = AchievementFigure | NoAchievement | AchievementOfPair;

/** How far an actual value reaches a target: the figure, or why there is none. */
export function achievement(question: AchievementQuestion): Achievement {
  const { target, actual } = question;
  const baseline = question.kind === 'cumulative' ? (question.baseline ?? blank) : blank;
  if (target.kind === 'words') return { none: 'target-is-words' };
  if (actual.kind === 'words') return { none: 'actual-is-words' };
  if (baseline.kind === 'words') return { none: 'baseline-is-words' };
  if (target.kind !== 'pair' && actual.kind !== 'pair' && baseline.kind !== 'pair') {
    return compareParts({ target, actual, baseline }, question);
  }
  if ([target, actual, baseline].some(({ kind }) => kind === 'amount')) return { none: 'pair' };
  const compareEach = (part: 'first' | 'second') =>
    compareParts({ target: partOf(target, part), actual: partOf(actual, part), baseline: partOf(baseline, part) }, question);
  return { first: compareEach('first'), second: compareEach('second') };
}

/** The same actual value against every target that ever held, in the order given. */
export function achievementsAgainst<Held extends { readonly target: Value }>(
  targets: readonly Held[], question: Omit<AchievementQuestion, 'target'>,
): readonly (Held & { readonly achievement: Achievement })[] {
  return targets.map((held) => ({ ...held, achievement: achievement({ ...question, target: held.target }) }));
}

/** A ratio as the offices print it: 「97.8%」 「△900.0%」. */
export function printPercent(ratio: Decimal): string {
  return printValue({ kind: 'amount', amount: roundHalfUp(multiply(ratio, '100'), 1), unit: '%', decimals: 1 });
}

type Part = Figure | Absence;

interface Parts {
  readonly target: Part;
  readonly actual: Part;
  readonly baseline: Part;
}

const blank: Value = { kind: 'mark', mark: '' };

/** A mark beside a pair stands for both figures; its unit, if it has one, cannot be that of both. */
function partOf(value: Part | Pair, part: 'first' | 'second'): Part {
  return 'first' in value ? value[part] : { mark: '' };
}

function compareParts(parts: Parts, rule: AchievementRule): AchievementFigure | NoAchievement {
  if (!('amount' in parts.target)) return { none: 'no-target' };
  const isAbsent = !('amount' in parts.actual);
  if (isAbsent && rule.absentCountsAsZero !== true) return { none: 'no-actual' };
  if (differ(parts, 'unit') || differ(parts, 'per')) return { none: 'units-differ' };
  return { ...compareAmounts(parts, rule), ...(isAbsent && { countedAsZero: true }) };
}

/** A unit that is missing is nobody's mistake: forms print it once for a whole row. */
function differ({ target, actual, baseline }: Parts, member: 'unit' | 'per'): boolean {
  return new Set([target, actual, baseline].flatMap((part) => part[member] ?? [])).size > 1;
}

function compareAmounts(parts: Parts, { kind, direction }: AchievementRule): AchievementFigure | NoAchievement {
  const [target, actual, baseline] = [amountOf(parts.target), amountOf(parts.actual), amountOf(parts.baseline)];
  // Where lower is better both differences are negative, so their quotient needs no mirror.
  if (kind === 'cumulative') {
    return quotient(subtract(actual, baseline), subtract(target, baseline), 'target-is-baseline');
  }
  return direction === 'higher' ? quotient(actual, target, 'target-is-zero') : quotient(target, actual, 'actual-is-zero');
}

function quotient(amount: Decimal, by: Decimal, otherwise: ReasonForNoAchievement): AchievementFigure | NoAchievement {
  const figure = divide(amount, by);
  return figure === undefined ? { none: otherwise } : { figure };
}

function amountOf(part: Part): Decimal {
  return 'amount' in part ? part.amount : '0';
}
