import { anywhere, mayAsk, maySee, onTheLine, ownSection, ownSectionOrLine } from '../platform/access/access-table.ts';
import { sheetCatalogue } from './domain/sheet.events.ts';

/** A sheet is its section's, and theirs who decide on it; the secretariat and the auditor see every one. */
const readers = { staff: ownSectionOrLine, approver: ownSectionOrLine, secretariat: anywhere, auditor: anywhere };
/** What tells nothing of a single sheet, and what somebody owes himself. */
const theOffice = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere };
/** Which of them it is whose turn it is, the sheet decides. A chief may be staff and decide as well, and the secretariat has sheets of its own. */
const deciders = { staff: onTheLine, approver: onTheLine, secretariat: onTheLine };

export const evaluationAccess = [
  ...mayAsk('evaluation.open', { system: anywhere }),
  ...mayAsk('evaluation.save', { staff: ownSection }),
  ...mayAsk('evaluation.copy-last-year', { staff: ownSection }),
  ...mayAsk('evaluation.attach', { staff: ownSection }),
  ...mayAsk('evaluation.remove-file', { staff: ownSection }),
  ...mayAsk('evaluation.submit', { staff: ownSection }),
  ...mayAsk('evaluation.take-back', { staff: ownSection }),
  ...mayAsk('evaluation.approve', deciders),
  ...mayAsk('evaluation.approve-over', deciders),
  ...mayAsk('evaluation.approve-for-absent', deciders),
  ...mayAsk('evaluation.review-afterwards', deciders),
  ...mayAsk('evaluation.send-back', { ...deciders, secretariat: anywhere }),
  ...mayAsk('evaluation.accept', { secretariat: anywhere }),
  ...mayAsk('evaluation.annotate', { secretariat: anywhere }),
  ...mayAsk('evaluation.correct', { secretariat: anywhere }),
  ...mayAsk('evaluation.replace-figures', { staff: ownSection, secretariat: anywhere }),
  ...mayAsk('evaluation.look-at', { ...deciders, secretariat: anywhere }),
  ...mayAsk('evaluation.transfer', { secretariat: anywhere }),
  ...mayAsk('evaluation.void', { secretariat: anywhere }),
  ...mayAsk('evaluation.list-sheets', readers),
  ...mayAsk('evaluation.read-sheet', readers),
  ...mayAsk('evaluation.read-history', readers),
  ...mayAsk('evaluation.read-file', readers),
  ...mayAsk('evaluation.watch-changes', readers),
  ...mayAsk('evaluation.read-series', readers),
  ...mayAsk('evaluation.list-duties', { ...theOffice, admin: anywhere }),
  ...mayAsk('evaluation.list-all-duties', { secretariat: anywhere }),
  ...mayAsk('evaluation.read-progress', theOffice),
  ...mayAsk('evaluation.keep-working-copy', { staff: ownSection }),
  ...mayAsk('evaluation.read-working-copy', { staff: ownSection }),
  ...mayAsk('evaluation.drop-working-copy', { staff: ownSection }),
  ...maySee(Object.keys(sheetCatalogue), readers),
];
