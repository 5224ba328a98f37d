import { anywhere, mayAsk } from '../platform/access/access-table.ts';

export const cycleAccess = [
  ...mayAsk('cycle.open', { secretariat: anywhere }),
  ...mayAsk('cycle.record-refusal', { system: anywhere }),
  ...mayAsk('cycle.read', { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere }),
];
