import type { Asked } from '../../../kernel/asked.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { ofCommittee } from '../committee-verb.ts';
import { strangersFrom } from '../roster.ts';

export interface AssignSheets {
  readonly sheets: readonly string[];
  /** None: everybody gives opinions on them again. */
  readonly members: readonly string[];
}

/** 分担. Whether there are such sheets is a lower room's to know. Refused: 'member-unknown'. */
export const assignSheets = ofCommittee(({ sheets, members, now }: AssignSheets & Asked, committee) => {
  const strangers = strangersFrom(committee, members, dayInJapan(now));
  if (strangers.length > 0) return reject('member-unknown', { members: strangers });
  return accept({ type: 'SheetsAssigned', sheets: [...new Set(sheets)], members: [...new Set(members)] });
});
