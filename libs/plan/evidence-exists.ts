import type { Asker } from '../platform/access/asker.ts';
import type { Evidence } from './domain/plan.events.ts';

/** Whether there is such a sheet at such a revision, and the asker may see it. Answered by the room that knows sheets. */
export abstract class EvidenceExists {
  abstract visible(asker: Asker, evidence: Evidence): Promise<boolean>;
}
