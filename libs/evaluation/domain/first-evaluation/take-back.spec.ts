import { describe, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { approvedOverChief, as, atChief, atManager, given, opened, sentBack } from '../sheet-examples.ts';
import { takeBack } from './take-back.ts';

const takingBack = (sheet: Sheet) => takeBack(as('clerk', 'staff'), sheet);

describe('take the first evaluation back', () => {
  it('records that it was, while nobody has decided', () => {
    given(...atChief).when(takingBack).then({ type: 'FirstEvaluationTakenBack' });
  });

  it('may be done once all that was decided is undone', () => {
    given(...atManager, { ...sentBack, to: 'chief' }).when(takingBack).then({ type: 'FirstEvaluationTakenBack' });
  });

  it('refuses when somebody has decided, in his turn or over another', () => {
    given(...atManager).when(takingBack).thenRejected('decided-already');
    given(...atChief, approvedOverChief).when(takingBack).thenRejected('decided-already');
  });

  it('refuses what is not submitted', () => {
    given(opened).when(takingBack).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
