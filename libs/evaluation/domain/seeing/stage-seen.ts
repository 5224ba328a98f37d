import { stageOf, versionOf, type Scheme } from '../../../scheme/domain/scheme.ts';
import type { Stage } from '../../../scheme/domain/scheme.events.ts';
import { seenContents, type Viewer } from '../content/visibility.ts';
import type { OpenedSheet } from '../sheet.ts';
import type { Contents } from '../sheet.events.ts';
import type { StageWork } from '../stage-work.ts';
import type { PointsSummary } from '../stage.events.ts';

/** On what seeing is judged: the sheet as it is today, and every version of the scheme. */
export interface Judged {
  readonly sheet: OpenedSheet;
  readonly scheme: Scheme;
}

/** A stage as the scheme had it when the sheet was handed over. */
export function stageAtHandOver({ handOver: { schemeVersion, stage } }: StageWork, scheme: Scheme): Stage | undefined {
  const version = versionOf(scheme, schemeVersion);
  return version && stageOf(version, stage);
}

/** What a stage came to, or is drafted to come to, as a viewer sees it. */
export function seenResult(contents: Contents, work: StageWork, scheme: Scheme, viewer: Viewer): Contents {
  return seenContents(contents, stageAtHandOver(work, scheme)?.fields ?? [], viewer, phaseOf(work));
}

/** What somebody else said in a stage, as a viewer sees it. */
export function seenOpinion(contents: Contents, work: StageWork, scheme: Scheme, viewer: Viewer): Contents {
  return seenContents(contents, stageAtHandOver(work, scheme)?.opinion?.fields ?? [], viewer, phaseOf(work));
}

/** How far a stage has come: what happens to the sheet elsewhere is not its business. */
export function phaseOf({ result }: StageWork): 'handed-over' | 'concluded' {
  return result === undefined ? 'handed-over' : 'concluded';
}

/** Of one or two who gave points, each knows what the other gave, and so does everybody. */
export function pointsOfMany(points: readonly PointsSummary[]): readonly PointsSummary[] {
  return points.filter(({ count }) => count > 2);
}
