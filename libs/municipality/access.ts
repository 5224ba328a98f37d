import { anywhere, mayAsk } from '../platform/access/access-table.ts';

const everybodyHere = {
  staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere,
};

/** Those of its committees too. */
const everybody = { ...everybodyHere, member: anywhere, chair: anywhere };

/** Who keeps the office's papers keeps its departments, posts, words and days as well. */
const organisers = { secretariat: anywhere, admin: anywhere };

const organisation = [
  'merge-departments', 'abolish-department', 'merge-sections', 'abolish-section', 'close-post', 'set-words', 'set-calendar',
];

/** The operator does these as well, by a list of people that he imports. */
const imported = [
  'found-department', 'rename-department', 'found-section', 'rename-section', 'move-section',
  'create-post', 'appoint', 'end-appointment',
];

/** What everybody does with his own session, password and tokens. */
const ownDeeds = ['sign-out', 'change-password', 'list-tokens', 'issue-token', 'withdraw-token'];

const accountDeeds = ['name-people', 'forget-person', 'issue-accounts', 'reset-account', 'link-identity'];

export const municipalityAccess = [
  ...mayAsk('municipality.found', { operator: anywhere }),
  ...mayAsk('municipality.close', { operator: anywhere }),
  ...organisation.flatMap((deed) => mayAsk(`municipality.${deed}`, organisers)),
  ...imported.flatMap((deed) => mayAsk(`municipality.${deed}`, { ...organisers, operator: anywhere })),
  ...mayAsk('municipality.read', everybody),
  ...mayAsk('municipality.read-calendar', everybody),
  ...mayAsk('municipality.read-posts', { secretariat: anywhere, auditor: anywhere, admin: anywhere }),
  ...mayAsk('municipality.who-am-i', everybody),
  ...ownDeeds.flatMap((deed) => mayAsk(`municipality.${deed}`, everybody)),
  ...accountDeeds.flatMap((deed) => mayAsk(`municipality.${deed}`, organisers)),
  // Each of them but the naming is recorded by whoever does it; the operator issues accounts on the command line.
  ...mayAsk('municipality.record-account-deed', { ...organisers, operator: anywhere }),
  ...mayAsk('municipality.list-people', { secretariat: anywhere, auditor: anywhere, admin: anywhere }),
];
