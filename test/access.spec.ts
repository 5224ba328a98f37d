import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccessTable } from '../libs/platform/access/access-table.ts';
import { operatorAsker, systemAsker, type Asker, type Role } from '../libs/platform/access/asker.ts';
import { Attempts, type Place } from './access-attempts.ts';
import { openHouse, type House, type Office } from './office.ts';

/** Roles that somebody can have today, in the order of the columns; the first five sign in. */
const signedIn = ['staff', 'approver', 'secretariat', 'auditor', 'admin'] as const;
const roles = [...signedIn, 'operator', 'system'] as const;
type ColumnRole = (typeof roles)[number];

interface Line {
  readonly what: string;
  readonly expected: Readonly<Record<ColumnRole, string>>;
}

const [heading, ...rest] = readFileSync('test/access.expected.txt', 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
const lines: readonly Line[] = rest.map((line) => {
  const [what = '', ...cells] = line.split(/\s{2,}/);
  return { what, expected: Object.fromEntries(roles.map((role, index) => [role, cells[index]])) as Line['expected'] };
});

let house: House;
let office: Office;
let attempts: Attempts;

beforeAll(async () => {
  house = await openHouse();
  office = await house.found('mihon');
  attempts = new Attempts(house, office, await office.openYear({ promotion: 60, childcare: 60 }));
});
afterAll(() => house.close());

function askerOf(role: ColumnRole): Asker {
  if (role === 'operator') return operatorAsker('mihon');
  if (role === 'system') return systemAsker('mihon', 'spec');
  return {
    municipality: 'mihon', actor: office.at(role).id, appointment: `${role}-holder`, post: role, role, section: 'promotion', department: 'industry',
  };
}

/** How somebody of this role stands to it, found by trying both. */
async function observed(what: string, role: ColumnRole): Promise<string> {
  const asker = askerOf(role);
  const tried = async (place: Place): Promise<boolean> => {
    const attempt = attempts.of[what];
    if (attempt === undefined) throw new Error(`nobody knows how to try ${what}`);
    const hasAWay = isSignedIn(role) || ['municipality.found', 'cycle.record-refusal', 'evaluation.open'].includes(what);
    // Neither the operator nor the program signs in, so only the table can say what they may.
    if (!hasAWay) return house.installation.access.may(what, asker, { section: place === 'own' ? 'promotion' : 'childcare' });
    return attempt({ person: office.at(isSignedIn(role) ? role : 'staff'), asker, place });
  };
  const [own, another] = [await tried('own'), await tried('another')];
  if (own) return another ? 'anywhere' : 'own section';
  return another ? 'another section' : 'no';
}

function isSignedIn(role: Role): role is (typeof signedIn)[number] {
  return (signedIn as readonly Role[]).includes(role);
}

describe('access.expected.txt', () => {
  it('has a column for every role that somebody can have, and a known word in every cell', () => {
    expect((heading ?? '').trim().split(/\s+/)).toEqual(roles);
    const words = new Set(lines.flatMap(({ expected }) => Object.values(expected)));
    expect([...words].sort()).toEqual(['anywhere', 'no', 'own section']);
  });

  it('has a line for everything that a row speaks of, and no other', () => {
    const spokenOf = new Set(house.installation.access.rows.map(({ what }) => what));
    expect(lines.map(({ what }) => what).sort()).toEqual([...spokenOf].sort());
    expect(house.installation.access.rows.filter(({ role }) => !(roles as readonly Role[]).includes(role))).toEqual([]);
  });
});

it.each(lines.map((line) => [line.what, line] as const))('%s', async (what, { expected }) => {
  const found: Record<string, string> = {};
  for (const role of roles) found[role] = await observed(what, role);
  expect(found).toEqual(expected);
});

it('each row is needed: without it its cell is another', async () => {
  const { access } = house.installation;
  const unneeded: string[] = [];
  for (const row of access.rows) {
    const without = new AccessTable(access.rows.filter((other) => other !== row));
    const spy = jest.spyOn(access, 'may').mockImplementation((what, asker, thing) => without.may(what, asker, thing));
    const expected = lines.find(({ what }) => what === row.what)?.expected[row.role as ColumnRole];
    if (await observed(row.what, row.role as ColumnRole) === expected) unneeded.push(`${row.what} ${row.role}`);
    spy.mockRestore();
  }
  expect(unneeded).toEqual([]);
  expect(access.rows.length).toBeGreaterThan(60);
}, 30_000);
