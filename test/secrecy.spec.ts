import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheetStream } from '../libs/evaluation/domain/sheet.ts';
import { openHouse, type House } from './office.ts';
import { isExpected, markedSheets, marks, momentOf, observers, type Mark, type Moment, type Observer } from './secrecy-marks.ts';
import { isFound, Listening, waysOut, type Told } from './secrecy-ways.ts';
import { autumn } from './whole-year/autumn.ts';
import { spring } from './whole-year/spring.ts';
import { summer } from './whole-year/summer.ts';
import { winter } from './whole-year/winter.ts';
import { municipality, WholeYear, type Step } from './whole-year/year.ts';

const [papers, appointments, ...steps] = [...spring, ...summer, ...autumn, ...winter] as [Step, Step, ...Step[]];

let house: House;
let lived: WholeYear;
const ears = new Map<Observer, Listening>();
/** What everybody was told after the step before. */
const before = new Map<Observer, ReadonlyMap<string, Told>>();
const revisions = new Map<string, number>();
const written = new Set<Mark>();
let looks = 0;

beforeAll(async () => {
  house = await openHouse();
  lived = await WholeYear.begun(house);
  for (const step of [papers, appointments]) await step.lives(lived);
  for (const observer of observers) {
    await lived.until('he is let in', () => isLetIn(observer));
    ears.set(observer, await Listening.of(lived, observer));
  }
});
afterAll(async () => {
  for (const ear of ears.values()) ear.close();
  await house.close();
});

/** Who was appointed just now is known a little later. */
async function isLetIn({ who, committee }: Observer): Promise<boolean> {
  return who === 'public' || (await lived.person(who).get('who-am-i', lived.headersOf(who, committee))).status === 200;
}

/** By what it is and to whom, so that a difference reads as a sentence. */
function named({ secret, text }: Mark, { who }: Observer): string {
  return `${secret} "${text}" to ${who}`;
}

function isWritten({ text }: Mark, seenByAuditor: ReadonlyMap<string, Told>): boolean {
  return [...seenByAuditor.values()].some((told) => told.text.includes(text));
}

/** The revisions of a sheet that somebody's history tells him. */
function historyOf(told: ReadonlyMap<string, Told>, number: string): ReadonlySet<number> {
  const history = told.get(`${lived.sheet(number)}/history`);
  if (history?.status !== 200) return new Set();
  return new Set((JSON.parse(history.text) as { readonly events: readonly { readonly revision: number }[] }).events.map(({ revision }) => revision));
}

/** What was marked is told whom, in truth and by access.expected.txt. */
function seen(now: Moment, told: ReadonlyMap<Observer, ReadonlyMap<string, Told>>): Readonly<Record<'found' | 'expected', Readonly<Record<string, boolean>>>> {
  const found: Record<string, boolean> = {};
  const expected: Record<string, boolean> = {};
  for (const mark of written) {
    for (const observer of observers) {
      const texts = [...(told.get(observer) as ReadonlyMap<string, Told>).values()];
      found[named(mark, observer)] = texts.some(({ text }) => text.includes(mark.text));
      expected[named(mark, observer)] = isExpected(mark, observer, now, lived);
      looks++;
    }
  }
  return { found, expected };
}

describe('what is told of a year, after each step', () => {
  it.each(steps.map((step) => [step.name, step] as const))('%s', async (_name, step) => {
    await step.lives(lived);
    const now = await momentOf(lived);
    const told = new Map<Observer, ReadonlyMap<string, Told>>();
    for (const observer of observers) told.set(observer, await waysOut(lived, observer, now.editions));
    const auditor = [...told].find(([{ who }]) => who === 'auditor')?.[1] as ReadonlyMap<string, Told>;
    const fresh = marks.filter((mark) => !written.has(mark) && isWritten(mark, auditor));
    for (const mark of fresh) written.add(mark);

    const { found, expected } = seen(now, told);
    expect(found).toEqual(expected);
    expect(await foundByText(fresh, now)).toEqual([]);
    expect(heardAndNotTold(told)).toEqual([]);
    expect(await tagsMoved(told)).toEqual([]);
  }, 60_000);
});

describe('at the end of the year', () => {
  it('everything that is marked was written, and looked for', () => {
    expect(marks.filter((mark) => !written.has(mark))).toEqual([]);
    expect(looks).toBeGreaterThan(marks.length * observers.length);
    expect(house.errors).toEqual([]);
  });

  it('a search tells no more than the sheets themselves', async () => {
    expect(await foundByText(marks, await momentOf(lived))).toEqual([]);
  });

  it('whoever may be told heard of it', () => {
    const deaf = observers.filter((observer) => ears.get(observer)?.heard().length === 0).map(({ who }) => who);
    expect(deaf).toEqual(['admin', 'public']);
  });
});

/** What is found by a word that whoever seeks it may not see. */
async function foundByText(some: readonly Mark[], now: Moment): Promise<readonly string[]> {
  const found: string[] = [];
  for (const mark of some) {
    for (const observer of observers) {
      if (observer.who !== 'public' && !isExpected(mark, observer, now, lived) && await isFound(lived, observer, mark)) found.push(named(mark, observer));
    }
  }
  return found;
}

/** Changes that somebody heard of, and that his history of the sheet does not tell. */
function heardAndNotTold(told: ReadonlyMap<Observer, ReadonlyMap<string, Told>>): readonly string[] {
  return observers.flatMap((observer) => markedSheets.flatMap((number) => {
    const history = historyOf(told.get(observer) ?? new Map(), number);
    const since = revisions.get(number) ?? -1;
    const heard = ears.get(observer)?.heard().filter(({ sheet, revision }) => sheet === lived.sheetId(number) && revision > since) ?? [];
    return heard.filter(({ revision }) => !history.has(revision)).map(({ revision }) => `${observer.who}: ${number} at ${revision}`);
  }));
}

/** Sheets and histories whose tag has changed for somebody to whom nothing happened. */
async function tagsMoved(told: ReadonlyMap<Observer, ReadonlyMap<string, Told>>): Promise<readonly string[]> {
  const moved: string[] = [];
  for (const number of markedSheets) {
    const events = await house.installation.store.readStream(sheetStream(municipality, lived.sheetId(number)));
    const last = events.length - 1;
    for (const observer of observers) {
      if (observer.who === 'public') continue;
      const [now, then] = [told.get(observer), before.get(observer)];
      const isTold = [...historyOf(now ?? new Map(), number)].some((revision) => revision > (revisions.get(number) ?? -1));
      for (const path of [lived.sheet(number), `${lived.sheet(number)}/history`]) {
        // Whoever keeps out of it from now on is told so.
        const [page, pageBefore] = [now?.get(path), then?.get(path)];
        const isOpen = page?.status === 200 && pageBefore !== undefined;
        if (isOpen && last > (revisions.get(number) ?? -1) && !isTold && page.etag !== pageBefore.etag) moved.push(`${observer.who}: ${number} ${path.split('/')[2] ?? ''}`);
      }
    }
    revisions.set(number, last);
  }
  for (const [observer, ways] of told) before.set(observer, ways);
  return moved;
}
