import { anywhere, mayAsk, maySee, ownSection } from '../platform/access/access-table.ts';
import { sheetCatalogue } from './domain/sheet.events.ts';

/** A sheet is its section's until it is handed on; the secretariat and the auditor see every one. */
const readers = { staff: ownSection, approver: ownSection, secretariat: anywhere, auditor: anywhere };

export const evaluationAccess = [
  ...mayAsk('evaluation.open', { system: anywhere }),
  ...mayAsk('evaluation.save', { staff: ownSection }),
  ...mayAsk('evaluation.submit', { staff: ownSection }),
  ...mayAsk('evaluation.approve', { approver: ownSection }),
  ...mayAsk('evaluation.send-back', { approver: ownSection }),
  ...mayAsk('evaluation.list-sheets', readers),
  ...mayAsk('evaluation.read-sheet', readers),
  ...mayAsk('evaluation.read-history', readers),
  ...mayAsk('evaluation.watch-changes', readers),
  ...mayAsk('evaluation.keep-working-copy', { staff: ownSection }),
  ...mayAsk('evaluation.read-working-copy', { staff: ownSection }),
  ...mayAsk('evaluation.drop-working-copy', { staff: ownSection }),
  ...maySee(Object.keys(sheetCatalogue), readers),
];
