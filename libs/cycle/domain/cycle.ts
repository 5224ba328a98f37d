import type { Decider, Recorded } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import { onceForEach } from '../../kernel/once-for-each.ts';
import { streamName } from '../../kernel/stream-name.ts';
import {
  cycleCatalogue, type ChosenNode, type CycleEvent, type CycleOpened, type CyclePlan, type DeadlineExtended, type EditionPublished,
  type LeftOutNode, type Period, type PeriodId, type PublicationAsked, type SheetAdded,
} from './cycle.events.ts';
import type { Deadline } from './deadline.ts';

export type Cycle = { readonly phase: 'absent' } | OpenCycle;

export interface OpenCycle {
  readonly phase: 'open';
  readonly year: FiscalYear;
  readonly aboutYear: FiscalYear;
  readonly plans: readonly CyclePlan[];
  readonly schemeVersion: number;
  readonly schemeRevision: number;
  readonly periods: readonly Period[];
  /** Those that the cycle was opened with, and after them those that were added. */
  readonly nodes: readonly ChosenNode[];
  readonly leftOut: readonly LeftOutNode[];
  readonly extensions: readonly Extension[];
  /** Sheets that could not be opened, by node. */
  readonly refusedSheets: Readonly<Record<string, string>>;
  /** Oldest first; only the last can still be running. */
  readonly publications: readonly Publication[];
  /** Edition n stands at n - 1. */
  readonly editions: readonly Edition[];
}

/** A publication as it was asked for, and what became of it: an edition, a refusal, or nothing yet. */
export interface Publication extends Omit<PublicationAsked, 'type' | 'publication' | 'sheetRevisions'> {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly edition?: number;
  readonly refused?: string;
}

export interface Edition extends Omit<EditionPublished, 'type'> {
  readonly at: string;
}

