import { describe, it } from '@jest/globals';
import type { FoundedCommittee, Meeting } from '../../../committee/domain/committee.ts';
import { adoptGeneral, type AdoptGeneral, type AdoptGeneralFacts } from './adopt-general.ts';
import type { Recommendation } from './recommendation.ts';
import { adopted, asSecretariat, given } from './recommendation-examples.ts';

const called = { agenda: [], minutes: {}, minutesArePublished: false };
const held: Meeting = { ...called, id: 'held', way: 'meeting', on: '2027-03-31', held: { attendance: [], isOpen: true } };
const committee: FoundedCommittee = {
  phase: 'founded', id: 'committee-1', revision: 9, name: { ja: '委員会', en: 'Committee' },
  quorum: { present: { parts: 1, of: 2, moreThan: true }, opinions: { parts: 1, of: 2, moreThan: true } },
  members: [], subgroups: [], conflicts: [], assigned: {},
  meetings: {
    held,
    called: { ...called, id: 'called', way: 'meeting', on: '2026-10-01' },
    cancelled: { ...called, id: 'cancelled', way: 'circulation', on: '2026-10-01', cancelledFor: '延期' },
    circulation: { ...called, id: 'circulation', way: 'circulation', on: '2027-04-01' },
  },
};
const facts: AdoptGeneralFacts = { committee, owner: { section: 'evaluation', department: 'planning' } };
const general: AdoptGeneral = { committee: 'committee-1', meeting: 'held', number: 1, text: '評価の時期を早められたい。', section: 'evaluation' };
const recorded = {
  type: 'RecommendationAdopted', year: 2026, committee: 'committee-1', number: 1, text: general.text, meeting: 'held', section: 'evaluation',
  department: 'planning',
} as const;

const adopting = (change: Partial<AdoptGeneral> = {}, otherFacts: Partial<AdoptGeneralFacts> = {}) => (recommendation: Recommendation) =>
  adoptGeneral({ ...asSecretariat, ...general, ...change }, recommendation, { ...facts, ...otherFacts });

describe('record a general recommendation', () => {
  it('records it for the fiscal year of the meeting or circulation, of no sheet', () => {
    given().when(adopting()).then(recorded);
    given().when(adopting({ meeting: 'circulation' })).then({ ...recorded, meeting: 'circulation', year: 2027 });
  });

  it('records one that has no number', () => {
    const { number: _number, ...unnumbered } = general;
    const { number: _recorded, ...without } = recorded;
    given().when((recommendation) => adoptGeneral({ ...asSecretariat, ...unnumbered }, recommendation, facts)).then(without);
  });

  it('refuses a committee or a meeting that is not there', () => {
    given().when(adopting({}, { committee: undefined })).thenRejected('unknown');
    given().when(adopting({ meeting: 'elsewhere' })).thenRejected('unknown');
  });

  it('refuses a meeting that was not held, or a circulation that was cancelled', () => {
    given().when(adopting({ meeting: 'called' })).thenRejected('meeting-not-held');
    given().when(adopting({ meeting: 'cancelled' })).thenRejected('meeting-not-held');
  });

  it('refuses a section that is not there, and one that says nothing', () => {
    given().when(adopting({}, { owner: undefined })).thenRejected('section-unknown');
    given().when(adopting({ text: '　' })).thenRejected('text-missing');
  });

  it('tells the phase first, then the meeting, then the section, then the text', () => {
    given(adopted).when(adopting({ meeting: 'elsewhere' })).thenRejected('wrong-phase', { phase: 'answering' });
    given().when(adopting({ meeting: 'called', text: '' }, { owner: undefined })).thenRejected('meeting-not-held');
    given().when(adopting({ text: '' }, { owner: undefined })).thenRejected('section-unknown');
  });
});
