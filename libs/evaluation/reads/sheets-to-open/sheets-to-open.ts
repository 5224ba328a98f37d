import { RecordRefusal } from '../../../cycle/commands.ts';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import type { CycleEvent } from '../../../cycle/domain/cycle.events.ts';
import { systemAsker } from '../../../platform/access/asker.ts';
import { deriveUuid } from '../../../platform/commands/command-id.ts';
import { readModel, type Table } from '../../../platform/reads/read-model.ts';
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
  version: 1,
  tables: [toOpen],
  on: {
    CycleOpened(rows, { year, nodes }, { municipality, id }) {
      for (const { node } of nodes) {
        rows.put(toOpen, { stream: sheetStream(municipality, sheetId(year, node)), municipality, year, node, askedBy: id });
      }
    },
    SheetOpened: (rows, _event, { stream }) => rows.remove(toOpen, stream),
    SheetOpeningRefused(rows, { node }, { municipality, stream }) {
      const year = Number(stream.split('-').at(-1));
      rows.remove(toOpen, sheetStream(municipality, sheetId(year, node)));
    },
  },
});

/** Opens the sheets of a cycle, each once, however often it is interrupted. */
export const openSheets: ToDo<SheetToOpen> = {
  name: 'open-sheets',
  list: sheetsToOpenModel,
  next: (list, atMost, after = '') =>
    list.all<SheetToOpen>('SELECT * FROM sheets_to_open WHERE stream > @after ORDER BY stream LIMIT @atMost', { atMost, after }),
  keyOf: ({ stream }) => stream,
  commandFor: ({ stream, municipality, year, node, askedBy }) =>
    new OpenSheet(stream, askingFor(municipality, askedBy, node), { year, node }),
  refusalOf: ({ municipality, year, node, askedBy }, { code }) =>
    new RecordRefusal(cycleStream(municipality, year), askingFor(municipality, askedBy, node), { node, code }),
};

function askingFor(municipality: string, askedBy: string, node: string) {
  return { asker: systemAsker(municipality, openSheets.name), key: deriveUuid(askedBy, node), causation: askedBy };
}
