import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { approval, approved, approvedOverChief, as, atChief, given, opened } from '../sheet-examples.ts';
import { reviewAfterwards } from './review-afterwards.ts';

const reviewing = (post: string) => (sheet: Sheet) => reviewAfterwards(as(post), sheet);
const reviewed = (step: string, section: string) => ({ type: 'ReviewedAfterwards', step, section }) as const;
const overAll = approval('director', 'director', {
  way: 'over', completes: true, reason: '出張中のため',
  absent: [
    { step: 'chief', section: 'promotion', posts: ['chief'] },
    { step: 'manager', section: 'promotion', posts: ['manager', 'vice-manager'] },
    { step: 'co-owners', section: 'trade', posts: ['trade-manager', 'chief'] },
  ],
});

describe('review afterwards', () => {
  it('records for which party, once any one of it has seen it', () => {
    given(...atChief, approvedOverChief).when(reviewing('chief')).then(reviewed('chief', 'promotion'));
    given(...atChief, overAll).when(reviewing('vice-manager')).then(reviewed('manager', 'promotion'));
    expect(given(...atChief, overAll, reviewed('manager', 'promotion')).state())
      .toMatchObject({ toReview: [{ step: 'chief' }, { step: 'co-owners' }] });
  });

  it('records each step over which one was passed', () => {
    given(...atChief, overAll).when(reviewing('chief')).then(reviewed('chief', 'promotion'), reviewed('co-owners', 'trade'));
  });

  it('refuses who was not passed over, or has seen it already', () => {
    given(...atChief, approvedOverChief).when(reviewing('director')).thenRejected('nothing-to-look-at');
    given(...atChief, approvedOverChief, reviewed('chief', 'promotion')).when(reviewing('chief')).thenRejected('nothing-to-look-at');
    given(...approved).when(reviewing('chief')).thenRejected('nothing-to-look-at');
  });

  it('tells the phase first', () => {
    given(opened).when(reviewing('chief')).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
