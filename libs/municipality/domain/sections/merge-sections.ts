import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { openPostsOf } from '../office.ts';
import { inOffice, laterYear, lastYearOf, livingOne, livingOnes, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface MergeSections {
  readonly sections: readonly string[];
  readonly into: string;
  readonly fromYear: FiscalYear;
}

/** In this order: the first that holds is told. */
export type MergeSectionsRejection = NotLiving<'section'> | 'goes-into-itself' | WrongYear;

/** Sections end in another one, and their posts, with whoever holds them, are that one's from then on. */
export const mergeSections = inOffice((command: MergeSections & Asked, office): Decision<MunicipalityEvent, MergeSectionsRejection> => {
  const { into, fromYear } = command;
  const sections = [...new Set(command.sections)];
  const target = livingOne('section', office.sections, into);
  if (isRejected(target)) return target;
  const merged = livingOnes('section', office.sections, sections);
  if (isRejected(merged)) return merged;
  if (sections.includes(into)) return reject('goes-into-itself', { section: into });
  const earliest = lastYearOf(merged);
  const posts = sections.flatMap((id) => openPostsOf(office, id));
  return wrongYear(command, laterYear(earliest, target.fromYear), 'must have begun')
    ?? accept({ type: 'SectionsMerged', sections, into, fromYear, posts });
});
