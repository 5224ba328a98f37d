import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import { approvalLineFaults } from './faults/approval-line-faults.ts';
import { levelFaults } from './faults/level-faults.ts';
import { scaleFaults } from './faults/scale-faults.ts';
import { formsFaults } from './faults/sheet-type-faults.ts';
import { unitPriceFaults } from './faults/unit-price-faults.ts';
import { mostFaults, readScheme } from './reading.ts';
import type { SchemeContents, SchemeEvent } from './scheme.events.ts';
import type { Scheme } from './scheme.ts';

/** The lists of a scheme as somebody wrote them; what stands in them is not yet known to be what it should. */
export type AdoptScheme = { readonly [Part in keyof SchemeContents]: readonly unknown[] };

export interface AdoptSchemeFacts {
  /** Of the office; undefined while it has none. */
  readonly departments: ReadonlySet<string> | undefined;
}

export type AdoptSchemeRejection = 'scheme-faulty';

/** Makes a scheme the office's next one, when nothing is wrong with it. Everything that is wrong is told at once. */
export function adopt(
  { levels, scales, unitPrices, sheetTypes, approvalLines, stages }: AdoptScheme & Asked, scheme: Scheme, facts: AdoptSchemeFacts,
): Decision<SchemeEvent, AdoptSchemeRejection> {
  const { contents, faults } = checkScheme({ levels, scales, unitPrices, sheetTypes, approvalLines, stages }, facts);
  if (contents === undefined || faults.length > 0) return reject('scheme-faulty', { faults: faults.slice(0, mostFaults) });
  return accept({
    type: 'SchemeAdopted',
    schemeVersion: scheme.versions.length + 1,
    levels: contents.levels,
    scales: contents.scales,
    unitPrices: contents.unitPrices,
    sheetTypes: contents.sheetTypes,
    approvalLines: contents.approvalLines,
    stages: contents.stages,
  });
}

/** First what is not as a scheme should be, then what in the rest does not hold together. */
function checkScheme(
  asked: AdoptScheme, { departments }: AdoptSchemeFacts,
): { readonly contents: SchemeContents | undefined; readonly faults: readonly Fault[] } {
  const { contents, faults, place } = readScheme(asked);
  if (contents === undefined) return { contents, faults };
  return {
    contents,
    faults: [
      ...faults,
      ...levelFaults(contents, place),
      ...scaleFaults(contents, place),
      ...unitPriceFaults(contents, place),
      ...formsFaults(contents, place),
      ...approvalLineFaults(contents, place, departments),
    ],
  };
}
