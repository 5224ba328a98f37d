import type { AchievementRule, ReasonForNoAchievement } from '../../../kernel/achievement.ts';
import type { Decimal, Value } from '../../../kernel/value.ts';

/** What a formula came to: a figure, or why there is none and which cell is the reason. */
export type Computed = ComputedFigure | NoFigure;

/** Exact; an achievement is a ratio, as every other quotient is. */
export interface ComputedFigure {
  readonly figure: Decimal;
  readonly unit?: string;
  /** Somewhere below, an absent actual value was counted as zero, since the scheme says so. */
  readonly countedAsZero?: true;
}

export interface NoFigure {
  readonly none: ReasonForNoFigure;
  /** What `nameOf` says of the reference that had none. */
  readonly name?: string;
}

export type ReasonForNoFigure =
  /** Nothing stands there: a blank, a mark, or a computed cell that lacks one of its own. */
  | 'absent'
  | 'words'
  | 'division-by-zero'
  /** Longer than any figure that means something. */
  | 'out-of-range'
  /** An achievement where the row has no indicator. */
  | 'no-indicator'
  /** 'pair' and 'units-differ' among them, which hold for every formula. */
  | ReasonForNoAchievement;

/** What stands where a formula looks: something typed, something computed before, or nothing. */
export type Found = Value | Computed | undefined;

/** The form around a computed cell; computed cells are handed in, in `orderOfEvaluation`. */
export interface FormulaContext {
  readonly sibling: (name: string) => Found;
  readonly cell: (row: string, column: string) => Found;
  readonly column: (name: string) => readonly Found[];
  readonly price: (name: string) => Found;
  readonly achievement?: AchievementRule;
}
