import { describe, it } from '@jest/globals';
import { recorded } from '../../../kernel/testing/given.ts';
import type { Sheet } from '../sheet.ts';
import type { LastYearCopied, SheetEvent } from '../sheet.events.ts';
import { asked, atChief, given, opened, plainFacts, saved, submitted, text, value } from '../sheet-examples.ts';
import { copyLastYear } from './copy-last-year.ts';

const lastYears = { ...opened, year: 2025 };
const filled = saved({ remark: text('昨年'), result: value('5,000社'), 'projects/fair/name': text('商談会'), budget: null });
const memo: SheetEvent = { type: 'SecretariatFieldsSaved', basedOn: 0, fields: { memo: text('要確認'), verdict: text('良好') } };
const source = given(lastYears, filled, memo, submitted).state();

const copying = (fields: readonly string[], { basedOn = 0, from = source }: { basedOn?: number; from?: Sheet } = {}) => (sheet: Sheet) =>
  copyLastYear({ ...asked, basedOn, from: '2025-node-35', fields }, sheet, { ...plainFacts, source: from });
const copied = (fields: LastYearCopied['fields']): LastYearCopied => ({ type: 'LastYearCopied', from: '2025-node-35', fromRevision: 3, fields });

describe('copy last year', () => {
  it('records what was asked for, and from which sheet and revision', () => {
    given(opened).when(copying(['remark', 'projects/fair/name'])).then(copied({ remark: text('昨年'), 'projects/fair/name': text('商談会') }));
  });

  it('copies over what stands there, and only what differs', () => {
    given(opened, saved({ remark: text('今年'), result: value('5,000社') })).when(copying(['remark', 'result'], { basedOn: 1 }))
      .then(copied({ remark: text('昨年') }));
  });

  it('stays quiet when the same stands there', () => {
    given(opened, filled).when(copying(['remark'], { basedOn: 1 })).thenNothing();
  });

  it.each([
    ['a sheet of the same year', given(opened, filled, submitted).state()],
    ['a sheet of a later year', given({ ...opened, year: 2027 }, filled, submitted).state()],
    ['a sheet of another node', given({ ...lastYears, node: 'node-36' }, filled, submitted).state()],
    ['a sheet that was never submitted', given(lastYears, filled).state()],
    ['a sheet that is not there', given().state()],
  ])('refuses %s', (_what, from) => {
    given(opened).when(copying(['remark'], { from })).thenRejected('source-wrong');
  });

  it('refuses fields in which nothing stood, and those of the secretariat', () => {
    given(opened).when(copying(['remark', 'budget', 'rating', 'memo', 'verdict', 'elsewhere']))
      .thenRejected('fields-wrong', { fields: ['budget', 'rating', 'memo', 'verdict', 'elsewhere'] });
  });

  it('refuses what somebody wrote there meanwhile', () => {
    const theirs = recorded(saved({ remark: text('今年') }), 'person-2', '2026-05-19T00:00:00.000Z');
    given(opened, theirs).when(copying(['remark'])).thenRejected('fields-changed-since', {
      fields: [{ field: 'remark', yours: '昨年', theirs: '今年', by: 'person-2', at: '2026-05-19T00:00:00.000Z' }],
    });
  });

  it('tells the phase first, then the source, then a revision that is not there yet, then the fields', () => {
    given(...atChief).when(copying(['elsewhere'], { from: given().state() })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(opened).when(copying(['elsewhere'], { basedOn: 9, from: given().state() })).thenRejected('source-wrong');
    given(opened).when(copying(['elsewhere'], { basedOn: 9 })).thenRejected('based-on-the-future');
  });
});
