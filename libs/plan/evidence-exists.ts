import type { Asker } from '../platform/access/asker.ts';
import type { RevisionEvidence } from './domain/plan.events.ts';

/** Whether there is such a sheet at such a revision, or such a recommendation, and the asker may see it. Answered by the room that knows both. */
export abstract class EvidenceExists {
  abstract visible(asker: Asker, evidence: RevisionEvidence): Promise<boolean>;
}
