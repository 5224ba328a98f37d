import type { Decider } from '../../kernel/decider.ts';
import { streamName } from '../../kernel/stream-name.ts';
import { schemeCatalogue, type RatingScale, type SchemeAdopted, type SchemeEvent, type SheetType } from './scheme.events.ts';

/** Every version that was ever adopted: a sheet keeps the one under which it was opened. */
export interface Scheme {
  readonly versions: readonly SchemeVersion[];
}

export type SchemeVersion = Omit<SchemeAdopted, 'type'>;

export const schemeDecider: Decider<Scheme, SchemeEvent> = {
  category: 'scheme',
  initial: { versions: [] },
  catalogue: schemeCatalogue,
  evolve: ({ versions }, { schemeVersion, levels, scales, sheetTypes }) =>
    ({ versions: [...versions, { schemeVersion, levels, scales, sheetTypes }] }),
};

export function schemeStream(municipality: string): string {
  return streamName(schemeDecider.category, municipality);
}

/** A sheet type together with the scales that its fields refer to. */
export interface Form {
  readonly sheetType: SheetType;
  readonly scales: readonly RatingScale[];
}

/** The form of a sheet that was opened under a version of the scheme. */
export function formOf(scheme: Scheme, schemeVersion: number, sheetType: string): Form | undefined {
  const version = scheme.versions.find((one) => one.schemeVersion === schemeVersion);
  const found = version?.sheetTypes.find((one) => one.id === sheetType);
  return version === undefined || found === undefined ? undefined : { sheetType: found, scales: version.scales };
}
