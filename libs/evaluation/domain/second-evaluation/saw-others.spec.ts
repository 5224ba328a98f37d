import { describe, expect, it } from '@jest/globals';
import { whoSawOthers } from './saw-others.ts';

const said = { isConfirmed: true, isWithdrawn: false };
const onlyEntered = { isConfirmed: false, isWithdrawn: false };
const takenBack = { isConfirmed: true, isWithdrawn: true };

describe('who saw what others say', () => {
  it('is nobody while one opinion is in', () => {
    expect(whoSawOthers([], {})).toEqual([]);
    expect(whoSawOthers([], { one: said })).toEqual([]);
    expect(whoSawOthers([], { one: said, other: takenBack })).toEqual([]);
  });

  it('is whoever has said his own while somebody else\'s is in', () => {
    expect(whoSawOthers([], { one: said, other: said })).toEqual(['one', 'other']);
  });

  it('is nobody for whom it was only entered, and whoever said his own beside that', () => {
    expect(whoSawOthers([], { one: said, other: onlyEntered })).toEqual(['one']);
  });

  it('stays whoever it was, whatever is withdrawn', () => {
    expect(whoSawOthers(['one'], { one: takenBack, other: said })).toEqual(['one']);
    expect(whoSawOthers(['one'], { one: said, other: said })).toEqual(['one', 'other']);
  });
});
