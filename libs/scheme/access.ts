import { anywhere, mayAsk } from '../platform/access/access-table.ts';

export const schemeAccess = [
  ...mayAsk('scheme.adopt', { secretariat: anywhere, admin: anywhere }),
  ...mayAsk('scheme.read', { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere }),
];
