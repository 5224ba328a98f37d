import { describe, expect, it } from '@jest/globals';
import type { Post } from '../../../municipality/domain/municipality.events.ts';
import type { ApprovalStep } from '../../../scheme/domain/scheme.events.ts';
import { line } from '../sheet-examples.ts';
import { lineOf, openPartyOf, partyOf, type LineOffice } from './line.ts';

const name = { ja: '段階', en: 'Step' };
const step = (id: string, rank: string, change: Partial<ApprovalStep> = {}): ApprovalStep =>
  ({ id, name, rank, within: 'section', ofCoOwners: false, ...change });
const post = (id: string, section: string): Post => ({ id, section, role: 'approver', title: name });

const departmentOf: Readonly<Record<string, string>> = { promotion: 'industry', tourism: 'industry', trade: 'industry', roads: 'works' };
const posts: Readonly<Record<string, readonly Post[]>> = {
  manager: [post('promotion-manager', 'promotion'), post('tourism-manager', 'tourism'), post('roads-manager', 'roads')],
  director: [post('industry-director', 'promotion'), post('works-director', 'roads')],
  chief: [post('chief-1', 'promotion'), post('chief-2', 'promotion')],
};
const owner = (section: string) => ({ section, department: departmentOf[section] ?? '' });
const office = (...coOwners: readonly string[]): LineOffice => ({
  ...owner('promotion'),
  coOwners: coOwners.map(owner),
  postsOfRank: (rank, within) => (posts[rank] ?? []).filter(({ section }) =>
    ('section' in within ? section === within.section : departmentOf[section] === within.department)),
});
const director = step('director', 'director', { within: 'department' });
const consulting = step('co-owners', 'manager', { ofCoOwners: true });
const directorStep = { step: 'director', name, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['industry-director'] }] };

describe('the line of a sheet', () => {
  it('names for each step the posts of its rank, in the section or the department', () => {
    expect(lineOf({ steps: [step('chief', 'chief'), director] }, office())).toEqual([
      { step: 'chief', name, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['chief-1', 'chief-2'] }] },
      directorStep,
    ]);
  });

  it('asks every co-owner in 合議, and not the lead', () => {
    expect(lineOf({ steps: [consulting, director] }, office('tourism', 'roads'))).toEqual([
      {
        step: 'co-owners', name, ofCoOwners: true,
        parties: [{ section: 'tourism', posts: ['tourism-manager'] }, { section: 'roads', posts: ['roads-manager'] }],
      },
      directorStep,
    ]);
  });

  it('asks the head of two co-owners once', () => {
    const departments = step('co-owners', 'director', { ofCoOwners: true, within: 'department' });
    expect(lineOf({ steps: [departments, director] }, office('tourism', 'roads', 'trade'))).toMatchObject([
      { parties: [{ section: 'tourism', posts: ['industry-director'] }, { section: 'roads', posts: ['works-director'] }] }, {},
    ]);
  });

  it('leaves out a step that nobody could take, and a co-owner who has nobody of the rank', () => {
    expect(lineOf({ steps: [step('deputy', 'deputy'), consulting, director] }, office())).toEqual([directorStep]);
    expect(lineOf({ steps: [consulting, director] }, office('trade', 'tourism'))).toMatchObject([{ parties: [{ section: 'tourism' }] }, {}]);
  });

  it('is incomplete without a last step, and where nobody could take it', () => {
    expect(lineOf(undefined, office())).toMatchObject({ code: 'line-incomplete' });
    expect(lineOf({ steps: [] }, office())).toMatchObject({ code: 'line-incomplete' });
    expect(lineOf({ steps: [director, step('mayor', 'mayor')] }, office())).toMatchObject({ code: 'line-incomplete', details: { step: 'mayor' } });
  });
});

describe('a party', () => {
  const consulted = line[2] as (typeof line)[number];
  const approval = { step: 'co-owners', section: 'tourism', by: 'person-1', at: '2026-05-20T01:00:00.000Z', way: 'in-turn' } as const;

  it('is found by any of its posts, and by nobody without a post', () => {
    expect(partyOf(line[1] as typeof consulted, 'vice-manager')).toMatchObject({ section: 'promotion' });
    expect(partyOf(consulted, 'director')).toBeUndefined();
    expect(partyOf(consulted, undefined)).toBeUndefined();
  });

  it('is open until somebody has decided for it', () => {
    expect(openPartyOf(consulted, [], 'tourism-manager')).toEqual({ step: 'co-owners', section: 'tourism', posts: ['tourism-manager'] });
    expect(openPartyOf(consulted, [approval], 'tourism-manager')).toBeUndefined();
    expect(openPartyOf(consulted, [approval], 'trade-manager')).toMatchObject({ section: 'trade' });
    expect(openPartyOf(consulted, [{ ...approval, step: 'manager' }], 'tourism-manager')).toBeDefined();
    expect(openPartyOf(consulted, [], undefined)).toBeUndefined();
  });
});
