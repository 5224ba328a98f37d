import { RecordEdition, RecordPublicationRefusal } from '../../../cycle/commands.ts';
import type { CycleEvent } from '../../../cycle/domain/cycle.events.ts';
import type { Rejected } from '../../../kernel/decision.ts';
import { systemAsker } from '../../../platform/access/asker.ts';
import { deriveUuid } from '../../../platform/commands/command-id.ts';
import type { Asking } from '../../../platform/commands/verb.ts';
import { readModel, type ModelReader, type Table } from '../../../platform/reads/read-model.ts';
import type { ToDo } from '../../../platform/to-do/to-do-loop.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { makeEdition, type EditionToMake } from '../../publication/make-edition.ts';

/** A publication that a cycle asked for and that is neither made nor refused. A cycle has one at a time. */
type PublicationRow = {
  readonly cycle: string;
  readonly municipality: string;
  readonly year: number;
  readonly publication: string;
  /** The event that asked for it: everything done about it derives from its id. */
  readonly askedBy: string;
};

/** 総括的提言: no sheet leads to it, so whoever publishes it must know that it is there. */
type GeneralRow = {
  readonly stream: string;
  readonly municipality: string;
  readonly year: number;
  readonly recommendation: string;
};

const toMake: Table<PublicationRow> = {
  name: 'publications_to_make',
  key: 'cycle',
  columns: { cycle: 'text', municipality: 'text', year: 'integer', publication: 'text', askedBy: 'text' },
};

const general: Table<GeneralRow> = {
  name: 'general_recommendations',
  key: 'stream',
  columns: { stream: 'text', municipality: 'text', year: 'integer', recommendation: 'text' },
  indexes: [['municipality', 'year']],
};

export const publicationsToMakeModel = readModel<CycleEvent | RecommendationEvent>({
  name: 'publications-to-make',
  version: 1,
  tables: [toMake, general],
  on: {
    PublicationAsked: (rows, { publication }, { stream: cycle, municipality, id: askedBy }) =>
      rows.put(toMake, { cycle, municipality, year: Number(cycle.split('-').at(-1)), publication, askedBy }),
    EditionPublished: (rows, _event, { stream }) => rows.remove(toMake, stream),
    PublicationRefused: (rows, _event, { stream }) => rows.remove(toMake, stream),
    RecommendationAdopted(rows, { sheet, year }, { stream, municipality }) {
      if (sheet === undefined) rows.put(general, { stream, municipality, year, recommendation: stream.split('-').slice(2).join('-') });
    },
  },
});

interface PublicationToMake extends EditionToMake {
  readonly askedBy: string;
}

/** Makes the editions that are asked for, each once, however often it is interrupted. */
export const makeEditions = {
  name: 'make-editions',
  list: publicationsToMakeModel,
  next: (list: ModelReader, atMost: number, after = '') =>
    list.all<PublicationRow>('SELECT * FROM publications_to_make WHERE cycle > @after ORDER BY cycle LIMIT @atMost', { atMost, after })
      .map(({ cycle, municipality, year, publication, askedBy }) =>
        ({ cycle, municipality, publication, askedBy, recommendations: generalOf(list, municipality, year) })),
  keyOf: ({ cycle }: PublicationToMake) => cycle,
  commandFor: async (item: PublicationToMake, from: Parameters<typeof makeEdition>[1]) =>
    new RecordEdition(item.cycle, askingFor(item), await makeEdition(item, from)),
  refusalOf: (item: PublicationToMake, { code }: Rejected) =>
    new RecordPublicationRefusal(item.cycle, askingFor(item), { publication: item.publication, code }),
} satisfies ToDo<PublicationToMake>;

function generalOf(list: ModelReader, municipality: string, year: number): readonly string[] {
  return list.all<GeneralRow>(
    'SELECT * FROM general_recommendations WHERE municipality = @municipality AND year = @year ORDER BY stream', { municipality, year },
  ).map(({ recommendation }) => recommendation);
}

function askingFor({ municipality, askedBy, publication }: PublicationToMake): Asking {
  return { asker: systemAsker(municipality, makeEditions.name), key: deriveUuid(askedBy, publication), causation: askedBy };
}
