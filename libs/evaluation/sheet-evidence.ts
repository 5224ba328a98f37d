import type { Evidence } from '../plan/domain/plan.events.ts';
import { EvidenceExists } from '../plan/evidence-exists.ts';
import type { Asker } from '../platform/access/asker.ts';
import { answers, type AnswersFrom } from '../platform/commands/lower-rooms.ts';
import { sheetDecider, sheetStream } from './domain/sheet.ts';
import { placeOf } from './facts.ts';
import { ReadSheet } from './reads/sheet.ts';

/** What a change of the plan rests on: a sheet that whoever cites it may read. */
class SheetEvidence extends EvidenceExists {
  constructor(private readonly from: AnswersFrom) {
    super();
  }

  override async visible(asker: Asker, { sheet, revision }: Evidence): Promise<boolean> {
    const { states, access } = this.from;
    const { state } = await states.fold(sheetDecider, sheetStream(asker.municipality, sheet));
    return state.phase !== 'absent' && revision <= state.revision && access.may(ReadSheet.question.name, asker, placeOf(state));
  }
}

export const sheetEvidence = answers(EvidenceExists, (from) => new SheetEvidence(from));
