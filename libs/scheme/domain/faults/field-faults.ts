import { compare, isMultiple, subtract } from '../../../kernel/decimal.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { Column, Field, PointsField, RollUpField, TableField } from '../field.ts';
import { fieldIn, type PlacedField, type PlacedForm } from '../placed-form.ts';
import type { Placed, PlacedList } from '../reading.ts';
import type { RatingScale } from '../scheme.events.ts';
import { conditionFaults } from './condition-faults.ts';
import { formulaFaults } from './formula-faults.ts';
import { placedIn, repeatedIds } from './repeated-ids.ts';

/** What the fields of a form refer to outside it. */
export interface AroundForm {
  readonly scales: PlacedList<RatingScale>;
  readonly prices: ReadonlySet<string>;
  /** By id; undefined for one that could not be read. */
  readonly sheetTypes: ReadonlyMap<string, PlacedForm | undefined>;
  /** Whether the sheets of a type are those of nodes below; where a form is that of a stage, they always may be. */
  readonly isBelow: (sheetType: string) => boolean;
}

/** What is wrong in a form: fields, columns, conditions and formulas. */
export function formFaults(form: PlacedForm, around: AroundForm): readonly Fault[] {
  return [
    ...repeatedIds(form.fields),
    ...form.fields.flatMap((field) => [
      ...anyFaults(field, form, around),
      ...(field.part.kind === 'table' ? tableFaults(field, field.part, form, around) : []),
      ...(field.part.kind === 'roll-up' ? rollUpFaults(field.path, field.part, around) : []),
    ]),
    ...formulaFaults(form, around.prices),
  ];
}

const neverAsked: ReadonlySet<string> = new Set(['computed', 'given', 'roll-up'] satisfies (Field | Column)['kind'][]);

/** What fields and columns have in common. */
function anyFaults({ path, part }: Placed<Field | Column>, form: PlacedForm, around: AroundForm): readonly Fault[] {
  return [...requiredFaults({ path, part }, form, around), ...contentFaults({ path, part }, around)];
}

function requiredFaults({ path, part }: Placed<Field | Column>, form: PlacedForm, { scales }: AroundForm): readonly Fault[] {
  const { required } = part;
  if (required !== false && neverAsked.has(part.kind)) return [{ path: `${path}.required`, message: 'nobody types it, so nobody can be asked for it' }];
  if (typeof required === 'boolean') return [];
  const fieldsNamed = (id: string): readonly Field[] | undefined => {
    const field = fieldIn(form, id);
    if (field !== undefined) return [field];
    return form.unread.has(id) ? [] : undefined;
  };
  const isField = form.fields.some((field) => field.path === path);
  return conditionFaults(`${path}.required`, required, { fieldsNamed, scales, ...(isField && { asksFor: part.id }) });
}

function contentFaults({ path, part }: Placed<Field | Column>, { scales }: AroundForm): readonly Fault[] {
  switch (part.kind) {
    case 'choice': case 'checks': return repeatedIds(placedIn(`${path}.options`, part.options));
    case 'rating': return scales.ids.has(part.scale) ? [] : [{ path: `${path}.scale`, message: `there is no scale ${part.scale}` }];
    case 'points': return pointsFaults(path, part);
    default: return [];
  }
}

function pointsFaults(path: string, { least, most, step }: PointsField): readonly Fault[] {
  if (compare(step, '0') <= 0) return [{ path: `${path}.step`, message: 'must be above 0' }];
  if (compare(least, most) >= 0) return [{ path: `${path}.most`, message: `must be above the least, which is ${least}` }];
  return isMultiple(subtract(most, least), step) ? [] : [{ path: `${path}.step`, message: `does not lead from ${least} to ${most}` }];
}

function tableFaults({ path, columns, balances }: PlacedField, { rows }: TableField, form: PlacedForm, around: AroundForm): readonly Fault[] {
  return [
    ...(rows.from === 'form' ? repeatedIds(placedIn(`${path}.rows.rows`, rows.rows)) : []),
    ...repeatedIds(columns),
    ...columns.flatMap((column) => [
      ...anyFaults(column, form, around),
      ...(column.part.kind === 'given' && rows.from !== 'indicators'
        ? [{ path: `${column.path}.kind`, message: 'only a table of indicators has what the plan gives' }] : []),
    ]),
    ...repeatedIds(balances),
  ];
}

function rollUpFaults(path: string, { sheetType, field: id }: RollUpField, { sheetTypes, isBelow }: AroundForm): readonly Fault[] {
  if (!sheetTypes.has(sheetType)) return [{ path: `${path}.sheetType`, message: `there is no sheet type ${sheetType}` }];
  if (!isBelow(sheetType)) return [{ path: `${path}.sheetType`, message: `${sheetType} is not the sheet of a level below` }];
  const form = sheetTypes.get(sheetType);
  const field = form === undefined ? undefined : fieldIn(form, id);
  if (field !== undefined) return field.kind === 'rating' ? [] : [{ path: `${path}.field`, message: `${id} is of the kind ${field.kind} and no rating` }];
  return form === undefined || form.unread.has(id) ? [] : [{ path: `${path}.field`, message: `${sheetType} has no field ${id}` }];
}
