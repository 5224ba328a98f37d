import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** 後閲: whoever was absent has seen what was decided over him or for him. */
export function reviewAfterwards({ post }: Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  const decided = inPhaseFor(sheet, 'review-afterwards');
  if (isRejected(decided)) return decided;
  const owed = decided.toReview.filter(({ posts }) => post !== undefined && posts.includes(post));
  if (owed.length === 0) return reject('nothing-to-look-at');
  return accept(...owed.map(({ step, section }) => ({ type: 'ReviewedAfterwards' as const, step, section })));
}
