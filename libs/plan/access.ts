import { anywhere, mayAsk } from '../platform/access/access-table.ts';

const everybodyHere = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere };

export const planAccess = [
  ...mayAsk('plan.draft', { secretariat: anywhere }),
  ...mayAsk('plan.draft-nodes', { secretariat: anywhere }),
  ...mayAsk('plan.draft-indicators', { secretariat: anywhere }),
  ...mayAsk('plan.prune', { secretariat: anywhere }),
  ...mayAsk('plan.adopt', { secretariat: anywhere }),
  ...mayAsk('plan.change-target', { secretariat: anywhere }),
  ...mayAsk('plan.list', everybodyHere),
  ...mayAsk('plan.read', everybodyHere),
  ...mayAsk('plan.list-versions', everybodyHere),
  ...mayAsk('plan.read-version', everybodyHere),
  ...mayAsk('plan.read-indicator', everybodyHere),
];
