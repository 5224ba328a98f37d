import type { Label } from '../../libs/kernel/label.ts';
import type { OpenCycle } from '../../libs/cycle/domain/open.ts';
import type { FoundMunicipality } from '../../libs/municipality/domain/found.ts';
import type { PostRole } from '../../libs/municipality/domain/municipality.events.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import type { NodeDraft } from '../../libs/plan/domain/node-drafts.ts';
import type { Field } from '../../libs/scheme/domain/field.ts';
import type { SchemeContents } from '../../libs/scheme/domain/scheme.events.ts';

const both = (ja: string, en: string): Label => ({ ja, en });

/** Where sheets are evaluated. */
export interface EvaluatedSection {
  readonly section: string;
  readonly department: string;
}

/** The one section of an office in which it does not matter whose a sheet is. */
export const promotion: EvaluatedSection = { section: 'promotion', department: 'industry' };

const secretariat: EvaluatedSection = { section: 'evaluation', department: 'planning' };

/** A post is called by its section and what its holder is. */
export function postOf({ section }: EvaluatedSection, role: PostRole): string {
  return `${section}-${role}`;
}

export const secretariatPost = postOf(secretariat, 'secretariat');

export function personOf(post: string): string {
  return deriveUuid('62656e63-6800-4000-8000-000000000001', post);
}

export function holderOf(post: string): string {
  return `${post}-holder`;
}

/** An office with a clerk and an approver in each section, and a secretariat. */
export function foundingOf(sections: readonly EvaluatedSection[]): FoundMunicipality {
  const all = [...sections, secretariat];
  const posts = [
    ...sections.flatMap((one) => (['staff', 'approver'] as const).map((role) => ({ one, role }))),
    { one: secretariat, role: 'secretariat' as const },
  ].map(({ one, role }) => ({ id: postOf(one, role), section: one.section, role, rank: role, title: both(role, role) }));
  return {
    name: both('けいそく市（架空）', 'Keisoku City (fictitious)'),
    demonstration: false,
    departments: [...new Set(all.map(({ department }) => department))].map((id) => ({ id, name: both(id, id) })),
    sections: all.map(({ section, department }) => ({ id: section, department, name: both(section, section) })),
    posts,
    appointments: posts.map(({ id }) => ({ id: holderOf(id), post: id, person: personOf(id) })),
  };
}

/** The form of most rows: a rating, two figures, two texts. */
export const usualFields: readonly Field[] = [
  { id: 'attainment', kind: 'rating', scale: 'attainment', label: both('施策の達成度', 'Attainment of the measure'), required: true },
  { id: 'result', kind: 'value', label: both('成果指標の実績', 'Result of the indicator'), required: true },
  { id: 'settled', kind: 'value', label: both('決算額（千円）', 'Settled amount (thousand yen)'), required: false },
  { id: 'reason', kind: 'text', label: both('評価の理由', 'Reason for the rating'), required: true, longestLength: 800 },
  { id: 'direction', kind: 'text', label: both('課題と今後の方向性', 'Problems and direction'), required: false, longestLength: 800 },
];

const kindsOfForty = ['value', 'text', 'value', 'rating', 'value', 'choice', 'date', 'text'] as const;

/** A long form, as offices' sheets are: forty answers of every kind. */
export const fortyFields: readonly Field[] = Array.from({ length: 40 }, (_, index) => {
  const kind = kindsOfForty[index % kindsOfForty.length] as (typeof kindsOfForty)[number];
  const field = { id: `field-${index + 1}`, label: both(`項目${index + 1}`, `Field ${index + 1}`), required: false };
  switch (kind) {
    case 'text': return { ...field, kind, longestLength: 800 };
    case 'rating': return { ...field, kind, scale: 'attainment' };
    case 'choice': return { ...field, kind, options: [{ id: 'expand', label: both('拡充', 'Expand') }, { id: 'keep', label: both('継続', 'Keep') }] };
    default: return { ...field, kind };
  }
});

/** One form for measures, and one approver who decides. */
export function schemeOf(fields: readonly Field[]): SchemeContents {
  return {
    levels: [
      { id: 'policy', name: both('政策', 'Policy'), texts: [] },
      { id: 'measure', name: both('施策', 'Measure'), parent: 'policy', texts: [] },
    ],
    scales: [{
      id: 'attainment',
      name: both('達成度', 'Attainment'),
      grades: [
        { id: 'a', label: both('A（達成）', 'A (attained)') },
        { id: 'b', label: both('B（概ね達成）', 'B (mostly attained)') },
        { id: 'c', label: both('C（達成が不十分）', 'C (insufficiently attained)') },
      ],
    }],
    unitPrices: [],
    sheetTypes: [{
      id: 'measure-sheet',
      name: both('施策評価シート', 'Measure evaluation sheet'),
      level: 'measure',
      sections: [{ id: 'evaluation', name: both('一次評価', 'First evaluation'), fields }],
    }],
    approvalLines: [{
      steps: [{ id: 'approval', name: both('承認', 'Approval'), rank: 'approver', within: 'section', ofCoOwners: false }],
    }],
    stages: [],
  };
}

export const firstYear = 2100;
export const lastYear = 2199;

export const planBegun = { name: both('計画', 'Plan'), firstYear, lastYear };

/** So many measures below one policy, the sections leading them by turns. */
export function nodesOf(sections: readonly EvaluatedSection[], measures: number): readonly NodeDraft[] {
  const leading = (index: number): string => (sections[index % sections.length] as EvaluatedSection).section;
  return [
    { number: '1', level: 'policy', section: leading(0), name: both('政策', 'Policy') },
    ...Array.from({ length: measures }, (_, index) => ({
      number: `1-${index + 1}`, parent: '1', level: 'measure', section: leading(index), name: both(`施策${index + 1}`, `Measure ${index + 1}`),
    })),
  ];
}

/** Every measure of a plan, about the year before. */
export function cycleOf(year: number, plan: string): OpenCycle {
  return {
    year, aboutYear: year - 1, plans: [plan],
    periods: { submission: `${year}-06-30`, approval: `${year}-08-31`, acceptance: `${year}-10-31` },
    choose: { levels: ['measure'] },
  };
}

/** What somebody types into a usual sheet: some four hundred bytes of payload, as real ones have. */
export function saving(basedOn: number): Saving {
  return {
    basedOn,
    fields: {
      attainment: basedOn % 2 === 0 ? 'a' : 'b',
      result: `延べ5,${100 + basedOn}社`,
      reason: `第${basedOn}稿。経営相談の利用が増え、支援した事業者の数が目標を上回った。商談会は計画どおり開いた。`,
    },
  };
}

/** What one save brings. */
export interface Saving {
  readonly basedOn: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** Every answer of the long form, none as it was before. */
export function savingForty(basedOn: number): Saving {
  const even = basedOn % 2 === 0;
  const answers = {
    value: `延べ5,${100 + basedOn}社`,
    text: `第${basedOn}稿。経営相談の利用が増え、支援した事業者の数が目標を上回った。`,
    rating: even ? 'a' : 'b',
    choice: even ? 'expand' : 'keep',
    date: even ? '2099-04-01' : '2099-10-01',
  };
  return { basedOn, fields: Object.fromEntries(fortyFields.map(({ id, kind }) => [id, answers[kind as keyof typeof answers]])) };
}
