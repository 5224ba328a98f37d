import { describe, expect, it } from '@jest/globals';
import type { RecommendationEvent } from './recommendation.events.ts';
import { adopted, adoptedAgain, answered, closed, given, onLine, sentBack, withdrawn, written } from './recommendation-examples.ts';
import { seenResponse, toldRecommendation } from './seen-response.ts';

const rewritten = { ...written, basedOn: 3, text: '令和9年度に見直す。' };
const again = [...onLine, sentBack, rewritten, ...answered.slice(2)];
/** That one was sent back, and why, is an event that no committee is told. */
const told = (event: RecommendationEvent): boolean => event.type !== 'ResponseSentBack';

function seenOf(...history: readonly RecommendationEvent[]): readonly string[] {
  const eye = seenResponse(given(...history).state());
  return history.flatMap((event, revision) => eye(event, { revision }) ?? []).filter(told).map((event) => ('text' in event ? event.text : event.type));
}

describe('what the committee sees of a response', () => {
  it('is nothing while it is written and on its line', () => {
    expect(seenOf(...onLine)).toEqual([adopted.text]);
  });

  it('is what was approved when the line is done, and not what was written before', () => {
    const approved = ['ResponseApproved', 'ResponseApproved', 'ResponseApproved'];
    expect(seenOf(...again)).toEqual([adopted.text, rewritten.text, 'ResponseSubmitted', ...approved]);
    expect(seenOf(...closed)).toEqual([adopted.text, written.text, 'ResponseSubmitted', ...approved, 'RecommendationClosed']);
  });

  it('is nothing again when the recommendation is withdrawn or to be answered again', () => {
    expect(seenOf(...answered, withdrawn)).toEqual([adopted.text, 'RecommendationWithdrawn']);
    expect(seenOf(...answered, withdrawn, adoptedAgain)).toEqual([adopted.text, 'RecommendationWithdrawn', adoptedAgain.text]);
  });

  it('adds up to a recommendation that is answered, or still to be', () => {
    const fold = (...history: readonly RecommendationEvent[]) => {
      const eye = seenResponse(given(...history).state());
      return given(...history.flatMap((event, revision) => eye(event, { revision }) ?? []).filter(told)).state();
    };
    expect(fold(...onLine)).toMatchObject({ phase: 'answering' });
    expect(fold(...onLine)).not.toHaveProperty('response');
    expect(fold(...again)).toMatchObject({ phase: 'answered', response: { text: rewritten.text }, sentBack: [] });
  });
});

describe('what everybody is told who works on the node', () => {
  it('is the response when the line is done, and before that only that it is to be answered', () => {
    const toldOf = (...history: readonly RecommendationEvent[]) => {
      const state = given(...history).state();
      return state.phase === 'absent' ? undefined : toldRecommendation(state);
    };
    expect(toldOf(...onLine)).toEqual({ phase: 'answering' });
    expect(toldOf(...answered)).toMatchObject({ phase: 'answered', response: { text: written.text } });
  });
});
