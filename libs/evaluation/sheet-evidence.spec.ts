import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EvidenceExists } from '../plan/evidence-exists.ts';
import { LowerRooms } from '../platform/commands/lower-rooms.ts';
import type { Asker } from '../platform/access/asker.ts';
import { sheetId } from './domain/sheet.ts';
import { givenReads, type GivenReads } from './reads/testing/given-reads.ts';
import { asker, childcareMeasure, clerk, logOffice, opened, saved, secretary, sheetOf, text } from './reads/testing/office-in-log.ts';
import { sheetEvidence } from './sheet-evidence.ts';

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await given.log(sheetOf(childcareMeasure), opened(childcareMeasure), saved({ remark: text('相談が増えた') }));
});
afterEach(() => given.close());

const sheet = sheetId(2026, childcareMeasure);
const visible = (who: Asker, evidence: { readonly sheet: string; readonly revision: number }) =>
  new LowerRooms([sheetEvidence], given).asked(EvidenceExists).visible(who, evidence);

describe('a sheet as evidence', () => {
  it('is there at every revision that it has reached', async () => {
    expect([await visible(secretary, { sheet, revision: 0 }), await visible(secretary, { sheet, revision: 1 })]).toEqual([true, true]);
    expect(await visible(secretary, { sheet, revision: 2 })).toBe(false);
    expect(await visible(secretary, { sheet: sheetId(2025, childcareMeasure), revision: 0 })).toBe(false);
  });

  it('is there for whoever may read it, and in his office only', async () => {
    expect(await visible(asker('staff', 'childcare', 'nurse'), { sheet, revision: 1 })).toBe(true);
    expect(await visible(clerk, { sheet, revision: 1 })).toBe(false);
    expect(await visible({ ...secretary, municipality: 'kaede' }, { sheet, revision: 1 })).toBe(false);
  });
});
