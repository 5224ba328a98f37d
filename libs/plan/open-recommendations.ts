import type { Asker } from '../platform/access/asker.ts';
import type { OpenRecommendation } from './domain/revision/open-recommendation.ts';

export type { OpenRecommendation };

/** Which recommendations stand on these nodes of a plan and are not closed. Answered by the room that knows recommendations. */
export abstract class OpenRecommendations {
  abstract on(asker: Asker, plan: string, nodes: readonly string[]): Promise<readonly OpenRecommendation[]>;
}
