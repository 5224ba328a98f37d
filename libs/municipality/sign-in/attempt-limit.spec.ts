import { describe, expect, it } from '@jest/globals';
import { AttemptLimit } from './attempt-limit.ts';

let nowMs = Date.parse('2026-05-20T01:00:00.000Z');
const clock = { now: () => new Date(nowMs).toISOString() };

describe('a limit of attempts', () => {
  it('refuses one too many, says for how long, and lets go as time passes', () => {
    const limit = new AttemptLimit(2, 60_000, clock);
    expect(limit.take('a')).toBeUndefined();
    nowMs += 20_000;
    expect(limit.take('a')).toBeUndefined();
    expect(limit.take('a')).toBe(40);
    nowMs += 39_500;
    expect(limit.take('a')).toBe(1);
    nowMs += 500;
    // The first is a minute old; the second still counts.
    expect(limit.take('a')).toBeUndefined();
    expect(limit.take('a')).toBe(20);
  });

  it('counts each key by itself', () => {
    const limit = new AttemptLimit(1, 60_000, clock);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([undefined, undefined, 60]);
  });

  it('does not count what ended well', () => {
    const limit = new AttemptLimit(2, 60_000, clock);
    for (let time = 0; time < 5; time++) {
      expect(limit.take('a')).toBeUndefined();
      limit.giveBack('a');
    }
    limit.take('a');
    limit.take('a');
    limit.giveBack('a');
    expect(limit.take('a')).toBeUndefined();
    expect(limit.take('a')).toBe(60);
  });

  it('remembers so many keys and no more: the one that was longest not tried is let go', () => {
    const limit = new AttemptLimit(1, 60_000, clock);
    limit.take('first');
    limit.take('second');
    for (let key = 0; key < 9_999; key++) limit.take(`key ${key}`);
    expect(limit.take('second')).toBe(60);
    expect(limit.take('first')).toBeUndefined();
  });
});
