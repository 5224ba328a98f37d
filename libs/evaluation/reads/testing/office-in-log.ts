import { cycleStream } from '../../../cycle/domain/cycle.ts';
import type { CycleOpened, PeriodId } from '../../../cycle/domain/cycle.events.ts';
import { deadlineOn } from '../../../cycle/domain/deadline.ts';
import { typedValue } from '../../../kernel/value-parse.ts';
import type { MunicipalityFounded } from '../../../municipality/domain/municipality.events.ts';
import { municipalityStream } from '../../../municipality/domain/municipality.ts';
import type { Indicator, PlanNode } from '../../../plan/domain/plan.events.ts';
import { planStream } from '../../../plan/domain/plan.ts';
import type { Asker, Role } from '../../../platform/access/asker.ts';
import type { SchemeAdopted, Stage } from '../../../scheme/domain/scheme.events.ts';
import { schemeStream } from '../../../scheme/domain/scheme.ts';
import type { FirstEvaluationApproved, FirstEvaluationSubmitted, FieldContent, LineStep, SheetEvent, SheetOpened } from '../../domain/sheet.events.ts';
import { sheetId, sheetStream } from '../../domain/sheet.ts';
import type { GivenReads } from './given-reads.ts';

/** The office of which every spec of these reads speaks: three sections, a policy with two measures below it, one indicator. */
const label = (ja: string) => ({ ja, en: ja });

const founded: MunicipalityFounded = {
  type: 'MunicipalityFounded',
  name: label('みほん市'),
  demonstration: true,
  departments: [{ id: 'industry', name: label('産業部') }, { id: 'welfare', name: label('福祉部') }],
  sections: [
    { id: 'promotion', department: 'industry', name: label('産業振興課') },
    { id: 'tourism', department: 'industry', name: label('観光課') },
    { id: 'childcare', department: 'welfare', name: label('子育て支援課') },
  ],
  posts: [
    { id: 'chief', section: 'promotion', title: label('課長'), role: 'approver', rank: 'chief' },
    { id: 'director', section: 'tourism', title: label('部長'), role: 'approver', rank: 'director' },
  ],
  appointments: [{ id: 'chief-1', post: 'chief', person: 'baba' }],
};

const optional = { label: label('欄'), required: false } as const;
/** An internal meeting, a committee whose opinions stay its own, and one whose opinions the office is told once it has concluded. */
const stages: readonly Stage[] = [
  { id: 'meeting', name: label('庁内会議'), evaluator: 'meeting', fields: [{ ...optional, id: 'direction', kind: 'text' }] },
  {
    id: 'committee', name: label('評価委員会'), evaluator: 'committee',
    fields: [{ ...optional, id: 'conclusion', kind: 'text' }, { ...optional, id: 'note', kind: 'text', seenBy: { office: 'never' } }],
    opinion: { fields: [{ ...optional, id: 'words', kind: 'text' }] },
  },
  {
    id: 'open-committee', name: label('市民委員会'), evaluator: 'committee', condition: { kind: 'chosen', field: 'rating', among: ['a'] },
    fields: [{ ...optional, id: 'conclusion', kind: 'text' }],
    opinion: { fields: [{ ...optional, id: 'words', kind: 'text' }], seenBy: { office: 'concluded' } },
  },
];

