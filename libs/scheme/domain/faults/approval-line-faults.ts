import type { Fault } from '../../../kernel/fault.ts';
import type { Place, Placed } from '../reading.ts';
import type { ApprovalLine, SchemeContents } from '../scheme.events.ts';
import { placedIn, repeatedIds } from './repeated-ids.ts';

/** `departments` are those of the office; undefined while nothing is known of it. */
export function approvalLineFaults(
  { approvalLines: given, sheetTypes }: SchemeContents, place: Place, departments: ReadonlySet<string> | undefined,
): readonly Fault[] {
  const { parts: lines } = place('approvalLines', given);
  const { parts: types, ids: typeIds } = place('sheetTypes', sheetTypes);
  return [
    ...lines.flatMap((line, index) => [
      ...unknownFaults(line, typeIds, departments),
      ...repeatedLine(line, lines.slice(0, index)),
      ...stepFaults(line),
    ]),
    // A line that could not be read may be the one that is missed here.
    ...(lines.length < given.length ? [] : types.filter(({ part: { id } }) => !lines.some(({ part }) => fitsEverywhere(part, id)))
      .map(({ part: { id } }) => ({ path: 'approvalLines', message: `no approval line fits ${id} in every department` }))),
  ];
}

function unknownFaults(
  { path, part: { department, sheetType } }: Placed<ApprovalLine>, typeIds: ReadonlySet<string>, departments: ReadonlySet<string> | undefined,
): readonly Fault[] {
  return [
    ...(department !== undefined && departments?.has(department) === false
      ? [{ path: `${path}.department`, message: `there is no department ${department}` }] : []),
    ...(sheetType !== undefined && !typeIds.has(sheetType)
      ? [{ path: `${path}.sheetType`, message: `there is no sheet type ${sheetType}` }] : []),
  ];
}

function repeatedLine({ path, part }: Placed<ApprovalLine>, before: readonly Placed<ApprovalLine>[]): readonly Fault[] {
  const same = before.find((one) => one.part.department === part.department && one.part.sheetType === part.sheetType);
  return same === undefined ? [] : [{ path, message: `is for the same sheets as ${same.path}` }];
}

function stepFaults({ path, part: { steps } }: Placed<ApprovalLine>): readonly Fault[] {
  const last = steps.at(-1);
  if (last === undefined) return [{ path: `${path}.steps`, message: 'an approval line needs a last step' }];
  return [
    ...repeatedIds(placedIn(`${path}.steps`, steps)),
    ...steps.flatMap(({ id }, index) => (id === sectionItself
      ? [{ path: `${path}.steps[${index}].id`, message: `${id} is what the section itself is called when a sheet is sent back` }] : [])),
    ...(last.ofCoOwners
      ? [{ path: `${path}.steps[${steps.length - 1}].ofCoOwners`, message: 'the last step decides, so it is not one of the co-owners' }] : []),
  ];
}

/** Where a sheet goes that is sent back all the way. */
const sectionItself = 'section';

function fitsEverywhere({ department, sheetType }: ApprovalLine, type: string): boolean {
  return department === undefined && (sheetType === undefined || sheetType === type);
}
