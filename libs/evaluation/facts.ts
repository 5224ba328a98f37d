import { cycleDecider, cycleStream, deadlineFor, type OpenCycle } from '../cycle/domain/cycle.ts';
import type { PeriodId } from '../cycle/domain/cycle.events.ts';
import { municipalityDecider, municipalityStream, type FoundedMunicipality } from '../municipality/domain/municipality.ts';
import { postsOfRank, successorOf } from '../municipality/domain/office.ts';
import { planDecider, planStream, type PlanContents } from '../plan/domain/plan.ts';
import type { PlanNode } from '../plan/domain/plan.events.ts';
import { childrenOf, indicatorsOf } from '../plan/domain/tree.ts';
import type { BelongsTo } from '../platform/access/access-table.ts';
import type { Folded } from '../platform/commands/folded-states.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import { formOf, lineFor, schemeDecider, schemeStream, versionOf, type Form } from '../scheme/domain/scheme.ts';
import { lineOf } from './domain/approval-line/line.ts';
import type { FormFacts } from './domain/content/changes.ts';
import type { SubmitFacts } from './domain/first-evaluation/submit.ts';
import type { DueFacts } from './domain/judge.ts';
import type { OpenedSheet, Sheet } from './domain/sheet.ts';

/** Where a fact is looked up: the streams of one municipality. */
export interface Here {
  readonly municipality: string;
}

export function placeOf(sheet: Sheet): BelongsTo {
  return sheet.phase === 'absent' ? {} : { section: sheet.section, department: sheet.department, posts: sheet.linePosts };
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

/** The form of a sheet: the cycle's while it is written, and afterwards the one it was submitted under. */
export async function formOfSheet(reader: FactReader, { municipality }: Here, sheet: Sheet): Promise<Form> {
  const { phase, schemeVersion, sheetType, year } = opened(sheet);
  const scheme = await reader.fold(schemeDecider, schemeStream(municipality));
  const version = phase === 'drafting' ? (await cycleOf(reader, municipality, year)).cycle.schemeVersion : schemeVersion;
  const form = formOf(scheme.state, version, sheetType);
  if (form === undefined) throw new Error(`a sheet of ${sheetType}, version ${version}, and no such form`);
  return form;
}

/** The form of a sheet with what the plan gives to its tables, as both are now. */
export async function formFacts(reader: FactReader, here: Here, sheet: Sheet): Promise<FormFacts & { readonly planRevision: number }> {
  const { plan: planId, node, year } = opened(sheet);
  const form = await formOfSheet(reader, here, sheet);
  const { cycle: { aboutYear } } = await cycleOf(reader, here.municipality, year);
  const { state: plan, revision: planRevision } = await planOf(reader, here.municipality, planId);
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
  const { plan, node, sheetType, section, department } = opened(sheet);
  const form = await formFacts(reader, here, sheet);
  const { deadline, cycleRevision } = await dueFacts(reader, here, sheet, 'submission');
  if (deadline === undefined) throw new Error('a cycle without a deadline for its submission');
  const { office, revision: municipalityRevision } = await officeOf(reader, here.municipality);
  const scheme = await reader.fold(schemeDecider, schemeStream(here.municipality));
  const version = versionOf(scheme.state, form.form.schemeVersion);
  const { state: { nodes } } = await planOf(reader, here.municipality, plan);
  // Its section may have become part of another since the sheet was opened.
  const own = successorOf(office, section) ?? { id: section, department };
  const line = lineOf(version && lineFor(version, own.department, sheetType), {
    section: own.id, department: own.department, coOwners: coOwnersOf(office, nodes.get(node), own.id),
    postsOfRank: (rank, within) => postsOfRank(office, rank, within),
  });
  return { ...form, deadline, cycleRevision, line, municipalityRevision };
}

/** 関係: the sections that own a node beside the one that writes its sheet. A lead that gave the sheet away is none. */
function coOwnersOf(office: FoundedMunicipality, node: PlanNode | undefined, section: string) {
  return (node?.related ?? []).flatMap((one) => {
    const found = successorOf(office, one);
    return found === undefined || found.id === section ? [] : [{ section: found.id, department: found.department }];
  });
}
