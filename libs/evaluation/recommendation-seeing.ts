import type { Role } from '../platform/access/asker.ts';
import { seeingOf } from '../platform/access/sight.ts';
import { recommendationDecider } from './domain/recommendations/recommendation.ts';
import { seenResponse } from './domain/recommendations/seen-response.ts';

/** The committee is told a response when its line is done; the office and those who keep the records see it grow. */
export const recommendationSeeing = seeingOf({
  decider: recommendationDecider,
  async eyeOf({ role }, recommendation) {
    return isOfCommittee(role) ? seenResponse(recommendation) : (event) => event;
  },
});

export function isOfCommittee(role: Role): boolean {
  return role === 'member' || role === 'chair';
}
