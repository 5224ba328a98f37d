import { anywhere, mayAsk } from '../platform/access/access-table.ts';

export const planAccess = [
  ...mayAsk('plan.adopt', { secretariat: anywhere }),
  ...mayAsk('plan.read', { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere }),
];
