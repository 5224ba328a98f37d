import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { openPostsOf } from '../office.ts';
import { inOffice, laterYear, lastYearOf, livingOne, wrongYear, type NotLiving, type WrongYear } from '../office-verb.ts';

export interface AbolishSection {
  readonly section: string;
  readonly fromYear: FiscalYear;
  /** Where the posts go that are still open. */
  readonly postsTo?: string;
}

/** In this order: the first that holds is told. */
export type AbolishSectionRejection = NotLiving<'section'> | 'section-has-posts' | 'goes-into-itself' | WrongYear;

/** A section ends and is part of no other; no open post is left without one. */
export const abolishSection = inOffice((command: AbolishSection & Asked, office): Decision<MunicipalityEvent, AbolishSectionRejection> => {
  const { section, fromYear, postsTo } = command;
  const abolished = livingOne('section', office.sections, section);
  if (isRejected(abolished)) return abolished;
  const posts = openPostsOf(office, section);
  if (postsTo === undefined) {
    if (posts.length > 0) return reject('section-has-posts', { posts });
    return wrongYear(command, lastYearOf([abolished]), 'must have begun') ?? accept({ type: 'SectionAbolished', section, fromYear, posts });
  }
  const target = livingOne('section', office.sections, postsTo);
  if (isRejected(target)) return target;
  if (postsTo === section) return reject('goes-into-itself', { section });
  return wrongYear(command, laterYear(lastYearOf([abolished]), target.fromYear), 'must have begun')
    ?? accept({ type: 'SectionAbolished', section, fromYear, posts, postsTo });
});