/** An extension as it was given; it holds from then on. */
export interface Extension {
  readonly period: PeriodId;
  readonly deadline: Deadline;
  readonly for: DeadlineExtended['for'];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export const cycleDecider: Decider<Cycle, CycleEvent> = {
  category: 'cycle',
  initial: { phase: 'absent' },
  catalogue: cycleCatalogue,
  evolve(cycle, event, recorded) {
    const { actor, recordedAt } = recorded;
    if (event.type === 'CycleOpened') return opened(event);
    if (cycle.phase === 'absent') throw new Error(`${event.type} on a cycle that was never opened`);
    switch (event.type) {
      case 'SheetOpeningRefused': return { ...cycle, refusedSheets: { ...cycle.refusedSheets, [event.node]: event.code } };
      case 'SheetAdded': return withSheet(cycle, event);
      case 'DeadlineExtended': {
        const { period, deadline, for: extendedFor, reason } = event;
        return { ...cycle, extensions: [...cycle.extensions, { period, deadline, for: extendedFor, reason, by: actor, at: recordedAt }] };
      }
      case 'SchemeVersionTaken': return { ...cycle, schemeVersion: event.schemeVersion, schemeRevision: event.schemeRevision };
      case 'PublicationAsked': return { ...cycle, publications: [...cycle.publications, asked(event, recorded)] };
      case 'EditionPublished': return {
        ...withPublication(cycle, event.publication, { edition: event.edition }), editions: [...cycle.editions, edition(event, recorded)],
      };
      case 'PublicationRefused': return withPublication(cycle, event.publication, { refused: event.code });
    }
  },
};

function opened({ year, aboutYear, plans, schemeVersion, schemeRevision, periods, nodes, leftOut }: CycleOpened): OpenCycle {
  return {
    phase: 'open', year, aboutYear, plans, schemeVersion, schemeRevision, periods, nodes,
    leftOut: leftOut.flatMap(({ plan, reason, nodes: left }) => left.map((node) => ({ plan, node, reason }))),
    extensions: [], refusedSheets: {}, publications: [], editions: [],
  };
}

function asked({ publication, step, on, sheets, reason }: PublicationAsked, { actor, recordedAt }: Recorded): Publication {
  return { id: publication, step, on, ...(sheets !== undefined && { sheets }), ...(reason !== undefined && { reason }), by: actor, at: recordedAt };
}

function edition({ edition: number, publication, step, on, file, parts, leftOut, corrects }: EditionPublished, { recordedAt }: Recorded): Edition {
  return { edition: number, publication, step, on, file, parts, leftOut, ...(corrects !== undefined && { corrects }), at: recordedAt };
}

function withPublication(cycle: OpenCycle, id: string, outcome: Pick<Publication, 'edition' | 'refused'>): OpenCycle {
  return { ...cycle, publications: cycle.publications.map((one) => (one.id === id ? { ...one, ...outcome } : one)) };
}

/** One that could not be opened and is asked for again keeps its place. */
function withSheet(cycle: OpenCycle, { plan, node, sheetType }: SheetAdded): OpenCycle {
  const added = { plan, node, sheetType };
  const isAgain = cycle.nodes.some((one) => one.node === node);
  const { [node]: _refused, ...refusedSheets } = cycle.refusedSheets;
  return {
    ...cycle,
    nodes: isAgain ? cycle.nodes.map((one) => (one.node === node ? added : one)) : [...cycle.nodes, added],
    leftOut: cycle.leftOut.filter((one) => one.node !== node),
    refusedSheets,
  };
}

/** There is one cycle for each year in which it is done. */
export function cycleStream(municipality: string, year: FiscalYear | string): string {
  return streamName(cycleDecider.category, municipality, year);
}

/** The publication that was asked for and is neither recorded nor refused. */
export function runningPublication({ publications }: OpenCycle): Publication | undefined {
  return publications.find(({ edition: published, refused }) => published === undefined && refused === undefined);
}

/** Whether a running publication would take this sheet, and the newest edition of the public step that has it. */
export function publicationOf(cycle: OpenCycle, sheet: string): { readonly isAsked: boolean; readonly publicEdition?: number } {
  const running = runningPublication(cycle);
  const published = publicPartOf(cycle, sheet);
  return {
    isAsked: running !== undefined && (running.sheets === undefined || running.sheets.includes(sheet)),
    ...(published !== undefined && { publicEdition: published.edition }),
  };
}

/** A sheet as the public read it last: the edition, and the revision of the sheet that stands in it. */
export function publicPartOf({ editions }: OpenCycle, sheet: string): PublicPart | undefined {
  return publicPartsIn(editions).get(sheet);
}

export interface PublicPart {
  readonly edition: number;
  readonly revision: number;
}

const publicPartsIn = onceForEach((editions: OpenCycle['editions']): ReadonlyMap<string, PublicPart> =>
  new Map(editions.filter(({ step }) => step === 'public').flatMap(({ edition: number, parts }) =>
    parts.flatMap(({ kind, id, revision }) => (kind === 'sheet' ? [[id, { edition: number, revision }] as const] : [])))));

/**
 * The deadline in force for one sheet: the latest of the cycle's own and of every extension that reaches the sheet. No period
 * ends before the one in front of it does: who has longer to write has longer to approve.
 */
export function deadlineFor(
  { periods, extensions }: OpenCycle, period: PeriodId, sheet: { readonly department: string; readonly node: string },
): Deadline | undefined {
  const place = periods.findIndex(({ id }) => id === period);
  if (place === -1) return undefined;
  const inFront = new Set(periods.slice(0, place + 1).map(({ id }) => id));
  const reaching = extensions.filter((extension) => inFront.has(extension.period) && reaches(extension.for, sheet));
  const own = periods.slice(0, place + 1);
  return [...own, ...reaching].map(({ deadline }) => deadline).toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
}

function reaches(extendedFor: Extension['for'], { department, node }: { readonly department: string; readonly node: string }): boolean {
  switch (extendedFor.kind) {
    case 'all': return true;
    case 'department': return extendedFor.department === department;
    case 'sheet': return extendedFor.node === node;
  }
}
