import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../../kernel/clock.ts';
import { evolveOffice, officeAsFounded } from '../domain/evolve-office.ts';
import type { FoundedMunicipality } from '../domain/municipality.ts';
import type { Appointment } from '../domain/municipality.events.ts';
import { compareRoster } from './compare-roster.ts';
import { tryOut } from './planned-deed.ts';
import { readRoster } from './read-roster.ts';
import { recognisePeople } from './recognise-people.ts';
import { listOf, seats } from './roster-examples.ts';

const march: Instant = '2026-03-10T00:00:00Z';
const at = { municipality: 'mihon', revision: 7 };
const [tanaka, sato, suzuki] = ['1', '2', '3'].map((digit) => `0192f0c4-7a3b-7c00-8000-00000000000${digit}`) as [string, string, string];
const names = new Map([[tanaka, '田中 一郎'], [sato, '佐藤 花子'], [suzuki, '鈴木 次郎']]);
const numbers = new Map([['001', tanaka], ['002', sato], ['003', suzuki]]);
const { chief, clerk, guide, office: desk } = seats;

/** A section with a chief and a clerk, and another with a guide. */
const office = (appointments: readonly Appointment[]): FoundedMunicipality => officeAsFounded({
  type: 'MunicipalityFounded', name: { ja: '見本区', en: 'Mihon' }, demonstration: false,
  departments: [{ id: 'industry', name: { ja: '産業部', en: 'Industry' } }],
  sections: [['promotion', '産業振興課'], ['tourism', '観光課']].map(([id = '', ja = '']) => ({ id, department: 'industry', name: { ja, en: id } })),
  posts: [
    { id: 'chief', section: 'promotion', title: { ja: '振興係長', en: 'Chief' }, role: 'approver', rank: 'chief' },
    { id: 'clerk', section: 'promotion', title: { ja: '主事', en: 'Clerk' }, role: 'staff' },
    { id: 'guide', section: 'tourism', title: { ja: '観光係主事', en: 'Guide' }, role: 'staff' },
  ],
  appointments,
});
const held = (post: string, person: string, days: Partial<Appointment> = {}): Appointment => ({ id: `${post}-1`, post, person, ...days });

function compare(before: FoundedMunicipality, rows: readonly string[], now = march) {
  const roster = readRoster(Buffer.from(listOf(...rows)));
  if ('faults' in roster) throw new Error(JSON.stringify(roster.faults));
  const people = recognisePeople(roster, before, { numbers, nameOf: (person) => names.get(person) });
  const comparison = compareRoster({ roster, office: before, at, people });
  const after = comparison.faults.length > 0 ? { faults: comparison.faults } : tryOut(comparison.steps, before, at, now);
  const deeds = comparison.steps.flat().map((deed) => deed.commandFor(at)).map(({ verb, body }) => [verb.name.slice('municipality.'.length), body]);
  return { deeds, after, faults: 'faults' in after ? after.faults.map(({ row, column, message }) => [row, column, message]) : [] };
}

