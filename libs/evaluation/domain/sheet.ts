import type { Decider, Recorded } from '../../kernel/decider.ts';
import { streamName } from '../../kernel/stream-name.ts';
import { accepted, approved, postsOn, replaced, reviewed, sentBack, submitted, takenBack, voided } from './sheet-decisions.ts';
import { concluded, finalised, handedOverTo, reopened, withCorrection } from './sheet-stages.ts';
import type { PublishedCorrected } from './stage.events.ts';
import { worked, type Works } from './stage-work.ts';
import {
  sheetCatalogue, type Contents, type FieldComment, type FieldContent, type FileAttached, type LineStep, type Looker, type AbsentParty,
  type SheetEvent, type SheetOpened,
} from './sheet.events.ts';

/** A sheet stands in one phase, and has what that phase has: a line only while and after it is decided on. */
export type Sheet = { readonly phase: 'absent' } | OpenedSheet;

export type OpenedSheet =
  | DraftSheet | SubmittedSheet | ApprovedSheet | AcceptedSheet | HandedOverSheet | ConcludedSheet | FinalSheet | VoidedSheet;

/** What every sheet has from its opening on. */
export interface SheetBody {
  readonly revision: number;
  /** The last one at which something changed that is decided on: who approves must have seen it. */
  readonly changedRevision: number;
  readonly year: number;
  readonly plan: string;
  /** Of the plan's stream: the version that held then is the one that the sheet is about. */
  readonly planRevision: number;
  readonly node: string;
  readonly section: string;
  readonly department: string;
  readonly sheetType: string;
  readonly schemeVersion: number;
  /** By address. */
  readonly fields: Readonly<Record<string, SavedField>>;
  readonly files: Readonly<Record<string, AttachedFile>>;
  /** Undefined until the first submission; then of the latest one. */
  readonly late?: boolean;
  /** The posts of the line on which it was decided last: they go on seeing it. */
  readonly linePosts: readonly string[];
  /** Every reason for which it was ever sent back, oldest first. */
  readonly sentBack: readonly SendingBack[];
  /** Who was passed over and has not yet seen what was decided 後閲. */
  readonly toReview: readonly AbsentParty[];
  /** Who has decided before figures were replaced, and has not yet looked at them. */
  readonly toLookAt: readonly Looker[];
  /** What was done in the stages to which it was ever handed over. */
  readonly works: Works;
}

export interface DraftSheet extends SheetBody {
  readonly phase: 'drafting';
  /** Sent back after it was submitted: whether it is late was settled then. */
  readonly isReturned?: true;
}

export interface OnLine extends SheetBody {
  readonly line: readonly LineStep[];
  readonly approvals: readonly Approval[];
}

export interface SubmittedSheet extends OnLine {
  readonly phase: 'submitted';
  /** Which step of the line is to decide. */
  readonly at: number;
}

export interface ApprovedSheet extends OnLine {
  readonly phase: 'approved';
}

export interface AcceptedSheet extends OnLine {
  readonly phase: 'accepted';
}

/** Before a stage: the meeting, the committee, the mayor. */
export interface HandedOverSheet extends OnLine {
  readonly phase: 'handed-over';
  readonly stage: string;
}

/** A stage has come to its result; another may follow. */
export interface ConcludedSheet extends OnLine {
  readonly phase: 'concluded';
  readonly stage: string;
}

export interface FinalSheet extends OnLine {
  readonly phase: 'final';
  /** Of what was published, oldest first. */
  readonly corrections: readonly Correction[];
}

/** 訂正 as it was recorded: its revision tells which editions were made before it. */
export interface Correction extends Pick<PublishedCorrected, 'fields' | 'was' | 'reason'> {
  readonly at: string;
  readonly revision: number;
}

export interface VoidedSheet extends SheetBody {
  readonly phase: 'voided';
  readonly voidedFor: string;
}

