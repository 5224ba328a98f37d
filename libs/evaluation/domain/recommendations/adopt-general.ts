import type { FoundedCommittee, Meeting } from '../../../committee/domain/committee.ts';
import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { fiscalYearAt } from '../../../kernel/fiscal-year.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface AdoptGeneral {
  readonly committee: string;
  readonly meeting: string;
  readonly number?: number;
  readonly text: string;
  /** Whose it is to answer. */
  readonly section: string;
}

export interface AdoptGeneralFacts {
  readonly committee: FoundedCommittee | undefined;
  /** As the section is today. */
  readonly owner: { readonly section: string; readonly department: string } | undefined;
}

/** 総括的提言: recorded by the secretariat as the committee adopted it in a meeting or a circulation; it belongs to no sheet. */
export function adoptGeneral(
  { meeting: id, number, text }: AdoptGeneral & Asked, recommendation: Recommendation, { committee, owner }: AdoptGeneralFacts,
): Decision<RecommendationEvent, RecommendationRejection> {
  const absent = inPhaseFor(recommendation, 'adopt-general');
  if (isRejected(absent)) return absent;
  const meeting = committee?.meetings[id];
  if (committee === undefined || meeting === undefined) return reject('unknown');
  if (!tookPlace(meeting)) return reject('meeting-not-held');
  if (owner === undefined) return reject('section-unknown');
  if (isBlank(text)) return reject('text-missing');
  return accept({
    type: 'RecommendationAdopted', year: fiscalYearAt(`${meeting.on}T00:00:00Z`), committee: committee.id, ...(number !== undefined && { number }),
    text, meeting: id, section: owner.section, department: owner.department,
  });
}

/** Nobody holds a circulation: it goes round. */
function tookPlace({ way, held, cancelledFor }: Meeting): boolean {
  return cancelledFor === undefined && (way === 'circulation' || held !== undefined);
}
