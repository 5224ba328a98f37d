import { anywhere, mayAsk } from '../platform/access/access-table.ts';

/** Everybody in the office works by the same year. */
const readers = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere, admin: anywhere };

export const cycleAccess = [
  ...mayAsk('cycle.open', { secretariat: anywhere }),
  ...mayAsk('cycle.add-sheet', { secretariat: anywhere }),
  ...mayAsk('cycle.extend', { secretariat: anywhere }),
  ...mayAsk('cycle.take-scheme-version', { secretariat: anywhere }),
  ...mayAsk('cycle.record-refusal', { system: anywhere }),
  ...mayAsk('cycle.record-edition', { system: anywhere }),
  ...mayAsk('cycle.record-publication-refusal', { system: anywhere }),
  ...mayAsk('cycle.read', readers),
  ...mayAsk('cycle.list', readers),
];