/** What stands in a field, and who put it there. An emptied field keeps that too. */
export interface SavedField {
  readonly content: FieldContent | null;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

export interface AttachedFile extends Omit<FileAttached, 'type' | 'file'> {
  readonly by: string;
  readonly at: string;
}

/** One decision of the round that runs. */
export interface Approval {
  readonly step: string;
  readonly section: string;
  readonly post?: string;
  readonly by: string;
  readonly at: string;
  readonly way: 'in-turn' | 'for-absent' | 'over';
}

export interface SendingBack {
  readonly to: string;
  readonly reason: string;
  readonly comments: readonly FieldComment[];
  readonly by: string;
  readonly at: string;
}

export const sheetDecider: Decider<Sheet, SheetEvent> = {
  category: 'sheet',
  initial: { phase: 'absent' },
  catalogue: sheetCatalogue,
  evolve(sheet, event, recorded) {
    if (event.type === 'SheetOpened') return opened(event, recorded);
    if (sheet.phase === 'absent') throw new Error(`${event.type} on a sheet that was never opened`);
    return { ...evolveOpened(sheet, event, recorded), revision: recorded.revision };
  },
};

function evolveOpened(sheet: OpenedSheet, event: Exclude<SheetEvent, SheetOpened>, recorded: Recorded): OpenedSheet {
  const changedRevision = recorded.revision;
  switch (event.type) {
    case 'FieldsSaved': case 'LastYearCopied': case 'SlipsCorrected':
      return { ...sheet, changedRevision, fields: withSaved(sheet.fields, event.fields, recorded) };
    case 'SecretariatFieldsSaved': return { ...sheet, fields: withSaved(sheet.fields, event.fields, recorded) };
    case 'FiguresReplaced':
      return { ...replaced(sheet, event), changedRevision, fields: withSaved(sheet.fields, event.fields, recorded) };
    case 'FileAttached': {
      const { file, field, name, mediaType, bytes, digest } = event;
      const attached = { field, name, mediaType, bytes, digest, by: recorded.actor, at: recorded.recordedAt };
      return { ...sheet, changedRevision, files: { ...sheet.files, [file]: attached } };
    }
    case 'FileRemoved': {
      const { [event.file]: _removed, ...files } = sheet.files;
      return { ...sheet, changedRevision, files };
    }
    case 'FirstEvaluationSubmitted': return { ...submitted(sheet, event), changedRevision };
    case 'FirstEvaluationTakenBack': return takenBack(sheet);
    case 'FirstEvaluationApproved': return approved(sheet, event, recorded);
    // Whoever decides again has seen why it came back.
    case 'FirstEvaluationSentBack': return { ...sentBack(sheet, event, recorded), changedRevision };
    case 'ReviewedAfterwards': return reviewed(sheet, event);
    case 'FirstEvaluationAccepted': return accepted(sheet);
    case 'ReplacementLookedAt': return { ...sheet, toLookAt: sheet.toLookAt.filter((looker) => !isSameLooker(looker, event.by)) };
    case 'SheetTransferred': return { ...sheet, changedRevision, section: event.section, department: event.department, linePosts: [] };
    case 'SheetVoided': return voided(sheet, event);
    case 'SheetHandedOver': return handedOverTo(sheet, event, recorded);
    case 'SecondEvaluationConcluded': return event.toBeConfirmed ? withWork(sheet, event, recorded) : concluded(withWork(sheet, event, recorded), event.stage);
    case 'ConclusionConfirmed': case 'StageDecided': return concluded(withWork(sheet, event, recorded), event.stage);
    case 'QuestionAnswered':
      return { ...withWork(sheet, event, recorded), linePosts: [...new Set([...sheet.linePosts, ...postsOn(event.line)])] };
    case 'QuestionAsked': case 'AnswerApproved': case 'AnswerSentBack': case 'MemberRecused': case 'OpinionGiven': case 'OpinionRevised':
    case 'OpinionWithdrawn': case 'OpinionEntered': case 'OpinionConfirmed': case 'ConclusionDrafted': case 'WordingCommented':
      return withWork(sheet, event, recorded);
    case 'SheetFinalised': return finalised(sheet);
    case 'SheetReopened': return { ...reopened(sheet, event, recorded), changedRevision };
    case 'PublishedCorrected': return { ...withCorrection(sheet, event, recorded), changedRevision, fields: withSaved(sheet.fields, event.fields, recorded) };
  }
}

function withWork(sheet: OpenedSheet, event: Parameters<typeof worked>[1], recorded: Recorded): OpenedSheet {
  return { ...sheet, works: worked(sheet.works, event, recorded) };
}

function opened({ year, plan, planRevision, node, section, department, sheetType, schemeVersion }: SheetOpened, { revision }: Recorded): DraftSheet {
  return {
    phase: 'drafting', revision, changedRevision: revision, year, plan, planRevision, node, section, department, sheetType, schemeVersion,
    fields: {}, files: {}, linePosts: [], sentBack: [], toReview: [], toLookAt: [], works: {},
  };
}

function withSaved(fields: SheetBody['fields'], saved: Contents, { actor, recordedAt, revision }: Recorded): SheetBody['fields'] {
  const next: Record<string, SavedField> = { ...fields };
  for (const address of Object.keys(saved)) {
    next[address] = { content: saved[address] ?? null, by: actor, at: recordedAt, revision };
  }
  return next;
}

export function isSameLooker(one: Looker, other: Looker): boolean {
  return 'post' in one ? 'post' in other && one.post === other.post : 'role' in other;
}

/** A sheet's name as it stands in addresses. */
export const sheetIdPattern = /^\d{4}-[0-9a-f-]{36}$/;

/** A sheet is one node in one cycle, and that is its name. */
export function sheetId(year: number, node: string): string {
  return `${year}-${node}`;
}

export function sheetStream(municipality: string, sheet: string): string {
  return streamName(sheetDecider.category, municipality, sheet);
}
