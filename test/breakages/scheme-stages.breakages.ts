import type { Breakage } from './breakage.ts';

const scheme = 'libs/scheme/domain';
const content = 'libs/evaluation/domain/content';
const adoptScheme = { spec: `${scheme}/adopt.spec.ts` };
const stages = { ...adoptScheme, file: `${scheme}/faults/stage-faults.ts` };
const forms = { ...adoptScheme, file: `${scheme}/scheme.ts` };
const narrowed = { file: `${scheme}/compatible-fields.ts`, spec: `${scheme}/compatible.spec.ts` };
const points = { file: `${content}/field-content.ts`, spec: `${content}/field-content.spec.ts` };
const answers = { file: `${content}/answers-to.ts`, spec: `${content}/answers-to.spec.ts` };

export const schemeStagesBreakages: readonly Breakage[] = [
  {
    ...stages, name: 'scheme stages: opinions asked of a mayor',
    find: "evaluator === 'committee' ?", replace: "evaluator !== 'meeting' ?",
  },
  {
    ...stages, name: 'scheme stages: a stage that has a table',
    find: 'kindsAtStages.has(field.part.kind)', replace: "field.part.kind === 'table' || kindsAtStages.has(field.part.kind)",
  },
  {
    ...stages, name: 'scheme stages: an opinion of which nobody looks at the fields',
    find: 'listFaults(`${path}.fields`, opinion.fields, place, around)', replace: 'listFaults(`${path}.fields`, [], place, around)',
  },
  {
    ...adoptScheme, name: 'scheme stages: points that no step reaches', file: `${scheme}/faults/field-faults.ts`,
    find: 'return isMultiple(subtract(most, least), step) ? []', replace: 'return step !== most ? []',
  },
  {
    ...forms, name: 'scheme stages: a member who is asked for the result', find: 'stage.opinion.fields)', replace: 'stage.fields)',
  },
  {
    ...narrowed, name: 'scheme stages: a smaller range of points under a running year',
    find: 'compare(after.most, before.most) < 0', replace: 'compare(after.most, before.least) < 0',
  },
  {
    ...narrowed, name: 'scheme stages: other steps of points under a running year', find: 'return isFinerGrid ?', replace: 'return true || isFinerGrid ?',
  },
  {
    name: 'scheme stages: opinions shown under a running year to whom they were not promised', file: `${scheme}/compatible.ts`, spec: narrowed.spec,
    find: 'same(seen(before), seen(after))', replace: 'seen(before) !== seen(after)',
  },
  {
    ...points, name: 'scheme stages: points between two steps', find: 'return isMultiple(subtract(points, least), step) ?', replace: 'return step !== points ?',
  },
  {
    ...points, name: 'scheme stages: steps counted from zero', find: 'isMultiple(subtract(points, least), step)', replace: 'isMultiple(points, step)',
  },
  {
    ...points, name: 'scheme stages: points of full width refused', find: 'readDecimal(foldWidth(typed).trim())', replace: 'readDecimal(typed.trim())',
  },
  {
    ...answers, name: 'scheme stages: an opinion with holes', find: 'missing.length > 0 ?', replace: 'missing.length < 0 ?',
  },
  {
    ...answers, name: 'scheme stages: an emptied field that stays', find: 'one[1] !== null', replace: 'one[1] !== undefined',
  },
];
