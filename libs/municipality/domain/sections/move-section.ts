import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { inOffice, laterYear, lastYearOf, livingOne, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface MoveSection {
  readonly section: string;
  readonly department: string;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type MoveSectionRejection = NotLiving<'section'> | NotLiving<'department'> | WrongYear;

/** A section becomes another department's, with its posts. */
export const moveSection = inOffice((command: MoveSection & Asked, office): Decision<MunicipalityEvent, MoveSectionRejection> => {
  const { section, department, fromYear } = command;
  const moved = livingOne('section', office.sections, section);
  if (isRejected(moved)) return moved;
  const target = livingOne('department', office.departments, department);
  if (isRejected(target)) return target;
  if (moved.department === department) return accept();
  return wrongYear(command, laterYear(lastYearOf([moved]), target.fromYear), 'must have begun')
    ?? accept({ type: 'SectionMoved', section, department, fromYear });
});
