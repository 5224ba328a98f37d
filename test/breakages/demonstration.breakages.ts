import type { Breakage } from './breakage.ts';

const demonstration = 'apps/cli/demonstration';
const secondHalf = { spec: `${demonstration}/second-half.spec.ts` };
const story = { spec: `${demonstration}/demonstration.spec.ts`, test: 'same story when it is made on 2026-08-01' };
const accounts = { file: 'apps/cli/demo.command.ts', spec: 'apps/cli/demo.command.spec.ts', test: 'says who they are' };

export const demonstrationBreakages: readonly Breakage[] = [
  {
    ...secondHalf, name: 'demonstration: the running year under the plan as it was before its revision', file: `${demonstration}/demonstration.ts`,
    find: 'storyOfRunning(await adoptedPlan(deeds), years, today)', replace: 'storyOfRunning(contentsAt(await adoptedPlan(deeds), firstVersion), years, today)',
  },
  {
    ...secondHalf, name: 'demonstration: a proposal that was declined in the plan all the same', file: `${demonstration}/plan-revision.ts`,
    find: '.filter(({ outcome }) => outcome.kind !== \'declined\')', replace: '',
  },
  {
    ...secondHalf, name: 'demonstration: an opinion of a member who has always to do with the section', file: `${demonstration}/stage-course.ts`,
    find: " && !(member === 'commerce' && section === 'promotion')", replace: '',
  },
  {
    ...secondHalf, name: 'demonstration: a sheet final without the committee, and nobody says why', file: `${demonstration}/autumn.ts`,
    find: "level === 'policy' && attainment !== 'a' ? whyPoliciesSkip : undefined", replace: 'undefined',
  },
  {
    ...secondHalf, name: 'demonstration: no correction of what was published', file: `${demonstration}/publication.ts`,
    find: 'year.index === 0 ?', replace: 'year.index === 2 ?',
  },
  {
    ...secondHalf, name: 'demonstration: every response at the end of its line', file: `${demonstration}/responses.ts`,
    find: "if (ends !== 'on-line') {", replace: 'if (text.length > 0) {',
  },
  {
    ...story, name: 'demonstration: a committee whose terms are over', file: `${demonstration}/committee.ts`,
    find: 'if (today < from) return [];', replace: 'if (today >= from) return [];',
  },
  {
    ...accounts, name: 'demonstration: no account for the members of the committee',
    find: ', ...await onTheCommittee(installation)]', replace: ']',
  },
  {
    ...accounts, name: 'demonstration: the chair printed as a member',
    find: "id === chair ? '委員長' : ", replace: '',
  },
];
