import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Label } from '../../../kernel/label.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { inOffice, lastYearOf, livingOne, sameLabel, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface RenameDepartment {
  readonly department: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type RenameDepartmentRejection = NotLiving<'department'> | WrongYear;

/** Papers of earlier years keep the earlier name. */
export const renameDepartment = inOffice((command: RenameDepartment & Asked, office): Decision<MunicipalityEvent, RenameDepartmentRejection> => {
  const { department, name, fromYear } = command;
  const renamed = livingOne('department', office.departments, department);
  if (isRejected(renamed)) return renamed;
  if (sameLabel(renamed.name, name)) return accept();
  return wrongYear(command, lastYearOf([renamed]), 'may be prepared') ?? accept({ type: 'DepartmentRenamed', department, name, fromYear });
});
