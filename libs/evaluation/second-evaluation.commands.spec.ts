import { beforeEach, describe, expect, it } from '@jest/globals';
import { committeeDecider, committeeStream } from '../committee/domain/committee.ts';
import type { CommitteeEvent } from '../committee/domain/committee.events.ts';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.ts';
import { accept } from '../kernel/decision.ts';
import type { Decider, DomainEvent } from '../kernel/decider.ts';
import { anywhere, mayAsk } from '../platform/access/access-table.ts';
import type { Asker } from '../platform/access/asker.ts';
import { commandOf, noFacts, type CommandClass, type Outcome } from '../platform/commands/verb.ts';
import { asking, givenRunner, receiptOf, type Given } from '../platform/testing/given-runner.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import { evaluationAccess } from './access.ts';
import { sheetDecider, sheetStream, type HandedOverSheet } from './domain/sheet.ts';
import { accepted } from './domain/sheet-examples.ts';
import { committee, toCommittee, version } from './domain/stages/stage-examples.ts';
import {
  CommentOnWording, Conclude, ConfirmConclusion, ConfirmOpinion, DraftConclusion, EnterOpinion, ExcludeMember, GiveOpinion, RecuseOneself,
  WithdrawOpinion,
} from './second-evaluation.commands.ts';

const municipality = 'mihon';
const sheet = '2026-node-35';
const stream = sheetStream(municipality, sheet);
const secretariat: Asker = { municipality, actor: 'person-1', role: 'secretariat', post: 'planner' };
const member = (appointment: string, role: Asker['role'] = 'member', of = 'committee-1'): Asker =>
  ({ municipality, actor: `holder of ${appointment}`, role, appointment, committee: of });
const chair = member('member-1', 'chair');
const opinion = (points: string) => ({ 'opinion-rating': 'b', points });
const agenda = [{ id: 'item-1', title: '商店街の振興', sheet }];

const { quorum, name, members } = committee;
const founding: readonly CommitteeEvent[] = [
  { type: 'CommitteeFounded', committee: 'committee-1', name, quorum },
  ...members.map(({ id, ...membership }) => ({ type: 'MemberAppointed' as const, member: id, ...membership })),
  { type: 'ChairElected', chair: 'member-1', deputy: 'member-2' },
  { type: 'SubgroupFormed', subgroup: 'industry-group', name, members: ['member-2', 'member-3'], chair: 'member-2' },
];
const met = (meeting: string, present: readonly string[], subgroup?: string): readonly CommitteeEvent[] => [
  { type: 'MeetingCalled', meeting, way: 'meeting', ...(subgroup !== undefined && { subgroup }), on: '2026-05-20', agenda },
  { type: 'MeetingHeld', meeting, isOpen: true, attendance: present.map((one) => ({ member: one, way: 'present' })) },
];

let given: Given;
beforeEach(async () => {
  given = givenRunner(new MemoryEventStore(), { access: [...evaluationAccess, ...mayAsk('spec.record', { secretariat: anywhere })] });
  await recorded(schemeDecider, schemeStream(municipality), { type: 'SchemeAdopted', ...version });
  await recorded(committeeDecider, committeeStream(municipality, 'committee-1'), ...founding);
});

/** Puts events into the log as they are. */
async function recorded<Event extends DomainEvent>(decider: Decider<unknown, Event>, to: string, ...events: readonly Event[]): Promise<void> {
  const record = commandOf({ name: 'spec.record', decider, opens: true, facts: noFacts, decide: () => accept(...events) });
  receiptOf(await run(record, {}, secretariat, to));
}

function run<Body extends object>(command: CommandClass<Body>, body: Body, asker: Asker, on = stream): Promise<Outcome> {
  return given.runner.run(asking(command, on, body, undefined, asker));
}

async function done<Body extends object>(command: CommandClass<Body>, body: Body, asker: Asker): Promise<number> {
  return receiptOf(await run(command, body, asker)).revision;
}

async function work() {
  const { state } = await given.states.fold(sheetDecider, stream);
  return { phase: state.phase, ...(state as HandedOverSheet).works['committee'] };
}

