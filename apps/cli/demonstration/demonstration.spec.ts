import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { newDirectory } from '../../../libs/event-store/contract/given-directory.ts';
import type { EventHeader, EventStore, StoredEvent } from '../../../libs/event-store/event-store.ts';
import { MemoryEventStore } from '../../../libs/event-store/memory/memory-event-store.ts';
import { SqliteEventStore } from '../../../libs/event-store/sqlite/sqlite-event-store.ts';
import { cycleDecider, cycleStream, deadlineFor } from '../../../libs/cycle/domain/cycle.ts';
import { sheetDecider, type OpenedSheet } from '../../../libs/evaluation/domain/sheet.ts';
import { fiscalYearAt } from '../../../libs/kernel/fiscal-year.ts';
import { planDecider, planStream } from '../../../libs/plan/domain/plan.ts';
import { targetsEverHeld } from '../../../libs/plan/domain/targets.ts';
import { MovableClocks } from '../../../libs/municipality/movable-clocks.ts';
import { Installation } from '../../../libs/platform/installation.ts';
import { rooms } from '../../api/rooms.ts';
import { found } from './demonstration.ts';
import { timeOn } from './days.ts';
import { municipality } from './office.ts';
import { planId } from './story.ts';

let directory: ReturnType<typeof newDirectory>;
beforeEach(() => { directory = newDirectory(); });
afterEach(() => directory.remove());

/** The product's own engines, at a time that a spec chooses. */
function installationAt(now: string, store: EventStore = new MemoryEventStore()): Installation {
  const clock = { now: () => now };
  return new Installation({
    rooms, store, clock, clocks: new MovableClocks(clock),
    privateStorePath: directory.file('private.sqlite'),
    modelDirectory: directory.file('read-models'),
    attachmentDirectory: directory.file('attachments'),
    digestKey: 'of a spec',
    log: pino({ level: 'silent' }),
  });
}

async function logOf(store: EventStore): Promise<readonly StoredEvent[]> {
  return store.readLog({ limit: 10_000 });
}

async function whole<Answer>(installation: Installation, look: (installation: Installation) => Promise<Answer>): Promise<Answer> {
  try {
    await found(installation);
    return await look(installation);
  } finally {
    await installation.stop();
  }
}

async function sheetsOf({ store, states }: Installation): Promise<readonly OpenedSheet[]> {
  const streams = (await logOf(store)).filter(({ header }) => header.type === 'SheetOpened').map(({ header }) => header.stream);
  const folded = await Promise.all(streams.map((stream) => states.fold(sheetDecider, stream)));
  return folded.map(({ state }) => state as OpenedSheet);
}

const phasesOf = (sheets: readonly OpenedSheet[], year: number) =>
  Object.fromEntries([...Map.groupBy(sheets.filter((sheet) => sheet.year === year), ({ phase }) => phase)]
    .map(([phase, those]) => [phase, those.length]));

const everyIncident = [
  'LastYearCopied', 'FileAttached', 'SheetTransferred', 'FirstEvaluationTakenBack', 'FirstEvaluationSentBack', 'ReviewedAfterwards',
  'SlipsCorrected', 'FiguresReplaced', 'ReplacementLookedAt', 'SecretariatFieldsSaved', 'SheetVoided', 'DeadlineExtended', 'PersonAppointed',
];

