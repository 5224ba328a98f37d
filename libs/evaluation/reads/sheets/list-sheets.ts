import { planDecider, planStream } from '../../../plan/domain/plan.ts';
import type { PlanNode } from '../../../plan/domain/plan.events.ts';
import type { FactReader } from '../../../platform/commands/verb.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import { sheetId, type SheetPhase } from '../../domain/sheet.ts';
import { sheetsModel, type SheetRow } from './sheets.model.ts';

/** Where a sheet stands in the list. */
export interface Place {
  readonly year: number;
  readonly place: number;
}

export interface ListSheetsAsked {
  readonly year?: number;
  readonly phase?: SheetPhase;
  readonly section?: string;
  /** Where the page before this one ended. */
  readonly after?: Place;
  readonly limit: number;
}

const rowsAtOnce = 200;
const beforeEverything: Place = { year: Number.MAX_SAFE_INTEGER, place: 0 };

/** The sheets that the asker may see, newest year first and as the cycle names them, a page at a time. */
export const ListSheets = queryOf({
  name: 'evaluation.list-sheets',
  model: sheetsModel,
  async answer(asked: ListSheetsAsked, { asker, states, may }, model) {
    const { municipality } = asker;
    const { year = null, phase = null, section = null, limit } = asked;
    const page: SheetRow[] = [];
    let after = asked.after ?? beforeEverything;
    for (;;) {
      const rows = model.all<SheetRow>(
        `SELECT * FROM sheets WHERE municipality = @municipality AND (year < @afterYear OR (year = @afterYear AND place > @afterPlace))
         AND (@year IS NULL OR year = @year)
         AND (@phase IS NULL OR phase = @phase) AND (@section IS NULL OR section = @section) ORDER BY year DESC, place LIMIT @rowsAtOnce`,
        { municipality, afterYear: after.year, afterPlace: after.place, year, phase, section, rowsAtOnce });
      page.push(...rows.filter(may));
      after = rows.at(-1) ?? after;
      if (rows.length < rowsAtOnce || page.length > limit) break;
    }
    const nodes = await nodesOf(states, municipality, page);
    const shown = page.slice(0, limit);
    const last = shown.at(-1);
    return {
      sheets: shown.map((row) => ({
        id: sheetId(row.year, row.node),
        year: row.year,
        node: { id: row.node, number: nodes.get(row.node)?.number, name: nodes.get(row.node)?.name },
        section: row.section,
        department: row.department,
        phase: row.phase,
        late: row.late === null ? undefined : row.late === 1,
        revision: row.revision,
        changedAt: row.changedAt,
      })),
      ...(page.length > limit && last !== undefined && { cursor: `${last.year}.${last.place}` }),
    };
  },
});

async function nodesOf(states: FactReader, municipality: string, rows: readonly SheetRow[]): Promise<ReadonlyMap<string, PlanNode>> {
  const nodes = new Map<string, PlanNode>();
  for (const plan of new Set(rows.map((row) => row.plan))) {
    const { state } = await states.fold(planDecider, planStream(municipality, plan));
    if (state.phase === 'adopted') for (const node of state.nodes) nodes.set(node.id, node);
  }
  return nodes;
}
