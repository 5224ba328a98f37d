import { randomUUID } from 'node:crypto';
import { CheckMinutes } from '../libs/committee/commands.ts';
import { committeeStream } from '../libs/committee/domain/committee.ts';
import { isShown, mayOf, ofCommittee, ofOffice, type Attempt, type Attempting, type Attempts } from './access-attempt.ts';
import { seats, type AccessMember } from './access-committees.ts';
import { municipality, type AccessOffice, type Place } from './access-office.ts';
import type { Person } from './office.ts';

/** A committee in which everything has happened once. */
interface LivedCommittee {
  readonly path: string;
  readonly chair: string;
  readonly deputy: string;
  readonly bystander: string;
  /** Held in the open, its minutes published. */
  readonly published: string;
  /** Held, with one item of which there are minutes. */
  readonly held: string;
  readonly item: string;
  readonly cancelled: string;
}

type LivedCommittees = Readonly<Record<'askers' | 'others', LivedCommittee>>;

const share = (of: number) => ({ parts: 1, of, moreThan: false });
const named = (text: string) => ({ ja: text, en: text });
const on = '2021-04-01';
const later = '2999-04-01';

async function livedCommittees(opened: AccessOffice): Promise<LivedCommittees> {
  return { askers: await livedCommittee(opened, 'askers'), others: await livedCommittee(opened, 'others') };
}

async function livedCommittee({ office, does: doesAs, askerOf, committees }: AccessOffice, which: 'askers' | 'others'): Promise<LivedCommittee> {
  const helper = office.at('other-secretariat');
  const { id } = committees[which];
  const path = `committees/${id}`;
  const does = async (deed: string, body: object = {}) => (await helper.post(`${path}/${deed}`, body).expect(200)).body;
  const prefix = which === 'others' ? 'other-' : '';
  const [chair, deputy, colleague, bystander] = ['chair', 'deputy', 'colleague', 'bystander'].map((one) =>
    askerOf(`${prefix}${one}` as AccessMember).appointment) as [string, string, string, string];
  await does('quorum', { quorum: { present: share(7), opinions: share(7) } });
  await does('members', { person: randomUUID(), from: '2020-04-01' });
  await does(`members/${(await helper.get(path)).body.members.at(-1).id}/end`, { to: '2021-01-31', reason: '転居' });
  for (const section of ['evaluation', 'promotion']) await does('conflicts', { member: bystander, section, reason: '所属' });
  await does('conflicts/lift', { member: bystander, section: 'promotion', reason: '異動' });
  await does('assignments', { sheets: [`2026-${randomUUID()}`], members: [colleague] });
  const [published, held, cancelled] = [await calls(helper, path), await calls(helper, path), await calls(helper, path)] as [string, string, string];
  await does(`meetings/${cancelled}/cancel`, { reason: '台風' });
  await does(`meetings/${published}/agenda`, { agenda: [{ title: '変更後の議題' }] });
  const attendance = seats[which].map((one) => ({ member: askerOf(one).appointment, way: 'present' }));
  for (const meeting of [published, held]) await does(`meetings/${meeting}/hold`, { attendance, isOpen: true });
  const item = await itemOf(helper, path, published);
  const { revision: draftRevision } = await does(`meetings/${published}/minutes`, { item, text: '発言' });
  await doesAs(`${prefix}colleague` as AccessMember, CheckMinutes, committeeStream(municipality, id), { meeting: published, item, draftRevision });
  await does(`meetings/${published}/publish-minutes`, { reason: '急ぐため' });
  return { path, chair, deputy, bystander, published, held, item: await itemOf(helper, path, held), cancelled };
}

async function calls(helper: Person, path: string): Promise<string> {
  await helper.post(`${path}/meetings`, { way: 'meeting', on, agenda: [{ title: '議題' }] }).expect(201);
  return (await helper.get(`${path}/meetings`)).body.meetings.at(-1).id;
}

async function itemOf(helper: Person, path: string, meeting: string): Promise<string> {
  return (await helper.get(`${path}/meetings/${meeting}`)).body.agenda[0].id;
}

