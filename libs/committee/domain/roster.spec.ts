import { describe, expect, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { called, elected, formed, half, held, twoThirds, withMembers } from './committee-examples.ts';
import { committeeDecider, type FoundedCommittee } from './committee.ts';
import { hasConflict, presentAt, presiding, roleOf, rosterOn, suffices } from './roster.ts';

const { given } = specify(committeeDecider);
const today = '2026-05-20';
const committee = given(...withMembers, elected, formed, called, held).state() as FoundedCommittee;
const recused = (...members: readonly string[]) => ({ recused: members });

describe('the roster', () => {
  it('is of whoever is a member on the day, both ends included', () => {
    expect(rosterOn(committee, today).map(({ id }) => id)).toEqual(['aoki', 'baba', 'chiba']);
    expect(rosterOn(committee, '2026-05-19').map(({ id }) => id)).toEqual(['aoki', 'baba', 'chiba', 'doi']);
    expect(rosterOn(committee, '2028-04-01').map(({ id }) => id)).toEqual(['baba', 'eguchi']);
  });

  it('is of a sub-group only its own', () => {
    expect(rosterOn(committee, today, 'industry').map(({ id }) => id)).toEqual(['baba', 'chiba']);
    expect(rosterOn(committee, today, 'nothing')).toEqual([]);
  });
});

describe('who presides', () => {
  it('is the chair, or the deputy where the chair keeps out of it or is no member any more', () => {
    expect(presiding(committee, today, recused())).toBe('aoki');
    expect(presiding(committee, today, recused('aoki'))).toBe('baba');
    expect(presiding(committee, today, recused('aoki', 'baba'))).toBeUndefined();
    expect(presiding(committee, '2028-04-01', recused())).toBe('baba');
  });

  it('is in a sub-group its own chair, who is no chair of the whole', () => {
    expect(presiding(committee, today, { subgroup: 'industry', recused: [] })).toBe('baba');
    expect(presiding(committee, today, { subgroup: 'industry', recused: ['baba'] })).toBe('chiba');
    expect([roleOf(committee, 'aoki'), roleOf(committee, 'baba')]).toEqual(['chair', 'member']);
  });
});

describe('the quorum', () => {
  it.each([[half, 3, 6, false], [half, 4, 6, true], [twoThirds, 4, 6, true], [twoThirds, 3, 6, false]])('%j: %i of %i is enough: %s', (share, count, all, enough) => {
    expect(suffices(share, count, all)).toBe(enough);
  });
});

it('who came also came from afar', () => {
  expect(presentAt(committee.meetings['first'] as FoundedCommittee['meetings'][string])).toEqual(['aoki', 'baba']);
});

it('a conflict is of one member with one section', () => {
  const declared = given(...withMembers, { type: 'ConflictDeclared', member: 'aoki', section: 'promotion', reason: '元の所属' }).state() as FoundedCommittee;
  expect([hasConflict(declared, 'aoki', 'promotion'), hasConflict(declared, 'aoki', 'childcare'), hasConflict(declared, 'baba', 'promotion')])
    .toEqual([true, false, false]);
  const again = { ...declared, members: [...declared.members, { id: 'aoki again', person: declared.members[0]?.person ?? '', from: '2028-04-01' }] };
  expect(hasConflict(again, 'aoki again', 'promotion')).toBe(true);
});
