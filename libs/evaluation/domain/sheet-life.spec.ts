import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../kernel/decision.ts';
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
import { correctPublished } from './publication/correct-published.ts';
import { accept } from './secretariat/accept.ts';
import { annotate } from './secretariat/annotate.ts';
import { correct } from './secretariat/correct.ts';
import { lookAt } from './secretariat/look-at.ts';
import { replaceFigures } from './secretariat/replace-figures.ts';
import { transfer } from './secretariat/transfer.ts';
import { voidSheet } from './secretariat/void.ts';
import { proposed, secondEvaluationDeeds, secondEvaluationWays } from './second-evaluation/second-evaluation-examples.ts';
import type { SheetEvent } from './sheet.events.ts';
import { sheetLife, type SheetPhase, type SheetVerb } from './sheet-life.ts';
import type { Sheet } from './sheet.ts';
import {
  acceptance, accepted, answered, approval, approved, approvedOverChief, as, asked, asSecretariat, atChief, atDirector, attached, due, form, given,
  line, opened, openFacts, opening, plainFacts, replaced, saved, submitFacts, submitted, text, voided,
} from './sheet-examples.ts';
import {
  concluded, finalisation, finalised, handedOver, meetingDecided, reopeningTo, stageDeeds, stageWays, toMeeting,
} from './stages/stage-examples.ts';

type Deed = (sheet: Sheet) => Decision<SheetEvent>;
interface Case {
  readonly history: readonly SheetEvent[];
  readonly deed?: Deed;
}

/** A history that ends in each phase, and each verb with a command that nothing but the phase should refuse. */
const histories: Record<SheetPhase, readonly SheetEvent[]> = {
  absent: [], drafting: [opened, answered, attached], submitted: atChief, approved, accepted, 'handed-over': handedOver, concluded, final: finalised,
  voided: [opened, voided],
};
const reason = '確認のため';
const basedOn = (sheet: Sheet) => ('revision' in sheet ? sheet.revision : 0);
const lastYears = given({ ...opened, year: 2025 }, saved({ remark: text('昨年') }), submitted).state();
const approving = (post: string): Deed => (sheet) => approve({ ...as(post), basedOn: basedOn(sheet) }, sheet, due);
const passing = (post: string): Deed => (sheet) => approveOver({ ...as(post), basedOn: basedOn(sheet), reason }, sheet, due);
const sending = (post: string, to: string, role: 'approver' | 'secretariat' = 'approver'): Deed => (sheet) =>
  sendBack({ ...as(post, role), reason, to }, sheet, { form });

const verbs: Record<SheetVerb, Deed> = {
  ...stageDeeds, ...secondEvaluationDeeds,
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
  'correct-published': (sheet) => correctPublished(
    { ...asSecretariat, basedOn: basedOn(sheet), fields: { result: '5,700社' }, reason }, sheet, { ...plainFacts, publicEdition: 1, cycleRevision: 8 },
  ),
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
  'handed-over': {
    ...stageWays, ...secondEvaluationWays,
    'send-back': [{ history: handedOver }, { history: handedOver, deed: sending('planner', 'director', 'secretariat') }],
    'review-afterwards': [{ history: [...doneOverChief, acceptance, toMeeting] }],
    reopen: [{ history: proposed, deed: reopeningTo('committee') }],
  },
  concluded: {
    'review-afterwards': [{ history: [...doneOverChief, acceptance, toMeeting, meetingDecided] }],
    reopen: [{ history: concluded }, { history: concluded, deed: reopeningTo('meeting') }],
  },
  final: {
    'review-afterwards': [{ history: [...doneOverChief, acceptance, finalisation] }],
    reopen: [{ history: finalised }, { history: finalised, deed: reopeningTo('meeting') }],
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

describe('the table of the README', () => {
  it('says what the table of the program says', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [table = ''] = readme.slice(readme.indexOf('| verb')).split('\n\n');
    const [phases, , ...rows] = table.split('\n').map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
    const lives: readonly Readonly<Record<string, readonly string[]>>[] = Object.values(sheetLife);
    const named = [...new Set(lives.flatMap((life) => Object.keys(life)))];
    expect(phases?.slice(1)).toEqual(Object.keys(sheetLife));
    expect(rows.map(([verb = '', ...cells]) => [verb.split(' ')[0], ...cells]))
      .toEqual(named.map((verb) => [verb, ...lives.map((life) => (life[verb] ?? []).join(', '))]));
  });
});
