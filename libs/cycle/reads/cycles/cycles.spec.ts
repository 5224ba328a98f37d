import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventAt } from '../../../event-store/contract/given-events.ts';
import type { EventHeader, StoredEvent } from '../../../event-store/event-store.ts';
import { ModelFile } from '../../../platform/reads/model-file.ts';
import { opened } from '../../domain/cycle-examples.ts';
import { cycleCatalogue, type CycleEvent } from '../../domain/cycle.events.ts';
import { cyclesModel, type CycleRow } from './cycles.model.ts';

let list: ModelFile;
let position: number;
beforeEach(() => {
  list = new ModelFile(cyclesModel, ':memory:', true);
  position = 0;
});
afterEach(() => list.close());

function logged(stream: string, event: CycleEvent): void {
  const { type, ...payload } = event;
  const header = { ...JSON.parse(eventAt(stream, 0, {}).header) as EventHeader, type, version: cycleCatalogue[type].version };
  position += 1;
  const stored: StoredEvent = { position: String(position).padStart(3, '0'), header, payload: structuredClone(payload) };
  list.apply([stored], cycleCatalogue);
  list.flush();
}

function added(node: string): CycleEvent {
  return { type: 'SheetAdded', plan: 'industry', planRevision: 8, node, sheetType: 'measure-sheet', reason: '重点施策のため' };
}

const counts = () => list.all<CycleRow>('SELECT * FROM cycles ORDER BY year').map(({ year, chosen, leftOut }) => ({ year, chosen, leftOut }));

describe('the list of cycles', () => {
  it('counts who gets a sheet and who was left out', () => {
    logged('cycle-mihon-2026', opened);
    expect(counts()).toEqual([{ year: 2026, chosen: 2, leftOut: 2 }]);
  });

  it('counts a sheet that was added, and takes the node off those left out only where it was', () => {
    logged('cycle-mihon-2026', opened);
    logged('cycle-mihon-2027', { ...opened, year: 2027 });
    logged('cycle-mihon-2026', added('measure-3'));
    logged('cycle-mihon-2026', added('measure-4'));
    expect(counts()).toEqual([{ year: 2026, chosen: 4, leftOut: 1 }, { year: 2027, chosen: 2, leftOut: 2 }]);
  });
});
