import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../kernel/testing/given.ts';
import { changeTarget, type ChangeTarget } from './change-target.ts';
import { adopted, amountOf, asked, companiesIndicator, given, inDraft, targetChanged } from './plan-examples.ts';
import type { Evidence } from './plan.events.ts';
import { targetsEverHeld } from './targets.ts';

const { indicator, year, reason, text, evidence } = targetChanged;
const command: ChangeTarget = { indicator, year, value: '45社', reason, text, evidence };
const changing = (change: Partial<ChangeTarget> = {}, missingEvidence: readonly Evidence[] = []) => (state: Parameters<typeof changeTarget>[1]) =>
  changeTarget({ ...asked, ...command, ...change }, state, { missingEvidence });
const history = [...inDraft, adopted];

describe('change a target', () => {
  it('records the old one and the new one, why, and what it rests on', () => {
    given(...history).when(changing()).then(targetChanged);
  });

  it('gives a year a target that had none, and takes words and marks', () => {
    given(...history).when(changing({ year: 2028, value: '実施' }))
      .then({ ...targetChanged, year: 2028, old: null, new: { typed: '実施', understood: { kind: 'words', words: '実施' } } });
    given(...history).when(changing({ value: '－', evidence: [] }))
      .then({ ...targetChanged, new: { typed: '－', understood: { kind: 'mark', mark: '－' } }, evidence: [] });
  });

  it('stays quiet when the target says the same already, however it is typed', () => {
    given(...history).when(changing({ value: '３０社', text: '' })).thenNothing();
    given(...history, targetChanged).when(changing()).thenNothing();
  });

  it('refuses, in this order, each with what mends it', () => {
    const missing = [{ sheet: '2025-x', revision: 1 }];
    const wrong = { indicator: 'gone', year: 2031, value: '　', text: ' ' };
    given(...inDraft).when(changing(wrong, missing)).thenRejected('plan-not-adopted');
    given(...history).when(changing(wrong, missing)).thenRejected('unknown');
    given(...history).when(changing({ ...wrong, indicator }, missing)).thenRejected('target-year-outside', { firstYear: 2025, lastYear: 2030 });
    given(...history).when(changing({ value: '　', text: ' ' }, missing)).thenRejected('target-value-missing');
    given(...history).when(changing({ text: ' ' }, missing)).thenRejected('target-reason-missing');
    given(...history).when(changing({}, missing)).thenRejected('evidence-missing', { evidence: missing });
  });
});

describe('the targets that ever held', () => {
  it('are those of the version and every change, by year, with who and why', () => {
    const changed = recorded(targetChanged, 'person-2', '2026-06-01T00:00:00.000Z');
    const again = recorded({ ...targetChanged, year: 2028, old: null, new: amountOf('60') }, 'person-3', '2026-07-01T00:00:00.000Z');
    const state = given(...history, changed, again).state();
    if (state.phase !== 'adopted') throw new Error('not adopted');
    const change = { reason, text, evidence };
    const fromTheVersion = { since: asked.now, by: asked.by, planVersion: 1, revision: 3 };
    expect(targetsEverHeld(state, indicator)).toEqual([
      { year: 2026, held: [
        { value: amountOf('30'), ...fromTheVersion },
        { value: amountOf('45'), since: '2026-06-01T00:00:00.000Z', by: 'person-2', planVersion: 1, revision: 4, change },
      ] },
      { year: 2028, held: [{ value: amountOf('60'), since: '2026-07-01T00:00:00.000Z', by: 'person-3', planVersion: 1, revision: 5, change }] },
      { year: 2030, held: [{ value: amountOf('100'), ...fromTheVersion }] },
    ]);
    expect(state.indicators.get(indicator)?.targets.map(({ year: one, value }) => [one, value.typed])).toEqual([[2026, '45社'], [2028, '60社'], [2030, '100社']]);
    expect(state.versions[0]?.indicators.get(indicator)).toEqual(companiesIndicator);
  });

  it('begin anew with a version only where it says another thing', () => {
    const second = { ...adopted, planVersion: 2, fromYear: 2027 };
    const state = given(...history, targetChanged, second).state();
    if (state.phase !== 'adopted') throw new Error('not adopted');
    expect(targetsEverHeld(state, indicator).map(({ held }) => held.map(({ planVersion, revision }) => [planVersion, revision])))
      .toEqual([[[1, 3], [1, 4]], [[1, 3]]]);
  });
});
