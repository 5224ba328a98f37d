import { reject, type Rejected } from '../../../kernel/decision.ts';
import type { BelongsTo } from '../../../platform/access/access-table.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import { sheetDecider, sheetStream, type OpenedSheet } from '../../domain/sheet.ts';
import { placeOf } from '../../facts.ts';

export interface WhichSheet {
  readonly sheet: string;
}

/** A sheet as the asker may see it, and where it belongs in truth. That it is there at all is told within the office. */
export async function visibleSheet(
  id: string, { asker, states, may, seen }: Answering,
): Promise<{ readonly sheet: OpenedSheet; readonly place: BelongsTo } | Rejected> {
  const stream = sheetStream(asker.municipality, id);
  const { state } = await states.fold(sheetDecider, stream);
  if (state.phase === 'absent') return reject('unknown');
  const place = placeOf(state);
  const sheet = may(place) ? await seen(sheetDecider, stream, place) : undefined;
  return sheet === undefined || sheet.phase === 'absent' ? reject('not-allowed') : { sheet, place };
}

export interface PersonShown {
  readonly id: string;
  readonly name: string | undefined;
}

export function personShown(id: string, { nameOf }: Pick<Answering, 'nameOf'>): PersonShown {
  return { id, name: nameOf(id) };
}
