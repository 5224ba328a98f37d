import type { Breakage } from './breakage.ts';

const domain = 'libs/committee/domain';
const roster = { file: `${domain}/roster.ts`, spec: `${domain}/roster.spec.ts` };
const verb = (path: string) => ({ file: `${domain}/${path}.ts`, spec: `${domain}/${path}.spec.ts` });
const signIn = { file: 'libs/committee/known-members.ts', spec: 'test/http/members-sign-in.spec.ts' };
const seeing = { file: 'libs/committee/seeing.ts', spec: 'test/journeys/committee.spec.ts' };

export const committeeBreakages: readonly Breakage[] = [
  {
    ...roster, name: 'committee: a member kept out of it who presides', find: ' && !recused.includes(one)', replace: '',
  },
  {
    ...roster, name: 'committee: half of them taken for more than half', find: 'count * of > all * parts', replace: 'count * of >= all * parts',
  },
  {
    ...verb('members/appoint-member'), name: 'committee: two terms of one person at once',
    find: 'one.person === person && overlap(one, term)', replace: 'one.person === person && one.from === from',
  },
  {
    ...verb('members/elect-chair'), name: 'committee: a chair whose term is over',
    find: 'rosterOn(committee, dayInJapan(now)).map(', replace: 'committee.members.map(',
  },
  {
    ...verb('meetings/hold-meeting'), name: 'committee: somebody of another sub-group who was there',
    find: 'rosterOn(committee, meeting.on, meeting.subgroup)', replace: 'rosterOn(committee, meeting.on)',
  },
  {
    ...verb('meetings/hold-meeting'), name: 'committee: a meeting held on a day that has not begun in Japan',
    find: 'dayInJapan(now) < meeting.on', replace: 'now.slice(0, 10) < meeting.on',
  },
  {
    ...verb('meetings/hold-meeting'), name: 'committee: attendance changed under published minutes',
    find: "  if (meeting.minutesArePublished) return reject('minutes-published');\n", replace: '',
  },
  {
    ...verb('minutes/check-minutes'), name: 'committee: minutes found right by somebody who was not there',
    find: ' || !presentAt(meeting).includes(membership)', replace: '',
  },
  {
    ...verb('minutes/check-minutes'), name: 'committee: a draft found right that nobody has read',
    find: 'draft.revision !== draftRevision', replace: 'draft.revision < draftRevision',
  },
  {
    ...verb('minutes/publish-minutes'), name: 'committee: a remark taken for a yes',
    find: '.filter(({ remark }) => remark === undefined)', replace: '',
  },
  {
    ...verb('minutes/publish-minutes'), name: 'committee: what was said of a draft kept for the next one', file: `${domain}/committee.ts`,
    find: 'revision, checks: [] }', replace: 'revision, checks: draftOf(meeting, event.item)?.checks ?? [] }',
  },
  {
    ...signIn, name: 'committee: a member who is let in after his term', find: 'runsOn(membership, today) && ', replace: '',
  },
  {
    ...signIn, name: 'committee: staff who are let in only when committees are known',
    find: 'await this.parts.known.askerOf(municipality, person, appointment) ?? await this.#memberOf(municipality, person, appointment)',
    replace: 'await this.#memberOf(municipality, person, appointment) ?? await this.parts.known.askerOf(municipality, person, appointment)',
  },
  {
    ...signIn, name: 'committee: members let in by an office that is closed', find: "office?.phase === 'founded'", replace: 'office !== undefined',
  },
  {
    ...seeing, name: 'committee: minutes told before they are published', find: 'meeting?.minutesArePublished === true && ', replace: '',
  },
  {
    ...seeing, name: 'committee: what was said behind closed doors told', find: ' && meeting.held?.isOpen === true', replace: '',
  },
];
