import { anywhere, mayAsk } from '../platform/access/access-table.ts';

const everybodyHere = {
  staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere,
};

export const municipalityAccess = [
  ...mayAsk('municipality.found', { operator: anywhere }),
  ...mayAsk('municipality.read', everybodyHere),
  ...mayAsk('municipality.who-am-i', everybodyHere),
];
