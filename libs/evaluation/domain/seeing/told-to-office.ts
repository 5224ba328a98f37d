import type { SheetEvent } from '../sheet.events.ts';
import type { StageWork } from '../stage-work.ts';
import type { ConclusionConfirmed, SecondEvaluationConcluded } from '../stage.events.ts';
import { pointsOfMany, seenOpinion, seenResult, stageAtHandOver, type Judged } from './stage-seen.ts';

/**
 * What the section and its line are told of what happens in stages: questions and their answers, and what a stage came to.
 * Who said what in a committee never, unless the scheme says so; then once it is concluded, and of what was counted.
 */
export function toldToOffice(event: SheetEvent, revision: number, { sheet: { works }, scheme }: Judged): SheetEvent | undefined {
  const work = 'stage' in event ? works[event.stage] : undefined;
  if (work === undefined) return event;
  switch (event.type) {
    case 'MemberRecused': case 'OpinionWithdrawn': case 'ConclusionDrafted': case 'WordingCommented': return undefined;
    case 'OpinionGiven': case 'OpinionRevised': case 'OpinionEntered': case 'OpinionConfirmed': {
      const isShown = stageAtHandOver(work, scheme)?.opinion?.seenBy?.office === 'concluded' && isCounted(work, event.member, revision);
      if (!isShown) return undefined;
      return event.type === 'OpinionConfirmed' ? event : { ...event, opinion: seenOpinion(event.opinion, work, scheme, 'office') };
    }
    case 'SecondEvaluationConcluded':
      return isResult(event, revision, work)
        ? withoutPeople({ ...event, conclusion: seenResult(event.conclusion, work, scheme, 'office') }) : undefined;
    case 'ConclusionConfirmed': return isOfResult(event, revision, work) ? { ...event, roster: [], counted: [] } : undefined;
    case 'StageDecided': return { ...event, decision: seenResult(event.decision, work, scheme, 'office') };
    // Who has always to do with the section is the committee's business.
    case 'SheetHandedOver': return { ...event, recused: [] };
    default: return event;
  }
}

/** Who was not counted kept out of it, and of few who said what they said is plain: names, and points of few, are the committee's. */
function withoutPeople(event: SecondEvaluationConcluded): SecondEvaluationConcluded {
  return {
    ...event, roster: [], counted: [], opinions: [], points: pointsOfMany(event.points), dissents: event.dissents.map(({ text }) => ({ member: '', text })),
  };
}

/** Of what somebody said only the last word, and only where the conclusion rests on it. */
function isCounted({ result, opinions }: StageWork, member: string, revision: number): boolean {
  const opinion = opinions[member];
  return result?.by === 'committee' && result.opinions.includes(member) && opinion !== undefined && revision >= opinion.revision;
}

/** What a sub-group proposes is nothing yet; what was a result once goes on being told, also when the sheet was reopened. */
function isResult({ toBeConfirmed }: SecondEvaluationConcluded, revision: number, { result }: StageWork): boolean {
  return !toBeConfirmed || result?.revision === revision;
}

/** A confirmation is told together with what it confirmed. */
function isOfResult({ meeting }: ConclusionConfirmed, revision: number, { result }: StageWork): boolean {
  return result?.by === 'committee' && result.confirmedIn === meeting && revision > result.revision;
}
