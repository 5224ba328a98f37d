import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import type { SheetTransferred } from '../sheet.events.ts';
import { answered, approval, asSecretariat, atChief, given, opened, sentBack } from '../sheet-examples.ts';
import { transfer, type Transfer, type TransferFacts } from './transfer.ts';

const facts: TransferFacts = { department: 'works', municipalityRevision: 6 };
const transferring = (change: Partial<Transfer> = {}) => (sheet: Sheet) =>
  transfer({ ...asSecretariat, section: 'roads', reason: '組織改正', ...change }, sheet, facts);
const transferred: SheetTransferred = {
  type: 'SheetTransferred', section: 'roads', department: 'works', municipalityRevision: 6, reason: '組織改正',
};

describe('transfer a sheet', () => {
  it('records whose it is from now on, from which revision of the office that is known, and why', () => {
    given(opened, answered).when(transferring()).then(transferred);
  });

  it('keeps what was written, and takes it from the line that decided for the other section', () => {
    const before = [...atChief, approval('chief', 'chief'), sentBack] as const;
    expect(given(...before).state()).toMatchObject({ section: 'promotion', linePosts: expect.arrayContaining(['chief', 'director']) });
    expect(given(...before, transferred).state()).toMatchObject({
      phase: 'drafting', section: 'roads', department: 'works', linePosts: [],
      sentBack: [{ reason: sentBack.reason }], fields: { rating: { revision: 1 } },
    });
  });

  it('refuses a section that is not there, or has it already', () => {
    given(opened).when((sheet) => transfer({ ...asSecretariat, section: 'nowhere', reason: '組織改正' }, sheet, { ...facts, department: undefined }))
      .thenRejected('section-wrong', { section: 'nowhere' });
    given(opened).when(transferring({ section: 'promotion' })).thenRejected('section-wrong', { section: 'promotion' });
  });

  it('tells the phase first, then the section, then the reason', () => {
    given(...atChief).when(transferring({ section: 'promotion', reason: '' })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(opened).when(transferring({ section: 'promotion', reason: '' })).thenRejected('section-wrong');
    given(opened).when(transferring({ reason: '　' })).thenRejected('reason-missing');
  });
});
