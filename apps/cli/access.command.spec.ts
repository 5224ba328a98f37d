import { describe, expect, it } from '@jest/globals';
import { rooms } from '../api/rooms.ts';
import { printAccess } from './access.command.ts';
import { linesOf } from './testing/given-command-line.ts';

describe('meguri access', () => {
  it('prints every row of every room once, in the order of its text', async () => {
    const lines = await linesOf(printAccess);
    expect(lines).toEqual(lines.toSorted());
    expect(new Set(lines).size).toBe(rooms.flatMap((room) => room.access).length);
    expect(lines).toContain('evaluation.submit\tstaff\town section');
    expect(lines).toContain('municipality.found\toperator\tanywhere');
    expect(lines).toContain('sees FieldsSaved\tauditor\tanywhere');
  });
});
