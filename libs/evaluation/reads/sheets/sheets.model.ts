import { readModel, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { EventHeader } from '../../../event-store/event-store.ts';
import type { SheetPhase } from '../../domain/sheet.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';

/** One line of the list of sheets. Where a sheet belongs is here; who may see it follows from that. */
export type SheetRow = {
  readonly stream: string;
  readonly municipality: string;
  readonly year: number;
  /** Where the cycle names its node: sheets are listed in that order. */
  readonly place: number;
  readonly plan: string;
  readonly node: string;
  readonly section: string;
  readonly department: string;
  readonly phase: SheetPhase;
  /** null until it was submitted. */
  readonly late: number | null;
  readonly revision: number;
  readonly changedAt: string;
};

const sheets: Table<SheetRow> = {
  name: 'sheets',
  key: 'stream',
  columns: {
    stream: 'text', municipality: 'text', year: 'integer', place: 'integer', plan: 'text', node: 'text', section: 'text', department: 'text',
    phase: 'text', late: 'integer', revision: 'integer', changedAt: 'text',
  },
  indexes: [['municipality', 'year', 'place']],
};

export const sheetsModel = readModel<SheetEvent>({
  name: 'sheets',
  version: 1,
  tables: [sheets],
  on: {
    SheetOpened(rows, { year, place, plan, node, section, department }, { stream, municipality, revision, recordedAt }) {
      rows.put(sheets, {
        stream, municipality, year, place, plan, node, section, department, phase: 'drafting', late: null, revision, changedAt: recordedAt,
      });
    },
    FieldsSaved: (rows, _event, header) => change(rows, header, {}),
    FirstEvaluationSubmitted: (rows, { late }, header) => change(rows, header, { phase: 'submitted', late: late ? 1 : 0 }),
    FirstEvaluationApproved: (rows, _event, header) => change(rows, header, { phase: 'approved' }),
    FirstEvaluationSentBack: (rows, _event, header) => change(rows, header, { phase: 'drafting' }),
  },
});

function change(rows: Rows, { stream, revision, recordedAt }: EventHeader, changed: Partial<SheetRow>): void {
  const row = rows.get(sheets, stream);
  if (row === undefined) throw new Error(`${stream} was never opened`);
  rows.put(sheets, { ...row, ...changed, revision, changedAt: recordedAt });
}
