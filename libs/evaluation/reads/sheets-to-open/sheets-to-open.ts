import { RecordRefusal } from '../../../cycle/commands.ts';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import type { CycleEvent } from '../../../cycle/domain/cycle.events.ts';
import type { EventHeader } from '../../../event-store/event-store.ts';
import type { Rejected } from '../../../kernel/decision.ts';
import { systemAsker } from '../../../platform/access/asker.ts';
import { deriveUuid } from '../../../platform/commands/command-id.ts';
import type { Asking } from '../../../platform/commands/verb.ts';
import { readModel, type ModelReader, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { ToDo } from '../../../platform/to-do/to-do-loop.ts';
import { OpenSheet } from '../../commands.ts';
import { sheetId, sheetStream } from '../../domain/sheet.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';

/** A sheet that a cycle asked for and that is not open yet. */
type SheetToOpen = {
  readonly stream: string;
  readonly municipality: string;
  readonly year: number;
  readonly node: string;
  /** The event that asked for it: everything done about it derives from its id. */
  readonly askedBy: string;
};

const toOpen: Table<SheetToOpen> = {
  name: 'sheets_to_open',
  key: 'stream',
  columns: { stream: 'text', municipality: 'text', year: 'integer', node: 'text', askedBy: 'text' },
};

export const sheetsToOpenModel = readModel<CycleEvent | SheetEvent>({
  name: 'sheets-to-open',
  version: 2,
  tables: [toOpen],
  on: {
    CycleOpened(rows, { nodes }, header) {
      for (const { node } of nodes) ask(rows, node, header);
    },
    SheetAdded: (rows, { node }, header) => ask(rows, node, header),
    SheetOpened: (rows, _event, { stream }) => rows.remove(toOpen, stream),
    SheetOpeningRefused: (rows, { node }, header) => rows.remove(toOpen, streamOf(node, header)),
  },
});

function ask(rows: Rows, node: string, header: EventHeader): void {
  const { municipality, id } = header;
  rows.put(toOpen, { stream: streamOf(node, header), municipality, year: yearOf(header), node, askedBy: id });
}

function streamOf(node: string, header: EventHeader): string {
  return sheetStream(header.municipality, sheetId(yearOf(header), node));
}

/** A cycle's stream is named by its year. */
function yearOf({ stream }: EventHeader): number {
  return Number(stream.split('-').at(-1));
}

/** Opens the sheets of a cycle, each once, however often it is interrupted. */
export const openSheets = {
  name: 'open-sheets',
  list: sheetsToOpenModel,
  next: (list: ModelReader, atMost: number, after = '') =>
    list.all<SheetToOpen>('SELECT * FROM sheets_to_open WHERE stream > @after ORDER BY stream LIMIT @atMost', { atMost, after }),
  keyOf: ({ stream }: SheetToOpen) => stream,
  commandFor: ({ stream, municipality, year, node, askedBy }: SheetToOpen) =>
    new OpenSheet(stream, askingFor(municipality, askedBy, node), { year, node }),
  refusalOf: ({ municipality, year, node, askedBy }: SheetToOpen, { code }: Rejected) =>
    new RecordRefusal(cycleStream(municipality, year), askingFor(municipality, askedBy, node), { node, code }),
} satisfies ToDo<SheetToOpen>;

function askingFor(municipality: string, askedBy: string, node: string): Asking {
  return { asker: systemAsker(municipality, openSheets.name), key: deriveUuid(askedBy, node), causation: askedBy };
}
