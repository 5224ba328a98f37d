import { committeeDecider, committeeStream, type FoundedCommittee } from '../committee/domain/committee.ts';
import { cycleDecider, cycleStream, deadlineFor, type OpenCycle } from '../cycle/domain/cycle.ts';
import type { PeriodId } from '../cycle/domain/cycle.events.ts';
import { municipalityDecider, municipalityStream, type FoundedMunicipality } from '../municipality/domain/municipality.ts';
import { postsOfRank, successorOf } from '../municipality/domain/office.ts';
import { planDecider, planStream, type PlanContents } from '../plan/domain/plan.ts';
import { contentsAt } from '../plan/domain/plan-at.ts';
import type { PlanNode } from '../plan/domain/plan.events.ts';
import { childrenOf, indicatorsOf } from '../plan/domain/tree.ts';
import type { BelongsTo } from '../platform/access/access-table.ts';
import type { Folded } from '../platform/commands/folded-states.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import { formOf, lineFor, schemeDecider, schemeStream, versionOf, type Form, type SchemeVersion } from '../scheme/domain/scheme.ts';
import { lineOf, type LineFacts } from './domain/approval-line/line.ts';
import type { FormFacts } from './domain/content/changes.ts';
import type { SubmitFacts } from './domain/first-evaluation/submit.ts';
import type { DueFacts } from './domain/judge.ts';
import type { OpenedSheet, Sheet, SheetBody } from './domain/sheet.ts';
import type { SheetPhase } from './domain/sheet-life.ts';
import { committeesOf } from './domain/stage-work.ts';

/** Where a fact is looked up: the streams of one municipality. */
export interface Here {
  readonly municipality: string;
}

export function placeOf(sheet: Sheet): BelongsTo {
  if (sheet.phase === 'absent') return {};
  const { section, department, linePosts: posts, works } = sheet;
  return { section, department, posts, ...committeesOf(works) };
}

/** The runner lets no other verb than `open` come to a sheet that is not there. */
function opened(sheet: Sheet): OpenedSheet {
  if (sheet.phase === 'absent') throw new Error('no sheet');
  return sheet;
}

export async function cycleOf(reader: FactReader, municipality: string, year: number): Promise<{ cycle: OpenCycle; revision: number }> {
  const { state, revision } = await reader.fold(cycleDecider, cycleStream(municipality, year));
  if (state.phase === 'absent') throw new Error(`a sheet of ${year}, and no cycle`);
  return { cycle: state, revision };
}

export async function officeOf(reader: FactReader, municipality: string): Promise<{ office: FoundedMunicipality; revision: number }> {
  const { state, revision } = await reader.fold(municipalityDecider, municipalityStream(municipality));
  if (state.phase === 'absent') throw new Error(`${municipality} was never founded`);
  return { office: state, revision };
}

/** A plan as it is now; empty where there is none. */
export async function planOf(reader: FactReader, municipality: string, plan: string): Promise<Folded<Pick<PlanContents, 'nodes' | 'indicators'>>> {
  const folded = await reader.fold(planDecider, planStream(municipality, plan));
  return { ...folded, state: folded.state.phase === 'adopted' ? folded.state : { nodes: new Map(), indicators: new Map() } };
}

/**
 * The plan as a sheet is about it: the version that held when the sheet was opened, as long as it held. A node that came into
 * the plan later is taken from where it is.
 */
export async function planFor(reader: FactReader, municipality: string, { plan, planRevision }: Pick<SheetBody, 'plan' | 'planRevision'>): Promise<Planned> {
  const { state, revision } = await reader.fold(planDecider, planStream(municipality, plan));
  if (state.phase !== 'adopted') return { nodes: new Map(), indicators: new Map(), planVersion: 0, planRevision: revision };
  return { ...contentsAt(state, planRevision), planRevision: revision };
}

interface Planned extends Pick<PlanContents, 'nodes' | 'indicators'> {
  readonly planVersion: number;
  /** Of its stream, now. */
  readonly planRevision: number;
}

export async function committeeOf(reader: FactReader, municipality: string, id: string): Promise<FoundedCommittee | undefined> {
  const { state } = await reader.fold(committeeDecider, committeeStream(municipality, id));
  return state.phase === 'absent' ? undefined : state;
}

/** The committee before which a sheet stands, if it does. */
export async function committeeBefore(reader: FactReader, { municipality }: Here, sheet: Sheet): Promise<FoundedCommittee | undefined> {
  const id = sheet.phase === 'handed-over' ? sheet.works[sheet.stage]?.handOver.committee : undefined;
  return id === undefined ? undefined : committeeOf(reader, municipality, id);
}

