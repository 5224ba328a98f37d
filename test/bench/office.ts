import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { rooms } from '../../apps/api/rooms.ts';
import { OpenCycle } from '../../libs/cycle/commands.ts';
import { cycleStream } from '../../libs/cycle/domain/cycle.ts';
import { ApproveFirstEvaluation, OpenSheet, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../../libs/evaluation/commands.ts';
import { sheetId, sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import type { EventStore } from '../../libs/event-store/event-store.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { FoundMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { MovableClocks } from '../../libs/municipality/movable-clocks.ts';
import { operatorAsker, systemAsker, type Asker } from '../../libs/platform/access/asker.ts';
import type { AnyCommand, CommandClass, Receipt } from '../../libs/platform/commands/verb.ts';
import { Installation } from '../../libs/platform/installation.ts';
import { AdoptPlan, DraftNodes, DraftPlan } from '../../libs/plan/commands.ts';
import { planDecider, planStream } from '../../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../../libs/scheme/commands.ts';
import type { Field } from '../../libs/scheme/domain/field.ts';
import { schemeStream } from '../../libs/scheme/domain/scheme.ts';
import {
  cycleOf, firstYear, foundingOf, holderOf, nodesOf, personOf, planBegun, postOf, promotion, saving, schemeOf, secretariatPost, usualFields,
  type EvaluatedSection,
} from './papers.ts';

/** The product's own engines, not started: no read model follows unless a row says so. */
export function openInstallation(directory: string, store?: EventStore): Installation {
  mkdirSync(directory, { recursive: true });
  return new Installation({
    rooms,
    store: store ?? SqliteEventStore.open(logIn(directory)),
    privateStorePath: join(directory, 'private.sqlite'),
    modelDirectory: modelsIn(directory),
    attachmentDirectory: join(directory, 'attachments'),
    editionDirectory: join(directory, 'editions'),
    digestKey: 'bench',
    clock: systemClock,
    clocks: new MovableClocks(systemClock),
    log: pino({ level: 'silent' }),
  });
}

export function logIn(directory: string): string {
  return join(directory, 'events.sqlite');
}

export function modelsIn(directory: string): string {
  return join(directory, 'read-models');
}

const measuresOfAnOffice = 500;
const offices = 4;

/** So many sheets are worked on in one year. */
export const sheetsOfAYear = offices * measuresOfAnOffice;

/** A few offices; each year opens the sheets of them all. */
export async function foundOffices(
  installation: Installation, fields: readonly Field[] = usualFields,
): Promise<{ openYear(yearsLater: number): Promise<string[]> }> {
  const founded: Office[] = [];
  for (let number = 1; number <= offices; number++) {
    founded.push(await Office.found(installation, { municipality: `bench${number}`, sections: [promotion], measures: measuresOfAnOffice, fields }));
  }
  return {
    openYear: async (yearsLater) => (await Promise.all(founded.map((one) => one.openYear(yearsLater)))).flat(),
  };
}

export interface OfficePapers {
  readonly municipality: string;
  readonly sections: readonly EvaluatedSection[];
  readonly measures: number;
  readonly fields: readonly Field[];
}

/** As many as are drafted at once by whoever hands a plan in. */
const nodesAtOnce = 500;

/** An office with a plan of so many measures; its years are opened one by one. */
export class Office {
  private constructor(
    private readonly installation: Installation,
    private readonly municipality: string,
    private readonly plan: string,
    private readonly measures: readonly string[],
  ) {}

  static async found(installation: Installation, { municipality, sections, measures, fields }: OfficePapers): Promise<Office> {
    const plan = randomUUID();
    const stream = planStream(municipality, plan);
    const secretariat = secretariatOf(municipality);
    await run(installation, FoundMunicipality, municipalityStream(municipality), operatorAsker(municipality), foundingOf(sections));
    await run(installation, AdoptScheme, schemeStream(municipality), secretariat, schemeOf(fields));
    await run(installation, DraftPlan, stream, secretariat, planBegun);
    const nodes = nodesOf(sections, measures);
    for (let first = 0; first < nodes.length; first += nodesAtOnce) {
      await run(installation, DraftNodes, stream, secretariat, { nodes: nodes.slice(first, first + nodesAtOnce) });
    }
    await run(installation, AdoptPlan, stream, secretariat, { fromYear: firstYear });
    const { state } = await installation.states.fold(planDecider, stream);
    if (state.phase !== 'adopted') throw new Error('the plan was not adopted');
    return new Office(installation, municipality, plan, [...state.nodes.values()].filter(({ level }) => level === 'measure').map(({ id }) => id));
  }

  /** Opens a cycle, and leaves its sheets to the list that opens them. */
  async openCycle(yearsLater: number): Promise<void> {
    const { installation, municipality, plan } = this;
    const year = firstYear + yearsLater;
    await run(installation, OpenCycle, cycleStream(municipality, year), secretariatOf(municipality), cycleOf(year, plan));
  }

  /** Opens every sheet of an open cycle, and says how their streams are called. */
  async openSheets(yearsLater: number): Promise<readonly string[]> {
    const { installation, municipality, measures } = this;
    const year = firstYear + yearsLater;
    return Promise.all(measures.map(async (node) => {
      const stream = sheetStream(municipality, sheetId(year, node));
      await run(installation, OpenSheet, stream, systemAsker(municipality, 'open-sheets'), { year, node });
      return stream;
    }));
  }

  async openYear(yearsLater: number): Promise<readonly string[]> {
    await this.openCycle(yearsLater);
    return this.openSheets(yearsLater);
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

export function secretariatOf(municipality: string): Asker {
  return holding(secretariatPost, { municipality, role: 'secretariat' });
}

/** Whoever holds a post of a section, as signing in makes him. */
export function memberOf(municipality: string, one: EvaluatedSection, role: 'staff' | 'approver'): Asker {
  return holding(postOf(one, role), { municipality, role, ...one });
}

function holding(post: string, asker: Pick<Asker, 'municipality' | 'role' | 'section' | 'department'>): Asker {
  return { ...asker, actor: personOf(post), appointment: holderOf(post), post };
}

const askers = { staff: new Map<string, Asker>(), approver: new Map<string, Asker>() };

function askerOf(stream: string, role: 'staff' | 'approver'): Asker {
  const municipality = stream.slice(stream.indexOf('-') + 1, stream.indexOf('-', stream.indexOf('-') + 1));
  const known = askers[role].get(municipality);
  if (known !== undefined) return known;
  const asker = memberOf(municipality, promotion, role);
  askers[role].set(municipality, asker);
  return asker;
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

/** Takes sheets from their opening to so many events each; one sheet's events lie far from one another, as in a real year. */
export async function evaluate(installation: Installation, streams: readonly string[], events: number): Promise<void> {
  for (let revision = 0; revision < events - 1; revision++) {
    await runEach(installation, shuffled(streams), (stream) => stepAt(stream, revision, events));
  }
}

const atOnce = 64;

/** One command for each stream, so many of them under way at any time. */
export async function runEach<Item>(installation: Installation, items: readonly Item[], commandOf: (item: Item) => AnyCommand): Promise<void> {
  for (let first = 0; first < items.length; first += atOnce) {
    await Promise.all(items.slice(first, first + atOnce).map((item) => receiptOf(installation, commandOf(item))));
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
