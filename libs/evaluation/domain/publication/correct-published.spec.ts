import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { accepted, asSecretariat, given, plainFacts, text, value } from '../sheet-examples.ts';
import type { PublishedCorrected } from '../stage.events.ts';
import { finalisation } from '../stages/stage-examples.ts';
import { correctPublished, type CorrectPublishedFacts } from './correct-published.ts';

const reason = '集計の誤り';
const final = [...accepted, finalisation] as const;
const facts: CorrectPublishedFacts = { ...plainFacts, publicEdition: 3, cycleRevision: 8 };
const correcting = (fields: Record<string, unknown>, change: object = {}, factsThen = facts) => (sheet: Sheet) =>
  correctPublished({ ...asSecretariat, basedOn: 9, fields, reason, ...change }, sheet, factsThen);
const corrected: PublishedCorrected = {
  type: 'PublishedCorrected', edition: 3, basedOn: 9, fields: { result: value('5,700社') }, was: { result: value('延べ5,653社') }, reason, cycleRevision: 8,
};

describe('correct what was published', () => {
  it('records what it was and what it is, also a figure or a rating', () => {
    given(...final).when(correcting({ result: '5,700社' })).then(corrected);
    given(...final).when(correcting({ rating: 'a', remark: '順調' })).then({
      ...corrected, fields: { rating: { kind: 'rating', grade: 'a' }, remark: text('順調') }, was: { rating: { kind: 'rating', grade: 'b' }, remark: null },
    });
  });

  it('leaves the sheet final, and keeps the correction for the next edition', () => {
    expect(given(...final, corrected).state()).toMatchObject({
      phase: 'final', fields: { result: { content: value('5,700社') } }, corrections: [{ was: corrected.was, reason, revision: 10 }],
    });
  });

  it('stays quiet when nothing changes', () => {
    given(...final).when(correcting({ result: '延べ5,653社' })).thenNothing();
  });

  it('refuses what the public never read, and names it', () => {
    given(...final).when(correcting({ memo: '要確認', verdict: '妥当', result: '1社' })).thenRejected('field-not-published', { fields: ['memo', 'verdict'] });
  });

  it('tells the phase first, then that it is not published, the fields, what is unanswered, sums, and the reason last', () => {
    const unpublished = { ...facts, publicEdition: undefined };
    given(...accepted).when(correcting({}, {}, unpublished)).thenRejected('wrong-phase', { phase: 'accepted' });
    given(...final).when(correcting({ elsewhere: 'x' }, { basedOn: 99 }, unpublished)).thenRejected('not-published');
    given(...final).when(correcting({ elsewhere: 'x' }, { basedOn: 99 })).thenRejected('based-on-the-future');
    given(...final).when(correcting({ elsewhere: 'x', memo: 'x' })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(...final).when(correcting({ memo: 'x', result: null })).thenRejected('field-not-published');
    given(...final, corrected).when(correcting({ result: '5,800社' })).thenRejected('fields-changed-since');
    given(...final).when(correcting({ result: null, 'costs/this-year/own': '1' })).thenRejected('fields-unanswered', { fields: ['result'] });
    given(...final).when(correcting({ 'costs/this-year/own': '1' }, { reason: '' })).thenRejected('sums-differ');
    given(...final).when(correcting({ result: '5,700社' }, { reason: ' ' })).thenRejected('reason-missing');
  });
});
