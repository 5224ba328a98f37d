import { accept, reject, type Rejected } from '../../kernel/decision.ts';
import type { Quorum, Share } from './committee.events.ts';
import { ofCommittee } from './committee-verb.ts';

export interface SetQuorum {
  readonly quorum: Quorum;
}

/** Refused: 'quorum-wrong'. */
export const setQuorum = ofCommittee(({ quorum }: SetQuorum) => wrongQuorum(quorum) ?? accept({ type: 'QuorumSet', quorum }));

/** A quorum that not even all of them could make. */
export function wrongQuorum({ present, opinions }: Quorum): Rejected<'quorum-wrong'> | undefined {
  const wrong = Object.entries({ present, opinions }).filter(([, share]) => !canBeMade(share)).map(([of]) => of);
  return wrong.length === 0 ? undefined : reject('quorum-wrong', { of: wrong });
}

function canBeMade({ parts, of, moreThan }: Share): boolean {
  return moreThan ? parts < of : parts <= of;
}
