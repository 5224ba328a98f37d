import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { Looker, SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** 差替えの確認: whoever had decided has looked at the figures that came after. */
export function lookAt({ post, role }: Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  const decided = inPhaseFor(sheet, 'look-at');
  if (isRejected(decided)) return decided;
  const owed = decided.toLookAt.filter((looker) => isBy(looker, post, role));
  if (owed.length === 0) return reject('nothing-to-look-at');
  return accept(...owed.map((by) => ({ type: 'ReplacementLookedAt' as const, by })));
}

function isBy(looker: Looker, post: string | undefined, role: string | undefined): boolean {
  return 'post' in looker ? looker.post === post : looker.role === role;
}
