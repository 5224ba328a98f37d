import { cycleDecider, cycleStream } from '../../../libs/cycle/domain/cycle.ts';
import type { EventStore } from '../../../libs/event-store/event-store.ts';
import type { Instant } from '../../../libs/kernel/clock.ts';
import { dayInJapan, type Day } from '../../../libs/kernel/day.ts';
import { fiscalYearAt, type FiscalYear } from '../../../libs/kernel/fiscal-year.ts';
import { FoundMunicipality } from '../../../libs/municipality/commands.ts';
import { municipalityStream } from '../../../libs/municipality/domain/municipality.ts';
import { MovableClocks } from '../../../libs/municipality/movable-clocks.ts';
import { PeopleRecords } from '../../../libs/municipality/people/people-records.ts';
import { operatorAsker } from '../../../libs/platform/access/asker.ts';
import type { Installation } from '../../../libs/platform/installation.ts';
import { AdoptPlan, DraftPlan } from '../../../libs/plan/commands.ts';
import { planDecider, type AdoptedPlan } from '../../../libs/plan/domain/plan.ts';
import { contentsAt } from '../../../libs/plan/domain/plan-at.ts';
import { AdoptScheme } from '../../../libs/scheme/commands.ts';
import { defaultScheme } from '../../../libs/scheme/domain/default-scheme.ts';
import type { UnitPrice } from '../../../libs/scheme/domain/scheme.events.ts';
import { schemeStream } from '../../../libs/scheme/domain/scheme.ts';
import { CannotDo } from '../one-line.ts';
import { firstTerm, founding } from './committee.ts';
import { dayOfMaking, foundingMoment, openDay, timeOn } from './days.ts';
import { deed, Deeds } from './deeds.ts';
import { municipality, office, ofPlan } from './office.ts';
import { people } from './people.ts';
import { planFrom, yearsOfPlan } from './plan.ts';
import { lastDeed, storyOfPast, storyOfRunning } from './story.ts';
import { yearsUntil } from './year.ts';

const stream = municipalityStream(municipality);

/**
 * みほん市（架空）, made by real commands on a moved clock, in a log that holds nothing else. Each has a key of its own that
 * never changes, and every moment follows from the founding's: so a start that was cut off is taken up where it ended, and a
 * later start finds everything done.
 */
export async function found(installation: Installation): Promise<void> {
  const { store, clocks } = installation;
  if (!(clocks instanceof MovableClocks)) throw new Error('a demonstration needs clocks that can be moved');
  await refuseForeignLog(store);
  const deeds = new Deeds(installation, clocks);
  try {
    const [first] = await store.readStream(stream, { limit: 1 });
    const foundedAt = first?.header.recordedAt ?? foundingMoment(installation.clock.now());
    await deeds.moveTo(foundedAt);
    const isOfThisRelease = await deeds.do('found', operatorAsker(municipality), FoundMunicipality, stream, office);
    if (isOfThisRelease) await tell(deeds, foundedAt);
  } finally {
    clocks.release(municipality);
  }
}

/** What is written can never be taken back, so a demonstration is never founded beside somebody's real records. */
async function refuseForeignLog(store: EventStore): Promise<void> {
  const [first] = await store.readLog({ limit: 1 });
  if (first === undefined || (first.header.stream === stream && first.payload['demonstration'] === true)) return;
  throw new CannotDo('this log holds real records: a demonstration is founded only where there is nothing yet');
}

async function tell(deeds: Deeds, foundedAt: Instant): Promise<void> {
  const today = dayOfMaking(foundedAt);
  const year = fiscalYearAt(timeOn(today, '00:00'));
  if (await isTold(deeds, year)) return;
  namePeople(deeds.installation);
  const years = yearsUntil(today, year);
  await begin(deeds, foundedAt, year - yearsBefore, firstTerm(years[0].year, today));
  const past = storyOfPast(contentsAt(await adoptedPlan(deeds), firstVersion), years, today);
  const runningSince = timeOn(years[2].openedOn, '00:00');
  await deeds.doAll(past.filter(({ at }) => at < runningSince));
  // What was added to the plan has its ids only now.
  const running = storyOfRunning(await adoptedPlan(deeds), years, today);
  await deeds.doAll([...past.filter(({ at }) => at >= runningSince), ...running]);
  await deeds.doAll([lastDeed(years[2], today)]);
}

function namePeople({ privateStore, clock }: Installation): void {
  const records = new PeopleRecords(privateStore, clock);
  records.atOnce(() => { for (const { id, name } of people) records.people.name(municipality, id, name); });
}

/** The plan begins with the first year that a sheet is about. */
const yearsBefore = 3;

async function isTold(deeds: Deeds, year: FiscalYear): Promise<boolean> {
  const running = await deeds.state(cycleDecider, cycleStream(municipality, year));
  return running.phase === 'open' && running.extensions.length > 0;
}

/** At the revision at which there was no version yet, a plan is shown as its first one. */
const firstVersion = 0;

/** The first weeks: the scheme is adopted, and the plan, and the committee is founded. */
async function begin(deeds: Deeds, foundedAt: Instant, firstYear: FiscalYear, firstDayOfTerm: Day): Promise<void> {
  const at = (openDays: number) => timeOn(openDay(dayInJapan(foundedAt), openDays), '10:00');
  const by = 'secretariat';
  await deeds.doAll([
    deed({ at: at(5), name: 'scheme', by, command: AdoptScheme, stream: schemeStream(municipality), body: schemeFrom(firstYear) }),
    deed({ at: at(10), name: 'plan draft', by, command: DraftPlan, stream: ofPlan, body: planFrom(firstYear) }),
    deed({ at: at(20), name: 'plan adopted', by, command: AdoptPlan, stream: ofPlan, body: { fromYear: firstYear } }),
    ...founding(at(24), firstDayOfTerm),
  ]);
}

async function adoptedPlan(deeds: Deeds): Promise<AdoptedPlan> {
  const plan = await deeds.state(planDecider, ofPlan);
  if (plan.phase !== 'adopted') throw new Error('the plan of the demonstration was not adopted');
  return plan;
}

/** The default scheme, with prices for the years of the plan. */
function schemeFrom(firstYear: FiscalYear) {
  const years = Array.from({ length: yearsOfPlan }, (_, later) => firstYear + later);
  const unitPrices = defaultScheme.unitPrices.map((price): UnitPrice => {
    const [usual = '0'] = Object.values(price.byYear);
    return { ...price, byYear: Object.fromEntries(years.map((year) => [String(year), usual])) };
  });
  return { ...defaultScheme, unitPrices };
}
