import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rooms } from '../apps/api/rooms.ts';
import { Annotate } from '../libs/evaluation/commands.ts';
import { sheetCatalogue } from '../libs/evaluation/domain/sheet.events.ts';
import { AccessTable, type AccessRow } from '../libs/platform/access/access-table.ts';
import { operatorAsker, publicAsker, systemAsker, type Asker, type Role } from '../libs/platform/access/asker.ts';
import { isProgram, type Attempts } from './access-attempt.ts';
import { columns as roles, expectedLines, heading, type Column as ColumnRole } from './access-expected.ts';
import { attemptsOf } from './access-attempts.ts';
import { municipality, openAccessOffice, places, type AccessOffice, type Place } from './access-office.ts';
import { Sheets } from './access-sheets.ts';
import { Ear, haveHeardEverything, isToldLater, listeners, Story, type Listener } from './access-story.ts';
import { openHouse, type House } from './office.ts';

/** What stands inside events is walked over a whole year, in secrecy.spec.ts. */
const lines = expectedLines.filter(({ what }) => !what.startsWith('secret '));
/** What happens to a sheet is seen in a story; all else is tried. */
const isOfStory = (what: string): boolean => what.startsWith('sees ') && what.slice('sees '.length) in sheetCatalogue && !(what in attempts);
/** Who is not told that a sheet was opened, or handed over, or that something was asked or said, is told nothing of what follows from that. */
const beginnings = [
  'SheetOpened', 'FirstEvaluationSubmitted', 'SheetHandedOver', 'QuestionAsked', 'QuestionAnswered', 'OpinionGiven', 'OpinionRevised',
  'OpinionEntered', 'SecondEvaluationConcluded',
].map((type) => `sees ${type}`);

let house: House;
let opened: AccessOffice;
let sheets: Sheets;
let attempts: Attempts;
let story: Story;
let walked = 0;

beforeAll(async () => {
  house = await openHouse();
  opened = await openAccessOffice(house);
  sheets = new Sheets(opened);
  for (const place of places) await sheets.lasting(place);
  attempts = await attemptsOf(opened, sheets);
  story = await Story.lived(opened);
}, 30_000);
afterEach(() => { jest.restoreAllMocks(); });
afterAll(() => house.close());

function askerOf(role: ColumnRole): Asker {
  if (role === 'operator') return operatorAsker(municipality);
  if (role === 'public') return publicAsker(municipality);
  return role === 'system' ? systemAsker(municipality, 'spec') : opened.askerOf(role);
}

/** How somebody stands to what he may touch, from where he may and where not, of the places at which it was tried. */
function relationOf(may: Partial<Record<Place, boolean>>): string {
  const tried = places.filter((place) => may[place] !== undefined);
  const where = tried.filter((place) => may[place]);
  if (where.length === tried.length) return 'anywhere';
  if (where.join() === 'committee' && tried.includes('recused')) return 'unrecused';
  return relations[where.join(' and ')] ?? `only ${where.join(' and ')}`;
}

const relations: Readonly<Record<string, string>> = {
  '': 'no', own: 'own section', line: 'on line', 'own and line': 'own or line', committee: 'committee', 'committee and recused': 'committee',
  another: 'general',
};

/** How somebody of this role stands to it, found by trying everywhere. */
async function observed(what: string, role: ColumnRole): Promise<string> {
  return isOfStory(what) ? observedInStory(what, role, story) : observedByTrying(what, role);
}

async function observedByTrying(what: string, role: ColumnRole): Promise<string> {
  const asker = askerOf(role);
  const attempt = attempts[what];
  if (attempt === undefined) throw new Error(`nobody knows how to try ${what}`);
  const { places: at, isForProgram, tries } = attempt;
  const tried = (place: Place): boolean | Promise<boolean> => (isProgram(asker) && !isForProgram
    ? tableSays(what, asker, place)
    : tries({ person: opened.person(isProgram(asker) ? 'clerk' : role as Listener | 'public'), asker, place }));
  if (at.length === 0) return await tried('own') ? 'anywhere' : 'no';
  const may: Partial<Record<Place, boolean>> = {};
  for (const place of at) may[place] = await tried(place);
  return relationOf(may);
}

/** Neither the operator nor the program signs in: where they have no way of their own, there is only the table to ask. */
function tableSays(what: string, asker: Asker, place: Place): boolean {
  return house.installation.access.may(what, asker, { section: place === 'own' ? 'promotion' : 'childcare' });
}

/** What happened is told when it happens and afterwards, to the same people; to some, afterwards alone. */
async function observedInStory(what: string, role: ColumnRole, lived: Story): Promise<string> {
  const type = what.slice('sees '.length);
  const asker = askerOf(role);
  const wasTold: Partial<Record<Place, boolean>> = {};
  const isInHistory: Partial<Record<Place, boolean>> = {};
  for (const place of places) {
    isInHistory[place] = isProgram(asker) ? tableSays(what, asker, place) : await lived.isInHistory(role as Listener | 'public', place, type);
    const isListening = !isProgram(asker) && role !== 'public';
    const told = isListening && lived.wasTold(role as Listener, place, type);
    wasTold[place] = !isListening || (!told && isToldLater(role as Listener, place, type)) ? isInHistory[place] : told;
  }
  const [afterwards, then] = [relationOf(isInHistory), relationOf(wasTold)];
  return afterwards === then ? afterwards : `${afterwards} in the history, ${then} when it happened`;
}