describe('a sheet before a committee', () => {
  it('comes to a conclusion by what its members say', async () => {
    await recorded(sheetDecider, stream, ...accepted, toCommittee);
    await recorded(committeeDecider, committeeStream(municipality, 'committee-1'), ...met('meeting-1', ['member-1', 'member-2']));
    const first = await done(GiveOpinion, { opinion: opinion('6'), basedOn: 9 }, chair);
    await done(GiveOpinion, { opinion: opinion('8'), basedOn: 9, revises: first }, chair);
    await done(WithdrawOpinion, {}, chair);
    await done(GiveOpinion, { opinion: opinion('8'), basedOn: 9 }, chair);
    const entered = await done(EnterOpinion, { member: 'member-2', opinion: opinion('7'), way: 'mail', receivedOn: '2026-05-20' }, secretariat);
    await done(ExcludeMember, { member: 'member-3', reason: '役員のため' }, chair);
    const drafted = await done(DraftConclusion, {
      conclusion: { 'conclusion-rating': 'a' }, recommendations: [{ text: '目標値を見直すこと。' }], dissents: [],
    }, secretariat);
    await done(CommentOnWording, { text: '「改める」に。' }, member('member-2'));
    const concluding = { basedOn: drafted, meeting: 'meeting-1' };
    expect(await run(Conclude, concluding, chair)).toMatchObject({ code: 'opinions-outdated', details: { members: ['member-2'] } });
    await done(ConfirmOpinion, { basedOn: entered, member: 'member-2', heard: { way: 'spoken', on: '2026-05-20' } }, secretariat);
    await done(Conclude, concluding, chair);
    expect(await work()).toMatchObject({
      phase: 'concluded',
      result: {
        roster: ['member-1', 'member-2'], counted: ['member-1', 'member-2'], points: [{ field: 'points', mean: '7.5', spread: '0.5' }],
        recommendations: [{ number: 1, recommendation: expect.stringMatching(/^[0-9a-f-]{36}$/) }],
      },
    });
    expect(await run(GiveOpinion, { opinion: opinion('9'), basedOn: 9 }, member('member-2'))).toMatchObject({ code: 'wrong-phase' });
  });

  it('is concluded by its sub-group and confirmed by the whole', async () => {
    await recorded(sheetDecider, stream, ...accepted, { ...toCommittee, subgroup: 'industry-group' });
    await recorded(committeeDecider, committeeStream(municipality, 'committee-1'),
      ...met('group-meeting', ['member-2', 'member-3'], 'industry-group'), ...met('meeting-1', ['member-1', 'member-3']));
    const drafted = await done(DraftConclusion, { conclusion: { 'conclusion-rating': 'a' }, recommendations: [], dissents: [] }, secretariat);
    await done(Conclude, { basedOn: drafted, meeting: 'group-meeting' }, member('member-2'));
    expect(await work()).toMatchObject({ phase: 'handed-over', proposed: { member: 'member-2' } });
    await done(ConfirmConclusion, { meeting: 'meeting-1' }, chair);
    expect(await work()).toMatchObject({ phase: 'concluded', result: { confirmedIn: 'meeting-1' } });
  });

  it('takes one of two opinions that a member sends at once', async () => {
    await recorded(sheetDecider, stream, ...accepted, toCommittee);
    const outcomes = await Promise.all(['6', '7'].map((points) => run(GiveOpinion, { opinion: opinion(points), basedOn: 9 }, member('member-3'))));
    expect(outcomes.map((outcome) => (outcome.kind === 'done' ? 'done' : outcome.code)).toSorted()).toEqual(['done', 'opinion-changed-since']);
  });

  it('tells whoever is recused that he is, and nothing to anybody else', async () => {
    await recorded(sheetDecider, stream, ...accepted, toCommittee);
    await done(RecuseOneself, { reason: '役員のため' }, member('member-3'));
    const giving = { opinion: opinion('6'), basedOn: 9 };
    expect(await run(GiveOpinion, giving, member('member-3'))).toMatchObject({ code: 'recused' });
    for (const stranger of [member('member-3', 'member', 'committee-2'), secretariat, { ...secretariat, role: 'staff', section: 'promotion' } as const]) {
      expect(await run(GiveOpinion, giving, stranger)).toMatchObject({ code: 'not-allowed' });
    }
  });

  it('is none before it was handed over to one, whatever is in its scheme', async () => {
    await recorded(sheetDecider, stream, ...accepted);
    expect(await run(EnterOpinion, { member: 'member-2', opinion: opinion('7'), way: 'mail', receivedOn: '2026-05-20' }, secretariat))
      .toMatchObject({ code: 'wrong-phase', details: { phase: 'accepted' } });
  });
});
