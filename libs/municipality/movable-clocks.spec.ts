import { describe, expect, it } from '@jest/globals';
import { specify } from '../kernel/testing/given.ts';
import { municipalityDecider, type Municipality } from './domain/municipality.ts';
import { founded } from './domain/office-examples.ts';
import { MovableClocks } from './movable-clocks.ts';

const { given } = specify(municipalityDecider);
const now = '2026-05-20T01:00:00.000Z';
const then = '2021-04-01T00:00:00.000Z';
const real: Municipality = given({ ...founded, demonstration: false }).state();

describe('the clock of a municipality', () => {
  it('is moved where it is a demonstration, or is still to be founded, and nowhere else, until it is released', () => {
    const clocks = new MovableClocks({ now: () => now });
    clocks.move('mihon', given(founded).state(), then);
    clocks.move('kaede', municipalityDecider.initial, then);
    expect(['mihon', 'kaede', 'sakura'].map((municipality) => clocks.now(municipality))).toEqual([then, then, now]);
    clocks.release('mihon');
    expect(clocks.now('mihon')).toBe(now);
  });

  it('is never moved where the records are real', () => {
    const clocks = new MovableClocks({ now: () => now });
    expect(() => clocks.move('sakura', real, then)).toThrow('sakura is no demonstration');
    expect(clocks.now('sakura')).toBe(now);
  });
});
