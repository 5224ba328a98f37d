import { isRejected } from '../../kernel/decision.ts';
import { queryOf, type Answering } from '../../platform/reads/question.ts';
import type { FoundedCommittee } from '../domain/committee.ts';
import { committeeAsSeen } from './committee-as-seen.ts';

/** Who it is made of, under which rule it concludes, who keeps out of what and who is to look at what. */
export const ReadCommittee = queryOf({
  name: 'committee.read',
  async answer({ committee: id }: { readonly committee: string }, answering) {
    const committee = await committeeAsSeen(id, answering);
    if (isRejected(committee)) return committee;
    const { name, quorum, chair, deputy, subgroups, conflicts, assigned, revision } = committee;
    return { id, name, quorum, members: membersOf(committee, answering), chair, deputy, subgroups, conflicts, assigned, revision };
  },
});

function membersOf({ members }: FoundedCommittee, { nameOf }: Answering) {
  return members.map(({ person, ...term }) => ({ ...term, person: { id: person, name: nameOf(person) } }));
}
