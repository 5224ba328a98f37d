import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.ts';
import { accept } from '../kernel/decision.ts';
import type { Decider, DomainEvent } from '../kernel/decider.ts';
import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { planDecider, planStream } from '../plan/domain/plan.ts';
import { AccessTable, anywhere, mayAsk } from '../platform/access/access-table.ts';
import type { Asker } from '../platform/access/asker.ts';
import { commandOf, noFacts, type CommandClass, type Outcome } from '../platform/commands/verb.ts';
import type { Answering } from '../platform/reads/question.ts';
import { asking, givenRunner, receiptOf, type Given } from '../platform/testing/given-runner.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import { cycleAccess } from './access.ts';
import { AddSheet, ExtendDeadline, OpenCycle, TakeSchemeVersion } from './commands.ts';
import { cycleStream } from './domain/cycle.ts';
import { industry, scheme } from './domain/cycle-examples.ts';
import { ReadCycle } from './reads/read-cycle.ts';

const secretariat: Asker = { municipality: 'mihon', actor: 'person-1', role: 'secretariat' };
const name = { ja: '産業部', en: 'Industry' };
const cycle = cycleStream('mihon', 2026);
const opening = {
  year: 2026, aboutYear: 2025, plans: ['industry'], periods: { submission: '2026-06-30' }, choose: { nodes: ['measure-1', 'measure-2'] },
};
const reason = '決算数値の確定が遅れるため';

let given: Given;
beforeEach(() => {
  given = givenRunner(new MemoryEventStore(), { access: [...cycleAccess, ...mayAsk('spec.record', { secretariat: anywhere })] });
});

/** Puts events of other rooms into the log. */
async function recorded<Event extends DomainEvent>(decider: Decider<unknown, Event>, stream: string, ...events: readonly Event[]): Promise<void> {
  const record = commandOf({ name: 'spec.record', decider, opens: true, facts: noFacts, decide: () => accept(...events) });
  receiptOf(await run(record, stream, {}));
}

async function office(): Promise<void> {
  await recorded(municipalityDecider, municipalityStream('mihon'), {
    type: 'MunicipalityFounded', name, demonstration: false, posts: [], appointments: [],
    departments: [{ id: 'industry', name }, { id: 'welfare', name }], sections: [{ id: 'promotion', department: 'industry', name }],
  });
  await recorded(schemeDecider, schemeStream('mihon'), { type: 'SchemeAdopted', ...scheme, schemeVersion: 1 });
  await recorded(planDecider, planStream('mihon', 'industry'),
    { type: 'PlanDrafted', name, firstYear: 2024, lastYear: 2029 },
    { type: 'NodesDrafted', nodes: [...industry.nodes.values()] },
    { type: 'PlanAdopted', planVersion: 1, fromYear: 2024, schemeRevision: 0, municipalityRevision: 0 });
}

function run<Body extends object>(command: CommandClass<Body>, stream: string, body: Body, asker = secretariat): Promise<Outcome> {
  return given.runner.run(asking(command, stream, body, undefined, asker));
}

async function read(year: string, role: Asker['role'] = 'staff'): Promise<unknown> {
  const access = new AccessTable(cycleAccess);
  const asker: Asker = { municipality: 'mihon', actor: 'person-2', role };
  const answering: Partial<Answering> = {
    asker, states: given.states, may: (thing) => access.may('cycle.read', asker, thing), nameOf: (person) => `${person}さん`,
  };
  return ReadCycle.question.answer({ year }, answering as Answering, { all: () => [], one: () => undefined });
}

describe('a cycle in an office', () => {
  it('is opened on the plans and the scheme as they are', async () => {
    await office();
    receiptOf(await run(OpenCycle, cycle, opening));
    expect(await read('2026')).toMatchObject({
      revision: 0, year: 2026, aboutYear: 2025, plans: [{ plan: 'industry', planVersion: 1, planRevision: 2 }], schemeVersion: 1, schemeRevision: 0,
      nodes: [{ node: 'measure-1' }, { node: 'measure-2' }], leftOut: [{ node: 'policy-1' }, { node: 'measure-3' }], extensions: [], refusedSheets: {},
    });
  });

  it('is not opened without a scheme, or on a plan that is not there', async () => {
    expect(await run(OpenCycle, cycle, opening)).toMatchObject({ code: 'scheme-missing' });
    await office();
    expect(await run(OpenCycle, cycle, { ...opening, plans: ['industry', 'culture'] }))
      .toMatchObject({ code: 'plan-missing', details: { faults: [{ path: 'plans[1]' }] } });
  });

  it('is not changed before it is open', async () => {
    await office();
    expect(await run(AddSheet, cycle, { plan: 'industry', node: 'measure-3', reason })).toMatchObject({ code: 'unknown' });
    expect(await run(TakeSchemeVersion, cycle, { schemeVersion: 2 })).toMatchObject({ code: 'unknown' });
  });

  it('takes another sheet by the plan as it is then', async () => {
    await office();
    receiptOf(await run(OpenCycle, cycle, opening));
    expect(await run(AddSheet, cycle, { plan: 'culture', node: 'measure-3', reason })).toMatchObject({ code: 'cycle-faulty' });
    const [measure] = [...industry.nodes.values()].slice(-1);
    await recorded(planDecider, planStream('mihon', 'industry'), { type: 'NodesDrafted', nodes: [{ ...measure!, id: 'measure-4' }] });
    receiptOf(await run(AddSheet, cycle, { plan: 'industry', node: 'measure-4', reason }));
    expect(await read('2026')).toMatchObject({ nodes: [{}, {}, { plan: 'industry', node: 'measure-4', sheetType: 'measure-sheet' }] });
  });

  it('is extended for the department whose section leads the node, and tells by whom', async () => {
    await office();
    receiptOf(await run(OpenCycle, cycle, opening));
    const period = 'submission' as const;
    receiptOf(await run(ExtendDeadline, cycle, { period, date: '2026-07-05', for: { department: 'industry' }, reason }));
    expect(await run(ExtendDeadline, cycle, { period, date: '2026-07-03', for: { node: 'measure-1' }, reason })).toMatchObject({
      code: 'not-later', details: { inForce: { date: '2026-07-05' } },
    });
    expect(await run(ExtendDeadline, cycle, { period, date: '2026-07-03', for: { department: 'parks' }, reason })).toMatchObject({ code: 'cycle-faulty' });
    expect(await read('2026')).toMatchObject({
      extensions: [{ period, for: { kind: 'department', department: 'industry' }, reason, by: { id: 'person-1', name: 'person-1さん' } }],
    });
  });

  it('goes on under a version of the scheme that was adopted since', async () => {
    await office();
    receiptOf(await run(OpenCycle, cycle, opening));
    await recorded(schemeDecider, schemeStream('mihon'), { type: 'SchemeAdopted', ...scheme, schemeVersion: 2 });
    receiptOf(await run(TakeSchemeVersion, cycle, { schemeVersion: 2 }));
    expect(await read('2026')).toMatchObject({ revision: 1, schemeVersion: 2, schemeRevision: 1 });
  });

  it('is the secretariat\'s to change, and the office\'s to read', async () => {
    await office();
    expect(await run(OpenCycle, cycle, opening, { ...secretariat, role: 'staff' })).toMatchObject({ code: 'not-allowed' });
    receiptOf(await run(OpenCycle, cycle, opening));
    expect(await read('2026', 'member')).toMatchObject({ code: 'not-allowed' });
    expect(await read('2027')).toMatchObject({ code: 'unknown' });
  });
});
