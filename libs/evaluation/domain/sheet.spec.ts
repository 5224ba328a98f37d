import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../kernel/decision.ts';
import { decode } from '../../kernel/decider.ts';
import { approve } from './approval-line/approve.ts';
import { approveForAbsent } from './approval-line/approve-for-absent.ts';
import { approveOver } from './approval-line/approve-over.ts';
import { reviewAfterwards } from './approval-line/review-afterwards.ts';
import { sendBack } from './approval-line/send-back.ts';
import { attach } from './first-evaluation/attach.ts';
import { copyLastYear } from './first-evaluation/copy-last-year.ts';
import { open } from './first-evaluation/open.ts';
import { removeFile } from './first-evaluation/remove-file.ts';
import { save } from './first-evaluation/save.ts';
import { submit } from './first-evaluation/submit.ts';
import { takeBack } from './first-evaluation/take-back.ts';
import { accept } from './secretariat/accept.ts';
import { annotate } from './secretariat/annotate.ts';
import { correct } from './secretariat/correct.ts';
import { lookAt } from './secretariat/look-at.ts';
import { replaceFigures } from './secretariat/replace-figures.ts';
import { transfer } from './secretariat/transfer.ts';
import { voidSheet } from './secretariat/void.ts';
import { sheetCatalogue, type SheetEvent } from './sheet.events.ts';
import { sheetLife, type SheetPhase, type SheetVerb } from './sheet-life.ts';
import { sheetId, sheetStream, type Sheet } from './sheet.ts';
import {
  acceptance, accepted, answered, approval, approved, approvedOverChief, as, asked, asSecretariat, atChief, atDirector, attached, due, form, given,
  line, opened, openFacts, opening, plainFacts, replaced, saved, submitFacts, submitted, text, voided,
} from './sheet-examples.ts';

type Deed = (sheet: Sheet) => Decision<SheetEvent>;
interface Case {
  readonly history: readonly SheetEvent[];
  readonly deed?: Deed;
}

/** A history that ends in each phase, and each verb with a command that nothing but the phase should refuse. */
const histories: Record<SheetPhase, readonly SheetEvent[]> = {
  absent: [], drafting: [opened, answered, attached], submitted: atChief, approved, accepted, voided: [opened, voided],
};
const reason = '確認のため';
const basedOn = (sheet: Sheet) => ('revision' in sheet ? sheet.revision : 0);
const lastYears = given({ ...opened, year: 2025 }, saved({ remark: text('昨年') }), submitted).state();
const approving = (post: string): Deed => (sheet) => approve({ ...as(post), basedOn: basedOn(sheet) }, sheet, due);
const passing = (post: string): Deed => (sheet) => approveOver({ ...as(post), basedOn: basedOn(sheet), reason }, sheet, due);
const sending = (post: string, to: string, role: 'approver' | 'secretariat' = 'approver'): Deed => (sheet) =>
  sendBack({ ...as(post, role), reason, to }, sheet, { form });

const verbs: Record<SheetVerb, Deed> = {
  open: (sheet) => open({ ...asked, ...opening }, sheet, openFacts),
  save: (sheet) => save({ ...asked, basedOn: basedOn(sheet), fields: { remark: '順調' } }, sheet, plainFacts),
  'copy-last-year': (sheet) => copyLastYear(
    { ...asked, basedOn: basedOn(sheet), from: '2025-node-35', fields: ['remark'] }, sheet, { ...plainFacts, source: lastYears },
  ),
  attach: (sheet) => attach({ ...asked, ...attached, name: '別紙.pdf' }, sheet, { form }),
  'remove-file': (sheet) => removeFile({ ...asked, file: 'file-1' }, sheet),
  submit: (sheet) => submit(asked, sheet, submitFacts),
  'take-back': (sheet) => takeBack(asked, sheet),
  approve: approving('chief'),
  'approve-over': passing('manager'),
  'approve-for-absent': (sheet) => approveForAbsent({ ...as('manager'), basedOn: basedOn(sheet), reason }, sheet, due),
  'send-back': sending('planner', 'section', 'secretariat'),
  'review-afterwards': (sheet) => reviewAfterwards(as('chief'), sheet),
  accept: (sheet) => accept({ ...asSecretariat, basedOn: basedOn(sheet) }, sheet, due),
  annotate: (sheet) => annotate({ ...asSecretariat, basedOn: basedOn(sheet), fields: { memo: '要確認' } }, sheet, plainFacts),
  correct: (sheet) => correct({ ...asSecretariat, basedOn: basedOn(sheet), fields: { remark: '順調' }, reason }, sheet, plainFacts),
  'replace-figures': (sheet) => replaceFigures({ ...asked, basedOn: basedOn(sheet), fields: { result: '5,700社' }, reason }, sheet, plainFacts),
  'look-at': (sheet) => lookAt(as('chief'), sheet),
  transfer: (sheet) => transfer({ ...asSecretariat, section: 'roads', reason }, sheet, { department: 'works', municipalityRevision: 2 }),
  void: (sheet) => voidSheet({ ...asSecretariat, reason }, sheet, plainFacts),
};

