import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from './recommendation.ts';
import { answered, asked, given, onLine } from './recommendation-examples.ts';
import { reportResult, type ReportResult } from './report-result.ts';

const facts = { planVersions: [1, 2] };
const told = { year: 2027, text: '予算を増額した。' };
const reporting = (change: Partial<ReportResult> = {}) => (recommendation: Recommendation) =>
  reportResult({ ...asked, ...told, ...change }, recommendation, facts);
const reported = { type: 'ResultReported', ...told } as const;

describe('report what came of it', () => {
  it('records the year, the text, and the version of the plan', () => {
    given(...answered).when(reporting()).then(reported);
    given(...answered).when(reporting({ year: 2026, planVersion: 2 })).then({ ...reported, year: 2026, planVersion: 2 });
  });

  it('records an amount in yen, typed in thousands or with its unit', () => {
    given(...answered).when(reporting({ amount: '１，２００' })).then({ ...reported, amount: '1200000' });
    given(...answered).when(reporting({ amount: '△300' })).then({ ...reported, amount: '-300000' });
    given(...answered).when(reporting({ amount: '1,234,567円' })).then({ ...reported, amount: '1234567' });
  });

  it('is done as often as something comes of it', () => {
    expect(given(...answered, reported, { ...reported, year: 2028 }).state()).toMatchObject({ results: [{ year: 2027 }, { year: 2028 }] });
  });

  it('refuses an amount that is none, a version that the plan does not have, and a year before the recommendation', () => {
    for (const amount of ['増額', '約100', '100社', '100（予定）', '-']) {
      given(...answered).when(reporting({ amount })).thenRejected('fields-wrong', { fields: ['amount'] });
    }
    given(...answered).when(reporting({ year: 2025, planVersion: 3 })).thenRejected('fields-wrong', { fields: ['year', 'planVersion'] });
  });

  it('refuses a text that says nothing; the phase first', () => {
    given(...answered).when(reporting({ text: '' })).thenRejected('text-missing');
    given(...onLine).when(reporting({ year: 2025 })).thenRejected('wrong-phase', { phase: 'on-line' });
    given(...answered).when(reporting({ year: 2025, text: '' })).thenRejected('fields-wrong');
  });
});
