import type { Answering } from '../../platform/reads/question.ts';
import type { RevisionEvidence } from '../domain/plan.events.ts';
import { EvidenceExists } from '../evidence-exists.ts';

interface SeenEvidence {
  readonly evidence: readonly RevisionEvidence[];
  /** How many more there are that the asker may not see. */
  readonly evidenceWithheld: number;
}

/** What of the evidence the asker may see himself; each is asked for once. */
export function evidenceSeenBy({ asker, lowerRooms }: Answering): (evidence: readonly RevisionEvidence[]) => Promise<SeenEvidence> {
  const known = new Map<string, Promise<boolean>>();
  const isVisible = (one: RevisionEvidence): Promise<boolean> => {
    const key = 'recommendation' in one ? one.recommendation : `${one.sheet} ${one.revision}`;
    const visible = known.get(key) ?? lowerRooms.asked(EvidenceExists).visible(asker, one);
    known.set(key, visible);
    return visible;
  };
  return async (all) => {
    const visible = await Promise.all(all.map(isVisible));
    const evidence = all.filter((_, index) => visible[index]);
    return { evidence, evidenceWithheld: all.length - evidence.length };
  };
}