/** Submitted to a line of which nobody else is asked. */
const plainLine = [opened, answered, { ...submitted, line: line.filter(({ ofCoOwners }) => !ofCoOwners) }] as const;
const overChief = [...atChief, approvedOverChief] as const;
const doneOverChief = [...overChief, ...approved.slice(5)] as const;
const toLookAt = replaced({ post: 'chief' });

/** Where one history is not enough for all that a verb may lead to. */
const ways: Partial<Record<SheetPhase, Partial<Record<SheetVerb, readonly Case[]>>>> = {
  submitted: {
    approve: [{ history: atChief }, { history: atDirector, deed: approving('director') }],
    'approve-over': [{ history: atChief }, { history: plainLine, deed: passing('director') }],
    'approve-for-absent': [{ history: atDirector }],
    'send-back': [{ history: atDirector, deed: sending('director', 'chief') }, { history: atChief, deed: sending('chief', 'section') }],
    'review-afterwards': [{ history: overChief }],
    'look-at': [{ history: [...atChief, approval('chief', 'chief'), toLookAt] }],
  },
  approved: {
    'send-back': [{ history: approved }, { history: approved, deed: sending('planner', 'manager', 'secretariat') }],
    'review-afterwards': [{ history: doneOverChief }],
    'look-at': [{ history: [...approved, toLookAt] }],
  },
  accepted: {
    'send-back': [{ history: accepted }, { history: accepted, deed: sending('planner', 'director', 'secretariat') }],
    'review-afterwards': [{ history: [...doneOverChief, acceptance] }],
    'look-at': [{ history: [...accepted, toLookAt] }],
  },
};

describe('the life of a sheet', () => {
  const cells = Object.keys(histories).flatMap((phase) => Object.keys(verbs).map((verb) => [phase as SheetPhase, verb as SheetVerb] as const));

  it.each(Object.entries(histories))('there is a history that ends %s', (phase, history) => {
    expect(given(...history).state().phase).toBe(phase);
  });

  it.each(cells)('%s: %s leads where the table says, and everywhere that it says', (phase, verb) => {
    const leadsTo = (sheetLife[phase] as Partial<Record<SheetVerb, readonly SheetPhase[]>>)[verb];
    const cases = ways[phase]?.[verb] ?? [{ history: histories[phase] }];
    const outcomes = cases.map(({ history, deed = verbs[verb] }) => {
      const sheet = given(...history).state();
      expect(sheet.phase).toBe(phase);
      const decision = deed(sheet);
      if (decision.kind === 'rejected') return decision;
      expect(decision.events).not.toEqual([]);
      return given(...history, ...decision.events).state().phase;
    });
    if (leadsTo === undefined) expect(outcomes).toEqual([{ kind: 'rejected', code: 'wrong-phase', details: { phase } }]);
    else expect(new Set(outcomes)).toEqual(new Set(leadsTo));
  });
});

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
    const sheet = given(...submittedThen).state();
    expect(sheet)
      .toMatchObject({ phase: 'submitted', late: true, schemeVersion: 1, line: [{ step: 'approval', parties: [{ posts: [] }] }], linePosts: [] });
    given(...submittedThen).when(approving('approver')).thenRejected('not-your-turn', { step: 'approval' });
    given(...submittedThen).when(passing('approver')).thenRejected('not-your-turn', { step: 'approval' });
    given(...submittedThen).when(sending('approver', 'section')).thenRejected('not-your-turn', { step: 'approval' });
    given(...submittedThen).when(verbs['take-back']).then({ type: 'FirstEvaluationTakenBack' });
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
