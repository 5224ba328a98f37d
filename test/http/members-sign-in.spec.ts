import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppointMember, EndMembership, FoundCommittee } from '../../libs/committee/commands.ts';
import { committeeDecider, committeeStream } from '../../libs/committee/domain/committee.ts';
import { KnownMembers } from '../../libs/committee/known-members.ts';
import { KnownPeople } from '../../libs/municipality/people/known-people.ts';
import type { Asker } from '../../libs/platform/access/asker.ts';
import type { CommandClass } from '../../libs/platform/commands/verb.ts';
import { ModelNotReady } from '../../libs/platform/reads/read-model-host.ts';
import { person, TownHall } from './town-hall.ts';

const secretariat: Asker = { municipality: 'mihon', actor: person.secretariat, role: 'secretariat' };

let hall: TownHall;
let whoAsks: KnownMembers;
beforeEach(async () => {
  hall = new TownHall();
  const { states, host, clocks } = hall.installation;
  whoAsks = new KnownMembers({ known: new KnownPeople(hall.records, states, clocks), states, host, clocks });
  await hall.found('mihon');
});
afterEach(() => hall.stop());

/** Makes somebody a member of a committee of his own: that committee, and his membership. */
async function becomesMember(of: string, term: { readonly from: string; readonly to?: string }) {
  // Committees stand in the order of their founding.
  hall.pass({ minutes: 1 });
  const committee = randomUUID();
  const stream = committeeStream('mihon', committee);
  const does = async <Body extends object>(command: CommandClass<Body>, body: Body): Promise<string> => {
    const outcome = await hall.installation.runner.run(new command(stream, { asker: secretariat, key: randomUUID() }, body));
    if (outcome.kind === 'rejected') throw new Error(outcome.code);
    return outcome.receipt.position;
  };
  const all = { parts: 1, of: 1, moreThan: false };
  const position = await does(FoundCommittee, { committee, name: { ja: '委員会', en: 'Committee' }, quorum: { present: all, opinions: all } });
  await does(AppointMember, { person: of, ...term });
  const { state } = await hall.installation.states.fold(committeeDecider, stream);
  const membership = state.phase === 'absent' ? '' : state.members[0]?.id as string;
  return { committee, membership, position, ends: (to: string) => does(EndMembership, { member: membership, to, reason: '転居' }) };
}

function tokenOf(holder: string) {
  return { token: hall.records.tokens.add('mihon', holder, 'spec') };
}

describe('whoever is a member', () => {
  it('acts under the membership that he asks for, and otherwise under his first one that runs', async () => {
    await hall.open();
    const ended = await becomesMember(person.newcomer, { from: '2024-04-01', to: '2026-05-19' });
    const first = await becomesMember(person.newcomer, { from: '2026-05-20' });
    const second = await becomesMember(person.newcomer, { from: '2026-04-01', to: '2026-05-20' });
    const token = tokenOf(person.newcomer);
    await hall.script('staff').get('committees', { 'meguri-position': second.position }).expect(200);
    const under = async (asked?: string) => (await whoAsks.identify('mihon', token, asked))?.asker;
    expect(await under()).toEqual({
      municipality: 'mihon', actor: person.newcomer, role: 'member', appointment: first.membership, committee: first.committee, memberships: [first.membership],
    });
    expect(await under(second.membership)).toMatchObject({ committee: second.committee });
    expect(await under(ended.membership)).toBeUndefined();
    expect(await under('staff-1')).toBeUndefined();
    await first.ends('2026-05-20');
    hall.pass({ minutes: 24 * 60 });
    expect(await under()).toBeUndefined();
    expect([await whoAsks.worksHere('mihon', person.newcomer), await whoAsks.isInOffice('mihon', person.newcomer)]).toEqual([false, false]);
  });

  it('is somebody here before his term begins, though he is not let in yet, and nobody in an office that is closed', async () => {
    await hall.open();
    const { position } = await becomesMember(person.newcomer, { from: '2026-06-01' });
    await hall.script('staff').get('committees', { 'meguri-position': position }).expect(200);
    expect([await whoAsks.worksHere('mihon', person.newcomer), await whoAsks.isInOffice('mihon', person.newcomer)]).toEqual([false, true]);
    hall.pass({ minutes: 12 * 24 * 60 });
    expect(await whoAsks.worksHere('mihon', person.newcomer)).toBe(true);
    await hall.close('mihon');
    expect(await whoAsks.worksHere('mihon', person.newcomer)).toBe(false);
  });
});

it('the staff are let in although it is not known which committees there are', async () => {
  expect(await whoAsks.identify('mihon', tokenOf(person.staff))).toMatchObject({ asker: { role: 'staff', appointment: 'staff-1' } });
  expect(await whoAsks.worksHere('mihon', person.staff)).toBe(true);
  expect(await whoAsks.isInOffice('mihon', person.staff)).toBe(true);
  await expect(whoAsks.identify('mihon', tokenOf(person.newcomer))).rejects.toThrow(ModelNotReady);
});
