import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { accepted, asSecretariat, atChief, given, opened, replaced, saved, sentBack, submitted } from '../sheet-examples.ts';
import { handOver, type HandOver, type HandOverFacts } from './hand-over.ts';
import {
  atMeeting, committee, concluded, conflicted, handedOver, meetingDecided, reopening, toCommittee, toMeeting, version,
} from './stage-examples.ts';

const facts: HandOverFacts = { version, planVersion: 1, planRevision: 9, committee: undefined };
const toTheMeeting = (change: Partial<HandOver> = {}) => (sheet: Sheet) =>
  handOver({ ...asSecretariat, basedOn: 8, stage: 'meeting', ...change }, sheet, facts);
const toTheCommittee = (change: Partial<HandOver> = {}, got: HandOverFacts['committee'] = committee) => (sheet: Sheet) =>
  handOver({ ...asSecretariat, basedOn: 8, stage: 'committee', committee: 'committee-1', ...change }, sheet, { ...facts, committee: got });
const reason = '市長の指示による';

describe('hand a sheet over to a stage', () => {
  it('records what the stage gets: the revision that counts, the scheme, the plan', () => {
    given(...accepted).when(toTheMeeting()).then(toMeeting);
    expect(given(...atMeeting).state()).toMatchObject({
      phase: 'handed-over', stage: 'meeting', line: expect.any(Array),
      works: { meeting: { handOver: { revision: 9, sheetRevision: 2, fields: { rating: { content: { grade: 'b' } } } } } },
    });
  });

  it('records the committee as it was, and its sub-group', () => {
    given(...accepted).when(toTheCommittee()).then(toCommittee);
    given(...concluded).when(toTheCommittee({ subgroup: 'industry-group' })).then({ ...toCommittee, subgroup: 'industry-group' });
  });

  it('keeps those out who always have to do with the section, as long as they do', () => {
    const kept = { ...toCommittee, recused: ['member-3'] };
    given(...accepted).when(toTheCommittee({}, conflicted)).then(kept);
    const excluded = { type: 'MemberRecused', stage: 'committee', member: 'member-2', way: 'excluded', reason } as const;
    const again = [...accepted, kept, excluded, sentBack, ...accepted.slice(2)] as const;
    expect(given(...again, { ...kept, recused: ['member-2', 'member-3'] }).state())
      .toMatchObject({ works: { committee: { recused: [{ member: 'member-2', way: 'excluded' }, { member: 'member-3', way: 'standing' }] } } });
    expect(given(...again, toCommittee).state()).toMatchObject({ works: { committee: { recused: [{ member: 'member-2' }] } } });
  });

  it('says that it was chosen where the condition of the stage does not hold, and why', () => {
    given(...accepted).when(toTheMeeting({ stage: 'mayor', reason }))
      .then({ ...toMeeting, stage: 'mayor', evaluator: 'mayor', chosenBy: 'choice', reason });
    const ratedA = [opened, saved({ rating: { kind: 'rating', grade: 'a' } }), ...accepted.slice(2)];
    given(...ratedA).when(toTheCommittee()).thenRejected('reason-missing');
    given(...ratedA).when(toTheCommittee({ reason })).then({ ...toCommittee, chosenBy: 'choice', reason });
  });

  it('waits for nobody who has still to look at figures, but for whoever hands it over', () => {
    const looking = [...accepted, replaced({ post: 'chief' })] as const;
    given(...looking).when(toTheMeeting({ basedOn: 9 })).then({ ...toMeeting, sheetRevision: 9 });
    given(...looking).when(toTheMeeting()).thenRejected('sheet-changed-since');
    given(...accepted).when(toTheMeeting({ basedOn: 9 })).thenRejected('based-on-the-future');
  });

  it('goes on in the order of the scheme: not to what has its result, nor before it, until it is reopened', () => {
    given(...concluded).when(toTheMeeting({ basedOn: 10 })).thenRejected('stage-passed', { stage: 'meeting' });
    const byMayor = [...accepted, { ...toMeeting, stage: 'mayor', evaluator: 'mayor' }, { ...meetingDecided, stage: 'mayor' }] as const;
    given(...byMayor).when(toTheMeeting()).thenRejected('stage-passed', { stage: 'meeting' });
    const reopened = [...concluded, { ...reopening, to: 'section' }, submitted, ...accepted.slice(3)] as const;
    given(...reopened).when(toTheMeeting({ basedOn: 18 })).then({ ...toMeeting, sheetRevision: 12 });
  });

  it('refuses a stage that the scheme does not have', () => {
    given(...accepted).when(toTheMeeting({ stage: 'elsewhere' })).thenRejected('stage-unknown', { stage: 'elsewhere' });
  });

  it('refuses a committee that is not there, has no members today, or not the sub-group; and one for another stage', () => {
    given(...accepted).when((sheet) => handOver({ ...asSecretariat, basedOn: 8, stage: 'committee' }, sheet, facts)).thenRejected('committee-wrong');
    given(...accepted).when(toTheCommittee({}, { ...committee, members: committee.members.slice(3) })).thenRejected('committee-wrong');
    given(...accepted).when(toTheCommittee({ subgroup: 'elsewhere' })).thenRejected('committee-wrong');
    given(...accepted).when(toTheMeeting({ committee: 'committee-1' })).thenRejected('committee-wrong');
    given(...accepted).when(toTheMeeting({ subgroup: 'industry-group' })).thenRejected('committee-wrong');
  });

  it('leaves a stage with the committee that has had it', () => {
    const again = given(...accepted, toCommittee, sentBack, ...accepted.slice(2));
    again.when(toTheCommittee({ basedOn: 99 }, { ...committee, id: 'committee-2' })).thenRejected('committee-wrong');
    again.when(toTheCommittee({ basedOn: 16 })).then({ ...toCommittee, sheetRevision: 11 });
  });

  it('tells the phase first, then the stage, the committee, what was seen, and the reason last', () => {
    given(...atChief).when(toTheMeeting({ stage: 'elsewhere' })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(...handedOver).when(toTheMeeting()).thenRejected('wrong-phase', { phase: 'handed-over' });
    given(...concluded).when(toTheMeeting({ committee: 'committee-1' })).thenRejected('stage-passed');
    given(...accepted).when(toTheMeeting({ stage: 'mayor', committee: 'committee-1', basedOn: 99 })).thenRejected('committee-wrong');
    given(...accepted).when(toTheMeeting({ stage: 'mayor', basedOn: 1 })).thenRejected('sheet-changed-since');
    given(...accepted).when(toTheMeeting({ stage: 'mayor', reason: '　' })).thenRejected('reason-missing');
  });
});
