import type { Fault } from '../../../kernel/fault.ts';
import { formOfSections, type PlacedForm } from '../placed-form.ts';
import type { Place, Placed } from '../reading.ts';
import type { Level, SchemeContents, SheetType } from '../scheme.events.ts';
import { formFaults, type AroundForm } from './field-faults.ts';
import { repeatedIds } from './repeated-ids.ts';
import { stageFaults } from './stage-faults.ts';

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
