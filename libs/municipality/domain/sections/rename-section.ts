import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Label } from '../../../kernel/label.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { inOffice, lastYearOf, livingOne, sameLabel, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface RenameSection {
  readonly section: string;
  readonly name: Label;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type RenameSectionRejection = NotLiving<'section'> | WrongYear;

/** Papers of earlier years keep the earlier name. */
export const renameSection = inOffice((command: RenameSection & Asked, office): Decision<MunicipalityEvent, RenameSectionRejection> => {
  const { section, name, fromYear } = command;
  const renamed = livingOne('section', office.sections, section);
  if (isRejected(renamed)) return renamed;
  if (sameLabel(renamed.name, name)) return accept();
  return wrongYear(command, lastYearOf([renamed]), 'may be prepared') ?? accept({ type: 'SectionRenamed', section, name, fromYear });
});
