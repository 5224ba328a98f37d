import { reject, type Rejected } from '../kernel/decision.ts';
import { sectionIn } from '../municipality/domain/office.ts';
import { planDecider, planStream } from '../plan/domain/plan.ts';
import type { BelongsTo } from '../platform/access/access-table.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import type { LineFacts } from './domain/approval-line/line.ts';
import type { AdoptFacts, AdoptRecommendation } from './domain/recommendations/adopt.ts';
import type { AdoptGeneral, AdoptGeneralFacts } from './domain/recommendations/adopt-general.ts';
import type { Recommendation } from './domain/recommendations/recommendation.ts';
import type { ReportResultFacts } from './domain/recommendations/report-result.ts';
import { sheetDecider, sheetStream } from './domain/sheet.ts';
import { committeeOf, lineFacts, lineNow, officeOf, type Here } from './facts.ts';

/** Nobody is kept out of a recommendation: it is the whole committee's. */
export function placeOfRecommendation(recommendation: Recommendation): BelongsTo {
  if (recommendation.phase === 'absent') return {};
  const { section, department, linePosts: posts, committee } = recommendation;
  return { section, department, posts, committees: [committee] };
}

/** Whose the sheet is, and which committee concluded it: unknown where nothing was ever handed over. */
export async function adoptFacts(reader: FactReader, { municipality, sheet: id, stage }: AdoptRecommendation & Here): Promise<AdoptFacts | Rejected> {
  const { state: sheet } = await reader.fold(sheetDecider, sheetStream(municipality, id));
  const committee = sheet.phase === 'absent' ? undefined : sheet.works[stage]?.handOver.committee;
  if (sheet.phase === 'absent' || committee === undefined) return reject('unknown');
  const { year, plan, node, section, department } = sheet;
  return { year, plan, node, section, department, committee };
}

export async function adoptGeneralFacts(
  reader: FactReader, { municipality, committee: id, section: sectionId }: AdoptGeneral & Here,
): Promise<AdoptGeneralFacts> {
  const committee = await committeeOf(reader, municipality, id);
  const { office } = await officeOf(reader, municipality);
  const section = sectionIn(office, sectionId);
  return { committee, owner: section && { section: section.id, department: section.department } };
}

export async function reportFacts(reader: FactReader, { municipality }: Here, recommendation: Recommendation): Promise<ReportResultFacts> {
  if (recommendation.phase === 'absent' || recommendation.plan === undefined) return { planVersions: [] };
  const { state: plan } = await reader.fold(planDecider, planStream(municipality, recommendation.plan));
  return { planVersions: plan.phase === 'adopted' ? plan.versions.map(({ planVersion }) => planVersion) : [] };
}

/** The line of the sheet that it belongs to; of a general one, the line for whatever else the section's department does. */
export async function responseLineFacts(reader: FactReader, here: Here, recommendation: Recommendation): Promise<LineFacts> {
  if (recommendation.phase === 'absent') throw new Error('no recommendation');
  if (recommendation.sheet !== undefined) {
    const { state } = await reader.fold(sheetDecider, sheetStream(here.municipality, recommendation.sheet));
    return lineFacts(reader, here, state);
  }
  const { office, revision: municipalityRevision } = await officeOf(reader, here.municipality);
  const { state: { versions } } = await reader.fold(schemeDecider, schemeStream(here.municipality));
  const version = versions.at(-1);
  const line = version === undefined ? reject('line-incomplete') : lineNow(office, version, { ...recommendation, sheetType: '' });
  return { line, municipalityRevision };
}