/** What is done and told of a committee itself. */
export async function committeeAttempts(opened: AccessOffice): Promise<Attempts> {
  const lived = await livedCommittees(opened);
  const at = (place: Place): LivedCommittee => lived[place === 'committee' ? 'askers' : 'others'];
  return { ...deedAttempts(opened, at), ...readingAttempts(opened, at) };
}

function deedAttempts(opened: AccessOffice, at: (place: Place) => LivedCommittee): Attempts {
  const helper = opened.office.at('other-secretariat');
  let count = 0;
  const does = (deed: string, bodyOf: (committee: LivedCommittee) => object | Promise<object>): Attempt => ofCommittee(async ({ person, place }) =>
    mayOf(person.post(`${at(place).path}/${deed}`, await bodyOf(at(place)))));
  const doesTo = (deed: string, meetingOf: (committee: LivedCommittee) => string | Promise<string>, bodyOf: (committee: LivedCommittee) => object): Attempt =>
    ofCommittee(async ({ person, place }) => mayOf(person.post(`${at(place).path}/meetings/${await meetingOf(at(place))}/${deed}`, bodyOf(at(place)))));
  const newMeeting = ({ path }: LivedCommittee) => calls(helper, path);
  const heldEmpty = async ({ path }: LivedCommittee) => {
    const meeting = await calls(helper, path);
    await helper.post(`${path}/meetings/${meeting}/agenda`, { agenda: [] }).expect(200);
    await helper.post(`${path}/meetings/${meeting}/hold`, { attendance: [], isOpen: true }).expect(200);
    return meeting;
  };
  const ends = async ({ person, place }: Attempting): Promise<boolean> => {
    const { path } = at(place);
    await helper.post(`${path}/members`, { person: randomUUID(), from: later }).expect(200);
    const member = (await helper.get(path)).body.members.at(-1).id;
    return mayOf(person.post(`${path}/members/${member}/end`, { to: later, reason: '転居' }));
  };
  const checks = async ({ person, place }: Attempting): Promise<boolean> => {
    const { path, held, item } = at(place);
    const { body: { revision: draftRevision } } = await helper.post(`${path}/meetings/${held}/minutes`, { item, text: `案 ${++count}` }).expect(200);
    return mayOf(person.post(`${path}/meetings/${held}/minutes/check`, { item, draftRevision }));
  };
  return {
    'committee.found': ofOffice(({ person }) => mayOf(person.post('committees', { name: named('委員会'), quorum: { present: share(2), opinions: share(2) } }))),
    'committee.set-quorum': does('quorum', () => ({ quorum: { present: share(7), opinions: share(7) } })),
    'committee.appoint-member': does('members', () => ({ person: randomUUID(), from: later })),
    'committee.end-membership': ofCommittee(ends),
    'committee.elect-chair': does('chair', ({ chair, deputy }) => ({ chair, deputy })),
    'committee.form-subgroup': does('subgroups', ({ deputy }) => ({ name: named('部会'), members: [deputy], chair: deputy })),
    'committee.declare-conflict': does('conflicts', ({ bystander: member }) => ({ member, section: 'evaluation', reason: '所属' })),
    'committee.lift-conflict': does('conflicts/lift', ({ bystander: member }) => ({ member, section: 'promotion', reason: '異動' })),
    'committee.assign-sheets': does('assignments', ({ bystander: member }) => ({ sheets: [`2026-${randomUUID()}`], members: [member] })),
    'committee.call-meeting': does('meetings', () => ({ way: 'meeting', on, agenda: [] })),
    'committee.change-agenda': doesTo('agenda', newMeeting, () => ({ agenda: [] })),
    'committee.cancel-meeting': doesTo('cancel', newMeeting, () => ({ reason: '台風' })),
    'committee.hold-meeting': doesTo('hold', newMeeting, () => ({ attendance: [], isOpen: true })),
    'committee.draft-minutes': doesTo('minutes', ({ held }) => held, ({ item }) => ({ item, text: `案 ${++count}` })),
    'committee.check-minutes': ofCommittee(checks),
    'committee.publish-minutes': doesTo('publish-minutes', heldEmpty, () => ({})),
  };
}