describe('the demonstration', () => {
  // New Year, the long holidays of May, and both ends of a fiscal year.
  it.each(['2027-01-04', '2027-05-06', '2026-04-01', '2028-02-29'])('is the same story when it is made on %s', async (day) => {
    const year = fiscalYearAt(timeOn(day, '00:00'));
    await whole(installationAt(timeOn(day, '00:30')), async (installation) => {
      const moments = (await logOf(installation.store)).map(({ header }) => header.recordedAt);
      expect(moments).toEqual(moments.toSorted());
      expect(moments.at(-1)?.localeCompare(timeOn(day, '00:00'))).toBe(-1);
      const sheets = await sheetsOf(installation);
      expect([year - 2, year - 1].map((past) => phasesOf(sheets, past))).toEqual([{ accepted: 17 }, { accepted: 17 }]);
      expect(phasesOf(sheets, year)).toEqual({ accepted: 2, approved: 2, drafting: 7, submitted: 5, voided: 1 });
      expect(sheets.filter(({ late }) => late === true).map((sheet) => sheet.year - year)).toEqual([-2, -2, -1, -1, 0, 0]);
    });
  });

  it('leaves sheets waiting for every step, one sent back, one half written, deadlines that are over and deadlines that are not', async () => {
    await whole(installationAt(timeOn('2026-11-21', '12:00')), async (installation) => {
      const running = (await sheetsOf(installation)).filter(({ year }) => year === 2026);
      const waitingFor = running.flatMap((sheet) => (sheet.phase === 'submitted' ? [sheet.line[sheet.at]?.step] : []));
      expect(new Set(waitingFor)).toEqual(new Set(['chief', 'manager', 'co-owners', 'director']));
      const drafts = running.filter(({ phase }) => phase === 'drafting').map(({ sentBack, fields }) =>
        (sentBack.length > 0 ? 'sent back' : Object.keys(fields).length > 0 ? 'begun' : 'untouched'));
      expect(new Set(drafts)).toEqual(new Set(['sent back', 'begun', 'untouched']));
      const { state: cycle } = await installation.states.fold(cycleDecider, cycleStream(municipality, 2026));
      const isOver = (department: string) =>
        cycle.phase === 'open' && (deadlineFor(cycle, 'submission', { department, node: '' })?.at ?? '') < installation.clock.now();
      expect(['industry', 'welfare'].map(isOver)).toEqual([false, true]);
    });
  });

  it('has something of everything that can happen to a sheet, and a target that was changed on evidence', async () => {
    await whole(installationAt(timeOn('2026-11-21', '12:00')), async (installation) => {
      const log = await logOf(installation.store);
      const types = new Set(log.map(({ header }) => header.type));
      expect(everyIncident.filter((type) => !types.has(type))).toEqual([]);
      const ways = log.filter(({ header }) => header.type === 'FirstEvaluationApproved').map(({ payload }) => payload['way']);
      expect(new Set(ways)).toEqual(new Set(['in-turn', 'over', 'for-absent']));
      const { state: plan } = await installation.states.fold(planDecider, planStream(municipality, planId));
      if (plan.phase !== 'adopted') throw new Error('the plan was not adopted');
      const [change] = plan.targetChanges;
      const held = targetsEverHeld(plan, change?.indicator ?? '').find(({ year }) => year === change?.year)?.held;
      expect(held?.map(({ value }) => value?.typed)).toEqual(['70件', '200件']);
      expect(change?.evidence).toHaveLength(1);
    });
  });

});

describe('a founding that was cut off', () => {
  const line = ({ recordedAt, stream, revision, type, appointment }: EventHeader) => [recordedAt, stream, revision, type, appointment].join(' ');
  const lines = async (installation: Installation) => (await logOf(installation.store)).map(({ header }) => line(header)).toSorted();
  const noon = '2026-11-21T03:00:00.000Z';
  const nextDay = '2026-11-22T03:00:00.000Z';
  let uncut: readonly string[];

  beforeAll(async () => {
    directory = newDirectory();
    uncut = await whole(installationAt(noon), lines);
    directory.remove();
  });

  it.each([1, 7, 24, 200])('after %i events is taken up where it ended, also on the next day', async (atLeast) => {
    const open = () => SqliteEventStore.open(directory.file('events.sqlite'));
    const cut = installationAt(noon, open());
    await cut.start();
    let stopped: Promise<void> | undefined;
    let seen = 0;
    cut.watch((events) => {
      seen += events.length;
      if (seen >= atLeast) stopped ??= cut.stop();
    });
    await expect(found(cut)).rejects.toThrow();
    await stopped;

    expect(await whole(installationAt(nextDay, open()), lines)).toEqual(uncut);
  });
});
