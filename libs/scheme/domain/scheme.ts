import type { Decider } from '../../kernel/decider.ts';
import { onceForEach } from '../../kernel/once-for-each.ts';
import { streamName } from '../../kernel/stream-name.ts';
import type { Field } from './field.ts';
import {
  schemeCatalogue, type ApprovalLine, type RatingScale, type SchemeContents, type SchemeEvent, type SheetType, type Stage,
  type UnitPrice,
} from './scheme.events.ts';

/** Every version that was ever adopted: a sheet keeps the one under which it was submitted. */
export interface Scheme {
  readonly versions: readonly SchemeVersion[];
}

export interface SchemeVersion extends SchemeContents {
  readonly schemeVersion: number;
}

export const schemeDecider: Decider<Scheme, SchemeEvent> = {
  category: 'scheme',
  initial: { versions: [] },
  catalogue: schemeCatalogue,
  evolve: ({ versions }, { schemeVersion, levels, scales, unitPrices, sheetTypes, approvalLines, stages }) =>
    ({ versions: [...versions, { schemeVersion, levels, scales, unitPrices, sheetTypes, approvalLines, stages }] }),
};

export function schemeStream(municipality: string): string {
  return streamName(schemeDecider.category, municipality);
}

/** A sheet type together with what its fields refer to. */
export interface Form {
  readonly schemeVersion: number;
  readonly sheetType: SheetType;
  readonly scales: readonly RatingScale[];
  readonly unitPrices: readonly UnitPrice[];
  /** Of every section, in the order of the form. */
  readonly fields: readonly Field[];
}

/** The form of a sheet under a version of the scheme. */
export function formOf(scheme: Scheme, schemeVersion: number, sheetType: string): Form | undefined {
  const version = versionOf(scheme, schemeVersion);
  return version && formsOf(version).get(sheetType);
}

const formsOf = onceForEach(({ schemeVersion, sheetTypes, scales, unitPrices }: SchemeVersion): ReadonlyMap<string, Form> =>
  new Map(sheetTypes.map((sheetType) =>
    [sheetType.id, { schemeVersion, sheetType, scales, unitPrices, fields: sheetType.sections.flatMap(({ fields }) => fields) }])));

export function stageOf({ stages }: SchemeVersion, stage: string): Stage | undefined {
  return stages.find(({ id }) => id === stage);
}

/** What is filled in at a stage: its result, or the opinion of a member of the committee. */
export type StagePart = 'result' | 'opinion';

/** The form of a part of a stage; undefined where the stage does not ask for it. */
export function stageForm(version: SchemeVersion, stage: string, part: StagePart): Form | undefined {
  return stageFormsOf(version).get(`${stage}/${part}`);
}

const stageFormsOf = onceForEach((version: SchemeVersion): ReadonlyMap<string, Form> => new Map(version.stages.flatMap((stage) => [
  [`${stage.id}/result`, formOfStage(version, stage, 'result', stage.fields)] as const,
  ...(stage.opinion === undefined ? [] : [[`${stage.id}/opinion`, formOfStage(version, stage, 'opinion', stage.opinion.fields)] as const]),
])));

function formOfStage(
  { schemeVersion, scales, unitPrices }: SchemeVersion, { id, name }: Stage, part: StagePart, fields: readonly Field[],
): Form {
  return { schemeVersion, sheetType: { id, name, level: '', sections: [{ id: part, name, fields }] }, scales, unitPrices, fields };
}

export function versionOf({ versions }: Scheme, schemeVersion: number): SchemeVersion | undefined {
  return versions.find((one) => one.schemeVersion === schemeVersion);
}

/** The approval line that fits a sheet best. */
export function lineFor({ approvalLines }: SchemeVersion, department: string, sheetType: string): ApprovalLine | undefined {
  const fits = approvalLines.filter((line) =>
    (line.department ?? department) === department && (line.sheetType ?? sheetType) === sheetType);
  const named = (line: ApprovalLine): number => (line.department === undefined ? 0 : 2) + (line.sheetType === undefined ? 0 : 1);
  return fits.toSorted((one, other) => named(other) - named(one))[0];
}
