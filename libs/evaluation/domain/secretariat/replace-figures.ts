import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { changesOf, withChanges, type FormFacts } from '../content/changes.ts';
import { differingSums } from '../content/figures.ts';
import { newlyUnanswered } from '../content/unanswered.ts';
import { postsOn } from '../sheet-decisions.ts';
import { isSameLooker, type OnLine, type Sheet } from '../sheet.ts';
import type { Looker, SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import type { Correct } from './correct.ts';

/**
 * 差替え: provisional figures give way to final ones (決算見込 → 決算). Nobody decides again, but everybody who has decided
 * looks at them.
 */
export function replaceFigures(command: Correct & Asked, sheet: Sheet, facts: FormFacts): Decision<SheetEvent, SheetRejection> {
  const decided = inPhaseFor(sheet, 'replace-figures');
  if (isRejected(decided)) return decided;
  const { basedOn, reason } = command;
  const fields = changesOf(command, decided, facts, ({ field, filledBy }) => field.kind === 'value' && filledBy === 'section');
  if (isRejected(fields)) return fields;
  const after = withChanges(decided, fields);
  const missing = newlyUnanswered(after, decided, facts.form, facts.rows);
  if (missing.length > 0) return reject('fields-unanswered', { fields: missing });
  const differing = differingSums(after, facts);
  if (differing.length > 0) return reject('sums-differ', { sums: differing });
  if (isBlank(reason)) return reject('reason-missing');
  if (Object.keys(fields).length === 0) return accept();
  return accept({ type: 'FiguresReplaced', basedOn, fields, reason, toBeLookedAtBy: deciders(decided, decided.phase === 'accepted', command) });
}

/** Who has decided, in the order of the line, but for whoever replaces the figures himself; and who still owes an earlier look. */
function deciders({ approvals, line, toLookAt }: OnLine, isAccepted: boolean, { post, role }: Asked): readonly Looker[] {
  const decided = new Set(approvals.map((one) => one.post));
  const lookers: readonly Looker[] = [
    ...[...new Set(postsOn(line))].filter((one) => decided.has(one) && one !== post).map((one) => ({ post: one })),
    ...(isAccepted && role !== 'secretariat' ? [{ role: 'secretariat' as const }] : []),
  ];
  return [...lookers, ...toLookAt.filter((owed) => !lookers.some((looker) => isSameLooker(looker, owed)))];
}