/** What is told shows in what is read. */
function readingAttempts({ house }: AccessOffice, at: (place: Place) => LivedCommittee): Attempts {
  const reads = (pathOf: (committee: LivedCommittee) => string): Attempt => ofCommittee(({ person, place }) => mayOf(person.get(pathOf(at(place)))));
  const shows = (pathOf: (committee: LivedCommittee) => string, isTold: (body: Shown) => boolean): Attempt => ofCommittee(({ person, place }) =>
    isShown(person.get(pathOf(at(place))), isTold));
  const composition = ({ path }: LivedCommittee) => path;
  const published = (committee: LivedCommittee) => `${committee.path}/meetings/${committee.published}`;
  const cancelled = (committee: LivedCommittee) => `${committee.path}/meetings/${committee.cancelled}`;
  const isListed = async ({ person, place }: Attempting): Promise<boolean> => {
    const known = { 'meguri-position': await house.installation.store.lastPosition() as string };
    return isShown<{ readonly committees: readonly { readonly id: string }[] }>(person.get('committees', known), ({ committees }) =>
      committees.some(({ id }) => at(place).path.endsWith(id)));
  };
  return {
    'committee.list': ofCommittee(isListed),
    'committee.list-own-memberships': ofOffice(({ person }) => mayOf(person.get('memberships'))),
    'committee.read': reads(composition),
    'evaluation.read-workspace': reads(({ path }) => `${path}/workspace`),
    'committee.list-meetings': reads(({ path }) => `${path}/meetings`),
    'committee.read-meeting': reads(published),
    'sees CommitteeFounded': shows(composition, () => true),
    'sees QuorumSet': shows(composition, ({ quorum }) => quorum.present.of === 7),
    'sees MemberAppointed': shows(composition, ({ members }) => members.length > 0),
    'sees MembershipEnded': shows(composition, ({ members }) => members.some(({ to }) => to === '2021-01-31')),
    'sees ChairElected': shows(composition, ({ chair }) => chair !== undefined),
    'sees SubgroupFormed': shows(composition, ({ subgroups }) => subgroups.length > 0),
    'sees ConflictDeclared': shows(composition, ({ conflicts }) => conflicts.length > 0),
    'sees ConflictLifted': shows(composition, ({ conflicts }) => conflicts.length === 1),
    'sees SheetsAssigned': shows(composition, ({ assigned }) => Object.keys(assigned).length > 0),
    'sees MeetingCalled': shows(published, () => true),
    'sees AgendaChanged': shows(published, ({ agenda }) => agenda[0]?.title === '変更後の議題'),
    'sees MeetingCancelled': shows(cancelled, ({ cancelledFor }) => cancelledFor !== undefined),
    'sees MeetingHeld': shows(published, ({ held }) => held !== undefined),
    'sees MinutesDrafted': shows(published, ({ minutes }) => Object.keys(minutes).length > 0),
    'sees MinutesChecked': shows(published, ({ minutes }) => Object.values(minutes).some(({ checks }) => checks.length > 0)),
    'sees MinutesPublished': shows(published, ({ minutesArePublished }) => minutesArePublished),
  };
}

/** What somebody is shown of a committee, or of a meeting. */
interface Shown {
  readonly quorum: { readonly present: { readonly of: number } };
  readonly members: readonly { readonly to?: string }[];
  readonly chair?: string;
  readonly subgroups: readonly unknown[];
  readonly conflicts: readonly unknown[];
  readonly assigned: Readonly<Record<string, unknown>>;
  readonly agenda: readonly { readonly title: string }[];
  readonly cancelledFor?: string;
  readonly held?: object;
  readonly minutes: Readonly<Record<string, { readonly checks: readonly unknown[] }>>;
  readonly minutesArePublished: boolean;
}
