import { both, textField } from './default-forms/form-parts.ts';
import { measureSheet, policySheet, projectSheet } from './default-forms/sheet-types.ts';
import type { ApprovalLine, Level, OpinionForm, RatingScale, SchemeContents, Stage, UnitPrice } from './scheme.events.ts';

const levels: readonly Level[] = [
  {
    id: 'policy', name: both('政策', 'Policy'),
    texts: [{ id: 'purpose', name: both('目的', 'Purpose') }, { id: 'direction', name: both('政策がめざす方向性', 'Direction') }],
  },
  {
    id: 'measure', name: both('施策', 'Measure'), parent: 'policy',
    texts: [
      { id: 'purpose', name: both('目的', 'Purpose') },
      { id: 'issues', name: both('課題', 'Issues') },
      { id: 'direction', name: both('施策の方向性', 'Direction') },
      { id: 'goal', name: both('成果目標', 'Goal') },
    ],
  },
  {
    id: 'project', name: both('事業', 'Project'), parent: 'measure',
    texts: [{ id: 'purpose', name: both('目的', 'Purpose') }, { id: 'content', name: both('事業内容', 'Content') }],
  },
];

const scales: readonly RatingScale[] = [{
  id: 'attainment', name: both('達成度', 'Attainment'),
  grades: [
    { id: 'a', label: both('A（達成）', 'A (attained)'), from: '100' },
    { id: 'b', label: both('B（概ね達成）', 'B (mostly attained)'), from: '80' },
    { id: 'c', label: both('C（達成が不十分）', 'C (not attained)') },
  ],
}];

/** A round figure that every office replaces by its own. */
const labourPrice = '8000000';

const unitPrices: readonly UnitPrice[] = [{
  id: 'labour', name: both('職員1人当たり平均人件費（年額）', 'Average cost of a person-year'),
  byYear: { 2024: labourPrice, 2025: labourPrice, 2026: labourPrice, 2027: labourPrice },
}];

/** 係長 → 課長 → 合議（関係課の課長） → 部長 */
const approvalLines: readonly ApprovalLine[] = [{
  steps: [
    { id: 'chief', name: both('係長', 'Chief'), rank: 'chief', within: 'section', ofCoOwners: false },
    { id: 'manager', name: both('課長', 'Manager'), rank: 'manager', within: 'section', ofCoOwners: false },
    { id: 'co-owners', name: both('合議（関係課長）', 'Agreement of co-owners'), rank: 'manager', within: 'section', ofCoOwners: true },
    { id: 'director', name: both('部長', 'Director'), rank: 'director', within: 'department', ofCoOwners: false },
  ],
}];

/** 各委員の意見 */
const memberOpinion: OpinionForm = {
  fields: [
    { id: 'member-attainment', kind: 'rating', scale: 'attainment', label: both('委員の評価', 'Rating'), required: true },
    {
      id: 'points', kind: 'points', least: '0', most: '10', step: '0.5', label: both('評点', 'Points'), required: true,
      help: both('0点から10点まで、0.5点刻みで入力してください。', 'From 0 to 10, in steps of 0.5.'),
    },
    textField('relevance', both('妥当性', 'Relevance'), {
      help: both('目的や取組の内容は、社会情勢や住民のニーズに照らして妥当ですか。', 'Do its purpose and its content answer what residents need?'),
    }),
    textField('effectiveness', both('有効性', 'Effectiveness'), {
      help: both('取組は、目標の達成に有効に働いていますか。', 'Does what is done help to reach the goal?'),
    }),
    textField('improvements', both('改善すべき点', 'To be improved'), {
      required: { kind: 'chosen', field: 'member-attainment', among: ['b', 'c'] },
      help: both('「A（達成）」以外の評価とした場合は、必ず入力してください。', 'Needed with any rating but A.'),
    }),
  ],
};

const stages: readonly Stage[] = [
  {
    id: 'internal-meeting', name: both('庁内評価会議', 'Internal meeting'), evaluator: 'meeting',
    fields: [textField('meeting-opinion', both('庁内評価会議の意見', 'Opinion of the meeting'))],
  },
  {
    id: 'committee', name: both('二次評価（行政評価委員会）', 'Second evaluation (committee)'), evaluator: 'committee',
    condition: { kind: 'chosen', field: 'attainment', among: ['b', 'c'] },
    fields: [
      { id: 'committee-attainment', kind: 'rating', scale: 'attainment', label: both('二次評価', 'Second evaluation'), required: true },
      textField('committee-opinion', both('委員会の意見', 'Opinion of the committee'), { required: true, longestLength: 2_000 }),
    ],
    opinion: memberOpinion,
  },
  {
    id: 'mayor', name: both('首長評価', 'The mayor'), evaluator: 'mayor',
    fields: [textField('instruction', both('指示事項', 'Instructions'))],
  },
];

/** A scheme to begin with: three levels, a sheet for each, and the line and stages that most offices have. */
export const defaultScheme: SchemeContents = {
  levels, scales, unitPrices, sheetTypes: [policySheet, measureSheet, projectSheet], approvalLines, stages,
};
