import type { Evidence, RevisionEvidence } from '../plan/domain/plan.events.ts';
import { EvidenceExists } from '../plan/evidence-exists.ts';
import type { Asker } from '../platform/access/asker.ts';
import { answers, type AnswersFrom } from '../platform/commands/lower-rooms.ts';
import { recommendationDecider, recommendationStream } from './domain/recommendations/recommendation.ts';
import { sheetDecider, sheetStream } from './domain/sheet.ts';
import { placeOf } from './facts.ts';
import { placeOfRecommendation } from './recommendation-facts.ts';
import { ReadRecommendation } from './reads/recommendations/read-recommendation.ts';
import { ReadSheet } from './reads/sheet.ts';

/** What a change of the plan rests on: a sheet or a recommendation that whoever cites it may read. */
class SheetEvidence extends EvidenceExists {
  constructor(private readonly from: AnswersFrom) {
    super();
  }

  override async visible(asker: Asker, evidence: RevisionEvidence): Promise<boolean> {
    return 'recommendation' in evidence ? this.#recommendation(asker, evidence.recommendation) : this.#sheet(asker, evidence);
  }

  async #sheet(asker: Asker, { sheet, revision }: Evidence): Promise<boolean> {
    const { states, access } = this.from;
    const { state } = await states.fold(sheetDecider, sheetStream(asker.municipality, sheet));
    return state.phase !== 'absent' && revision <= state.revision && access.may(ReadSheet.question.name, asker, placeOf(state));
  }

  async #recommendation(asker: Asker, recommendation: string): Promise<boolean> {
    const { states, access } = this.from;
    const { state } = await states.fold(recommendationDecider, recommendationStream(asker.municipality, recommendation));
    return state.phase !== 'absent' && access.may(ReadRecommendation.question.name, asker, placeOfRecommendation(state));
  }
}

export const sheetEvidence = answers(EvidenceExists, (from) => new SheetEvidence(from));
