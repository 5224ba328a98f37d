import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import type { MunicipalityEvent, Post } from '../municipality.events.ts';
import { inOffice, livingOne, takenId, type NotLiving } from '../office-verb.ts';

/** The post stands apart, because a command says already under which post and role it is asked. */
export interface CreatePost {
  readonly created: Post;
}

/** In this order: the first that holds is told. */
export type CreatePostRejection = 'id-taken' | NotLiving<'section'>;

/** A seat in a section, on which nobody sits yet. */
export const createPost = inOffice(({ created }: CreatePost & Asked, office): Decision<MunicipalityEvent, CreatePostRejection> => {
  const { id, section, title, role, rank } = created;
  const taken = takenId(office.posts, id);
  if (taken !== undefined) return taken;
  const within = livingOne('section', office.sections, section);
  if (isRejected(within)) return within;
  return accept({ type: 'PostCreated', post: id, section, title, role, ...(rank !== undefined && { rank }) });
});
