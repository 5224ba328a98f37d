import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Label } from '../../../kernel/label.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { inOffice, livingOne, takenId, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface FoundSection {
  readonly id: string;
  readonly department: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type FoundSectionRejection = 'id-taken' | NotLiving<'department'> | WrongYear;

/** A section of next year may be founded already, so that its posts are there when it begins. */
export const foundSection = inOffice((command: FoundSection & Asked, office): Decision<MunicipalityEvent, FoundSectionRejection> => {
  const { id, department, name, fromYear } = command;
  const taken = takenId(office.sections, id);
  if (taken !== undefined) return taken;
  const within = livingOne('department', office.departments, department);
  if (isRejected(within)) return within;
  return wrongYear(command, within.fromYear, 'may be prepared') ?? accept({ type: 'SectionFounded', section: id, department, name, fromYear });
});
