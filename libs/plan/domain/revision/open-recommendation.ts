/** A recommendation 意見・提言 that is not closed, and the node on which it stands at present. */
export interface OpenRecommendation {
  readonly recommendation: string;
  readonly node: string;
  /** Absent where whoever asks may not read it. */
  readonly text?: string;
}
