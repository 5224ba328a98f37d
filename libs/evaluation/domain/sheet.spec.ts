import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decode } from '../../kernel/decider.ts';
import { approve } from './approval-line/approve.ts';
import { approveOver } from './approval-line/approve-over.ts';
import { sendBack } from './approval-line/send-back.ts';
import { takeBack } from './first-evaluation/take-back.ts';
import { sheetCatalogue } from './sheet.events.ts';
import { sheetId, sheetStream } from './sheet.ts';
import { acceptance, answered, as, asked, atChief, attached, due, form, given, line, opened } from './sheet-examples.ts';

const reason = '確認のため';

describe('a sheet', () => {
  it('is one node in one cycle, and that is its name', () => {
    expect(sheetId(2026, 'node-35')).toBe('2026-node-35');
    expect(sheetStream('mihon', '2026-node-35')).toBe('sheet-mihon-2026-node-35');
  });

  it('keeps the form and the line under which it was submitted, and whose turn it is', () => {
    expect(given(...atChief).state()).toMatchObject({
      phase: 'submitted', schemeVersion: 2, late: false, line, at: 0, approvals: [],
      linePosts: ['chief', 'manager', 'vice-manager', 'tourism-manager', 'trade-manager', 'director'],
    });
  });

  it('keeps who wrote what, and who attached what', () => {
    expect(given(opened, answered, attached).state()).toMatchObject({
      fields: { rating: { content: { grade: 'b' }, by: asked.by, at: asked.now, revision: 1 } },
      files: { 'file-1': { name: '集計.pdf', by: asked.by } },
    });
  });

  it('has no line any more while it is written again', () => {
    for (const event of [{ type: 'FirstEvaluationTakenBack' }, { type: 'FirstEvaluationSentBack', to: 'section', reason, comments: [] }] as const) {
      expect(Object.keys(given(...atChief, event).state())).not.toEqual(expect.arrayContaining(['line']));
    }
  });

  it('cannot be folded from anything but its opening', () => {
    expect(() => given(answered).state()).toThrow('FieldsSaved on a sheet that was never opened');
  });
});

describe('a sheet of the time before approval lines', () => {
  const then = (type: string) => {
    const { header, payload } = JSON.parse(readFileSync(new URL(`stored-events/${type}.v1.json`, import.meta.url), 'utf8'));
    return decode(sheetCatalogue, header, payload);
  };
  const submittedThen = [then('SheetOpened'), then('FieldsSaved'), then('FirstEvaluationSubmitted')];

  it('that was submitted waits for nobody, so it is taken back and submitted again', () => {
    expect(given(...submittedThen).state())
      .toMatchObject({ phase: 'submitted', late: true, schemeVersion: 1, line: [{ step: 'approval', parties: [{ posts: [] }] }], linePosts: [] });
    given(...submittedThen).when((sheet) => approve({ ...as('approver'), basedOn: 2 }, sheet, due)).thenRejected('not-your-turn', { step: 'approval' });
    given(...submittedThen).when((sheet) => approveOver({ ...as('approver'), basedOn: 2, reason }, sheet, due)).thenRejected('not-your-turn', { step: 'approval' });
    given(...submittedThen).when((sheet) => sendBack({ ...as('approver'), reason }, sheet, { form })).thenRejected('not-your-turn', { step: 'approval' });
    given(...submittedThen).when((sheet) => takeBack(asked, sheet)).then({ type: 'FirstEvaluationTakenBack' });
  });

  it('that was sent back went to its section', () => {
    expect(given(...submittedThen, then('FirstEvaluationSentBack')).state())
      .toMatchObject({ phase: 'drafting', sentBack: [{ to: 'section', reason: '根拠を記入してください。' }] });
  });

  it('that was approved is approved by its only approver, and accepted as any other', () => {
    const history = [...submittedThen, then('FirstEvaluationApproved')];
    expect(given(...history).state()).toMatchObject({ phase: 'approved', approvals: [{ step: 'approval', section: 'promotion', way: 'in-turn' }] });
    expect(given(...history, acceptance).state()).toMatchObject({ phase: 'accepted' });
  });

  it('keeps nothing of an event but what it names', () => {
    const events = [...submittedThen, then('FirstEvaluationSentBack'), then('FirstEvaluationSubmitted'), then('FirstEvaluationApproved')];
    expect(JSON.stringify(given(...events).state())).not.toContain('$salt');
  });
});
