import type { EventHeader } from '../../../event-store/event-store.ts';
import type { Rejected } from '../../../kernel/decision.ts';
import { systemAsker } from '../../../platform/access/asker.ts';
import { deriveUuid } from '../../../platform/commands/command-id.ts';
import type { AnyCommand, Asking } from '../../../platform/commands/verb.ts';
import { readModel, type ModelReader, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { ToDo } from '../../../platform/to-do/to-do-loop.ts';
import { recommendationStream } from '../../domain/recommendations/recommendation.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { sheetStream } from '../../domain/sheet.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import type { ConcludedRecommendation } from '../../domain/stage.events.ts';
import { AdoptRecommendation, WithdrawRecommendation } from '../../recommendation.commands.ts';

/** A recommendation, the conclusion that wants it, and the one under which it stands: where they differ, something is to do. */
type RecommendationToAdopt = {
  readonly stream: string;
  readonly municipality: string;
  readonly recommendation: string;
  readonly sheet: string;
  readonly stage: string;
  readonly number: number;
  readonly text: string;
  readonly meeting: string;
  /** The conclusion's revision on its sheet; null when it was undone, or the recommendation is not adopted. */
  readonly wantedBy: number | null;
  readonly standsBy: number | null;
  /** Why the conclusion was undone. */
  readonly reason: string;
  /** The event that wants what is to do: everything done about it derives from its id. */
  readonly askedBy: string;
  readonly isToDo: number;
};

const recommendations: Table<RecommendationToAdopt> = {
  name: 'recommendations_to_adopt',
  key: 'stream',
  columns: {
    stream: 'text', municipality: 'text', recommendation: 'text', sheet: 'text', stage: 'text', number: 'integer', text: 'text', meeting: 'text',
    wantedBy: 'integer', standsBy: 'integer', reason: 'text', askedBy: 'text', isToDo: 'integer',
  },
  indexes: [['isToDo', 'stream']],
};

interface Concluded {
  readonly revision: number;
  readonly recommendations: readonly ConcludedRecommendation[];
}

/** What a stage of a sheet has come to since it was handed over; a conclusion that the whole has not confirmed recommends nothing yet. */
interface StageConcluded {
  readonly handedOverAt: number;
  readonly proposed?: Concluded;
  readonly concluded?: Concluded;
}

type Stages = Readonly<Record<string, StageConcluded>>;

type SheetConcluded = {
  readonly stream: string;
  /** By id, as JSON. */
  readonly stages: string;
};

const sheets: Table<SheetConcluded> = { name: 'concluded_sheets', key: 'stream', columns: { stream: 'text', stages: 'text' } };

export const recommendationsToAdoptModel = readModel<SheetEvent | RecommendationEvent>({
  name: 'recommendations-to-adopt',
  version: 1,
  tables: [recommendations, sheets],
  on: {
    SheetHandedOver: (rows, { stage }, header) => putStage(rows, header, stage, { handedOverAt: header.revision }),
    SecondEvaluationConcluded(rows, { stage, recommendations: concluded, meeting, toBeConfirmed }, header) {
      const { handedOverAt } = stageIn(rows, header, stage);
      const conclusion = { revision: header.revision, recommendations: concluded };
      putStage(rows, header, stage, { handedOverAt, ...(toBeConfirmed ? { proposed: conclusion } : { concluded: conclusion }) });
      if (!toBeConfirmed) want(rows, header, { stage, meeting, ...conclusion });
    },
    ConclusionConfirmed(rows, { stage, meeting }, header) {
      const { handedOverAt, proposed } = stageIn(rows, header, stage);
      if (proposed === undefined) throw new Error(`${stage} of ${header.stream} was confirmed and never proposed`);
      putStage(rows, header, stage, { handedOverAt, concluded: proposed });
      want(rows, header, { stage, meeting, ...proposed });
    },
    SheetReopened(rows, { to, reason }, header) {
      const stages = stagesIn(rows, header);
      // As the sheet's own fold has it: the stage itself, and all that came after it.
      const since = stages[to]?.handedOverAt ?? -1;
      for (const [stage, { handedOverAt, concluded }] of Object.entries(stages)) {
        if (handedOverAt < since) continue;
        putStage(rows, header, stage, { handedOverAt });
        for (const { recommendation } of concluded?.recommendations ?? []) {
          change(rows, streamOf(recommendation, header), { wantedBy: null, reason, askedBy: header.id });
        }
      }
    },
    RecommendationAdopted: (rows, { sheetRevision = null }, { stream }) => change(rows, stream, { standsBy: sheetRevision }),
    RecommendationWithdrawn: (rows, _event, { stream }) => change(rows, stream, { standsBy: null }),
  },
});

function want(
  rows: Rows, header: EventHeader, { stage, meeting, revision, recommendations: concluded }: Concluded & { readonly stage: string; readonly meeting: string },
): void {
  const { municipality, id: askedBy } = header;
  const sheet = header.stream.slice(sheetStream(municipality, '').length);
  for (const { recommendation, number, text } of concluded) {
    const stream = streamOf(recommendation, header);
    const standsBy = rows.get(recommendations, stream)?.standsBy ?? null;
    put(rows, { stream, municipality, recommendation, sheet, stage, number, text, meeting, wantedBy: revision, standsBy, reason: '', askedBy });
  }
}

/** A general recommendation is on no list. */
function change(rows: Rows, stream: string, to: Partial<RecommendationToAdopt>): void {
  const row = rows.get(recommendations, stream);
  if (row !== undefined) put(rows, { ...row, ...to });
}

function put(rows: Rows, row: Omit<RecommendationToAdopt, 'isToDo'>): void {
  rows.put(recommendations, { ...row, isToDo: Number(row.wantedBy !== row.standsBy) });
}

function streamOf(recommendation: string, { municipality }: EventHeader): string {
  return recommendationStream(municipality, recommendation);
}

function stagesIn(rows: Rows, { stream }: EventHeader): Stages {
  const row = rows.get(sheets, stream);
  return row === undefined ? {} : JSON.parse(row.stages) as Stages;
}

function stageIn(rows: Rows, header: EventHeader, stage: string): StageConcluded {
  const found = stagesIn(rows, header)[stage];
  if (found === undefined) throw new Error(`${header.stream} was never handed over to ${stage}`);
  return found;
}

function putStage(rows: Rows, header: EventHeader, stage: string, to: StageConcluded): void {
  const { stream } = header;
  rows.put(sheets, { stream, stages: JSON.stringify({ ...stagesIn(rows, header), [stage]: to }) });
}

/** Adopts what conclusions recommend, and withdraws it where they were undone. */
export const adoptRecommendations = {
  name: 'adopt-recommendations',
  list: recommendationsToAdoptModel,
  next: (list: ModelReader, atMost: number, after = '') => list.all<RecommendationToAdopt>(
    'SELECT * FROM recommendations_to_adopt WHERE isToDo = 1 AND stream > @after ORDER BY stream LIMIT @atMost', { atMost, after }),
  keyOf: ({ stream }: RecommendationToAdopt) => stream,
  commandFor({ stream, wantedBy, standsBy, sheet, stage, number, text, meeting, reason, ...item }: RecommendationToAdopt): AnyCommand {
    if (wantedBy !== null) return new AdoptRecommendation(stream, askingFor(item), { sheet, stage, number, text, meeting, sheetRevision: wantedBy });
    return new WithdrawRecommendation(stream, askingFor(item), { sheetRevision: standsBy as number, reason });
  },
  /** Neither verb refuses what this list asks for: a conclusion, or its undoing, stands in the log. */
  refusalOf({ stream }: RecommendationToAdopt, { code }: Rejected): AnyCommand {
    throw new Error(`${stream} was refused: ${code}`);
  },
} satisfies ToDo<RecommendationToAdopt>;

function askingFor({ municipality, askedBy, recommendation }: Pick<RecommendationToAdopt, 'municipality' | 'askedBy' | 'recommendation'>): Asking {
  return { asker: systemAsker(municipality, adoptRecommendations.name), key: deriveUuid(askedBy, recommendation), causation: askedBy };
}
