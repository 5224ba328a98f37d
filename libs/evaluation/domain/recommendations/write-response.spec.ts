import { describe, it } from '@jest/globals';
import type { Recommendation } from './recommendation.ts';
import { adopted, adoptedAgain, asked, given, onLine, response, sentBack, withdrawn, written } from './recommendation-examples.ts';
import { writeResponse, type WriteResponse } from './write-response.ts';

const writing = (change: Partial<WriteResponse> = {}) => (recommendation: Recommendation) =>
  writeResponse({ ...asked, ...response, ...change }, recommendation);

describe('write the response', () => {
  it('records policy and text, on the revision that was on screen', () => {
    given(adopted).when(writing()).then(written);
    given(...onLine, sentBack).when(writing({ basedOn: 3, policy: 'consider' })).then({ ...written, basedOn: 3, policy: 'consider' });
  });

  it('stays quiet when nothing changes', () => {
    given(adopted, written).when(writing({ basedOn: 1 })).thenNothing();
  });

  it('refuses what does not know what somebody else wrote, why it came back, or what is recommended now', () => {
    given(adopted, written).when(writing()).thenRejected('sheet-changed-since');
    given(...onLine, sentBack).when(writing({ basedOn: 2 })).thenRejected('sheet-changed-since');
    given(adopted, withdrawn, adoptedAgain).when(writing({ basedOn: 1 })).thenRejected('sheet-changed-since');
  });

  it('refuses a text that says nothing', () => {
    given(adopted).when(writing({ text: ' \n' })).thenRejected('text-missing');
  });

  it('tells the phase first, then the revision, then the text', () => {
    given(...onLine).when(writing({ basedOn: 99 })).thenRejected('wrong-phase', { phase: 'on-line' });
    given(adopted).when(writing({ basedOn: 1, text: '' })).thenRejected('based-on-the-future');
  });
});
