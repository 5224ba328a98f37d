import type { Asked } from '../../kernel/asked.ts';
import { accept, reject } from '../../kernel/decision.ts';
import type { Label } from '../../kernel/label.ts';
import type { Committee } from './committee.ts';
import type { Quorum } from './committee.events.ts';
import type { CommitteeDecision } from './committee-verb.ts';
import { wrongQuorum } from './set-quorum.ts';

export interface FoundCommittee {
  readonly committee: string;
  readonly name: Label;
  readonly quorum: Quorum;
}

/** In this order: 'committee-exists', 'quorum-wrong'. */
export function found({ committee: id, name, quorum }: FoundCommittee & Asked, committee: Committee): CommitteeDecision {
  if (committee.phase === 'founded') return reject('committee-exists');
  return wrongQuorum(quorum) ?? accept({ type: 'CommitteeFounded', committee: id, name, quorum });
}
