import { formOf } from '../../../scheme/domain/scheme.ts';
import { among, seesAddress } from '../content/visibility.ts';
import type { Contents, FileAttached, SheetEvent } from '../sheet.events.ts';
import type { StageWork } from '../stage-work.ts';
import { phaseOf, seenOpinion, seenResult, type Judged } from './stage-seen.ts';

/** A member of a committee, by the membership under which he asks, and all that he ever had. */
export interface OfCommittee {
  readonly committee: string;
  readonly member: string;
  readonly memberships: readonly string[];
}

/**
 * What a member of a committee is told: the sheet as it was handed over to his committee the last time, nothing of how it
 * came to be so or of what became of it since, and what his committee does with it. Others' opinions once his own is in.
 */
export function toldToMember(event: SheetEvent, revision: number, { committee, memberships }: OfCommittee, judged: Judged): SheetEvent | undefined {
  const { works } = judged.sheet;
  const own = Object.values(works).filter(({ handOver }) => handOver.committee === committee);
  if (!('stage' in event)) return toldOfSheet(event, revision, own, judged);
  const work = works[event.stage];
  if (work === undefined) return undefined;
  return own.includes(work) ? toldOfOwn(event, revision, work, memberships, judged) : toldOfOther(event, revision, work, own, judged);
}

function toldOfSheet(event: SheetEvent, revision: number, own: readonly StageWork[], judged: Judged): SheetEvent | undefined {
  switch (event.type) {
    case 'SheetOpened': return event;
    case 'SheetTransferred': return own.some(({ handOver }) => revision < handOver.revision) ? { ...event, reason: '' } : undefined;
    case 'FieldsSaved': case 'LastYearCopied': case 'SecretariatFieldsSaved': case 'SlipsCorrected': case 'FiguresReplaced': {
      const fields = handedOver(event.fields, revision, own, judged);
      if (Object.keys(fields).length === 0) return undefined;
      return { ...event, fields, ...('reason' in event && { reason: '' }), ...('toBeLookedAtBy' in event && { toBeLookedAtBy: [] }) };
    }
    case 'FileAttached': return own.some((work) => isHandedOver(event, work, judged)) ? event : undefined;
    case 'SheetReopened': return own.some(({ handOver }) => handOver.stage === event.to) ? { ...event, reason: '' } : undefined;
    default: return undefined;
  }
}

function toldOfOwn(event: SheetEvent, revision: number, work: StageWork, own: readonly string[], { scheme }: Judged): SheetEvent | undefined {
  switch (event.type) {
    case 'SheetHandedOver': case 'QuestionAsked': case 'MemberRecused': case 'WordingCommented': case 'ConclusionConfirmed': return event;
    case 'QuestionAnswered': {
      const answer = work.questions[event.question]?.answer;
      return answer?.isTold === true && answer.revision === revision ? { ...event, line: [] } : undefined;
    }
    case 'OpinionGiven': case 'OpinionRevised': case 'OpinionEntered':
      if (own.includes(event.member)) return event;
      return hears(own, event.member, work) ? { ...event, opinion: seenOpinion(event.opinion, work, scheme, 'members') } : undefined;
    case 'OpinionWithdrawn': case 'OpinionConfirmed': return own.includes(event.member) || hears(own, event.member, work) ? event : undefined;
    // Who dissents, and why, is what others think.
    case 'ConclusionDrafted': return {
      ...event, conclusion: seenResult(event.conclusion, work, scheme, 'members'), dissents: isIn(own, work) ? event.dissents : [],
    };
    case 'SecondEvaluationConcluded': return { ...event, conclusion: seenResult(event.conclusion, work, scheme, 'members') };
    default: return undefined;
  }
}

/** Who has said what he thinks hears what others think, as long as they do; what was entered for him, he has confirmed. */
function hears(own: readonly string[], author: string, work: StageWork): boolean {
  return isIn(own, work) && work.opinions[author]?.isWithdrawn === false;
}

function isIn(own: readonly string[], { opinions }: StageWork): boolean {
  return own.some((member) => opinions[member]?.isConfirmed === true && !opinions[member].isWithdrawn);
}

/** Of what was saved then, what stood on the sheet when it was handed over and is shown to members. */
function handedOver(fields: Contents, revision: number, own: readonly StageWork[], judged: Judged): Contents {
  return among(fields, (address) =>
    own.some((work) => work.handOver.fields[address]?.revision === revision && isShown(address, work, judged)));
}

function isHandedOver({ file, field }: FileAttached, work: StageWork, judged: Judged): boolean {
  return Object.hasOwn(work.handOver.files, file) && isShown(field, work, judged);
}

/** By the form of the hand-over: the sheet may stand under another by now. */
function isShown(address: string, work: StageWork, { sheet: { sheetType }, scheme }: Judged): boolean {
  const form = formOf(scheme, work.handOver.schemeVersion, sheetType);
  return form !== undefined && seesAddress('members', form, address, phaseOf(work));
}

/** What a meeting or the mayor had decided when the sheet was handed over is part of what a committee gets. */
function toldOfOther(
  event: SheetEvent, revision: number, work: StageWork, own: readonly StageWork[], { scheme }: Judged,
): SheetEvent | undefined {
  const { handOver, result } = work;
  const isEarlier = handOver.evaluator !== 'committee' && result !== undefined && own.some((one) => result.revision < one.handOver.revision);
  if (!isEarlier) return undefined;
  if (event.type === 'SheetHandedOver' && revision === handOver.revision) {
    const { reason: _reason, ...rest } = event;
    return rest;
  }
  if (event.type !== 'StageDecided' || revision !== result.revision) return undefined;
  return { ...event, decision: seenResult(event.decision, work, scheme, 'members') };
}