describe('a list, compared with the office', () => {
  const before = office([held('chief', tanaka), held('clerk', sato, { from: '2024-04-01' }), held('guide', suzuki)]);

  it('asks for nothing when everybody stays', () => {
    expect(compare(before, [`${chief},001,田中,`, `${clerk},002,佐藤,`, `${guide},003,鈴木,`]).deeds).toEqual([]);
  });

  it('ends the day before, and appoints from the day on, so that two may change places', () => {
    const { deeds, faults } = compare(before, [`${chief},002,佐藤,`, `${clerk},001,田中,`, `${guide},003,鈴木,`]);
    expect(faults).toEqual([]);
    expect(deeds).toEqual([
      ['end-appointment', { appointment: 'chief-1', to: '2026-03-31' }],
      ['end-appointment', { appointment: 'clerk-1', to: '2026-03-31' }],
      ['appoint', { appointment: { id: expect.stringMatching(/^a-[0-9a-f-]{36}$/), post: 'chief', person: sato, from: '2026-04-01' } }],
      ['appoint', { appointment: { id: expect.any(String), post: 'clerk', person: tanaka, from: '2026-04-01' } }],
    ]);
  });

  it('ends whoever is in no row, and founds what is new in the fiscal year of the day', () => {
    const { deeds, faults } = compare(before, [`${chief},001,田中,`, `${clerk},,,`, `${desk},002,佐藤,`]);
    expect(faults).toEqual([]);
    expect(deeds).toEqual([
      ['found-department', { id: 'planning', name: { ja: '企画部', en: '企画部' }, fromYear: 2026 }],
      ['found-section', { id: 'policy', department: 'planning', name: { ja: '企画課', en: '企画課' }, fromYear: 2026 }],
      ['create-post', { created: { id: 'office', section: 'policy', title: { ja: '行政評価担当', en: '行政評価担当' }, role: 'secretariat', rank: 'manager' } }],
      ['end-appointment', { appointment: 'clerk-1', to: '2026-03-31' }],
      ['end-appointment', { appointment: 'guide-1', to: '2026-03-31' }],
      ['appoint', { appointment: expect.objectContaining({ post: 'office', person: sato }) }],
    ]);
  });

  it('renames what has another name, and nothing else', () => {
    const { deeds, faults } = compare(before, [`${guide},003,鈴木,`.replace('観光課', '観光交流課'), `${chief},001,田中,`, `${clerk},002,佐藤,`]);
    expect([deeds, faults]).toEqual([[['rename-section', { section: 'tourism', name: { ja: '観光交流課', en: '観光交流課' }, fromYear: 2026 }]], []]);
  });

  it('knows who held a post under the same name before the office gave numbers', () => {
    const nobody = { numbers: new Map<string, string>(), nameOf: (person: string) => names.get(person) };
    const roster = readRoster(Buffer.from(listOf(`${chief},001,田中　一郎,`, `${clerk},009,別 の人,`, `${guide},010,佐藤花子,`)));
    if ('faults' in roster) throw new Error('faults');
    const people = recognisePeople(roster, before, nobody);
    expect(people.get('001')).toBe(tanaka);
    expect([tanaka, sato, suzuki]).not.toContain(people.get('009'));
    expect([tanaka, sato, suzuki]).not.toContain(people.get('010'));
  });
});

describe('a list that the office cannot follow says where', () => {
  const before = office([held('chief', tanaka)]);
  const gone = evolveOffice(before, { type: 'SectionAbolished', section: 'tourism', fromYear: 2026, posts: ['guide'], postsTo: 'promotion' });

  it.each<[string, FoundedMunicipality, readonly string[], readonly unknown[]]>([
    ['a post of another section, title, role and rank', before, [`${chief},,,`.replace('promotion,産業振興課', 'tourism,観光課').replace('振興係長,承認者,係長', '主査,担当,')],
      ['課コード', '職名', '役割', '職位'].map((column) => [2, column, '登録済みの職（chief）と異なります。職の内容を改めるときは、新しい職コードとしてください。'])],
    ['a section that is gone', gone, [`${guide},,,`], [[2, '課コード', '廃止または統合された課です。'], [2, '課コード', expect.stringContaining('登録済みの職')]]],
    ['a post that is closed', evolveOffice(before, { type: 'PostClosed', post: 'clerk', on: '2025-03-31' }), [`${clerk},002,佐藤,`], [[2, '職コード', '廃止された職です。']]],
    ['a section to be moved before its year', before, [`${clerk},,,`.replace('industry,産業部', 'planning,企画部')], [[2, '部コード', expect.stringContaining('まだ始まっていません')]]],
    ['a name before a later one', evolveOffice(before, { type: 'SectionRenamed', section: 'promotion', name: { ja: '商工課', en: 'x' }, fromYear: 2027 }),
      [`${clerk},,,`.replace('産業振興課', '産業課')], [[2, '課名', expect.stringContaining('より前の年度')]]],
    ['somebody else from that very day', office([held('chief', tanaka, { from: '2026-04-01' })]), [`${chief},002,佐藤,`],
      [[2, '職員番号', '職（chief）には2026-04-01からの別の発令が登録済みで、取り消せません。']]],
    ['somebody else from a later day', office([held('chief', tanaka, { from: '2026-10-01' })]), [`${chief},002,佐藤,`],
      [[2, '職員番号', '職（chief）には2026-10-01からの別の発令が登録済みで、取り消せません。']]],
    ['nobody where somebody begins that day', office([held('chief', tanaka, { from: '2026-04-01' })]), [`${clerk},,,`],
      [[undefined, undefined, '職（chief）には2026-04-01からの別の発令が登録済みで、取り消せません。この職の行がありません。']]],
  ])('%s', (_what, its, rows, faults) => expect(compare(its, rows).faults).toEqual(faults));

  it('and moves the section once its year has begun', () => {
    const moving = compare(before, [`${clerk},,,`.replace('industry,産業部', 'planning,企画部'), `${chief},001,田中,`.replace('industry,産業部', 'planning,企画部')], '2026-04-01T00:00:00Z');
    expect([moving.deeds.map(([name]) => name), moving.faults]).toEqual([['found-department', 'move-section'], []]);
  });
});
