import { readModel, type Table } from '../../../platform/reads/read-model.ts';
import type { CycleEvent } from '../../domain/cycle.events.ts';

/** One year in the list of years. */
export type CycleRow = {
  readonly stream: string;
  readonly municipality: string;
  readonly year: number;
  readonly aboutYear: number;
  readonly chosen: number;
  readonly leftOut: number;
};

/** A node that was left out and not added since: one that came into the plan later was never counted. */
type LeftOutRow = {
  /** The cycle's stream and the node. */
  readonly place: string;
};

const cycles: Table<CycleRow> = {
  name: 'cycles',
  key: 'stream',
  columns: { stream: 'text', municipality: 'text', year: 'integer', aboutYear: 'integer', chosen: 'integer', leftOut: 'integer' },
  indexes: [['municipality', 'year']],
};

const leftOutNodes: Table<LeftOutRow> = { name: 'left_out_nodes', key: 'place', columns: { place: 'text' } };

export const cyclesModel = readModel<CycleEvent>({
  name: 'cycles',
  version: 1,
  tables: [cycles, leftOutNodes],
  on: {
    CycleOpened(rows, { year, aboutYear, nodes, leftOut }, { stream, municipality }) {
      const left = leftOut.flatMap((together) => together.nodes);
      for (const node of left) rows.put(leftOutNodes, { place: placeOf(stream, node) });
      rows.put(cycles, { stream, municipality, year, aboutYear, chosen: nodes.length, leftOut: left.length });
    },
    SheetAdded(rows, { node }, { stream }) {
      const cycle = rows.get(cycles, stream);
      if (cycle === undefined) throw new Error(`${stream} was never opened`);
      const place = placeOf(stream, node);
      const wasLeftOut = rows.get(leftOutNodes, place) !== undefined;
      if (wasLeftOut) rows.remove(leftOutNodes, place);
      rows.put(cycles, { ...cycle, chosen: cycle.chosen + 1, leftOut: cycle.leftOut - (wasLeftOut ? 1 : 0) });
    },
  },
});

function placeOf(stream: string, node: string): string {
  return `${stream} ${node}`;
}
