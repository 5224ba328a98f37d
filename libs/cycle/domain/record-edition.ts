import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { runningPublication, type Cycle } from './cycle.ts';
import type { CycleEvent, EditionPublished } from './cycle.events.ts';

/** What was made of a publication: its bytes are on the disk. */
export type RecordEdition = Pick<EditionPublished, 'publication' | 'file' | 'parts' | 'leftOut' | 'corrects'>;

/** Nothing of what was asked for can be published. */
export type RecordEditionRejection = 'no-sheet-final';

/** 公表: from here on the edition is read, and it is never changed. What is not running any more was recorded before. */
export function recordEdition(
  { publication, file, parts, leftOut, corrects }: RecordEdition & Asked, cycle: Cycle,
): Decision<CycleEvent, RecordEditionRejection> {
  if (cycle.phase === 'absent') throw new Error('an edition of a cycle that was never opened');
  const running = runningPublication(cycle);
  if (running?.id !== publication) return accept();
  if (!parts.some(({ kind }) => kind === 'sheet')) return reject('no-sheet-final');
  const { step, on } = running;
  return accept({
    type: 'EditionPublished', edition: cycle.editions.length + 1, publication, step, on, file, parts, leftOut,
    ...(corrects !== undefined && { corrects }),
  });
}
