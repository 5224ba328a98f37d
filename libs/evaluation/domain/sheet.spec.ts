import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../kernel/decision.ts';
import { approve } from './first-evaluation/approve.ts';
import { open } from './first-evaluation/open.ts';
import { save } from './first-evaluation/save.ts';
import { sendBack } from './first-evaluation/send-back.ts';
import {
  answered, approved, asked, form, given, opened, openFacts, opening, submitFacts, submitted,
} from './first-evaluation/sheet-examples.ts';
import { submit } from './first-evaluation/submit.ts';
import type { SheetEvent } from './sheet.events.ts';
import { sheetLife, type Sheet, type SheetPhase } from './sheet.ts';

/** A history that ends in each phase, and each verb with a command that nothing but the phase can refuse. */
const histories: Record<SheetPhase, readonly SheetEvent[]> = {
  absent: [],
  drafting: [opened, answered],
  submitted: [opened, answered, submitted],
  approved: [opened, answered, submitted, approved],
};
const verbs: Record<string, (sheet: Sheet) => Decision<SheetEvent>> = {
  open: (sheet) => open({ ...asked, ...opening }, sheet, openFacts),
  save: (sheet) => save({ ...asked, basedOn: 0, fields: { remark: '順調' } }, sheet, { form }),
  submit: (sheet) => submit(asked, sheet, submitFacts),
  approve: (sheet) => approve({ ...asked, basedOn: 2 }, sheet),
  'send-back': (sheet) => sendBack({ ...asked, reason: '根拠' }, sheet, { form }),
};

describe('the life of a sheet', () => {
  const cells = Object.keys(histories).flatMap((phase) => Object.keys(verbs).map((verb) => [phase as SheetPhase, verb] as const));

  it.each(cells)('%s: %s leads where the table says', (phase, verb) => {
    const leadsTo = (sheetLife[phase] as Record<string, SheetPhase>)[verb];
    const decision = given(...histories[phase]).state();
    const outcome = (verbs[verb] as (sheet: Sheet) => Decision<SheetEvent>)(decision);
    if (leadsTo === undefined) {
      expect(outcome).toEqual({ kind: 'rejected', code: 'wrong-phase', details: { phase } });
    } else {
      expect(outcome.kind).toBe('accepted');
      const events = outcome.kind === 'accepted' ? outcome.events : [];
      expect(given(...histories[phase], ...events).state().phase).toBe(leadsTo);
    }
  });
});
