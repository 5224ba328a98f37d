import type { Label } from '../../../../libs/kernel/label.ts';
import type { MeaningOfMark } from '../../../../libs/kernel/value.ts';
import type { IndicatorDraft } from '../../../../libs/plan/domain/indicator-drafts.ts';
import type { NodeDraft } from '../../../../libs/plan/domain/node-drafts.ts';

/** The three years that the demonstration's sheets are about, the oldest first. */
export type OfThreeYears<Item> = readonly [Item, Item, Item];

/** One policy of the demonstration's plan with its measures, and everything that is ever written about them. */
export interface PolicyContent extends NodeContent {
  /** Nobody has come to the end of the third year's sheet. */
  readonly years: readonly [PolicyAnswers, PolicyAnswers, Partial<PolicyAnswers>];
  readonly measures: readonly MeasureContent[];
}

export interface MeasureContent extends NodeContent {
  readonly related?: readonly string[];
  readonly indicators: readonly IndicatorContent[];
  readonly projects: readonly ProjectContent[];
  /** Budget, transfers and accounts in thousands of yen, of the three years and the two before them. */
  readonly money: readonly [Money, Money, Money, Money, Money];
  /** In per cent of the accounts; general funds pay the rest. */
  readonly financing: { readonly national: number; readonly prefecture: number; readonly other: number };
  /** Person-years. */
  readonly labour: OfThreeYears<string>;
  readonly years: OfThreeYears<MeasureAnswers>;
}

interface NodeContent extends Pick<NodeDraft, 'number' | 'section' | 'texts' | 'flags'> {
  readonly name: Label;
}

export interface IndicatorContent extends Pick<IndicatorDraft, 'name' | 'class' | 'unit' | 'kind' | 'direction' | 'source' | 'formula'> {
  readonly baseline: string;
  /** Of the five years of the plan. */
  readonly targets: readonly [string, string, string, string, string];
  readonly actuals: OfThreeYears<Actual>;
  readonly remark?: string;
}

export type Actual = string | { readonly typed: string; readonly meaning: MeaningOfMark };

export interface ProjectContent {
  readonly name: Label;
  readonly costs: OfThreeYears<number>;
  readonly results: OfThreeYears<string>;
}

export type Money = readonly [budget: number, transfers: number, settled: number];

interface Judgement {
  readonly attainment: 'a' | 'b' | 'c';
  readonly reason: string;
  readonly direction: 'expand' | 'continue' | 'improve' | 'reduce' | 'end';
  readonly directionReason?: string;
  readonly nextSteps: string;
}

export interface PolicyAnswers extends Judgement {
  readonly circumstances: string;
  readonly needs: string;
}

export interface MeasureAnswers extends Judgement {
  readonly circumstances: string;
  readonly activities: string;
}

export function both(ja: string, en: string): Label {
  return { ja, en };
}