const scheme: SchemeAdopted = {
  type: 'SchemeAdopted',
  schemeVersion: 1,
  levels: [{ id: 'policy', name: label('政策'), texts: [] }, { id: 'measure', name: label('施策'), parent: 'policy', texts: [] }],
  scales: [{ id: 'attainment', name: label('達成度'), grades: [{ id: 'a', label: label('A') }, { id: 'b', label: label('B') }] }],
  unitPrices: [],
  sheetTypes: [
    {
      id: 'measure-sheet', name: label('施策評価シート'), level: 'measure',
      sections: [
        {
          id: 'own', name: label('一次評価'),
          fields: [
            { ...optional, id: 'rating', kind: 'rating', scale: 'attainment' },
            { ...optional, id: 'remark', kind: 'text' },
            {
              ...optional, id: 'figures', kind: 'table', rows: { from: 'indicators' },
              columns: [
                { ...optional, id: 'target', kind: 'given', given: 'target' },
                { ...optional, id: 'before', kind: 'given', given: 'last-year' },
                { ...optional, id: 'actual', kind: 'value' },
                { ...optional, id: 'twice', kind: 'computed', formula: 'actual * 2' },
              ],
            },
            {
              ...optional, id: 'others', kind: 'table', rows: { from: 'section', atMost: 5 },
              columns: [{ ...optional, id: 'actual', kind: 'value' }],
            },
            { ...optional, id: 'evidence', kind: 'attachments', atMost: 3 },
            { ...optional, id: 'verdict', kind: 'text', filledBy: 'secretariat', seenBy: { office: 'accepted', members: 'never' } },
          ],
        },
        {
          id: 'records', name: label('事務局メモ'),
          fields: [
            { ...optional, id: 'memo', kind: 'text', filledBy: 'secretariat', seenBy: { office: 'never' } },
            { ...optional, id: 'own-rating', kind: 'rating', scale: 'attainment', filledBy: 'secretariat', seenBy: { office: 'never' } },
          ],
        },
      ],
    },
    {
      id: 'policy-sheet', name: label('政策評価シート'), level: 'policy',
      sections: [{ id: 'own', name: label('一次評価'), fields: [{ ...optional, id: 'below', kind: 'roll-up', sheetType: 'measure-sheet', field: 'rating' }] }],
    },
  ],
  approvalLines: [],
  stages,
};

export const policy = '10000000-0000-4000-8000-000000000001';
export const promotionMeasure = '10000000-0000-4000-8000-000000000002';
export const childcareMeasure = '10000000-0000-4000-8000-000000000003';
/** A name that a row of a section's own table could have too. */
export const companies = 'a0000000-0000-4000-8000-000000000004';
export const plan = '10000000-0000-4000-8000-000000000005';

const bare = { related: [], outside: [], flags: [], texts: {}, upper: [] };
const nodes: readonly PlanNode[] = [
  { ...bare, id: policy, level: 'policy', number: '1', name: label('産業'), section: 'promotion' },
  { ...bare, id: promotionMeasure, parent: policy, level: 'measure', number: '1-1', name: label('販路開拓'), section: 'promotion', related: ['tourism'] },
  { ...bare, id: childcareMeasure, parent: policy, level: 'measure', number: '1-2', name: label('就業支援'), section: 'childcare' },
];
const indicator: Indicator = {
  id: companies, node: promotionMeasure, number: '1', name: label('支援企業数'), class: 'outcome', unit: '社', kind: 'annual', direction: 'higher',
  targets: [{ year: 2024, value: typedValue('100社') }, { year: 2025, value: typedValue('120社') }],
};

const period = (id: PeriodId, date: string) => ({ id, name: label(id), deadline: deadlineOn(date) as NonNullable<ReturnType<typeof deadlineOn>> });

function cycleOf(year: number): CycleOpened {
  return {
    type: 'CycleOpened', year, aboutYear: year - 1, plans: [{ plan, planVersion: 1, planRevision: 3 }], schemeVersion: 1, schemeRevision: 0,
    periods: [period('submission', `${year}-06-30`), period('approval', `${year}-07-10`), period('acceptance', `${year}-07-31`)],
    nodes: [
      { plan, node: policy, sheetType: 'policy-sheet' },
      { plan, node: promotionMeasure, sheetType: 'measure-sheet' },
      { plan, node: childcareMeasure, sheetType: 'measure-sheet' },
    ],
    leftOut: [],
  };
}

