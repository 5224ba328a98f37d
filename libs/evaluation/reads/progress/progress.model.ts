import { readModel, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import { onEveryMove, outlines } from '../outline.ts';

/** How many sheets of a section stand in one phase of a year. */
export type ProgressRow = {
  readonly cell: string;
  readonly municipality: string;
  readonly year: number;
  readonly department: string;
  readonly section: string;
  readonly phase: SheetPhase;
  readonly sheets: number;
  /** Of them, those that were submitted late. */
  readonly late: number;
};

const progress: Table<ProgressRow> = {
  name: 'progress',
  key: 'cell',
  columns: {
    cell: 'text', municipality: 'text', year: 'integer', department: 'text', section: 'text', phase: 'text', sheets: 'integer', late: 'integer',
  },
  indexes: [['municipality', 'year']],
};

/** Counts, so that how a year goes is a look at some rows, however many sheets it has. */
export const progressModel = readModel<SheetEvent>({
  name: 'progress',
  version: 2,
  tables: [progress, outlines],
  on: onEveryMove((rows, { sheet }, { municipality }, before) => {
    if (before !== undefined) count(rows, municipality, before.sheet, -1);
    count(rows, municipality, sheet, 1);
  }),
});

function count(rows: Rows, municipality: string, { year, department, section, phase, late }: OpenedSheet, by: 1 | -1): void {
  const cell = [municipality, year, department, section, phase].join(' ');
  const row = rows.get(progress, cell) ?? { cell, municipality, year, department, section, phase, sheets: 0, late: 0 };
  const sheets = row.sheets + by;
  if (sheets === 0) rows.remove(progress, cell);
  else rows.put(progress, { ...row, sheets, late: row.late + (late === true ? by : 0) });
}
