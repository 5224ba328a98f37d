import type { SheetType } from '../scheme.events.ts';
import {
  attachmentSection, attainment, both, indicatorSection, memoSection, moneySection, outlook, textField, viewpoints,
} from './form-parts.ts';

export const policySheet: SheetType = {
  id: 'policy-sheet', name: both('政策評価シート', 'Policy sheet'), level: 'policy',
  sections: [
    {
      id: 'overview', name: both('政策の概要', 'Overview'),
      fields: [
        textField('circumstances', both('政策を取り巻く社会経済状況等', 'Circumstances')),
        textField('needs', both('住民ニーズ等', 'What residents ask for')),
      ],
    },
    {
      id: 'evaluation', name: both('一次評価', 'First evaluation'),
      fields: [
        {
          id: 'measures', kind: 'roll-up', label: both('施策の達成度', 'Attainment of the measures'), required: false,
          sheetType: 'measure-sheet', field: 'attainment',
        },
        ...attainment,
        ...outlook,
      ],
    },
    memoSection,
    attachmentSection,
  ],
};

export const measureSheet: SheetType = {
  id: 'measure-sheet', name: both('施策評価シート', 'Measure sheet'), level: 'measure',
  sections: [
    {
      id: 'overview', name: both('施策の概要', 'Overview'),
      fields: [
        textField('circumstances', both('施策を取り巻く状況', 'Circumstances')),
        textField('activities', both('対象年度の主な取組', 'What was done in the year'), { required: true }),
      ],
    },
    indicatorSection,
    {
      id: 'projects', name: both('構成事業', 'Projects'),
      fields: [
        {
          id: 'projects', kind: 'table', label: both('構成事業の決算額と取組', 'Projects'), required: false, rows: { from: 'children' },
          columns: [
            { id: 'project-cost', kind: 'value', label: both('決算額（千円）', 'Settled (thousands of yen)'), required: false, money: true },
            textField('project-result', both('取組と成果', 'What was done and reached'), { longestLength: 400 }),
          ],
        },
        {
          id: 'project-costs', kind: 'computed', label: both('構成事業の決算額計（千円）', 'All projects (thousands of yen)'), required: false,
          formula: 'total(project-cost)', money: true,
        },
        {
          id: 'project-ratings', kind: 'roll-up', label: both('構成事業の達成度', 'Attainment of the projects'), required: false,
          sheetType: 'project-sheet', field: 'attainment',
        },
      ],
    },
    moneySection,
    { id: 'evaluation', name: both('一次評価', 'First evaluation'), fields: [...attainment, ...viewpoints, ...outlook] },
    memoSection,
    attachmentSection,
  ],
};

export const projectSheet: SheetType = {
  id: 'project-sheet', name: both('事務事業評価シート', 'Project sheet'), level: 'project',
  sections: [
    {
      id: 'overview', name: both('事業の概要', 'Overview'),
      fields: [
        textField('activities', both('対象年度の実施内容', 'What was done in the year'), { required: true }),
        { id: 'begun', kind: 'date', label: both('事業開始日', 'Begun'), required: false },
      ],
    },
    indicatorSection,
    moneySection,
    {
      id: 'unit-cost', name: both('単位当たりコスト', 'Unit cost'),
      fields: [
        {
          id: 'output', kind: 'value', label: both('活動量（延べ利用者数など）', 'Output (users served or the like)'), required: false, figureOnly: true,
        },
        {
          id: 'unit-cost', kind: 'computed', label: both('単位当たりコスト（円）', 'Unit cost (yen)'), required: false,
          formula: 'cell("this-year", "full-cost") / output', decimals: 0,
        },
      ],
    },
    { id: 'evaluation', name: both('一次評価', 'First evaluation'), fields: [...attainment, ...viewpoints, ...outlook] },
    memoSection,
    attachmentSection,
  ],
};
