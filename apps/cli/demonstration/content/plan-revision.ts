import type { IndicatorDraft } from '../../../../libs/plan/domain/indicator-drafts.ts';
import type { RevisionReason } from '../../../../libs/plan/domain/revision/revision.events.ts';
import { both } from './policy.ts';

/** On what a proposal rests: sheets of the last year, or what was recommended on one, by the number of their node. */
interface Resting {
  readonly sheets?: readonly string[];
  readonly recommendations?: readonly { readonly number: string; readonly place: number }[];
}

interface ProposalBase {
  /** The node that it is about. */
  readonly number: string;
  readonly by: string;
  readonly reason: RevisionReason;
  readonly text: string;
  readonly restsOn: Resting;
  readonly remark?: { readonly by: string; readonly text: string };
  readonly declinedFor?: string;
}

/** Years of the plan are counted from its first; the targets of a new indicator begin with one of them. */
export type ProposalContent = ProposalBase & (
  | { readonly kind: 'change-target'; readonly indicator: string; readonly yearOfPlan: number; readonly value: string }
  | { readonly kind: 'add-node'; readonly newNumber: string; readonly name: ReturnType<typeof both> }
  | { readonly kind: 'rename-node'; readonly name: ReturnType<typeof both> }
  | { readonly kind: 'replace-indicator'; readonly indicator: string; readonly yearOfPlan: number; readonly targets: readonly string[]; readonly replacement: Replacement }
);

type Replacement = Omit<IndicatorDraft, 'id' | 'node' | 'number' | 'targets'>;

export const whyRevised = '二次評価の意見・提言と各施策の実績を踏まえ、計画の後半の目標と取組を見直すため。';

const consultations = {
  kind: 'change-target', number: '1-2', by: 'secretariat', indicator: '2', reason: 'recommendation',
  text: '経営相談の件数が目標を大きく上回っているため、実績に応じた目標値に改める。',
  restsOn: { sheets: ['1-2'], recommendations: [{ number: '1-2', place: 0 }] },
} as const;

export const proposals: readonly ProposalContent[] = [
  { ...consultations, yearOfPlan: 3, value: '1,150件' },
  { ...consultations, yearOfPlan: 4, value: '1,200件' },
  {
    kind: 'add-node', number: '3-1', by: 'elderly-staff', newNumber: '3-1-3', name: both('通いの場送迎事業', 'Transport to meeting places'),
    reason: 'measure-begun', text: '歩いて行くことが難しい人も通いの場に参加できるよう、送迎を独立した事業とする。',
    restsOn: { sheets: ['3-1'] },
    remark: { by: 'elderly-manager', text: '試行の結果は、次の年度の評価シートで報告します。' },
  },
  {
    kind: 'rename-node', number: '2-2', by: 'secretariat', name: both('子どもと若者の居場所づくり', 'Places for children and young people'),
    reason: 'recommendation', text: '中学生、高校生や若者も対象に含めることを名称で示す。',
    restsOn: { sheets: ['2-2'], recommendations: [{ number: '2-2', place: 0 }] },
    remark: { by: 'learning-manager', text: '若者の参加は、まず大学生の見守りの参加から進めます。' },
  },
  {
    kind: 'replace-indicator', number: '5-2', by: 'secretariat', indicator: '1', reason: 'counting-changed',
    text: '電子書籍の導入に合わせ、電子書籍を含む貸出点数を指標とする。',
    restsOn: { recommendations: [{ number: '5-2', place: 0 }] },
    yearOfPlan: 2, targets: ['525,000点', '540,000点', '550,000点'],
    replacement: {
      name: both('個人への貸出点数（電子書籍を含む）', 'Items lent, electronic books included'), class: 'outcome', unit: '点', kind: 'annual', direction: 'higher',
      formula: '紙の本などの貸出点数 ＋ 電子書籍の貸出点数',
    },
  },
  {
    kind: 'change-target', number: '3-2', by: 'health-staff', indicator: '1', yearOfPlan: 4, value: '52％', reason: 'result-behind',
    text: '現在の伸びでは最終年度の目標に届かない見込みであるため、目標値を引き下げる。',
    restsOn: { sheets: ['3-2'] },
    remark: { by: 'secretariat', text: '委員会からは、目標を下げずに要因を示すよう提言を受けています。' },
    declinedFor: '委員会の提言を踏まえ、最終年度の目標は維持し、取組を強めることとしたため。',
  },
];
