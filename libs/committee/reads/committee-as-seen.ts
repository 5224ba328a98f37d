import { reject, type Rejected } from '../../kernel/decision.ts';
import type { Answering } from '../../platform/reads/question.ts';
import { belongsTo } from '../commands.ts';
import { committeeDecider, committeeStream, type FoundedCommittee } from '../domain/committee.ts';

/** A committee as far as the asker is told of it. In this order: 'unknown', 'not-allowed'. */
export async function committeeAsSeen(id: string, { asker, states, may, seen }: Answering): Promise<FoundedCommittee | Rejected> {
  const stream = committeeStream(asker.municipality, id);
  const { state } = await states.fold(committeeDecider, stream);
  if (state.phase === 'absent') return reject('unknown');
  if (!may(belongsTo(state))) return reject('not-allowed');
  const told = await seen(committeeDecider, stream, belongsTo(state));
  return told.phase === 'absent' ? reject('not-allowed') : told;
}
