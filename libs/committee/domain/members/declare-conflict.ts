import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { ofCommittee } from '../committee-verb.ts';
import { hasConflict, strangersFrom } from '../roster.ts';

export interface Conflict {
  readonly member: string;
  readonly section: string;
  readonly reason: string;
}

export interface DeclareConflictFacts {
  readonly sections: ReadonlySet<string>;
}

/** A member has always to do with a section. In this order: 'member-unknown', 'section-unknown', 'reason-missing'. */
export const declareConflict = ofCommittee(({ member, section, reason, now }: Conflict & Asked, committee, { sections }: DeclareConflictFacts) => {
  if (strangersFrom(committee, [member], dayInJapan(now)).length > 0) return reject('member-unknown', { members: [member] });
  if (!sections.has(section)) return reject('section-unknown', { section });
  if (hasConflict(committee, member, section)) return accept();
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'ConflictDeclared', member, section, reason });
});
