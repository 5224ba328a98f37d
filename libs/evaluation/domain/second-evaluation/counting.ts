import { meetingOf, type Meeting } from '../../../committee/domain/committee.ts';
import { presentAt, rosterOn, suffices } from '../../../committee/domain/roster.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import type { Instant } from '../../../kernel/clock.ts';
import { reject, type Rejected } from '../../../kernel/decision.ts';
import { sheetId } from '../sheet.ts';
import type { Deliberation } from './deliberation.ts';
import { isCurrent, opinionOf } from './opinions.ts';
import { isAsked, recusedFrom } from './taking-part.ts';

/** Who decides in a meeting or a circulation: the committee, or its sub-group. */
export interface Convened {
  readonly meeting: string;
  readonly subgroup: string | undefined;
  readonly now: Instant;
}

/** Who could have been counted, and who was. */
export interface Counted {
  readonly roster: readonly string[];
  readonly counted: readonly string[];
}

/** A meeting that was held, or a circulation that has begun, with the sheet on its agenda. */
export function convened(
  { meeting: id, subgroup, now }: Convened, { committee, sheet: { year, node } }: Deliberation,
): Meeting | Rejected<'meeting-unknown'> {
  const meeting = meetingOf(committee, id);
  if (meeting === undefined || meeting.subgroup !== subgroup || meeting.cancelledFor !== undefined) return reject('meeting-unknown');
  const isOnAgenda = meeting.agenda.some(({ sheet }) => sheet === sheetId(year, node));
  const hasMet = meeting.way === 'meeting' ? meeting.held !== undefined : meeting.on <= dayInJapan(now);
  return isOnAgenda && hasMet ? meeting : reject('meeting-unknown');
}

/** 定足数: of those who were members on its day and take part, who came to the meeting, or what opinions are in for the circulation. */
export function quorumOf(meeting: Meeting, deliberation: Deliberation): Counted | Rejected<'quorum-missing'> {
  const { committee } = deliberation;
  const roster = rosterOf(meeting, deliberation);
  const [countedOnes, share] = meeting.way === 'meeting'
    ? [presentAt(meeting), committee.quorum.present] : [withCurrentOpinion(roster, deliberation), committee.quorum.opinions];
  const counted = roster.filter((member) => countedOnes.includes(member));
  return suffices(share, counted.length, roster.length)
    ? { roster, counted } : reject('quorum-missing', { counted: counted.length, of: roster.length });
}

/** Where papers go round, of those of whom an opinion is asked. */
function rosterOf({ on, subgroup, way }: Meeting, deliberation: Deliberation): readonly string[] {
  const recused = recusedFrom(deliberation);
  return rosterOn(deliberation.committee, on, subgroup).map(({ id }) => id)
    .filter((id) => !recused.includes(id) && (way === 'meeting' || isAsked(id, deliberation)));
}

/** Those whose opinion is in, about the sheet as it was handed over last, and confirmed. */
export function withCurrentOpinion(members: readonly string[], { work }: Deliberation): readonly string[] {
  return members.filter((member) => {
    const opinion = opinionOf(work, member);
    return opinion !== undefined && isCurrent(opinion, work);
  });
}
