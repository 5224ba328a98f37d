import supertest from 'supertest';
import { cycleDecider, cycleStream, type OpenCycle } from '../libs/cycle/domain/cycle.ts';
import { AskPublication, CorrectPublished } from '../libs/evaluation/publication.commands.ts';
import { isProgram, isShown, mayOf, ofAnySheet, ofCommittee, ofOffice, type Attempt, type Attempts } from './access-attempt.ts';
import { municipality, places, year, type AccessOffice, type Place } from './access-office.ts';
import type { SheetAt, Sheets } from './access-sheets.ts';
import { Ear, haveHeardEverything } from './access-story.ts';

const on = '2021-04-01';

/** What is published, and who reads it. */
export async function publicationAttempts(opened: AccessOffice, sheets: Sheets): Promise<Attempts> {
  const { does, house } = opened;
  const published = new Map<Place, SheetAt>();
  for (const place of places) published.set(place, await sheets.final(place));
  for (const step of ['committee', 'council', 'public'] as const) {
    await does('other-secretariat', AskPublication, cycleStream(municipality, year), { step, on, sheets: [...published.values()].map(({ id }) => id) });
    await isMade(opened);
  }
  /** Those that were made above, in their order. */
  const editionAt = (place: Place): string => `cycles/${year}/editions/${place === 'committee' ? 1 : 2}`;
  let count = 0;
  const publicly = (path: string): Attempt => ofOffice(async ({ person, asker }) =>
    !isProgram(asker) && mayOf(supertest(house.url).get(`/public/${municipality}${path}`).auth(person.token, { type: 'bearer' })));
  return {
    // Of the year before nothing is final: it is asked for, and then refused.
    'evaluation.publish': ofOffice(({ person }) => mayOf(person.post(`cycles/${year - 1}/publications`, { on }), 'publication-running')),
    'evaluation.correct-published': ofAnySheet(async ({ person, place }) => {
      const sheet = published.get(place) as SheetAt;
      return mayOf(person.post(`${sheet.path}/correct-published`, { basedOn: await sheet.revision(), fields: { result: `${++count}社` }, reason: '集計の誤り' }));
    }),
    'sees PublishedCorrected': ofAnySheet(async ({ person, place }) => {
      const sheet = published.get(place) as SheetAt;
      const ear = await Ear.of(person, opened);
      await sheet.does('other-secretariat', CorrectPublished, { basedOn: await sheet.revision(), fields: { result: `${++count}社` }, reason: '集計の誤り' });
      await haveHeardEverything(opened, [ear]);
      ear.close();
      const isInHistory = await isShown<{ readonly events: readonly { readonly type: string }[] }>(
        person.get(`${sheet.path}/history`), ({ events }) => events.some(({ type }) => type === 'PublishedCorrected'));
      const wasTold = ear.heard(sheet.id, 'PublishedCorrected');
      if (isInHistory !== wasTold) throw new Error(`told ${wasTold} when it happened, ${isInHistory} in the history`);
      return isInHistory;
    }),
    'evaluation.list-publications': ofOffice(({ person }) => mayOf(person.get(`cycles/${year}/publications`))),
    // The papers of committees, and those of the council.
    'evaluation.read-edition': ofCommittee(({ person, place }) => mayOf(person.get(editionAt(place)))),
    // What is public is for everybody, whoever he may be besides.
    'evaluation.read-public-edition': publicly(`/${year}`),
    'evaluation.list-public-years': publicly(''),
  };
}

async function isMade({ house: { installation: { states } } }: AccessOffice): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const { publications, editions } = (await states.fold(cycleDecider, cycleStream(municipality, year))).state as OpenCycle;
    if (editions.length === publications.length) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error('waited in vain for an edition');
}
