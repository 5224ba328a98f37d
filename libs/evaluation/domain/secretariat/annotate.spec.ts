import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import type { SecretariatFieldsSaved } from '../sheet.events.ts';
import { accepted, answered, approved, asSecretariat, atChief, given, opened, plainFacts, text, voided } from '../sheet-examples.ts';
import { annotate } from './annotate.ts';

const annotating = (basedOn: number, fields: Record<string, unknown>) => (sheet: Sheet) =>
  annotate({ ...asSecretariat, basedOn, fields }, sheet, plainFacts);
const annotated: SecretariatFieldsSaved = { type: 'SecretariatFieldsSaved', basedOn: 0, fields: { memo: text('要確認') } };

describe('annotate', () => {
  it('records what the secretariat writes into its own fields and columns, in every phase', () => {
    for (const history of [[opened], atChief, approved, accepted]) given(...history).when(annotating(0, { memo: '要確認' })).then(annotated);
    given(opened).when(annotating(0, { 'projects/fair/checked': '済' })).then({ ...annotated, fields: { 'projects/fair/checked': text('済') } });
  });

  it('changes nothing that others decide on', () => {
    expect(given(...atChief, annotated).state()).toMatchObject({ revision: 3, changedRevision: 2 });
  });

  it('stays quiet when the same stands there', () => {
    given(opened, annotated).when(annotating(1, { memo: '要確認' })).thenNothing();
  });

  it('refuses what the section fills in, and what somebody else wrote since', () => {
    given(opened).when(annotating(0, { remark: '順調', 'projects/fair/name': '商談会' }))
      .thenRejected('fields-wrong', { fields: ['remark', 'projects/fair/name'] });
    given(opened, annotated).when(annotating(0, { memo: '確認済' })).thenRejected('fields-changed-since');
  });

  it('tells the phase first, then a revision that is not there yet', () => {
    given(opened, answered, voided).when(annotating(9, { elsewhere: 'x' })).thenRejected('wrong-phase', { phase: 'voided' });
    given(opened).when(annotating(9, { elsewhere: 'x' })).thenRejected('based-on-the-future');
  });
});
