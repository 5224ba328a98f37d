import { isDay } from '../../../kernel/day.ts';
import { reject, type Rejected } from '../../../kernel/decision.ts';
import type { SheetBody } from '../sheet.ts';
import type { Decided } from '../sheet.events.ts';

/** A decision on what was on screen, with what the office writes beside it. */
export interface Deciding {
  /** The revision of the sheet that was on screen. */
  readonly basedOn: number;
  /** 決裁日. */
  readonly decidedOn?: string;
  /** 文書番号. */
  readonly documentNumber?: string;
}

/** Whoever decides has seen everything that is decided on; what others decided meanwhile is not part of that. */
export function asSeen(
  { basedOn }: Pick<Deciding, 'basedOn'>, { revision, changedRevision }: Pick<SheetBody, 'revision' | 'changedRevision'>,
): { readonly approvedRevision: number } | Rejected<'sheet-changed-since' | 'based-on-the-future'> {
  if (basedOn > revision) return reject('based-on-the-future');
  if (basedOn < changedRevision) return reject('sheet-changed-since');
  return { approvedRevision: revision };
}

export function asDecided({ decidedOn, documentNumber }: Deciding): Decided | Rejected<'day-wrong'> {
  if (decidedOn !== undefined && !isDay(decidedOn)) return reject('day-wrong', { day: decidedOn });
  return { ...(decidedOn !== undefined && { decidedOn }), ...(documentNumber !== undefined && { documentNumber }) };
}
