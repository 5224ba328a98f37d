import { describe, expect, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { close } from './close.ts';
import { found } from './found.ts';
import { municipalityDecider } from './municipality.ts';
import { asking, founded } from './office-examples.ts';

const { given } = specify(municipalityDecider);
const closed = { type: 'MunicipalityClosed' } as const;

describe('close a municipality', () => {
  it('records that it ends, and keeps the office as it was', () => {
    given(founded).when((state) => close(asking({}), state)).then(closed);
    expect(given(founded, closed).state()).toEqual({ ...given(founded).state(), phase: 'closed' });
  });

  it('refuses to close it again, and to found it anew', () => {
    given(founded, closed).when((state) => close(asking({}), state)).thenRejected('municipality-closed');
    given(founded, closed).when((state) => found(asking(founded), state)).thenRejected('municipality-exists');
  });
});