async function observedOn(of: (role: ColumnRole) => Promise<string>): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const role of roles) found[role] = await of(role);
  return found;
}

function withoutRows(isLeftOut: (row: AccessRow) => boolean): void {
  const { access } = house.installation;
  const without = new AccessTable(access.rows.filter((row) => !isLeftOut(row)));
  jest.spyOn(access, 'may').mockImplementation((what, asker, thing) => without.may(what, asker, thing));
}

describe('access.expected.txt', () => {
  it('has a column for every role that somebody can have, and a known word in every cell', () => {
    expect(heading).toEqual(roles);
    const words = new Set(lines.flatMap(({ expected }) => Object.values(expected)));
    expect([...words].sort()).toEqual([...new Set(Object.values(relations)), 'anywhere', 'unrecused'].sort());
  });

  it('has a line for everything that a row speaks of, and no other', () => {
    const spokenOf = new Set(house.installation.access.rows.map(({ what }) => what));
    expect(lines.map(({ what }) => what).sort()).toEqual([...spokenOf].sort());
    expect(house.installation.access.rows.filter(({ role }) => !(roles as readonly Role[]).includes(role))).toEqual([]);
  });
});

describe(`what ${roles.length} roles may do and see, in earnest`, () => {
  it.each(lines.map((line) => [line.what, line] as const))('%s', async (what, line) => {
    const found = await observedOn((role) => observed(what, role));
    walked += Object.keys(found).length;
    expect(found).toEqual(line.expected);
  });

  it(`is ${lines.length * roles.length} cells, of which every one was walked`, () => {
    expect(walked).toBe(lines.length * roles.length);
    expect(house.errors).toEqual([]);
  });
});

describe('left out', () => {
  it('each row turns its cell to no', async () => {
    const rows = house.installation.access.rows.filter(({ what }) => !isOfStory(what));
    const others: string[] = [];
    for (const row of rows) {
      withoutRows((other) => other === row);
      const found = await observedByTrying(row.what, row.role);
      if (found !== 'no') others.push(`${row.what} ${row.role}: ${found}`);
      jest.restoreAllMocks();
    }
    expect(others).toEqual([]);
    expect(rows.length).toBeGreaterThan(200);
  }, 60_000);

  // A story takes a while, so in each of four a fourth of the rows is left out.
  it.each([0, 1, 2, 3])('each row of what happens to a sheet turns its cell to no, and no other cell (%i)', async (turn) => {
    const further = lines.filter(({ what }) => isOfStory(what) && !beginnings.includes(what));
    const isLeftOut = ({ what, role }: Pick<AccessRow, 'what' | 'role'>): boolean => {
      const [line, column] = [further.findIndex((one) => one.what === what), (listeners as readonly Role[]).indexOf(role)];
      return line >= 0 && column >= 0 && (line + column) % 4 === turn;
    };
    expect(house.installation.access.rows.filter(isLeftOut).length).toBeGreaterThan(further.length);
    withoutRows(isLeftOut);
    const lived = await Story.lived(opened);
    for (const line of further) {
      const { what, expected } = line;
      const turned = Object.fromEntries(roles.map((role) => [role, isLeftOut({ what, role }) ? 'no' : expected[role]]));
      expect([what, await observedOn((role) => observedInStory(what, role, lived))]).toEqual([what, turned]);
    }
  }, 30_000);

  it('each row of what others follow from turns its cell to no in the history, and all of them together when it happens', async () => {
    for (const row of house.installation.access.rows.filter(({ what }) => beginnings.includes(what))) {
      withoutRows((other) => other === row);
      const type = row.what.slice('sees '.length);
      for (const place of places) expect([row.what, row.role, place, await story.isInHistory(row.role as Listener, place, type)]).toEqual([row.what, row.role, place, false]);
      jest.restoreAllMocks();
    }
    withoutRows(({ what }) => beginnings.includes(what));
    const lived = await Story.lived(opened);
    for (const beginning of beginnings) {
      expect([beginning, await observedOn((role) => observedInStory(beginning, role, lived))]).toEqual([beginning, Object.fromEntries(roles.map((role) => [role, 'no']))]);
    }
  }, 30_000);

  it('the seeing of fields is all that keeps the secretariat’s memo from the section', async () => {
    const sheet = await sheets.lasting('own');
    const staff = opened.person('staff');
    let count = 0;
    const showsMemo = async (): Promise<readonly boolean[]> => {
      const memo = `議会で質問の予定 ${++count}`;
      const ear = await Ear.of(staff, opened);
      await sheet.does('other-secretariat', Annotate, { basedOn: await sheet.revision(), fields: { memo } });
      const { revision } = await sheet.state();
      await haveHeardEverything(opened, [ear]);
      ear.close();
      const pages = await Promise.all([sheet.path, `${sheet.path}/history`].map((path) => staff.get(path).expect(200)));
      return [...pages.map(({ text }) => text.includes(memo)), ear.heardOf(sheet.id, revision)];
    };
    expect(await showsMemo()).toEqual([false, false, false]);
    const seeing = rooms.flatMap((room) => room.seeings ?? []).find(({ decider }) => decider.category === 'sheet');
    if (seeing === undefined) throw new Error('no room says what is seen inside the events of a sheet');
    jest.spyOn(seeing, 'eyeOf').mockResolvedValue((event) => event);
    expect(await showsMemo()).toEqual([true, true, true]);
  });
});
