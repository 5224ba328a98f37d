import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { ofCommittee } from '../committee-verb.ts';
import { hasConflict } from '../roster.ts';
import type { Conflict } from './declare-conflict.ts';

/** He has nothing to do with the section any more; where he had not, nothing is lifted. Refused: 'reason-missing'. */
export const liftConflict = ofCommittee(({ member, section, reason }: Conflict, committee) => {
  if (!hasConflict(committee, member, section)) return accept();
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'ConflictLifted', member, section, reason });
});
