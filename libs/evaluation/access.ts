import {
  anywhere, mayAsk, maySee, onTheCommittee, onTheCommitteeUnrecused, onTheLine, ownSection, ownSectionOrLine,
} from '../platform/access/access-table.ts';
import { sheetCatalogue, type SheetEvent } from './domain/sheet.events.ts';
import { publicationAccess } from './publication-access.ts';
import { recommendationAccess } from './recommendation-access.ts';

/** A sheet is its section's, and theirs who decide on it; the secretariat and the auditor see every one. */
const records = { secretariat: anywhere, auditor: anywhere };
const office = { staff: ownSectionOrLine, approver: ownSectionOrLine, ...records };
/** A committee's, once it was handed over; whoever keeps out of it sees nothing of it. */
const members = { member: onTheCommitteeUnrecused, chair: onTheCommitteeUnrecused };
const theCommittee = { member: onTheCommittee, chair: onTheCommittee };
const readers = { ...office, ...members };
/** What tells nothing of a single sheet, and what somebody owes himself. */
const theOffice = { staff: anywhere, approver: anywhere, secretariat: anywhere, auditor: anywhere };
/** Which of them it is whose turn it is, the sheet decides. A chief may be staff and decide as well, and the secretariat has sheets of its own. */
const deciders = { staff: onTheLine, approver: onTheLine, secretariat: onTheLine };

/** Of what these say, seeing.ts tells members and office each his part: what a committee gets, what it says, what it comes to. */
const toldToBoth: readonly SheetEvent['type'][] = [
  'SheetOpened', 'FieldsSaved', 'LastYearCopied', 'SecretariatFieldsSaved', 'SlipsCorrected', 'FiguresReplaced', 'FileAttached', 'SheetTransferred',
  'SheetHandedOver', 'StageDecided', 'SheetReopened', 'QuestionAsked', 'QuestionAnswered',
  'OpinionGiven', 'OpinionRevised', 'OpinionEntered', 'OpinionConfirmed', 'SecondEvaluationConcluded', 'ConclusionConfirmed',
];
/** The office is never told. */
const amongMembers: readonly SheetEvent['type'][] = ['MemberRecused', 'OpinionWithdrawn', 'ConclusionDrafted', 'WordingCommented'];
const amongOffice = (Object.keys(sheetCatalogue) as SheetEvent['type'][]).filter((type) => ![...toldToBoth, ...amongMembers].includes(type));

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
  ...mayAsk('evaluation.send-back', { ...deciders, ...members, secretariat: anywhere }),
  ...mayAsk('evaluation.accept', { secretariat: anywhere }),
  ...mayAsk('evaluation.annotate', { secretariat: anywhere }),
  ...mayAsk('evaluation.correct', { secretariat: anywhere }),
  ...mayAsk('evaluation.replace-figures', { staff: ownSection, secretariat: anywhere }),
  ...mayAsk('evaluation.look-at', { ...deciders, secretariat: anywhere }),
  ...mayAsk('evaluation.transfer', { secretariat: anywhere }),
  ...mayAsk('evaluation.void', { secretariat: anywhere }),
  ...mayAsk('evaluation.hand-over', { secretariat: anywhere }),
  ...mayAsk('evaluation.decide-stage', { secretariat: anywhere }),
  ...mayAsk('evaluation.finalise', { secretariat: anywhere }),
  ...mayAsk('evaluation.reopen', { secretariat: anywhere }),
  ...mayAsk('evaluation.ask-question', members),
  ...mayAsk('evaluation.answer-question', { staff: ownSection }),
  ...mayAsk('evaluation.approve-answer', deciders),
  ...mayAsk('evaluation.send-answer-back', deciders),
  // Whoever is recused comes as far as the sheet, which tells him so.
  ...mayAsk('evaluation.recuse', theCommittee),
  ...mayAsk('evaluation.exclude', theCommittee),
  ...mayAsk('evaluation.give-opinion', theCommittee),
  ...mayAsk('evaluation.withdraw-opinion', theCommittee),
  ...mayAsk('evaluation.enter-opinion', { secretariat: anywhere }),
  ...mayAsk('evaluation.confirm-opinion', { ...theCommittee, secretariat: anywhere }),
  ...mayAsk('evaluation.draft-conclusion', { secretariat: anywhere }),
  ...mayAsk('evaluation.comment-on-wording', theCommittee),
  ...mayAsk('evaluation.conclude', theCommittee),
  ...mayAsk('evaluation.confirm-conclusion', theCommittee),
  ...mayAsk('evaluation.list-sheets', readers),
  ...mayAsk('evaluation.read-sheet', readers),
  ...mayAsk('evaluation.read-history', readers),
  ...mayAsk('evaluation.read-file', readers),
  ...mayAsk('evaluation.watch-changes', readers),
  ...mayAsk('evaluation.read-series', readers),
  ...mayAsk('evaluation.read-workspace', { ...records, member: onTheCommittee, chair: onTheCommittee }),
  ...mayAsk('evaluation.list-duties', { ...theOffice, admin: anywhere, member: anywhere, chair: anywhere }),
  ...mayAsk('evaluation.list-all-duties', { secretariat: anywhere }),
  ...mayAsk('evaluation.read-progress', theOffice),
  ...mayAsk('evaluation.keep-working-copy', { staff: ownSection }),
  ...mayAsk('evaluation.read-working-copy', { staff: ownSection }),
  ...mayAsk('evaluation.drop-working-copy', { staff: ownSection }),
  ...maySee(toldToBoth, readers),
  ...maySee(amongMembers, { ...records, ...members }),
  ...maySee(amongOffice, office),
  ...recommendationAccess,
  ...publicationAccess,
];
