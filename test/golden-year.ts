import { readFileSync } from 'node:fs';
import { canonicalJson } from '../libs/event-store/canonical-json.ts';
import { noStream, type StoredEvent } from '../libs/event-store/event-store.ts';
import type { Instant } from '../libs/kernel/clock.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { Installation } from '../libs/platform/installation.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { committeeWorks } from './golden-year.committee.ts';
import { newOfficeLives } from './golden-year.new-office.ts';
import { newOfficeIsDivided } from './golden-year.new-office.organisation.ts';
import { oldOfficeGoesOn } from './golden-year.old-office.ts';
import { sheetIsPublished } from './golden-year.publication.ts';
import { recommendationIsAnswered, recommendationIsWithdrawn } from './golden-year.recommendations.ts';
import { planIsRevised } from './golden-year.revision.ts';
import { debatedYear, sheetIsDebated } from './golden-year.second-evaluation.ts';

/**
 * One small year of two offices in which every type of event occurs. It never changes: what it wrote when a version of an event
 * was new lies beside that event for ever, and what it writes today must be the same. The log of the first office begins
 * with events in versions that nothing writes any more, and its people go on from there; the second is founded today.
 */
export async function liveGoldenYear(installation: Installation, setClock: (now: Instant) => void): Promise<readonly StoredEvent[]> {
  const day = new Date('2026-04-01T00:30:00.000Z');
  const nextDay = (): void => {
    setClock(day.toISOString());
    day.setUTCDate(day.getUTCDate() + 1);
  };
  const deed: Deed = async (name, asker, command, stream, body) => {
    nextDay();
    const outcome = await installation.runner.run(new command(stream, { asker, key: deriveUuid(origin, name) }, body));
    if (outcome.kind === 'rejected') throw new Error(`the golden year could not ${name}: ${JSON.stringify(outcome)}`);
  };
  for (const file of beginnings) {
    nextDay();
    await append(installation, JSON.parse(readFileSync(`libs/${file}.v1.json`, 'utf8')) as Pick<StoredEvent, 'header' | 'payload'>);
  }
  await oldOfficeGoesOn(deed, installation.states);
  await newOfficeLives(deed, installation.states);
  await newOfficeIsDivided(deed);
  // What came later stands behind all that was there before, so that nothing of it is moved.
  const committee = await committeeWorks(deed, installation.states);
  const debated = await sheetIsDebated(deed, installation.states, committee);
  await recommendationIsAnswered(deed, installation.states, committee, debated);
  await recommendationIsWithdrawn(deed, debated);
  await sheetIsPublished(deed, installation.states, debatedYear, debated.sheet);
  await planIsRevised(deed, installation.states, [{ sheet: debated.sheet, revision: debated.sheetRevision }]);
  return installation.store.readLog({ limit: 1_000 });
}

/** How the first office came to where it stands: an office, a scheme, a plan and a cycle of the first versions. */
const beginnings = [
  'municipality/domain/stored-events/MunicipalityFounded', 'scheme/domain/stored-events/SchemeAdopted',
  'plan/domain/stored-events/PlanAdopted', 'cycle/domain/stored-events/CycleOpened',
];

async function append({ store }: Installation, { header, payload }: Pick<StoredEvent, 'header' | 'payload'>): Promise<void> {
  const { id, type, stream } = header;
  const { outcome } = await store.append(stream, noStream, [{ id, type, header: canonicalJson(header), payload: canonicalJson(payload) }]);
  if (outcome !== 'appended') throw new Error(`${type} was not taken into the log`);
}
