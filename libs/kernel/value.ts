/** What stands in one cell of a form: never a bare number. */
export type Value = Amount | Pair | Words | Mark;

/** An exact decimal in its one canonical spelling: '-131676', '97.8', '0'; no exponent, no leading or trailing zeros. */
export type Decimal = string;

/** What an office writes beside a figure that changes what the figure claims. */
export type Qualifier =
  | 'yearly'
  | 'in-total'
  | 'cumulative'
  | 'about'
  | 'at-least'
  | 'at-most'
  | 'less-than'
  | 'expected'
  | 'forecast';

/** Why there is no figure: offices use one mark for several of these, so only a person can say which one it is. */
export type MeaningOfMark = 'does-not-apply' | 'not-yet-started' | 'not-measured' | 'cancelled' | 'unknown';

/** 「延べ4,600社」 「100億円以上/年」 「△131,676」 「35.0ポイント」 */
export interface Figure {
  readonly amount: Decimal;
  readonly unit?: string;
  /** The 年 of 「170件/年」. */
  readonly per?: string;
  /** Each at most once, in the order of `Qualifier`. */
  readonly qualifiers?: readonly Qualifier[];
  /** Places after the point in print, where the amount alone would show fewer: 1 for 「35.0ポイント」. */
  readonly decimals?: number;
  /** A change rather than a level: a rise is printed with +, no change with ±, as in 「(+1件/年)」 「(±0件/年)」. */
  readonly signShown?: true;
}

/** 「―　回」: a figure that is absent; its meaning is given by a person and never read off the mark. */
export interface Absence {
  /** The mark as typed; empty for a blank cell. */
  readonly mark: string;
  readonly unit?: string;
  readonly per?: string;
  readonly meaning?: MeaningOfMark;
}

/** One figure, perhaps with a note: 「3社（*2）」. */
export interface Amount extends Figure {
  readonly kind: 'amount';
  readonly note?: string;
}

/** One absent figure, perhaps with a note. */
export interface Mark extends Absence {
  readonly kind: 'mark';
  readonly note?: string;
}

/** Two figures in one cell, the second in brackets: 「2,000人（29回）」 「45社（累計229社）」. */
export interface Pair {
  readonly kind: 'pair';
  readonly first: Figure | Absence;
  readonly second: Figure | Absence;
  readonly note?: string;
}

/** 「建設中1施設」 「実施」: what is no figure stays exactly as typed. */
export interface Words {
  readonly kind: 'words';
  readonly words: string;
}

/** A value as it is stored: what was typed is the evidence, what was understood is what is computed with. */
export interface TypedValue {
  readonly typed: string;
  readonly understood: Value;
}
