import type { Fault } from '../../../kernel/fault.ts';
import type { Field, SimpleField } from '../field.ts';
import { formOfFields } from '../placed-form.ts';
import type { Place, Placed } from '../reading.ts';
import type { SchemeContents, Stage } from '../scheme.events.ts';
import { conditionFaults } from './condition-faults.ts';
import { formFaults, type AroundForm } from './field-faults.ts';
import { repeatedIds } from './repeated-ids.ts';

/** What is wrong with the stages: which sheets go to them, and what is asked there. */
export function stageFaults({ stages: given }: SchemeContents, place: Place, around: AroundForm): readonly Fault[] {
  const { parts: stages } = place('stages', given);
  return [...repeatedIds(stages), ...stages.flatMap(({ path, part }) => [
    ...conditionOfStageFaults(`${path}.condition`, part, around),
    ...listFaults(`${path}.fields`, part.fields, place, around),
    ...opinionFaults({ path: `${path}.opinion`, part }, place, around),
  ])];
}

/** A stage is for the sheets of every type, so its condition may speak of fields that only some of them have. */
function conditionOfStageFaults(path: string, { condition }: Stage, { scales, sheetTypes }: AroundForm): readonly Fault[] {
  if (condition === undefined) return [];
  const forms = [...sheetTypes.values()];
  return conditionFaults(path, condition, {
    scales,
    fieldsNamed(id) {
      const found = forms.flatMap((form) => form?.fields.filter(({ part }) => part.id === id) ?? []).map(({ part }) => part);
      const isThere = found.length > 0 || forms.some((form) => form === undefined || form.unread.has(id));
      return isThere ? found : undefined;
    },
  });
}

function opinionFaults({ path, part: { evaluator, opinion } }: Placed<Stage>, place: Place, around: AroundForm): readonly Fault[] {
  if (opinion === undefined) return [];
  return [
    ...(evaluator === 'committee' ? [] : [{ path, message: 'only a committee has members who give opinions' }]),
    ...listFaults(`${path}.fields`, opinion.fields, place, around),
  ];
}

/** Who evaluates fills in one list, in which fields may speak of each other, and nothing else. */
function listFaults(path: string, fields: readonly Field[], place: Place, around: AroundForm): readonly Fault[] {
  const form = formOfFields(path, fields, place);
  return [
    ...form.fields.flatMap((field) => [
      ...(kindsAtStages.has(field.part.kind) ? [] : [{ path: `${field.path}.kind`, message: `must be one of ${[...kindsAtStages].join(', ')} at a stage` }]),
      ...(field.part.filledBy === undefined ? [] : [{ path: `${field.path}.filledBy`, message: 'means nothing at a stage, where who evaluates fills in all' }]),
    ]),
    ...formFaults(form, around),
  ];
}

/** What one person answers in one go. */
const kindsAtStages: ReadonlySet<string> = new Set(
  ['text', 'choice', 'checks', 'rating', 'points', 'value', 'date'] satisfies SimpleField['kind'][]);
