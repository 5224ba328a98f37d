import type { Fault } from '../../../kernel/fault.ts';
import { formOfFields, formOfSections, type PlacedForm } from '../placed-form.ts';
import type { Place, Placed } from '../reading.ts';
import type { Level, SchemeContents, SheetType, Stage } from '../scheme.events.ts';
import { conditionFaults } from './condition-faults.ts';
import { formFaults, type AroundForm } from './field-faults.ts';
import { repeatedIds } from './repeated-ids.ts';

const mostFields = 200;

/** What is wrong with the forms: those of the sheets, and those of the stages after them. */
export function formsFaults(contents: SchemeContents, place: Place): readonly Fault[] {
  const { parts: types, ids } = place('sheetTypes', contents.sheetTypes);
  const formed = types.map((type) => ({ type, form: formOfSections(type.path, type.part.sections, place) }));
  const forms = new Map<string, PlacedForm | undefined>([...ids].map((id) => [id, undefined]));
  for (const { type, form } of formed) forms.set(type.part.id, form);
  const around = { scales: place('scales', contents.scales), prices: place('unitPrices', contents.unitPrices).ids, sheetTypes: forms };
  return [
    ...repeatedIds(types),
    ...levelsOfTypes(types, contents, place),
    ...formed.flatMap(({ type, form }) =>
      sheetTypeFaults(type, form, { ...around, isBelow: (other) => isLevelBelow(other, type.part, contents) }, place)),
    ...stageFaults(contents, place, { ...around, isBelow: () => true }),
  ];
}

/** A node has one sheet in a cycle, so its level has one sheet type. */
function levelsOfTypes(types: readonly Placed<SheetType>[], contents: SchemeContents, place: Place): readonly Fault[] {
  const levels = place('levels', contents.levels).ids;
  const taken = new Map<string, string>();
  return types.flatMap(({ path, part: { id, level } }) => {
    const other = taken.get(level);
    taken.set(level, other ?? id);
    if (!levels.has(level)) return [{ path: `${path}.level`, message: `there is no level ${level}` }];
    return other === undefined ? [] : [{ path: `${path}.level`, message: `${level} has a sheet type already: ${other}` }];
  });
}

function sheetTypeFaults({ path, part: { sections } }: Placed<SheetType>, form: PlacedForm, around: AroundForm, place: Place): readonly Fault[] {
  return [
    ...repeatedIds(place(`${path}.sections`, sections).parts),
    ...(form.fields.length > mostFields ? [{ path: `${path}.sections`, message: `must have at most ${mostFields} fields in all` }] : []),
    ...formFaults(form, around),
  ];
}

/** Where levels do not hang together, that is told of them; here it counts as below. */
function isLevelBelow(other: string, { level }: SheetType, { sheetTypes, levels }: SchemeContents): boolean {
  const levelOf = new Map<string | undefined, Level>(levels.map((one) => [(one as Level | null)?.id, one]));
  let above = levelOf.get(sheetTypes.find((one) => (one as SheetType | null)?.id === other)?.level);
  for (let steps = 0; above !== undefined && steps < levels.length; steps += 1) {
    if (above.parent === undefined) return false;
    if (above.parent === level) return true;
    above = levelOf.get(above.parent);
  }
  return true;
}

function stageFaults({ stages: given }: SchemeContents, place: Place, around: AroundForm): readonly Fault[] {
  const { parts: stages } = place('stages', given);
  return [...repeatedIds(stages), ...stages.flatMap(({ path, part }) => [
    ...stageConditionFaults(`${path}.condition`, part, around),
    ...formFaults(formOfFields(`${path}.fields`, part.fields, place), around),
  ])];
}

/** A stage is for the sheets of every type, so its condition may speak of fields that only some of them have. */
function stageConditionFaults(path: string, { condition }: Stage, { scales, sheetTypes }: AroundForm): readonly Fault[] {
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