const owners: Readonly<Record<string, Pick<SheetOpened, 'place' | 'sheetType' | 'section' | 'department'>>> = {
  [policy]: { place: 0, sheetType: 'policy-sheet', section: 'promotion', department: 'industry' },
  [promotionMeasure]: { place: 1, sheetType: 'measure-sheet', section: 'promotion', department: 'industry' },
  [childcareMeasure]: { place: 2, sheetType: 'measure-sheet', section: 'childcare', department: 'welfare' },
};

export function sheetOf(node: string, year = 2026): string {
  return sheetStream('mihon', sheetId(year, node));
}

/** Everything before a sheet is opened, in 2025 and 2026. */
export async function logOffice({ log }: GivenReads): Promise<void> {
  await log(municipalityStream('mihon'), founded);
  await log(schemeStream('mihon'), scheme);
  await log(
    planStream('mihon', plan), { type: 'PlanDrafted', name: label('産業振興プラン'), firstYear: 2024, lastYear: 2029 }, { type: 'NodesDrafted', nodes },
    { type: 'IndicatorsDrafted', indicators: [indicator] },
    { type: 'PlanAdopted', planVersion: 1, fromYear: 2024, schemeRevision: 0, municipalityRevision: 0 });
  for (const year of [2025, 2026]) await log(cycleStream('mihon', year), cycleOf(year));
}

export function opened(node: string, year = 2026): SheetOpened {
  const owner = owners[node];
  if (owner === undefined) throw new Error(`nobody owns ${node}`);
  return { type: 'SheetOpened', year, node, plan, ...owner, schemeVersion: 1, cycleRevision: 0, planRevision: 3, municipalityRevision: 0 };
}

export function saved(fields: Readonly<Record<string, FieldContent | null>>): SheetEvent {
  return { type: 'FieldsSaved', basedOn: 0, fields };
}

export function noted(fields: Readonly<Record<string, FieldContent | null>>): SheetEvent {
  return { type: 'SecretariatFieldsSaved', basedOn: 0, fields };
}

export const text = (words: string): FieldContent => ({ kind: 'text', text: words });
export const grade = (id: string): FieldContent => ({ kind: 'rating', grade: id });
export const value = (typed: string): FieldContent => ({ kind: 'value', value: typedValue(typed) });

/** The chief decides, and after him two departments together. */
const line: readonly LineStep[] = [
  { step: 'chief', name: label('課長'), ofCoOwners: false, parties: [{ section: 'promotion', posts: ['chief', 'second-chief'] }] },
  {
    step: 'directors', name: label('部長'), ofCoOwners: true,
    parties: [{ section: 'tourism', posts: ['director'] }, { section: 'childcare', posts: ['welfare-director'] }],
  },
];

export function submitted(late = false): FirstEvaluationSubmitted {
  return {
    type: 'FirstEvaluationSubmitted', late, deadline: { date: '2026-06-30', at: '2026-06-30T14:59:59.999Z' }, cycleRevision: 0, schemeVersion: 1, line,
    planRevision: 3, municipalityRevision: 0,
  };
}

export function approvedBy(post: string, step: string, section: string, more: Partial<FirstEvaluationApproved> = {}): FirstEvaluationApproved {
  return { type: 'FirstEvaluationApproved', approvedRevision: 1, step, section, post, way: 'in-turn', absent: [], completes: false, ...more };
}

/** From the submission to the end of the line. */
export const throughTheLine: readonly SheetEvent[] = [
  submitted(), approvedBy('chief', 'chief', 'promotion'), approvedBy('director', 'directors', 'tourism'),
  approvedBy('welfare-director', 'directors', 'childcare', { completes: true }),
];

export function asker(role: Role, section: string, post: string): Asker {
  const department = section === 'childcare' ? 'welfare' : 'industry';
  return { municipality: 'mihon', actor: 'person-1', role, appointment: `${post}-1`, post, section, department };
}

export const clerk = asker('staff', 'promotion', 'clerk');
export const nurse = asker('staff', 'childcare', 'nurse');
export const chief = asker('approver', 'promotion', 'chief');
export const director = asker('approver', 'tourism', 'director');
export const secretary = asker('secretariat', 'planning', 'secretary');
