import { anywhere, mayAsk, maySee } from '../platform/access/access-table.ts';

const everybodyHere = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere };

export const schemeAccess = [
  ...mayAsk('scheme.adopt', { secretariat: anywhere, admin: anywhere }),
  ...mayAsk('scheme.read', everybodyHere),
  ...mayAsk('scheme.list-versions', everybodyHere),
  ...mayAsk('scheme.read-version', everybodyHere),
  ...mayAsk('scheme.read-default', { secretariat: anywhere, admin: anywhere }),
  ...maySee(['SchemeAdopted'], everybodyHere),
];