/** The scheme that the sheet's form is of: its stages are those of the same version. */
export async function schemeOfSheet(reader: FactReader, here: Here, sheet: Sheet): Promise<SchemeVersion> {
  const { schemeVersion } = await formOfSheet(reader, here, sheet);
  const { state } = await reader.fold(schemeDecider, schemeStream(here.municipality));
  const version = versionOf(state, schemeVersion);
  if (version === undefined) throw new Error(`a sheet under version ${schemeVersion} of the scheme, and no such version`);
  return version;
}

/** What decides under which form a sheet stands. */
export type Formed = Pick<SheetBody, 'year' | 'sheetType' | 'schemeVersion'> & { readonly phase: SheetPhase };

/** The form of a sheet: the cycle's while it is written, and afterwards the one it was submitted under. */
export async function formOfSheet(reader: FactReader, { municipality }: Here, sheet: Formed | Sheet): Promise<Form> {
  if (sheet.phase === 'absent') throw new Error('no sheet');
  const { phase, schemeVersion, sheetType, year } = sheet;
  const scheme = await reader.fold(schemeDecider, schemeStream(municipality));
  const version = phase === 'drafting' ? (await cycleOf(reader, municipality, year)).cycle.schemeVersion : schemeVersion;
  const form = formOf(scheme.state, version, sheetType);
  if (form === undefined) throw new Error(`a sheet of ${sheetType}, version ${version}, and no such form`);
  return form;
}

/** The form of a sheet with what the plan gives to its tables, as both are now. */
export async function formFacts(reader: FactReader, here: Here, sheet: Sheet): Promise<FormFacts & { readonly planRevision: number }> {
  const { node, year } = opened(sheet);
  const form = await formOfSheet(reader, here, sheet);
  const { cycle: { aboutYear } } = await cycleOf(reader, here.municipality, year);
  const { planRevision, ...plan } = await planFor(reader, here.municipality, opened(sheet));
  const rows = { indicators: indicatorsOf(plan, node), children: childrenOf(plan, node).map(({ id }) => id) };
  return { form, rows, aboutYear, planRevision };
}

/** The deadline in force for a sheet. */
export async function dueFacts(reader: FactReader, { municipality }: Here, sheet: Sheet, period: PeriodId): Promise<DueFacts> {
  const { year, department, node } = opened(sheet);
  const { cycle, revision: cycleRevision } = await cycleOf(reader, municipality, year);
  const deadline = deadlineFor(cycle, period, { department, node });
  return { ...(deadline !== undefined && { deadline }), cycleRevision };
}

/** Everything that a submission rests on. */
export async function submitFacts(reader: FactReader, here: Here, sheet: Sheet): Promise<SubmitFacts> {
  const form = await formFacts(reader, here, sheet);
  const { deadline, cycleRevision } = await dueFacts(reader, here, sheet, 'submission');
  if (deadline === undefined) throw new Error('a cycle without a deadline for its submission');
  return { ...form, deadline, cycleRevision, ...await lineFacts(reader, here, sheet) };
}

/** Who would decide on something of a sheet, as the office is now. */
export async function lineFacts(reader: FactReader, here: Here, sheet: Sheet): Promise<LineFacts> {
  const { node, sheetType, section, department } = opened(sheet);
  const { office, revision: municipalityRevision } = await officeOf(reader, here.municipality);
  const version = await schemeOfSheet(reader, here, sheet);
  const { nodes } = await planFor(reader, here.municipality, opened(sheet));
  return { line: lineNow(office, version, { section, department, sheetType }, nodes.get(node)), municipalityRevision };
}

/** Whoever would decide on something of a section: its own posts, and those of the sections that own its node beside it. */
export function lineNow(
  office: FoundedMunicipality, version: SchemeVersion, { section, department, sheetType }: Pick<SheetBody, 'section' | 'department' | 'sheetType'>, node?: PlanNode,
): LineFacts['line'] {
  // The section may have become part of another meanwhile.
  const own = successorOf(office, section) ?? { id: section, department };
  return lineOf(lineFor(version, own.department, sheetType), {
    section: own.id, department: own.department, coOwners: coOwnersOf(office, node, own.id),
    postsOfRank: (rank, within) => postsOfRank(office, rank, within),
  });
}

/** 関係: the sections that own a node beside the one that writes its sheet. A lead that gave the sheet away is none. */
function coOwnersOf(office: FoundedMunicipality, node: PlanNode | undefined, section: string) {
  return (node?.related ?? []).flatMap((one) => {
    const found = successorOf(office, one);
    return found === undefined || found.id === section ? [] : [{ section: found.id, department: found.department }];
  });
}
