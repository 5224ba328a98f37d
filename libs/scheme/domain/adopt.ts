import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { dangling, repeated, type Fault } from '../../kernel/fault.ts';
import type { SchemeEvent } from './scheme.events.ts';
import type { Scheme, SchemeVersion } from './scheme.ts';

export type AdoptScheme = Omit<SchemeVersion, 'schemeVersion'>;

export type AdoptSchemeRejection = 'scheme-faulty';

/** Makes a scheme the office's next one, when nothing in it points nowhere. */
export function adopt(command: AdoptScheme & Asked, scheme: Scheme): Decision<SchemeEvent, AdoptSchemeRejection> {
  const { levels, scales, sheetTypes } = command;
  const faults = faultsOf(command);
  if (faults.length > 0) return reject('scheme-faulty', { faults });
  return accept({ type: 'SchemeAdopted', schemeVersion: scheme.versions.length + 1, levels, scales, sheetTypes });
}

/** Every object of JavaScript has these, so no body may. */
const takenNames: ReadonlySet<string> = new Set(['constructor', 'prototype']);

function faultsOf({ levels, scales, sheetTypes }: AdoptScheme): readonly Fault[] {
  const knownScales = new Set(scales.map((scale) => scale.id));
  return [
    ...repeated('levels', 'id', levels),
    ...repeated('scales', 'id', scales),
    ...scales.flatMap(({ grades }, index) => repeated(`scales[${index}].grades`, 'id', grades)),
    ...repeated('sheetTypes', 'id', sheetTypes),
    ...dangling('sheetTypes', 'level', sheetTypes, new Set(levels.map((level) => level.id))),
    // A node has one sheet in a cycle, so its level has one form.
    ...repeated('sheetTypes', 'level', sheetTypes),
    ...sheetTypes.flatMap(({ fields }, type) => [
      ...repeated(`sheetTypes[${type}].fields`, 'id', fields),
      ...fields.flatMap(({ id }, index) => (takenNames.has(id)
        ? [{ path: `sheetTypes[${type}].fields[${index}].id`, message: `${id} cannot be the name of a field` }] : [])),
      ...fields.flatMap((field, index) => (field.kind === 'rating' && !knownScales.has(field.scale)
        ? [{ path: `sheetTypes[${type}].fields[${index}].scale`, message: `there is no ${field.scale}` }]
        : [])),
    ]),
  ];
}
