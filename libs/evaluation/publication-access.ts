import { anywhere, mayAsk, noCommittees, onTheCommitteeUnrecused } from '../platform/access/access-table.ts';

const theOffice = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere };

/** An edition is for the readers of its step; what is public is for who never signed in. */
export const publicationAccess = [
  ...mayAsk('evaluation.publish', { secretariat: anywhere }),
  ...mayAsk('evaluation.correct-published', { secretariat: anywhere }),
  ...mayAsk('evaluation.list-publications', theOffice),
  ...mayAsk('evaluation.read-edition', {
    ...theOffice, staff: noCommittees, approver: noCommittees, member: onTheCommitteeUnrecused, chair: onTheCommitteeUnrecused,
  }),
  ...mayAsk('evaluation.read-public-edition', { public: anywhere }),
  ...mayAsk('evaluation.list-public-years', { public: anywhere }),
];
