import { AddSheet, ExtendDeadline, OpenCycle, TakeSchemeVersion } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import * as evaluation from '../libs/evaluation/commands.ts';
import { sheetDecider, sheetId, sheetStream, type OpenedSheet } from '../libs/evaluation/domain/sheet.ts';
import { FoundMunicipality } from '../libs/municipality/commands.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import { AdoptPlan, ChangeTarget, DraftIndicators, DraftNodes, DraftPlan, PrunePlan } from '../libs/plan/commands.ts';
import { planDecider, planStream, type PlanContents } from '../libs/plan/domain/plan.ts';
import { operatorAsker, systemAsker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { FactReader } from '../libs/platform/commands/verb.ts';
import { AdoptScheme } from '../libs/scheme/commands.ts';
import { schemeStream } from '../libs/scheme/domain/scheme.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import {
  askerAs, complete, fairs, laterScheme, leftOut, municipality, office, plan, scheme, workedOn,
} from './golden-year.new-office.papers.ts';

/** What the second office does from its founding to the end of a sheet's life. */
export async function newOfficeLives(deed: Deed, states: FactReader): Promise<void> {
  await deed('found an office', operatorAsker(municipality), FoundMunicipality, municipalityStream(municipality), office);
  await deed('adopt a scheme with lines', secretariat, AdoptScheme, schemeStream(municipality), scheme);
  const planned = await planIsMade(deed, states);
  await cycleIsOpened(deed, 2025, planned);
  const before = await sheetIsOpened(deed, 2025, planned.measure);
  await deed('save the year before', clerk, evaluation.SaveFields, before, {
    basedOn: 0, fields: {
      ...complete, [`indicators/${planned.indicator}/actual`]: '１２回', reason: '昨年度は計画どおり。', 'projects/fair/name': '合同販売会',
    },
  });
  await deed('hand in the year before', clerk, evaluation.SubmitFirstEvaluation, before, {});
  await cycleIsOpened(deed, 2026, planned);
  const sheet = await sheetIsOpened(deed, 2026, planned.measure);
  await cycleIsChanged(deed, planned);
  await sheetIsWritten(deed, states, planned, sheet);
  await sheetIsDecided(deed, states, sheet);
  await sheetIsTheSecretariats(deed, states, planned, sheet);
}

const secretariat = askerAs('secretariat');
const clerk = askerAs('clerk');
const chief = askerAs('chief');
const director = askerAs('director');
const system = systemAsker(municipality, 'open-sheets');

interface Planned {
  readonly plan: string;
  readonly policy: string;
  readonly measure: string;
  readonly indicator: string;
}

async function planIsMade(deed: Deed, states: FactReader): Promise<Planned> {
  const id = deriveUuid(origin, 'plan of the second office');
  const stream = planStream(municipality, id);
  await deed('draft a plan', secretariat, DraftPlan, stream, plan);
  await deed('work on a node', secretariat, DraftNodes, stream, { nodes: [workedOn] });
  await deed('draft an indicator', secretariat, DraftIndicators, stream, { indicators: [fairs] });
  const drafted = await contentsOf(states, stream);
  await deed('prune the draft', secretariat, PrunePlan, stream, {
    nodes: [[...drafted.nodes.values()].find(({ number }) => number === leftOut.number)?.id as string],
  });
  await deed('adopt the plan', secretariat, AdoptPlan, stream, { fromYear: 2025 });
  const { nodes, indicators } = await contentsOf(states, stream);
  const [policy, measure] = [...nodes.keys()] as [string, string];
  return { plan: id, policy, measure, indicator: [...indicators.keys()][0] as string };
}

async function contentsOf(states: FactReader, stream: string): Promise<PlanContents> {
  const { state } = await states.fold(planDecider, stream);
  if (state.phase === 'absent') throw new Error('the second office has no plan');
  return state;
}

async function cycleIsOpened(deed: Deed, year: number, { plan: planId }: Planned): Promise<void> {
  await deed(`open the cycle of ${year}`, secretariat, OpenCycle, cycleStream(municipality, year), {
    year, aboutYear: year - 1, plans: [planId],
    periods: { submission: '2026-05-08', approval: '2026-05-15', acceptance: '2026-05-22' },
    choose: { levels: ['measure'] },
  });
}

async function sheetIsOpened(deed: Deed, year: number, node: string): Promise<string> {
  const stream = sheetStream(municipality, sheetId(year, node));
  await deed(`open the sheet of ${year}`, system, evaluation.OpenSheet, stream, { year, node });
  return stream;
}

