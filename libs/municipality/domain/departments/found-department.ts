import type { Asked } from '../../../kernel/asked.ts';
import { accept, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Label } from '../../../kernel/label.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { inOffice, takenId, wrongYear, type WrongYear } from '../office-verb.ts';

export interface FoundDepartment {
  readonly id: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type FoundDepartmentRejection = 'id-taken' | WrongYear;

/** A department of next year may be founded already, so that its sections and posts are there when it begins. */
export const foundDepartment = inOffice((command: FoundDepartment & Asked, office): Decision<MunicipalityEvent, FoundDepartmentRejection> => {
  const { id, name, fromYear } = command;
  return takenId(office.departments, id) ?? wrongYear(command, undefined, 'may be prepared')
    ?? accept({ type: 'DepartmentFounded', department: id, name, fromYear });
});
