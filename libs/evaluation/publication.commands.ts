import type { AskPublication as AskPublicationBody, AskPublicationFacts } from '../cycle/domain/ask-publication.ts';
import { askPublication } from '../cycle/domain/ask-publication.ts';
import { cycleDecider, publicationOf, type Cycle } from '../cycle/domain/cycle.ts';
import { commandOf, type FactReader } from '../platform/commands/verb.ts';
import { correctPublished, type CorrectPublishedFacts } from './domain/publication/correct-published.ts';
import type { Correct } from './domain/secretariat/correct.ts';
import { sheetDecider, sheetId, sheetStream, type Sheet } from './domain/sheet.ts';
import { cycleOf, formFacts, placeOf, type Here } from './facts.ts';

/** The cycle decides, but whether a sheet is final is known only here. */
export const AskPublication = commandOf({ name: 'evaluation.publish', decider: cycleDecider, facts: askFacts, decide: askPublication });

export const CorrectPublished = commandOf({
  name: 'evaluation.correct-published', decider: sheetDecider, belongsTo: placeOf, decide: correctPublished,
  facts: (reader, here: Correct & Here, sheet) => correctFacts(reader, here, sheet),
});

async function askFacts(reader: FactReader, { municipality, sheets = [] }: AskPublicationBody & Here, cycle: Cycle): Promise<AskPublicationFacts> {
  const known = cycle.phase === 'absent' ? new Set() : new Set(cycle.nodes.map(({ node }) => sheetId(cycle.year, node)));
  const asked = [...new Set(sheets)];
  const named = [];
  for (const sheet of asked.filter((one) => known.has(one))) {
    const { state: { phase }, revision } = await reader.fold(sheetDecider, sheetStream(municipality, sheet));
    named.push({ sheet, revision, phase });
  }
  return { named, unknown: asked.filter((one) => !known.has(one)) };
}

async function correctFacts(reader: FactReader, here: Here, sheet: Sheet): Promise<CorrectPublishedFacts> {
  if (sheet.phase === 'absent') throw new Error('a correction of a sheet that was never opened');
  const { cycle, revision: cycleRevision } = await cycleOf(reader, here.municipality, sheet.year);
  const { publicEdition } = publicationOf(cycle, sheetId(sheet.year, sheet.node));
  return { ...await formFacts(reader, here, sheet), publicEdition, cycleRevision };
}
