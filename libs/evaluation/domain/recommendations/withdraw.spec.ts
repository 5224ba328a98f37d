import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from './recommendation.ts';
import { adopted, adoptedAgain, answered, asked, closed, given, onLine, withdrawn, written } from './recommendation-examples.ts';
import { withdraw } from './withdraw.ts';

const withdrawing = (recommendation: Recommendation) => withdraw({ ...asked, sheetRevision: 20, reason: withdrawn.reason }, recommendation);

describe('withdraw', () => {
  it('records it with the reason for which the sheet was reopened, however far the response has come', () => {
    for (const history of [[adopted], onLine, answered, closed]) given(...history).when(withdrawing).then(withdrawn);
  });

  it('stays quiet when it is withdrawn, or a later conclusion has adopted it again', () => {
    given(adopted, withdrawn).when(withdrawing).thenNothing();
    given(adopted, adoptedAgain).when(withdrawing).thenNothing();
  });

  it('refuses what was never adopted', () => {
    given().when(withdrawing).thenRejected('wrong-phase', { phase: 'absent' });
  });

  it('lets it be adopted again, to be answered again; what was written stays', () => {
    const { text } = adoptedAgain;
    expect(given(adopted, written, withdrawn, adoptedAgain).state())
      .toMatchObject({ phase: 'answering', text, changedRevision: 3, response: { text: written.text, revision: 1 } });
  });
});