async function cycleIsChanged(deed: Deed, { plan: planId, policy }: Planned): Promise<void> {
  const stream = cycleStream(municipality, 2026);
  await deed('add a sheet', secretariat, AddSheet, stream, { plan: planId, node: policy, reason: '議会の求めによる。' });
  await deed('extend a deadline', secretariat, ExtendDeadline, stream, {
    period: 'submission', date: '2026-05-12', for: { department: 'industry' }, reason: '災害対応のため。',
  });
  await deed('adopt a later scheme', secretariat, AdoptScheme, schemeStream(municipality), laterScheme);
  await deed('take the later scheme', secretariat, TakeSchemeVersion, stream, { schemeVersion: 2 });
}

async function sheetIsWritten(deed: Deed, states: FactReader, { indicator, measure }: Planned, sheet: string): Promise<void> {
  await deed('copy last year', clerk, evaluation.CopyLastYear, sheet, {
    basedOn: 0, from: sheetId(2025, measure), fields: ['reason', 'projects/fair/name'],
  });
  await deed('save everything', clerk, evaluation.SaveFields, sheet, {
    basedOn: 1, fields: { ...complete, [`indicators/${indicator}/actual`]: '１３回（見込）' },
  });
  const file = { field: 'papers', mediaType: 'application/pdf', bytes: 5_653 };
  await deed('attach', clerk, evaluation.AttachFile, sheet, { ...file, name: '実績一覧.pdf', digest: 'a'.repeat(64) });
  await deed('take a file off', clerk, evaluation.RemoveFile, sheet, { file: Object.keys((await sheetOf(states, sheet)).files)[0] as string });
  await deed('attach another', clerk, evaluation.AttachFile, sheet, { ...file, name: '実績一覧（確定）.pdf', digest: 'b'.repeat(64) });
  await deed('annotate', secretariat, evaluation.Annotate, sheet, { basedOn: 5, fields: { memo: '前年度の指摘を確認する。' } });
  await deed('hand in', clerk, evaluation.SubmitFirstEvaluation, sheet, {});
  await deed('take back', clerk, evaluation.TakeFirstEvaluationBack, sheet, {});
  await deed('hand in again', clerk, evaluation.SubmitFirstEvaluation, sheet, {});
}

async function sheetIsDecided(deed: Deed, states: FactReader, sheet: string): Promise<void> {
  const basedOn = async (): Promise<number> => (await sheetOf(states, sheet)).revision;
  await deed('approve over him before', askerAs('manager'), evaluation.ApproveOver, sheet, {
    basedOn: await basedOn(), reason: '係長の不在のため。',
  });
  await deed('agree', askerAs('tourism-manager'), evaluation.ApproveFirstEvaluation, sheet, { basedOn: await basedOn() });
  await deed('approve', director, evaluation.ApproveFirstEvaluation, sheet, {
    basedOn: await basedOn(), decidedOn: '2026-05-08', documentNumber: '8産振第123号',
  });
  await deed('review afterwards', chief, evaluation.ReviewAfterwards, sheet, {});
  await deed('accept', secretariat, evaluation.AcceptFirstEvaluation, sheet, { basedOn: await basedOn(), decidedOn: '2026-05-09', documentNumber: '8企第45号' });
}

async function sheetIsTheSecretariats(deed: Deed, states: FactReader, { plan: planId, indicator }: Planned, sheet: string): Promise<void> {
  const basedOn = async (): Promise<number> => (await sheetOf(states, sheet)).revision;
  await deed('correct a slip', secretariat, evaluation.CorrectSlips, sheet, {
    basedOn: await basedOn(), fields: { reason: '概ね計画どおり実施した。' }, reason: '表記の統一',
  });
  await deed('replace figures', clerk, evaluation.ReplaceFigures, sheet, {
    basedOn: await basedOn(), fields: { [`indicators/${indicator}/actual`]: '１４回' }, reason: '実績の確定',
  });
  await deed('look at the figures', director, evaluation.LookAtFigures, sheet, {});
  await deed('change a target', secretariat, ChangeTarget, planStream(municipality, planId), {
    indicator, year: 2026, value: '16回', reason: 'result-exceeded', text: '前倒しで達成したため。',
    evidence: [{ sheet: sheet.slice(`sheet-${municipality}-`.length), revision: await basedOn() }],
  });
  await deed('send back all the way', secretariat, evaluation.SendFirstEvaluationBack, sheet, {
    reason: '所管の変更のため。', comments: [{ field: 'indicators', comment: '出典は？' }],
  });
  await deed('transfer', secretariat, evaluation.TransferSheet, sheet, { section: 'tourism', reason: '所管の変更のため。' });
  await deed('void', secretariat, evaluation.VoidSheet, sheet, { reason: '事業の廃止のため。' });
}

async function sheetOf(states: FactReader, stream: string): Promise<OpenedSheet> {
  const { state } = await states.fold(sheetDecider, stream);
  if (state.phase === 'absent') throw new Error('the second office has no sheet');
  return state;
}
