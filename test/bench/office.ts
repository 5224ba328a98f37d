import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { rooms } from '../../apps/api/rooms.ts';
import { office, scheme } from '../../apps/cli/demonstration/office.ts';
import { OpenCycle } from '../../libs/cycle/commands.ts';
import { cycleStream } from '../../libs/cycle/domain/cycle.ts';
import { ApproveFirstEvaluation, OpenSheet, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../../libs/evaluation/commands.ts';
import { sheetId, sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import type { EventStore } from '../../libs/event-store/event-store.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { FoundMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { operatorAsker, systemAsker, type Asker } from '../../libs/platform/access/asker.ts';
import type { AnyCommand, CommandClass, Receipt } from '../../libs/platform/commands/verb.ts';
import { Installation } from '../../libs/platform/installation.ts';
import { AdoptPlan } from '../../libs/plan/commands.ts';
import { planDecider, planStream } from '../../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../../libs/scheme/commands.ts';
import { schemeStream } from '../../libs/scheme/domain/scheme.ts';

/** The product's own engines, not started: no read model follows unless a row says so. */
export function openInstallation(directory: string, store: EventStore = SqliteEventStore.open(logIn(directory))): Installation {
  mkdirSync(directory, { recursive: true });
  return new Installation({
    rooms,
    store,
    privateStorePath: join(directory, 'private.sqlite'),
    modelDirectory: join(directory, 'read-models'),
    digestKey: 'bench',
    clock: systemClock,
    log: pino({ level: 'silent' }),
  });
}

export function logIn(directory: string): string {
  return join(directory, 'events.sqlite');
}

const firstYear = 2100;
const section = 'promotion';
const measuresOfAnOffice = 500;
const offices = 4;

/** So many sheets are worked on in one year. */
export const sheetsOfAYear = offices * measuresOfAnOffice;

/** A few offices; each year opens the sheets of them all. */
export async function foundOffices(installation: Installation): Promise<{ openYear(yearsLater: number): Promise<string[]> }> {
  const founded: Office[] = [];
  for (let number = 1; number <= offices; number++) founded.push(await Office.found(installation, `bench${number}`, measuresOfAnOffice));
  return {
    openYear: async (yearsLater) => (await Promise.all(founded.map((one) => one.openYear(yearsLater)))).flat(),
  };
}

/** An office with a plan of so many measures; its years are opened one by one. */
class Office {
  private constructor(
    private readonly installation: Installation,
    readonly municipality: string,
    private readonly plan: string,
    private readonly nodes: readonly string[],
  ) {}

  static async found(installation: Installation, municipality: string, measures: number): Promise<Office> {
    const plan = randomUUID();
    const secretariat: Asker = { municipality, actor: 'secretariat', role: 'secretariat' };
    await run(installation, FoundMunicipality, municipalityStream(municipality), operatorAsker(municipality), office);
    await run(installation, AdoptScheme, schemeStream(municipality), secretariat, scheme);
    await run(installation, AdoptPlan, planStream(municipality, plan), secretariat, {
      name: { ja: '計画', en: 'Plan' },
      nodes: Array.from({ length: measures }, (_, index) =>
        ({ number: String(index + 1), level: 'measure', section, name: { ja: `施策${index + 1}`, en: `Measure ${index + 1}` } })),
    });
    const { state } = await installation.states.fold(planDecider, planStream(municipality, plan));
    if (state.phase === 'absent') throw new Error('the plan was not adopted');
    return new Office(installation, municipality, plan, state.nodes.map(({ id }) => id));
  }

  /** Opens a cycle and every sheet of it, and says how their streams are called. */
  async openYear(yearsLater: number): Promise<readonly string[]> {
    const { installation, municipality, plan, nodes } = this;
    const year = firstYear + yearsLater;
    const secretariat: Asker = { municipality, actor: 'secretariat', role: 'secretariat' };
    await run(installation, OpenCycle, cycleStream(municipality, year), secretariat,
      { year, aboutYear: year - 1, plan, submissionDeadline: `${year}-06-30`, nodes });
    return Promise.all(nodes.map(async (node) => {
      const stream = sheetStream(municipality, sheetId(year, node));
      await run(installation, OpenSheet, stream, systemAsker(municipality, 'open-sheets'),
        { year, plan, schemeVersion: 1, node, sheetType: 'measure-sheet', section, department: 'industry' });
      return stream;
    }));
  }
}

async function run<Body extends object>(
  installation: Installation, command: CommandClass<Body>, stream: string, asker: Asker, body: Body,
): Promise<Receipt> {
  return receiptOf(installation, new command(stream, { asker, key: randomUUID() }, body));
}

/** The receipt; a refusal would make the numbers too good. */
export async function receiptOf({ runner }: Installation, command: AnyCommand): Promise<Receipt> {
  const outcome = await runner.run(command);
  if (outcome.kind === 'done') return outcome.receipt;
  throw new Error(`${command.verb.name} on ${command.stream}: ${JSON.stringify(outcome)}`);
}

/** One person of each role in each office, as signing in makes them. */
function askerOf(stream: string, role: 'staff' | 'approver'): Asker {
  const municipality = stream.slice(stream.indexOf('-') + 1, stream.indexOf('-', stream.indexOf('-') + 1));
  const known = askers[role].get(municipality);
  if (known !== undefined) return known;
  const post = `${section}-${role}`;
  const asker: Asker = {
    municipality, actor: randomUUID(), appointment: `${post}-holder`, post, role, section, department: 'industry',
  };
  askers[role].set(municipality, asker);
  return asker;
}

const askers = { staff: new Map<string, Asker>(), approver: new Map<string, Asker>() };

/** What somebody types into a sheet: some four hundred bytes of payload, as real ones have. */
export function saving(basedOn: number): { readonly basedOn: number; readonly fields: Readonly<Record<string, string>> } {
  return {
    basedOn,
    fields: {
      attainment: basedOn % 2 === 0 ? 'a' : 'b',
      result: `延べ5,${100 + basedOn}社`,
      reason: `第${basedOn}稿。経営相談の利用が増え、支援した事業者の数が目標を上回った。商談会は計画どおり開いた。`,
    },
  };
}

/** The next save of a sheet that stands at a revision. */
export function saveAt(stream: string, revision: number): AnyCommand {
  return new SaveFields(stream, { asker: askerOf(stream, 'staff'), key: randomUUID() }, saving(revision));
}

/** The next step in the life of a sheet that will have so many events: saved again and again, sent back once, approved. */
function stepAt(stream: string, revision: number, events: number): AnyCommand {
  const staff = { asker: askerOf(stream, 'staff'), key: randomUUID() };
  const approver = { asker: askerOf(stream, 'approver'), key: randomUUID() };
  const middle = events >> 1;
  switch (revision + 1) {
    case middle:
    case events - 2: return new SubmitFirstEvaluation(stream, staff, {});
    case middle + 1: return new SendFirstEvaluationBack(stream, approver, { reason: '実績の算定根拠を追記してください。' });
    case events - 1: return new ApproveFirstEvaluation(stream, approver, { basedOn: revision });
    default: return saveAt(stream, revision);
  }
}

const atOnce = 64;

/** Takes sheets from their opening to so many events each; one sheet's events lie far from one another, as in a real year. */
export async function evaluate(installation: Installation, streams: readonly string[], events: number): Promise<void> {
  for (let revision = 0; revision < events - 1; revision++) {
    const order = shuffled(streams);
    for (let first = 0; first < order.length; first += atOnce) {
      await Promise.all(order.slice(first, first + atOnce).map((stream) =>
        receiptOf(installation, stepAt(stream, revision, events))));
    }
  }
}

export function shuffled<Item>(items: readonly Item[]): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}
