import type { Fault } from '../../../kernel/fault.ts';
import type { Condition, Field, Option } from '../field.ts';
import type { PlacedList } from '../reading.ts';
import type { RatingScale } from '../scheme.events.ts';

/** What a condition may speak of. */
export interface ConditionScope {
  /** The fields of that name, none where they could not be read; undefined where there is no such field. */
  readonly fieldsNamed: (id: string) => readonly Field[] | undefined;
  readonly scales: PlacedList<RatingScale>;
  /** The field that is asked for where the condition holds. */
  readonly asksFor?: string;
}

export function conditionFaults(path: string, condition: Condition, scope: ConditionScope): readonly Fault[] {
  if ('of' in condition) {
    return condition.of.flatMap((one, index) => conditionFaults(`${path}.of[${index}]`, one, scope));
  }
  const { field: id } = condition;
  const fields = scope.fieldsNamed(id);
  if (fields === undefined) return [{ path: `${path}.field`, message: `there is no field ${id}` }];
  if (id === scope.asksFor) return [{ path: `${path}.field`, message: `${id} cannot be asked for by what stands in it` }];
  const [first] = fields;
  if (first === undefined) return [];
  if (condition.kind === 'answered') {
    return fields.some(isAnswered) ? [] : [{ path: `${path}.field`, message: `${id} is of the kind ${first.kind}, which nobody answers in one word` }];
  }
  const choices = fields.flatMap((field) => optionsOf(field, scope.scales) ?? []);
  if (choices.length === 0) return [{ path: `${path}.field`, message: `${id} is of the kind ${first.kind}, in which nothing is chosen` }];
  return condition.among.flatMap((option, index) => (choices.some((one) => one === 'any' || one.id === option)
    ? [] : [{ path: `${path}.among[${index}]`, message: `${id} has no ${option}` }]));
}

/** 'any' where the scale is not there or could not be read, which is told elsewhere. */
function optionsOf(field: Field, scales: PlacedList<RatingScale>): readonly (Option | 'any')[] | undefined {
  switch (field.kind) {
    case 'choice': case 'checks': return field.options;
    case 'rating': return scales.parts.find(({ part }) => part.id === field.scale)?.part.grades ?? ['any'];
    default: return undefined;
  }
}

function isAnswered({ kind }: Field): boolean {
  return kind !== 'table' && kind !== 'roll-up' && kind !== 'computed' && kind !== 'attachments';
}
