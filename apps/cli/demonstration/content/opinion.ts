/** An opinion as a member types it. */
export interface OpinionContent {
  readonly grade: 'a' | 'b' | 'c';
  readonly points: string;
  readonly relevance?: string;
  readonly effectiveness?: string;
  /** Needed with any grade but A. */
  readonly improvements?: string;
}

/** What members say where they have nothing of their own to say, in turn. */
const usual: Readonly<Record<OpinionContent['grade'], readonly OpinionContent[]>> = {
  a: [
    { grade: 'a', points: '8.5', relevance: '目的に照らして適切な取組である。', effectiveness: '指標の実績から、効果が認められる。' },
    { grade: 'a', points: '8', effectiveness: '目標に達しており、一次評価は妥当である。' },
    { grade: 'a', points: '9', relevance: '住民の求めに応えている。' },
  ],
  b: [
    {
      grade: 'b', points: '6.5', relevance: '目的に照らして必要な取組である。', effectiveness: '一定の効果は認められる。',
      improvements: '目標に届かなかった指標について、要因を具体的に示してください。',
    },
    { grade: 'b', points: '6', improvements: '次の年度に何をいつまでに行うのか、時期を書き添えてください。' },
    { grade: 'b', points: '7', effectiveness: '取組は着実に進んでいる。', improvements: '取組の内容が住民に伝わるよう、周知の方法を工夫してください。' },
  ],
  c: [
    {
      grade: 'c', points: '4', relevance: '取組の必要性は高い。', effectiveness: '現在の進め方では目標に届かないおそれがある。',
      improvements: '遅れの要因を整理し、進め方を見直してください。',
    },
    { grade: 'c', points: '4.5', improvements: '目標との差が大きい指標から優先して取り組んでください。' },
    { grade: 'c', points: '5', improvements: '関係する課と役割を分け、年度の途中でも進み具合を確かめてください。' },
  ],
};

export function usualOpinion(grade: OpinionContent['grade'], place: number): OpinionContent {
  const all = usual[grade];
  return all[place % all.length] as OpinionContent;
}

/** By the fields of the default scheme's opinion form. */
export function typedOpinion({ grade, points, relevance, effectiveness, improvements }: OpinionContent): Readonly<Record<string, string>> {
  return {
    'member-attainment': grade, points,
    ...(relevance !== undefined && { relevance }), ...(effectiveness !== undefined && { effectiveness }),
    ...(improvements !== undefined && { improvements }),
  };
}
