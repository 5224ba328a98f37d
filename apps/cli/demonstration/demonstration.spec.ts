import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { committeeDecider } from '../../../libs/committee/domain/committee.ts';
import { rosterOn } from '../../../libs/committee/domain/roster.ts';
import { newDirectory } from '../../../libs/event-store/contract/given-directory.ts';
import type { EventHeader, EventStore } from '../../../libs/event-store/event-store.ts';
import { SqliteEventStore } from '../../../libs/event-store/sqlite/sqlite-event-store.ts';
import { cycleDecider, cycleStream, deadlineFor } from '../../../libs/cycle/domain/cycle.ts';
import type { OpenedSheet } from '../../../libs/evaluation/domain/sheet.ts';
import { fiscalYearAt } from '../../../libs/kernel/fiscal-year.ts';
import { planDecider } from '../../../libs/plan/domain/plan.ts';
import { targetsEverHeld } from '../../../libs/plan/domain/targets.ts';
import type { Installation } from '../../../libs/platform/installation.ts';
import { foundingMs, installationIn, logOf, sheetsOf, whole } from '../testing/given-demonstration.ts';
import { found } from './demonstration.ts';
import { timeOn } from './days.ts';
import { municipality, ofCommittee, ofPlan } from './office.ts';

jest.setTimeout(foundingMs);

let directory: ReturnType<typeof newDirectory>;
beforeEach(() => { directory = newDirectory(); });
afterEach(() => directory.remove());

const installationAt = (now: string, store?: EventStore) => installationIn(directory, now, store);

const phasesOf = (sheets: readonly OpenedSheet[], year: number) =>
  Object.fromEntries([...Map.groupBy(sheets.filter((sheet) => sheet.year === year), ({ phase }) => phase)]
    .map(([phase, those]) => [phase, those.length]));

const everyIncident = [
  'LastYearCopied', 'FileAttached', 'SheetTransferred', 'FirstEvaluationTakenBack', 'FirstEvaluationSentBack', 'ReviewedAfterwards',
  'SlipsCorrected', 'FiguresReplaced', 'ReplacementLookedAt', 'SecretariatFieldsSaved', 'SheetVoided', 'DeadlineExtended', 'PersonAppointed',
  'MembershipEnded', 'SubgroupFormed', 'ConflictDeclared', 'MinutesPublished', 'AnswerSentBack', 'MemberRecused', 'OpinionRevised', 'OpinionConfirmed',
  'WordingCommented', 'ConclusionConfirmed', 'ResponseApproved', 'ResultReported', 'RecommendationClosed', 'PublishedCorrected', 'ProposalDeclined', 'PlanRevised',
];

describe('the demonstration', () => {
  // New Year, the long holidays of May, the end of a term, and both ends of a fiscal year.
  it.each(['2027-01-04', '2027-05-06', '2026-07-31', '2026-08-01', '2026-04-01', '2028-02-29'])('is the same story when it is made on %s', async (day) => {
    const year = fiscalYearAt(timeOn(day, '00:00'));
    await whole(installationAt(timeOn(day, '00:30')), async (installation) => {
      const moments = (await logOf(installation.store)).map(({ header }) => header.recordedAt);
      expect(moments).toEqual(moments.toSorted());
      expect(moments.at(-1)?.localeCompare(timeOn(day, '00:00'))).toBe(-1);
      const sheets = await sheetsOf(installation);
      expect([year - 2, year - 1].map((past) => phasesOf(sheets, past))).toEqual([{ final: 17 }, { final: 17 }]);
      expect(phasesOf(sheets, year)).toEqual({ 'handed-over': 2, approved: 2, drafting: 7, submitted: 5, voided: 1 });
      expect(sheets.filter(({ late }) => late === true).map((sheet) => sheet.year - year)).toEqual([-2, -2, -1, -1, 0, 0]);
      const { state: committee } = await installation.states.fold(committeeDecider, ofCommittee);
      if (committee.phase === 'absent') throw new Error('no committee was founded');
      const roster = rosterOn(committee, day).map(({ id }) => id);
      expect(roster).toHaveLength(5);
      expect(roster).toEqual(expect.arrayContaining([committee.chair, committee.deputy, ...committee.subgroups.at(-1)?.members ?? []]));
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
      const { state: plan } = await installation.states.fold(planDecider, ofPlan);
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

  it.each([1, 24, 200, 430, 560, 950])('after %i events is taken up where it ended, also on the next day', async (atLeast) => {
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
