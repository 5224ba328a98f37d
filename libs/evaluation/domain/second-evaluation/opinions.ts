import type { Instant } from '../../../kernel/clock.ts';
import { dayInJapan, isDay, type Day } from '../../../kernel/day.ts';
import { reject, type Rejected } from '../../../kernel/decision.ts';
import { sameContent, typedBy } from '../content/field-content.ts';
import type { Contents } from '../sheet.events.ts';
import type { Opinion, StageWork } from '../stage-work.ts';
import type { OpinionBasis } from '../stage.events.ts';
import type { Deliberation } from './deliberation.ts';

/** The opinion of a member, unless he has none, or took it back. */
export function opinionOf({ opinions }: StageWork, member: string): Opinion | undefined {
  const opinion = opinions[member];
  return opinion?.isWithdrawn === false ? opinion : undefined;
}

/** Whether an opinion is about the sheet as it was handed over last, and is what its member says. */
export function isCurrent({ isConfirmed, basis }: Opinion, { handOver }: StageWork): boolean {
  return isConfirmed && basis.handOver === handOver.revision;
}

/** What a member has before him now. */
export function basisOf({ handOver, questions, sawOthers }: StageWork, member: string): OpinionBasis {
  return {
    handOver: handOver.revision,
    sheetRevision: handOver.sheetRevision,
    answers: Object.entries(questions).filter(([, { answer }]) => answer?.isTold === true).map(([question]) => question),
    sawOthers: sawOthers.includes(member),
  };
}

/** Nothing is overwritten that was not on screen: `revises` names the opinion that was, or nothing. */
export function asOnScreen(there: Opinion | undefined, revises: number | undefined): Rejected<'opinion-changed-since'> | undefined {
  return there?.revision === revises ? undefined : changedSince(there);
}

/** With what is there, as a person would type it. */
export function changedSince(there: Opinion | undefined): Rejected<'opinion-changed-since'> {
  if (there === undefined) return reject('opinion-changed-since');
  const { opinion, revision, by, at } = there;
  const theirs = Object.fromEntries(Object.entries(opinion).map(([address, content]) => [address, typedBy(content)]));
  return reject('opinion-changed-since', { theirs, revision, by, at });
}

export function sameContents(one: Contents, other: Contents): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .every((address) => sameContent(one[address] ?? null, other[address] ?? null));
}

/** A day on which something came to the office: never one still to come. */
export function dayWrong(day: Day, now: Instant): Rejected<'day-wrong' | 'day-in-the-future'> | undefined {
  if (!isDay(day)) return reject('day-wrong', { day });
  return day > dayInJapan(now) ? reject('day-in-the-future', { day }) : undefined;
}

/** Whoever says something has before him what was handed over last. */
export function handOverMissed(
  basedOn: number, { sheet, work: { handOver } }: Deliberation,
): Rejected<'based-on-the-future' | 'sheet-changed-since'> | undefined {
  if (basedOn > sheet.revision) return reject('based-on-the-future');
  return basedOn < handOver.revision ? reject('sheet-changed-since') : undefined;
}
