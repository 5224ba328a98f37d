import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { hardened } from '../../scheme/domain/compatible.ts';
import { versionOf, type Scheme } from '../../scheme/domain/scheme.ts';
import type { Cycle } from './cycle.ts';
import type { CycleEvent } from './cycle.events.ts';

export interface TakeSchemeVersion {
  readonly schemeVersion: number;
}

export interface TakeSchemeVersionFacts {
  readonly scheme: Scheme;
  readonly schemeRevision: number;
}

/** In this order: the first that holds is told. */
export type TakeSchemeVersionRejection = 'cycle-faulty' | 'scheme-version-not-newer' | 'scheme-hardened';

/** Moves a running cycle to a newer version of the scheme, as long as that asks nothing more of anybody. */
export function takeSchemeVersion(
  { schemeVersion }: TakeSchemeVersion & Asked, cycle: Cycle, { scheme, schemeRevision }: TakeSchemeVersionFacts,
): Decision<CycleEvent, TakeSchemeVersionRejection> {
  const from = cycle.phase === 'absent' ? undefined : versionOf(scheme, cycle.schemeVersion);
  if (from === undefined) throw new Error('a cycle without its version of the scheme');
  const to = versionOf(scheme, schemeVersion);
  if (to === undefined) {
    return reject('cycle-faulty', { faults: [{ path: 'schemeVersion', message: `the scheme has no version ${schemeVersion}` }] });
  }
  if (schemeVersion <= from.schemeVersion) return reject('scheme-version-not-newer', { schemeVersion: from.schemeVersion });
  const faults = hardened(from, to);
  if (faults.length > 0) return reject('scheme-hardened', { faults });
  return accept({ type: 'SchemeVersionTaken', schemeVersion, schemeRevision });
}
