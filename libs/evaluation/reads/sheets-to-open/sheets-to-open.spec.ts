import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CycleOpened } from '../../../cycle/domain/cycle.events.ts';
import { cycleCatalogue } from '../../../cycle/domain/cycle.events.ts';
import { eventAt } from '../../../event-store/contract/given-events.ts';
import type { EventHeader, StoredEvent } from '../../../event-store/event-store.ts';
import { reject } from '../../../kernel/decision.ts';
import type { DomainEvent } from '../../../kernel/decider.ts';
import { ModelFile } from '../../../platform/reads/model-file.ts';
import { sheetCatalogue } from '../../domain/sheet.events.ts';
import { openSheets, sheetsToOpenModel } from './sheets-to-open.ts';

const opened: CycleOpened = {
  type: 'CycleOpened', year: 2026, aboutYear: 2025, plans: [{ plan: 'plan-1', planVersion: 1, planRevision: 0 }], schemeVersion: 3, schemeRevision: 2,
  periods: [{
    id: 'submission', name: { ja: '一次評価の提出', en: 'Submission' }, deadline: { date: '2026-06-30', at: '2026-06-30T14:59:59.999Z' },
  }],
  nodes: ['node-1', 'node-2'].map((node) => ({ plan: 'plan-1', node, sheetType: 'measure-sheet' })),
  leftOut: [],
};
const cycle = 'cycle-mihon-2026';
const askingEvent = '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11';

let list: ModelFile;
let position: number;
beforeEach(() => {
  list = new ModelFile(sheetsToOpenModel, ':memory:', true);
  position = 0;
});
afterEach(() => list.close());

function logged(stream: string, event: DomainEvent, id?: string): void {
  const { type, ...payload } = event;
  const { version } = { ...cycleCatalogue, ...sheetCatalogue }[type as keyof typeof cycleCatalogue];
  const header = { ...JSON.parse(eventAt(stream, 0, {}, id).header) as EventHeader, type, version };
  position += 1;
  const stored: StoredEvent = { position: String(position).padStart(3, '0'), header, payload: structuredClone(payload) };
  list.apply([stored], { ...cycleCatalogue, ...sheetCatalogue });
  list.flush();
}

const streams = () => openSheets.next(list, 10).map(({ stream }) => stream);

describe('the sheets that are to be opened', () => {
  it('are those that a cycle asks for, until each is there', () => {
    logged(cycle, opened);
    expect(streams()).toEqual(['sheet-mihon-2026-node-1', 'sheet-mihon-2026-node-2']);
    logged('sheet-mihon-2026-node-1', { type: 'SheetOpened', year: 2026, node: 'node-1' } as DomainEvent);
    expect(streams()).toEqual(['sheet-mihon-2026-node-2']);
  });

  it('are also those that were added since, each because of its own event', () => {
    logged(cycle, opened, askingEvent);
    const added = { type: 'SheetAdded', plan: 'plan-1', planRevision: 1, node: 'node-3', sheetType: 'measure-sheet', reason: '重点施策のため' } as const;
    logged(cycle, added, 'e3b0c442-98fc-4c14-9afb-f4c8996fb924');
    expect(streams()).toEqual(['sheet-mihon-2026-node-1', 'sheet-mihon-2026-node-2', 'sheet-mihon-2026-node-3']);
    expect(openSheets.next(list, 10).map((item) => openSheets.commandFor(item).asking.causation))
      .toEqual([askingEvent, askingEvent, 'e3b0c442-98fc-4c14-9afb-f4c8996fb924']);
  });

  it('are asked for no more when one was refused', () => {
    logged(cycle, opened);
    logged(cycle, { type: 'SheetOpeningRefused', node: 'node-2', code: 'wrong-phase' } as DomainEvent);
    expect(streams()).toEqual(['sheet-mihon-2026-node-1']);
  });

  it('are as many at once as are asked for', () => {
    logged(cycle, opened);
    expect(openSheets.next(list, 1)).toHaveLength(1);
  });

  it('are asked for from any of them on', () => {
    logged(cycle, opened);
    const [first, second] = openSheets.next(list, 2);
    if (first === undefined || second === undefined) throw new Error('two are to be opened');
    expect(openSheets.next(list, 2, openSheets.keyOf(first))).toEqual([second]);
    expect(openSheets.next(list, 2, openSheets.keyOf(second))).toEqual([]);
  });

  it('are opened by a command that says because of what, and that is the same however often it is made', () => {
    logged(cycle, opened, askingEvent);
    const commands = openSheets.next(list, 10).map((item) => openSheets.commandFor(item));
    expect(commands.map(({ stream, body }) => ({ stream, body }))).toEqual([
      { stream: 'sheet-mihon-2026-node-1', body: { year: 2026, node: 'node-1' } },
      { stream: 'sheet-mihon-2026-node-2', body: { year: 2026, node: 'node-2' } },
    ]);
    expect(commands.map(({ asking }) => asking.causation)).toEqual([askingEvent, askingEvent]);
    expect(new Set(commands.map(({ asking }) => asking.key)).size).toBe(2);
    expect(openSheets.next(list, 10).map((item) => openSheets.commandFor(item).asking)).toEqual(commands.map(({ asking }) => asking));
  });

  it('tell the cycle when one is refused, also the same however often it is told', () => {
    logged(cycle, opened, askingEvent);
    const [item] = openSheets.next(list, 1);
    if (item === undefined) throw new Error('nothing is to be opened');
    const told = openSheets.refusalOf(item, reject('wrong-phase'));
    expect({ stream: told.stream, body: told.body }).toEqual({ stream: cycle, body: { node: 'node-1', code: 'wrong-phase' } });
    expect(openSheets.refusalOf(item, reject('wrong-phase')).asking).toEqual(told.asking);
  });
});
