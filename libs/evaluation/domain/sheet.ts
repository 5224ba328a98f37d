import type { Decider, Recorded } from '../../kernel/decider.ts';
import { streamName } from '../../kernel/stream-name.ts';
import {
  sheetCatalogue, type FieldComment, type FieldContent, type FieldsSaved, type SheetEvent, type SheetOpened,
} from './sheet.events.ts';

/**
 * The whole life of a sheet: in which phase which verb may be done, and where it leads. The specs walk it, README
 * prints it; a verb that is not named for a phase is refused there with `wrong-phase`.
 */
export const sheetLife = {
  absent: { open: 'drafting' },
  drafting: { save: 'drafting', submit: 'submitted' },
  submitted: { approve: 'approved', 'send-back': 'drafting' },
  approved: {},
} as const satisfies Record<string, Record<string, string>>;

export type SheetPhase = keyof typeof sheetLife;

export type Sheet = { readonly phase: 'absent' } | OpenedSheet;

export interface OpenedSheet extends Omit<SheetOpened, 'type' | 'place' | 'cycleRevision' | 'planRevision' | 'municipalityRevision'> {
  readonly phase: Exclude<SheetPhase, 'absent'>;
  readonly revision: number;
  readonly fields: Readonly<Record<string, SavedField>>;
  /** Undefined until the first submission; then of the latest one. */
  readonly late?: boolean;
  /** Every reason for which it was ever sent back, oldest first. */
  readonly sentBack: readonly SendingBack[];
}

/** What stands in a field, and who put it there. An emptied field keeps that too. */
export interface SavedField {
  readonly content: FieldContent | null;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

export interface SendingBack {
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
    const { revision } = recorded;
    switch (event.type) {
      case 'FieldsSaved': return { ...sheet, revision, fields: withSaved(sheet.fields, event, recorded) };
      case 'FirstEvaluationSubmitted': return { ...sheet, revision, phase: 'submitted', late: event.late };
      case 'FirstEvaluationApproved': return { ...sheet, revision, phase: 'approved' };
      case 'FirstEvaluationSentBack': {
        const { reason, comments } = event;
        const sendingBack = { reason, comments, by: recorded.actor, at: recorded.recordedAt };
        return { ...sheet, revision, phase: 'drafting', sentBack: [...sheet.sentBack, sendingBack] };
      }
    }
  },
};

function opened({ year, plan, node, section, department, sheetType, schemeVersion }: SheetOpened, { revision }: Recorded): OpenedSheet {
  return {
    phase: 'drafting', revision, year, plan, node, section, department, sheetType, schemeVersion, fields: {}, sentBack: [],
  };
}

function withSaved(
  fields: OpenedSheet['fields'], saved: FieldsSaved, { actor, recordedAt, revision }: Recorded,
): OpenedSheet['fields'] {
  const next: Record<string, SavedField> = { ...fields };
  for (const field of Object.keys(saved.fields)) {
    next[field] = { content: saved.fields[field] ?? null, by: actor, at: recordedAt, revision };
  }
  return next;
}

/** A sheet is one node in one cycle, and that is its name. */
export function sheetId(year: number, node: string): string {
  return `${year}-${node}`;
}

export function sheetStream(municipality: string, sheet: string): string {
  return streamName(sheetDecider.category, municipality, sheet);
}
