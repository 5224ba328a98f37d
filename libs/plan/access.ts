import { anywhere, mayAsk } from '../platform/access/access-table.ts';

const everybodyHere = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere };
/** A plan is no secret of the office's. */
const withMembers = { ...everybodyHere, member: anywhere, chair: anywhere };
/** A proposal may be about any section's nodes, so it is judged by those who settle it and not by where it is about. */
const sectionsAndSecretariat = { staff: anywhere, approver: anywhere, secretariat: anywhere };

export const planAccess = [
  ...mayAsk('plan.draft', { secretariat: anywhere }),
  ...mayAsk('plan.draft-nodes', { secretariat: anywhere }),
  ...mayAsk('plan.draft-indicators', { secretariat: anywhere }),
  ...mayAsk('plan.prune', { secretariat: anywhere }),
  ...mayAsk('plan.adopt', { secretariat: anywhere }),
  ...mayAsk('plan.change-target', { secretariat: anywhere }),
  ...mayAsk('plan.open-revision', { secretariat: anywhere }),
  ...mayAsk('plan.propose', sectionsAndSecretariat),
  ...mayAsk('plan.discuss-proposal', sectionsAndSecretariat),
  ...mayAsk('plan.withdraw-proposal', sectionsAndSecretariat),
  ...mayAsk('plan.decline-proposal', { secretariat: anywhere }),
  ...mayAsk('plan.adopt-revision', { secretariat: anywhere }),
  ...mayAsk('plan.abandon-revision', { secretariat: anywhere }),
  ...mayAsk('plan.list', withMembers),
  ...mayAsk('plan.read', withMembers),
  ...mayAsk('plan.list-versions', withMembers),
  ...mayAsk('plan.read-version', withMembers),
  ...mayAsk('plan.read-indicator', withMembers),
  ...mayAsk('plan.compare-versions', withMembers),
  ...mayAsk('plan.read-revision', everybodyHere),
  ...mayAsk('plan.list-revisions', everybodyHere),
];
