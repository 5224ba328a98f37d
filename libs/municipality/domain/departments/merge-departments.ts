import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { livingSectionsOf } from '../office.ts';
import { inOffice, laterYear, lastYearOf, livingOne, livingOnes, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface MergeDepartments {
  readonly departments: readonly string[];
  readonly into: string;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type MergeDepartmentsRejection = NotLiving<'department'> | 'goes-into-itself' | WrongYear;

/** Departments end in another one, and their sections are that one's from then on. */
export const mergeDepartments = inOffice((command: MergeDepartments & Asked, office): Decision<MunicipalityEvent, MergeDepartmentsRejection> => {
  const { into, fromYear } = command;
  const departments = [...new Set(command.departments)];
  const target = livingOne('department', office.departments, into);
  if (isRejected(target)) return target;
  const merged = livingOnes('department', office.departments, departments);
  if (isRejected(merged)) return merged;
  if (departments.includes(into)) return reject('goes-into-itself', { department: into });
  const sections = departments.flatMap((id) => livingSectionsOf(office, id));
  const earliest = lastYearOf([...merged, ...sections]);
  return wrongYear(command, laterYear(earliest, target.fromYear), 'must have begun')
    ?? accept({ type: 'DepartmentsMerged', departments, into, fromYear, sections: sections.map(({ id }) => id) });
});
