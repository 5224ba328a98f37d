import type { Label } from '../../kernel/label.ts';
import type { TypedValue } from '../../kernel/value.ts';
import type { PlanNode } from '../../plan/domain/plan.events.ts';
import { stageForm, type SchemeVersion } from '../../scheme/domain/scheme.ts';
import type { Stage } from '../../scheme/domain/scheme.events.ts';
import type { FormFacts } from '../domain/content/changes.ts';
import { publishedForm, type Readers } from '../domain/publication/published-form.ts';
import { sheetId, type FinalSheet } from '../domain/sheet.ts';
import type { Contents } from '../domain/sheet.events.ts';
import { pointsOfMany } from '../domain/seeing/stage-seen.ts';
import type { Result } from '../domain/stage-work.ts';
import { computedCells, givenCells, tablesShown } from '../reads/one-sheet/form-shown.ts';
import { publishedField, publishedSections, type PublishedField, type PublishedSection, type RatedBelow, type Standing } from './published-fields.ts';
import type { PublishedResponse } from './published-recommendation.ts';

/** Everything outside a sheet of which its published page speaks. */
export interface PublishedSheetFacts extends FormFacts {
  readonly municipality: { readonly id: string; readonly name: Label };
  /** Under which the sheet was decided. */
  readonly scheme: SchemeVersion;
  readonly planVersion: number;
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly section: Label | undefined;
  readonly department: Label | undefined;
  /** By committee. */
  readonly committees: ReadonlyMap<string, Label>;
  /** By recommendation: what the office answers, where its line has decided. */
  readonly responses: ReadonlyMap<string, PublishedResponse>;
  readonly valueLastYear: (address: string) => TypedValue | undefined;
  /** By field of the form that rolls them up. */
  readonly below: Readonly<Record<string, readonly RatedBelow[]>>;
}

/**
 * A final sheet as its readers get it. It follows from the log alone: no clock, nobody's name, and not the number of the
 * edition, so that a sheet in which nothing has changed has the same bytes in the next one.
 */
export function publishedSheet(sheet: FinalSheet, facts: PublishedSheetFacts, readers: Readers) {
  const { municipality, aboutYear, scheme, planVersion, nodes, section, department, form } = facts;
  const node = nodes.get(sheet.node);
  return {
    aboutYear,
    department,
    form: form.sheetType.name,
    municipality,
    node: node && { level: levelName(scheme, node.level), name: node.name, number: node.number },
    planVersion,
    section,
    sections: publishedSections(publishedForm(form, readers).sheetType.sections, standingOn(sheet, facts, readers)),
    sheet: sheetId(sheet.year, sheet.node),
    stages: scheme.stages.flatMap((stage) => {
      const result = sheet.works[stage.id]?.result;
      return result === undefined ? [] : [publishedStage(stage, result, sheet, facts, readers)];
    }),
    year: sheet.year,
  };
}

function levelName({ levels }: SchemeVersion, id: string): Label | undefined {
  return levels.find((level) => level.id === id)?.name;
}

/** What stands on a sheet for its readers. */
function standingOn(sheet: FinalSheet, facts: PublishedSheetFacts, readers: Readers): Standing {
  const form = publishedForm(facts.form, readers);
  const seen = { ...facts, form };
  return {
    contentAt: (address) => sheet.fields[address]?.content, scales: form.scales, rows: tablesShown(sheet, seen, facts.nodes),
    computed: computedCells(sheet, facts, form), given: givenCells(seen, facts.valueLastYear), below: facts.below,
  };
}

export interface PublishedStage {
  readonly stage: string;
  readonly name: Label;
  readonly evaluator: Stage['evaluator'];
  readonly committee?: Label;
  readonly decidedOn?: string;
  readonly sections: readonly PublishedSection[];
  readonly points?: readonly PublishedPoints[];
  readonly recommendations?: readonly PublishedConcludedRecommendation[];
  /** What was said against it; by whom is not told. */
  readonly dissents?: readonly string[];
  /** Only where the scheme publishes them, without their authors. */
  readonly opinions?: readonly (readonly PublishedField[])[];
}

interface PublishedPoints {
  readonly label: Label | undefined;
  readonly count: number;
  readonly mean: string;
  readonly least: string;
  readonly most: string;
  readonly spread: string;
}

interface PublishedConcludedRecommendation {
  readonly recommendation: string;
  readonly number: number;
  readonly text: string;
  readonly response?: PublishedResponse;
}

function publishedStage(stage: Stage, result: Result, sheet: FinalSheet, facts: PublishedSheetFacts, readers: Readers): PublishedStage {
  const said = { stage: stage.id, name: stage.name, evaluator: stage.evaluator };
  if (result.by !== 'committee') {
    return { ...said, decidedOn: result.decidedOn, sections: stageSections(stage, result.decision, facts, readers) };
  }
  const committee = facts.committees.get(sheet.works[stage.id]?.handOver.committee ?? '');
  return {
    ...said,
    ...(committee !== undefined && { committee }),
    sections: stageSections(stage, result.conclusion, facts, readers),
    points: pointsOfMany(result.points).map(({ field, count, mean, least, most, spread }) =>
      ({ label: stage.opinion?.fields.find(({ id }) => id === field)?.label, count, mean, least, most, spread })),
    recommendations: result.recommendations.map(({ recommendation, number, text }) => {
      const response = facts.responses.get(recommendation);
      return { recommendation, number, text, ...(response !== undefined && { response }) };
    }),
    dissents: result.dissents.map(({ text }) => text),
    ...(readers === 'public' && stage.opinion?.seenBy?.public === 'published' && { opinions: opinionsOf(stage, result.opinions, sheet, facts) }),
  };
}

function stageSections({ id }: Stage, fields: Contents, { scheme }: PublishedSheetFacts, readers: Readers): readonly PublishedSection[] {
  const form = stageForm(scheme, id, 'result');
  return form === undefined ? [] : publishedSections(publishedForm(form, readers).sheetType.sections, standingAlone(fields, scheme));
}

/** In the order of their texts and not of their authors, who could be told by it. */
function opinionsOf({ id }: Stage, counted: readonly string[], { works }: FinalSheet, { scheme }: PublishedSheetFacts) {
  const form = stageForm(scheme, id, 'opinion');
  return counted.flatMap((member) => {
    const given = works[id]?.opinions[member];
    return form === undefined || given === undefined ? []
      : [publishedForm(form, 'public').fields.map((field) => publishedField(field, standingAlone(given.opinion, scheme)))];
  }).map((fields) => ({ fields, order: JSON.stringify(fields) })).toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ fields }) => fields);
}

/** The form of a stage has no tables of the plan, and nothing of other sheets. */
function standingAlone(fields: Contents, { scales }: SchemeVersion): Standing {
  return { contentAt: (address) => fields[address], scales, computed: {}, given: {}, rows: {}, below: {} };
}
