import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { livingSectionsOf } from '../office.ts';
import { inOffice, laterYear, lastYearOf, livingOne, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface AbolishDepartment {
  readonly department: string;
  readonly fromYear: FiscalYear;
  /** Where the sections go that it still has. */
  readonly sectionsTo?: string;
}

/** In this order: the first that holds is told. */
export type AbolishDepartmentRejection = NotLiving<'department'> | 'department-has-sections' | 'goes-into-itself' | WrongYear;

/** A department ends and is part of no other; no section is left without one. */
export const abolishDepartment = inOffice((command: AbolishDepartment & Asked, office): Decision<MunicipalityEvent, AbolishDepartmentRejection> => {
  const { department, fromYear, sectionsTo } = command;
  const abolished = livingOne('department', office.departments, department);
  if (isRejected(abolished)) return abolished;
  const sections = livingSectionsOf(office, department);
  const ids = sections.map(({ id }) => id);
  if (sectionsTo === undefined) {
    if (ids.length > 0) return reject('department-has-sections', { sections: ids });
    return wrongYear(command, lastYearOf([abolished]), 'must have begun')
      ?? accept({ type: 'DepartmentAbolished', department, fromYear, sections: [] });
  }
  const target = livingOne('department', office.departments, sectionsTo);
  if (isRejected(target)) return target;
  if (sectionsTo === department) return reject('goes-into-itself', { department });
  return wrongYear(command, laterYear(lastYearOf([abolished, ...sections]), target.fromYear), 'must have begun')
    ?? accept({ type: 'DepartmentAbolished', department, fromYear, sections: ids, sectionsTo });
});
