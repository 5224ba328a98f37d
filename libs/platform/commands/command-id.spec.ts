import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseUuid } from '../../kernel/uuid.ts';
import { commandId, deriveUuid } from './command-id.ts';

const version4 = '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11';
const version7 = '0192f0c4-7a3b-7c00-8000-000000000001';

describe('ids derived from a command', () => {
  it('are the same for the same asking, and differ in every part of it', () => {
    const id = commandId(version4, 'mihon', 'person-1', 'evaluation.submit');
    expect(commandId(version4, 'mihon', 'person-1', 'evaluation.submit')).toBe(id);
    const others = [
      commandId(version7, 'mihon', 'person-1', 'evaluation.submit'),
      commandId(version4, 'mihon2', 'person-1', 'evaluation.submit'),
      commandId(version4, 'mihon', 'person-2', 'evaluation.submit'),
      commandId(version4, 'mihon', 'person-1', 'evaluation.approve'),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('keep the time of a v7 key and are v8 otherwise', () => {
    expect(deriveUuid(version7, 'a').slice(0, 15)).toBe('0192f0c4-7a3b-7');
    expect(deriveUuid(version4, 'a')[14]).toBe('8');
  });

  it('are well-formed, and no two lists of parts meet', () => {
    fc.assert(fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
      const id = deriveUuid(version4, ...one);
      expect(parseUuid(id)).toBe(id);
      expect(deriveUuid(version4, ...other) === id).toBe(JSON.stringify(one) === JSON.stringify(other));
    }));
  });
});
