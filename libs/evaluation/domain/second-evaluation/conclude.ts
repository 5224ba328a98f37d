import { rosterOn } from '../../../committee/domain/roster.ts';
import type { Asked } from '../../../kernel/asked.ts';
import type { Instant } from '../../../kernel/clock.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, isRejected, reject, type Decision, type Rejected } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { Contents, SheetEvent } from '../sheet.events.ts';
import type { Draft, Opinion } from '../stage-work.ts';
import { convened, quorumOf, withCurrentOpinion } from './counting.ts';
import { beforeConclusion, type CommitteeFacts, type Deliberation } from './deliberation.ts';
import { isCurrent, opinionOf } from './opinions.ts';
import { summaries } from './points-summary.ts';
import { isAsked, presides, recusedFrom } from './taking-part.ts';

export interface Conclude {
  /** The revision of the draft that was on screen. */
  readonly basedOn: number;
  /** The meeting or circulation in which it was concluded. */
  readonly meeting: string;
}

/** 結論: whoever presides declares what the committee, or its sub-group, has come to. */
export function conclude(
  command: Conclude & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'conclude', facts);
  if (isRejected(deliberation)) return deliberation;
  const presider = presides(command, deliberation);
  if (isRejected(presider)) return presider;
  const draft = draftSeen(command, deliberation);
  if (isRejected(draft)) return draft;
  const { meeting: id, now } = command;
  const { sheet: { stage }, work: { handOver: { subgroup } }, committee } = deliberation;
  const meeting = convened({ meeting: id, subgroup, now }, deliberation);
  if (isRejected(meeting)) return meeting;
  const outdated = outdatedOpinions(now, deliberation);
  if (outdated.length > 0) return reject('opinions-outdated', { members: outdated });
  const quorum = quorumOf(meeting, deliberation);
  if (isRejected(quorum)) return quorum;
  const { conclusion, recommendations, dissents } = draft;
  const opinions = withCurrentOpinion(quorum.roster, deliberation);
  return accept({
    type: 'SecondEvaluationConcluded', stage, member: presider, draftRevision: draft.revision, toBeConfirmed: subgroup !== undefined,
    conclusion, recommendations, dissents, meeting: id, committeeRevision: committee.revision, ...quorum, opinions,
    points: summaries(opinions.map((member) => contentsOf(member, deliberation)), facts.opinionForm),
  });
}

/** The draft that was on screen, as long as nobody dissents in it who was kept out of the sheet since. */
function draftSeen(
  { basedOn }: Conclude, deliberation: Deliberation,
): Draft | Rejected<'draft-missing' | 'based-on-the-future' | 'sheet-changed-since' | 'dissent-recused'> {
  const { sheet, work: { draft } } = deliberation;
  if (draft === undefined) return reject('draft-missing');
  if (basedOn > sheet.revision) return reject('based-on-the-future');
  if (basedOn < draft.revision) return reject('sheet-changed-since');
  const recused = recusedFrom(deliberation);
  const gone = draft.dissents.map(({ member }) => member).filter((member) => recused.includes(member));
  return gone.length === 0 ? draft : reject('dissent-recused', { members: gone });
}

/** Who of those that still can has to say whether his opinion holds. */
function outdatedOpinions(now: Instant, deliberation: Deliberation): readonly string[] {
  const { committee, work } = deliberation;
  const recused = recusedFrom(deliberation);
  return rosterOn(committee, dayInJapan(now), work.handOver.subgroup).map(({ id }) => id).filter((member) => {
    const opinion = opinionOf(work, member);
    return opinion !== undefined && !isCurrent(opinion, work) && !recused.includes(member) && isAsked(member, deliberation);
  });
}

function contentsOf(member: string, { work }: Deliberation): Contents {
  return (opinionOf(work, member) as Opinion).opinion;
}
