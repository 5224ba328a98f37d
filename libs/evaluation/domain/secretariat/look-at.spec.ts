import { describe, expect, it } from '@jest/globals';
import type { Asked } from '../../../kernel/asked.ts';
import type { Sheet } from '../sheet.ts';
import { accepted, as, asSecretariat, atManager, given, opened, replaced } from '../sheet-examples.ts';
import { lookAt } from './look-at.ts';

const looking = (by: Asked) => (sheet: Sheet) => lookAt(by, sheet);
const chief = { post: 'chief' };
const secretariat = { role: 'secretariat' } as const;
const lookedAt = (by: typeof chief | typeof secretariat) => ({ type: 'ReplacementLookedAt', by }) as const;
const owing = [...accepted, replaced(chief, { post: 'planner' }, secretariat)] as const;

describe('look at replaced figures', () => {
  it('records for which post, and leaves the others their look', () => {
    given(...atManager, replaced(chief)).when(looking(as('chief'))).then(lookedAt(chief));
    expect(given(...owing, lookedAt(chief)).state()).toMatchObject({ phase: 'accepted', toLookAt: [{ post: 'planner' }, secretariat] });
  });

  it('records it for the secretariat, whoever of it looks, and for his post as well', () => {
    given(...owing).when(looking(as('planner-2', 'secretariat'))).then(lookedAt(secretariat));
    given(...owing).when(looking(asSecretariat)).then(lookedAt({ post: 'planner' }), lookedAt(secretariat));
    expect(given(...owing, lookedAt(secretariat)).state()).toMatchObject({ toLookAt: [chief, { post: 'planner' }] });
  });

  it('refuses who owes no look, or has looked already', () => {
    given(...atManager, replaced(chief)).when(looking(as('manager'))).thenRejected('nothing-to-look-at');
    given(...atManager, replaced(chief)).when(looking(asSecretariat)).thenRejected('nothing-to-look-at');
    given(...atManager, replaced(chief), lookedAt(chief)).when(looking(as('chief'))).thenRejected('nothing-to-look-at');
  });

  it('tells the phase first', () => {
    given(opened).when(looking(as('chief'))).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
