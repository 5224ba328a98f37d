import type { EventHeader } from '../../event-store/event-store.ts';
import type { Project, Rows, Table } from '../../platform/reads/read-model.ts';
import { sheetDecider, type OpenedSheet } from '../domain/sheet.ts';
import type { SheetEvent } from '../domain/sheet.events.ts';
import type { StageWork, Works } from '../domain/stage-work.ts';

/** A sheet without what is written on it, and without opinions: where it stands, whose it is, and who has decided. */
export interface Outline {
  readonly sheet: OpenedSheet;
  /** Where the cycle names its node. */
  readonly place: number;
}

export type OutlineRow = {
  readonly stream: string;
  readonly place: number;
  readonly sheet: string;
};

/** For models whose rows follow from how sheets stand: they fold sheets as everybody does, and by no rules of their own. */
export const outlines: Table<OutlineRow> = {
  name: 'sheet_outlines',
  key: 'stream',
  columns: { stream: 'text', place: 'integer', sheet: 'text' },
};

/** Every event that moves a sheet, or makes somebody owe something. */
const moves = [
  'SheetOpened', 'FirstEvaluationSubmitted', 'FirstEvaluationTakenBack', 'FirstEvaluationApproved', 'FirstEvaluationSentBack',
  'ReviewedAfterwards', 'FirstEvaluationAccepted', 'FiguresReplaced', 'ReplacementLookedAt', 'SheetTransferred', 'SheetVoided',
  'SheetHandedOver', 'StageDecided', 'SheetFinalised', 'SheetReopened', 'QuestionAsked', 'QuestionAnswered', 'AnswerApproved', 'AnswerSentBack',
  'MemberRecused', 'ConclusionDrafted', 'SecondEvaluationConcluded', 'ConclusionConfirmed',
] as const satisfies readonly SheetEvent['type'][];

/** What a model does when a sheet has moved; before its opening there is no outline of it. */
export type OnMove = (rows: Rows, after: Outline, header: EventHeader, before: Outline | undefined) => void;

export function onEveryMove(project: OnMove): Readonly<Record<(typeof moves)[number], Project<SheetEvent>>> {
  const move: Project<SheetEvent> = (rows, event, header) => {
    const known = rows.get(outlines, header.stream);
    const before = known && outlineOf(known);
    const after = moved(before, event, header);
    rows.put(outlines, { stream: header.stream, place: after.place, sheet: JSON.stringify(after.sheet) });
    project(rows, after, header, before);
  };
  return Object.fromEntries(moves.map((type) => [type, move])) as Record<(typeof moves)[number], Project<SheetEvent>>;
}

export function outlineOf({ place, sheet }: OutlineRow): Outline {
  return { place, sheet: JSON.parse(sheet) as OpenedSheet };
}

function moved(before: Outline | undefined, event: SheetEvent, header: EventHeader): Outline {
  const sheet = sheetDecider.evolve(before?.sheet ?? sheetDecider.initial, event, header);
  if (sheet.phase === 'absent') throw new Error(`${header.stream} was never opened`);
  const place = event.type === 'SheetOpened' ? event.place : before?.place ?? 0;
  return { place, sheet: { ...sheet, fields: {}, files: {}, sentBack: [], works: outlined(sheet.works) } };
}

function outlined(works: Works): Works {
  return Object.fromEntries(Object.entries(works).map(([stage, work]): [string, StageWork] =>
    [stage, { ...work, handOver: { ...work.handOver, fields: {}, files: {} } }]));
}
