import { describe, it } from '@jest/globals';
import { adopt } from './adopt.ts';
import type { Recommendation } from './recommendation.ts';
import { adopted, adoptedAgain, asked, closed, concluded, given, ofSheet, withdrawn, written } from './recommendation-examples.ts';

const adopting = (change: Partial<typeof concluded> = {}) => (recommendation: Recommendation) =>
  adopt({ ...asked, ...concluded, ...change }, recommendation, ofSheet);
const anew = { text: adoptedAgain.text, sheetRevision: 31 };

describe('adopt what a conclusion recommends', () => {
  it('records what the conclusion says, whose the sheet is, and before which committee it was', () => {
    given().when(adopting()).then(adopted);
  });

  it('records a later conclusion, whatever became of the earlier one', () => {
    given(adopted, written, withdrawn).when(adopting(anew)).then(adoptedAgain);
    given(adopted).when(adopting(anew)).then(adoptedAgain);
    given(...closed).when(adopting(anew)).then(adoptedAgain);
  });

  it('stays quiet about a conclusion that it knows, or that a later one has taken the place of', () => {
    given(adopted, written).when(adopting()).thenNothing();
    given(adopted, adoptedAgain).when(adopting()).thenNothing();
  });
});
