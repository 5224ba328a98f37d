import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { changesOf, type FormFacts } from '../content/changes.ts';
import { typedBy } from '../content/field-content.ts';
import type { OpenedSheet, Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

export interface CopyLastYear {
  /** The revision of the sheet that was on screen. */
  readonly basedOn: number;
  /** An earlier sheet of the same node. */
  readonly from: string;
  /** Addresses; every one that stands there is asked for by name. */
  readonly fields: readonly string[];
}

export interface CopyFacts extends FormFacts {
  readonly source: Sheet;
}

/** 前年度の内容を複写: only what is asked for, over what stands there, and recorded with where it came from. */
export function copyLastYear(command: CopyLastYear & Asked, sheet: Sheet, facts: CopyFacts): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhaseFor(sheet, 'copy-last-year');
  if (isRejected(drafting)) return drafting;
  const { source } = facts;
  if (source.phase === 'absent' || source.node !== drafting.node || source.year >= drafting.year || source.late === undefined) return reject('source-wrong');
  const { basedOn, from } = command;
  const typed = copied(command.fields, source);
  const fields = changesOf({ basedOn, fields: typed }, drafting, facts, ({ filledBy }) => filledBy === 'section');
  if (isRejected(fields)) return fields;
  return Object.keys(fields).length === 0 ? accept()
    : accept({ type: 'LastYearCopied', from, fromRevision: source.revision, fields });
}

/** What stood at those addresses; undefined where nothing did. */
function copied(addresses: readonly string[], { fields }: OpenedSheet): Readonly<Record<string, unknown>> {
  return Object.fromEntries(addresses.map((address) => {
    const content = fields[address]?.content;
    return [address, content ? typedBy(content) : undefined];
  }));
}
