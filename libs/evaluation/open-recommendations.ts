import { predecessorsOf } from '../plan/domain/lineage.ts';
import { everyYear, planDecider, planStream, type AdoptedPlan } from '../plan/domain/plan.ts';
import { OpenRecommendations, type OpenRecommendation } from '../plan/open-recommendations.ts';
import type { Asker } from '../platform/access/asker.ts';
import { answers, type AnswersFrom } from '../platform/commands/lower-rooms.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import { recommendationDecider, recommendationStream } from './domain/recommendations/recommendation.ts';
import { sheetDecider, sheetId, sheetStream } from './domain/sheet.ts';
import { concludedRecommendations } from './domain/stage-work.ts';
import type { ConcludedRecommendation } from './domain/stage.events.ts';
import { placeOfRecommendation } from './recommendation-facts.ts';
import { ReadRecommendation } from './reads/recommendations/read-recommendation.ts';

/** A node of a plan, and the year before which its recommendations were concluded; all of them when nothing is said. */
export interface OnNode {
  readonly plan: string;
  readonly node: string;
  readonly year?: number;
}

/** The recommendations of conclusions that stand on a node, or on what it came from, and are not closed: from the log alone. */
export async function openRecommendationsOn(reader: FactReader, municipality: string, on: OnNode): Promise<readonly OpenRecommendation[]> {
  const open: OpenRecommendation[] = [];
  for (const { recommendation, text } of await recommendedOn(reader, municipality, on)) {
    if (await isOpen(reader, municipality, recommendation)) open.push({ recommendation, node: on.node, text });
  }
  return open;
}

/** What was ever concluded on a node, or on what it came from, and was not undone. */
export async function recommendedOn(
  reader: FactReader, municipality: string, { plan, node, year = Infinity }: OnNode,
): Promise<readonly ConcludedRecommendation[]> {
  const { state } = await reader.fold(planDecider, planStream(municipality, plan));
  if (state.phase !== 'adopted') return [];
  const sheets = [node, ...predecessorsOf(state, node)].flatMap((one) =>
    yearsOf(state).filter((concludedIn) => concludedIn < year).map((concludedIn) => sheetId(concludedIn, one)));
  const concluded = await Promise.all(sheets.map((sheet) => concludedOn(reader, municipality, sheet)));
  return concluded.flat();
}

/** Plans of the time before drafts say nothing of their years; none is evaluated for longer than this. */
const evaluatedForAtMostYears = 30;

/** The years in which a plan may have sheets: its own, and the one that looks back on its last. */
function yearsOf({ firstYear, lastYear, versions }: AdoptedPlan): readonly number[] {
  const from = firstYear === everyYear.firstYear ? versions[0]?.fromYear ?? firstYear : firstYear;
  const until = Math.min(lastYear + 1, from + evaluatedForAtMostYears);
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}

async function concludedOn(reader: FactReader, municipality: string, sheet: string): Promise<readonly ConcludedRecommendation[]> {
  const { state } = await reader.fold(sheetDecider, sheetStream(municipality, sheet));
  return state.phase === 'absent' ? [] : concludedRecommendations(state.works);
}

/** One that was concluded a moment ago and is not adopted yet is open as well. */
async function isOpen(reader: FactReader, municipality: string, recommendation: string): Promise<boolean> {
  const { state: { phase } } = await reader.fold(recommendationDecider, recommendationStream(municipality, recommendation));
  return phase !== 'closed' && phase !== 'withdrawn';
}

class OpenOnNodes extends OpenRecommendations {
  constructor(private readonly from: AnswersFrom) {
    super();
  }

  /** That there is one everybody learns who may propose; what it says, whoever may read it. */
  override async on(asker: Asker, plan: string, nodes: readonly string[]): Promise<readonly OpenRecommendation[]> {
    const { states, access } = this.from;
    const open = (await Promise.all(nodes.map((node) => openRecommendationsOn(states, asker.municipality, { plan, node })))).flat();
    return Promise.all(open.map(async ({ text, ...one }) => {
      const { state } = await states.fold(recommendationDecider, recommendationStream(asker.municipality, one.recommendation));
      const mayRead = access.may(ReadRecommendation.question.name, asker, placeOfRecommendation(state));
      return { ...one, ...(mayRead && text !== undefined && { text }) };
    }));
  }
}

export const openRecommendations = answers(OpenRecommendations, (from) => new OpenOnNodes(from));
