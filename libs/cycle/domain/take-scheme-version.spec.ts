import { describe, expect, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { hardened } from '../../scheme/domain/compatible.ts';
import type { Field } from '../../scheme/domain/field.ts';
import type { SchemeVersion } from '../../scheme/domain/scheme.ts';
import { cycleDecider, type Cycle } from './cycle.ts';
import type { SchemeVersionTaken } from './cycle.events.ts';
import { opened, scheme } from './cycle-examples.ts';
import { takeSchemeVersion } from './take-scheme-version.ts';

const { given } = specify(cycleDecider);

function versionWith(schemeVersion: number, ...fields: readonly Field[]): SchemeVersion {
  return {
    ...scheme, schemeVersion,
    sheetTypes: scheme.sheetTypes.map((type) => ({ ...type, sections: [{ id: 'all', name: type.name, fields }] })),
  };
}

const remark: Field = { kind: 'text', id: 'remark', label: { ja: '備考', en: 'Remark' }, required: false };
const asksMore = versionWith(5, remark, { ...remark, id: 'aim', required: true });
const versions = [versionWith(2), versionWith(3), versionWith(4, remark), asksMore];
const taking = (schemeVersion: number) => (state: Cycle) =>
  takeSchemeVersion({ ...asked, schemeVersion }, state, { scheme: { versions }, schemeRevision: 4 });
const taken: SchemeVersionTaken = { type: 'SchemeVersionTaken', schemeVersion: 4, schemeRevision: 4 };

describe('take a newer version of the scheme', () => {
  it('records the version that asks nothing more of anybody', () => {
    given(opened).when(taking(4)).then(taken);
    expect(given(opened, taken).state()).toMatchObject({ schemeVersion: 4, schemeRevision: 4 });
  });

  it('refuses a version that there is not', () => {
    given(opened).when(taking(6)).thenRejected('cycle-faulty', {
      faults: [{ path: 'schemeVersion', message: 'the scheme has no version 6' }],
    });
  });

  it.each([2, 3])('refuses version %d, under which or after which the cycle is', (schemeVersion) => {
    given(opened).when(taking(schemeVersion)).thenRejected('scheme-version-not-newer', { schemeVersion: 3 });
  });

  it('refuses a version that asks more, and says all that it asks', () => {
    const faults = hardened(versionWith(3), asksMore);
    expect(faults).toHaveLength(2);
    given(opened).when(taking(5)).thenRejected('scheme-hardened', { faults });
  });
});
