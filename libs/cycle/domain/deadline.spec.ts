import { describe, expect, it } from '@jest/globals';
import { deadlineOn } from './deadline.ts';

describe('a deadline', () => {
  it('is the end of its day in Japan', () => {
    expect(deadlineOn('2026-05-20')).toEqual({ date: '2026-05-20', at: '2026-05-20T14:59:59.999Z' });
    expect(deadlineOn('2028-02-29')).toEqual({ date: '2028-02-29', at: '2028-02-29T14:59:59.999Z' });
  });

  it.each(['2026-02-29', '2026-02-31', '2026-13-01', '30 June', '2026-6-30', ''])('%j is no day', (date) => {
    expect(deadlineOn(date)).toBeUndefined();
  });
});
