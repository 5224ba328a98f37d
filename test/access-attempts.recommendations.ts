import { randomUUID } from 'node:crypto';
import { appended } from '../libs/event-store/contract/given-events.ts';
import { writeEvent } from '../libs/event-store/event-text.ts';
import { recommendationCatalogue, type RecommendationEvent } from '../libs/evaluation/domain/recommendations/recommendation.events.ts';
import { recommendationStream } from '../libs/evaluation/domain/recommendations/recommendation.ts';
import * as evaluation from '../libs/evaluation/recommendation.commands.ts';
import { systemClock } from '../libs/kernel/clock.ts';
import { byRunner, isShown, mayOf, ofRecommendation, ofOffice, type Attempt, type Attempts } from './access-attempt.ts';
import { municipality, year, type AccessOffice, type Place } from './access-office.ts';

const reason = '理由';
const told = { text: '検討する。', policy: 'consider' } as const;
const everybody = ['staff', 'approver', 'secretariat', 'auditor', 'admin'];

/** What happened to a recommendation before somebody asks: it is of a place as a sheet is. */
function lives(place: Place, committee: string) {
  const [section, department] = place === 'own' ? ['promotion', 'industry'] : ['childcare', 'welfare'];
  const posts = place === 'line' ? everybody : ['manager'];
  const adopted: RecommendationEvent = { type: 'RecommendationAdopted', year, committee, text: '提言', meeting: randomUUID(), section, department };
  const answering: readonly RecommendationEvent[] = [
    adopted, { type: 'ResponseWritten', basedOn: 0, ...told },
    {
      type: 'ResponseSubmitted', municipalityRevision: 0,
      line: [{ step: 'only', name: { ja: '承認', en: 'Approval' }, ofCoOwners: false, parties: [{ section, posts }] }],
    },
    { type: 'ResponseSentBack', reason },
  ];
  const onLine = answering.slice(0, 3);
  const answered: readonly RecommendationEvent[] = [
    ...onLine, { type: 'ResponseApproved', approvedRevision: 2, step: 'only', section, post: 'manager', way: 'in-turn', absent: [], completes: true },
  ];
  const closed: readonly RecommendationEvent[] = [...answered, { type: 'RecommendationClosed', reason }];
  const everything: readonly RecommendationEvent[] = [
    adopted, { type: 'RecommendationWithdrawn', reason }, ...answering, ...answered.slice(2), { type: 'ResultReported', year, text: '反映した。' },
    { type: 'RecommendationClosed', reason }, { type: 'RecommendationReopened', reason },
  ];
  return { answering, onLine, answered, closed, everything };
}

/** For every deed and question of recommendations, and every event of one. */
export function recommendationAttempts(opened: AccessOffice): Attempts {
  const { house, committees: { askers, others } } = opened;
  const committeeAt = (place: Place): string => (place === 'committee' ? askers : others).id;
  const lived = async (place: Place, how: keyof ReturnType<typeof lives>): Promise<string> => {
    const id = randomUUID();
    const stream = recommendationStream(municipality, id);
    const events = lives(place, committeeAt(place))[how].map(({ type, ...members }, revision) => writeEvent({
      actor: 'person-clerk', command: randomUUID(), commandDigest: '0'.repeat(64), correlation: randomUUID(), id: randomUUID(), municipality,
      recordedAt: systemClock.now(), revision, stream, type, version: recommendationCatalogue[type].version,
    }, members));
    await appended(house.installation.store, stream, -1, events);
    return id;
  };
  const read = new Map<Place, Promise<string>>();
  /** One of each place for all who only read. */
  const lasting = (place: Place): Promise<string> => {
    if (!read.has(place)) read.set(place, lived(place, 'everything'));
    return read.get(place) as Promise<string>;
  };
  const verb = (how: keyof ReturnType<typeof lives>, name: string, body?: object): Attempt => ofRecommendation(async ({ person, place }) =>
    mayOf(person.post(`recommendations/${await lived(place, how)}/${name}`, body)));
  const sees = (type: string): Attempt => ofRecommendation(async ({ person, place }) => isShown<{ readonly history: readonly { readonly type: string }[] }>(
    person.get(`recommendations/${await lasting(place)}`), ({ history }) => history.some((event) => event.type === type)));
  return {
    // No sheet asks for these, so whoever may is told that there is none.
    'evaluation.adopt-recommendation': byRunner((asking) => new evaluation.AdoptRecommendation(recommendationStream(municipality, randomUUID()), asking, {
      sheet: `${year + 500}-${randomUUID()}`, stage: 'committee', number: 1, text: '提言', meeting: randomUUID(), sheetRevision: 1,
    }), opened, 'unknown'),
    'evaluation.withdraw-recommendation': byRunner(async (asking) => new evaluation.WithdrawRecommendation(
      recommendationStream(municipality, await lived('own', 'answering')), asking, { sheetRevision: 1, reason }), opened),
    'evaluation.adopt-general-recommendation': ofOffice(({ person }) => mayOf(person.post('recommendations', {
      committee: randomUUID(), meeting: randomUUID(), text: '提言', section: 'promotion',
    }), 'unknown')),
    'evaluation.write-response': ofRecommendation(async ({ person, place }) =>
      mayOf(person.patch(`recommendations/${await lived(place, 'answering')}/response`, { basedOn: 3, ...told, text: '改める。' }))),
    'evaluation.submit-response': verb('answering', 'submit'),
    'evaluation.approve-response': verb('onLine', 'approve', { basedOn: 2 }),
    'evaluation.send-response-back': verb('onLine', 'send-back', { reason }),
    'evaluation.report-result': verb('answered', 'result', { year, text: '反映した。' }),
    'evaluation.close-recommendation': verb('answered', 'close', { reason }),
    'evaluation.reopen-recommendation': verb('closed', 'reopen', { reason }),
    'evaluation.list-recommendations': ofRecommendation(async ({ person, place }) => {
      const id = await lasting(place);
      const known = { 'meguri-position': await house.installation.store.lastPosition() as string };
      return isShown<{ readonly recommendations: readonly { readonly id: string }[] }>(
        person.get('recommendations?limit=500', known), ({ recommendations }) => recommendations.some((one) => one.id === id));
    }),
    'evaluation.read-recommendation': ofRecommendation(async ({ person, place }) => mayOf(person.get(`recommendations/${await lasting(place)}`))),
    ...Object.fromEntries(Object.keys(recommendationCatalogue).map((type) => [`sees ${type}`, sees(type)])),
  };
}
