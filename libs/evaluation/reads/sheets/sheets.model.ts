import type { EventHeader } from '../../../event-store/event-store.ts';
import type { BelongsTo } from '../../../platform/access/access-table.ts';
import { readModel, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import type { Contents, FieldContent, SheetEvent } from '../../domain/sheet.events.ts';
import { placeOf } from '../../facts.ts';
import { onEveryMove, outlines } from '../outline.ts';

/** One line of the list of sheets. Where a sheet belongs is here; who may see it follows from that. */
export type SheetRow = {
  readonly stream: string;
  readonly municipality: string;
  readonly year: number;
  /** Where the cycle names its node: sheets are listed in that order. */
  readonly place: number;
  readonly plan: string;
  readonly node: string;
  readonly section: string;
  readonly department: string;
  /** Of the line on which it was decided last: a list. */
  readonly posts: string;
  /** To which it was ever handed over: a list. */
  readonly committees: string;
  /** Memberships that keep out of it: a list. */
  readonly recused: string;
  readonly sheetType: string;
  readonly schemeVersion: number;
  readonly phase: SheetPhase;
  /** null until it was submitted. */
  readonly late: number | null;
  /**
   * Of the last event that is nobody's secret: what the secretariat writes into its own fields moves no sheet, and what a committee
   * asks, says and drafts does not, until it comes to a conclusion.
   */
  readonly revision: number;
  readonly changedAt: string;
};

/** That a post is on the line of a sheet. */
type PostRow = {
  readonly place: string;
  readonly municipality: string;
  readonly post: string;
  readonly stream: string;
};

/** That a sheet was handed over to a committee. */
type CommitteeRow = {
  readonly place: string;
  readonly municipality: string;
  readonly committee: string;
  readonly stream: string;
};

/** What stands at one address of a sheet, as far as sheets are found or compared by it. */
export type ContentRow = {
  readonly place: string;
  readonly municipality: string;
  readonly stream: string;
  readonly address: string;
  /** Of the table in which it stands. */
  readonly row: string | null;
  readonly grade: string | null;
  /** Folded for searching. */
  readonly words: string | null;
  /** A value, as content. */
  readonly value: string | null;
};

const sheets: Table<SheetRow> = {
  name: 'sheets',
  key: 'stream',
  columns: {
    stream: 'text', municipality: 'text', year: 'integer', place: 'integer', plan: 'text', node: 'text', section: 'text', department: 'text',
    posts: 'text', committees: 'text', recused: 'text', sheetType: 'text', schemeVersion: 'integer', phase: 'text', late: 'integer', revision: 'integer',
    changedAt: 'text',
  },
  indexes: [['municipality', 'year', 'place'], ['municipality', 'node', 'year'], ['municipality', 'section', 'year', 'place'], ['municipality', 'plan']],
};

const posts: Table<PostRow> = {
  name: 'sheet_posts',
  key: 'place',
  columns: { place: 'text', municipality: 'text', post: 'text', stream: 'text' },
  indexes: [['municipality', 'post']],
};

const committees: Table<CommitteeRow> = {
  name: 'sheet_committees',
  key: 'place',
  columns: { place: 'text', municipality: 'text', committee: 'text', stream: 'text' },
  indexes: [['municipality', 'committee']],
};

const contents: Table<ContentRow> = {
  name: 'sheet_contents',
  key: 'place',
  columns: {
    place: 'text', municipality: 'text', stream: 'text', address: 'text', row: 'text', grade: 'text', words: 'text', value: 'text',
  },
  indexes: [['stream', 'grade'], ['municipality', 'row']],
};

const moves = onEveryMove((rows, { sheet, place }, header) => {
  const { stream, municipality } = header;
  const { year, plan, node, sheetType, schemeVersion, phase, late } = sheet;
  const before = rows.get(sheets, stream);
  const { section = '', department = '', posts: linePosts = [], committees: given = [], recused = [] } = placeOf(sheet);
  putPosts(rows, { stream, municipality }, before === undefined ? [] : listed(before.posts), linePosts);
  for (const committee of given) rows.put(committees, { place: placeIn(stream, committee), municipality, committee, stream });
  const { revision, changedAt } = before !== undefined && isAmongFew(header, sheet)
    ? before : { revision: header.revision, changedAt: header.recordedAt };
  rows.put(sheets, {
    stream, municipality, year, place, plan, node, section, department, posts: JSON.stringify(linePosts), committees: JSON.stringify(given),
    recused: JSON.stringify(recused), sheetType, schemeVersion, phase, late: late === undefined ? null : Number(late), revision, changedAt,
  });
});

/** What a committee and the office ask and tell each other before there is a result: a proposal of a sub-group is none. */
function isAmongFew({ type }: EventHeader, { phase }: OpenedSheet): boolean {
  return untilThereIsAResult.has(type) && phase === 'handed-over';
}

const untilThereIsAResult: ReadonlySet<string> = new Set([
  'QuestionAsked', 'QuestionAnswered', 'AnswerApproved', 'AnswerSentBack', 'MemberRecused', 'ConclusionDrafted', 'SecondEvaluationConcluded',
] satisfies SheetEvent['type'][]);

export const sheetsModel = readModel<SheetEvent>({
  name: 'sheets',
  version: 3,
  tables: [sheets, posts, committees, contents, outlines],
  on: {
    ...moves,
    FieldsSaved: write,
    LastYearCopied: write,
    SlipsCorrected: write,
    PublishedCorrected: write,
    FiguresReplaced(rows, event, header) {
      moves.FiguresReplaced(rows, event, header);
      putContents(rows, event.fields, header);
    },
    SecretariatFieldsSaved: (rows, { fields }, header) => putContents(rows, fields, header),
    FileAttached: (rows, _event, header) => touch(rows, header),
    FileRemoved: (rows, _event, header) => touch(rows, header),
  },
});

/** What a row belongs to. */
export function placeOfRow(
  { section, department, posts: onLine, committees: given, recused }: Pick<SheetRow, 'section' | 'department' | 'posts' | 'committees' | 'recused'>,
): BelongsTo {
  return { section, department, posts: listed(onLine), committees: listed(given), recused: listed(recused) };
}

/** As texts are compared when sheets are searched: in one width, and in small letters. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function listed(list: string): readonly string[] {
  return JSON.parse(list) as string[];
}

function write(rows: Rows, { fields }: { readonly fields: Contents }, header: EventHeader): void {
  touch(rows, header);
  putContents(rows, fields, header);
}

function touch(rows: Rows, { stream, revision, recordedAt }: EventHeader): void {
  const row = rows.get(sheets, stream);
  if (row === undefined) throw new Error(`${stream} was never opened`);
  rows.put(sheets, { ...row, revision, changedAt: recordedAt });
}

function putPosts(
  rows: Rows, { stream, municipality }: Pick<EventHeader, 'stream' | 'municipality'>, before: readonly string[], after: readonly string[],
): void {
  for (const post of before) rows.remove(posts, placeIn(stream, post));
  for (const post of after) rows.put(posts, { place: placeIn(stream, post), municipality, post, stream });
}

function putContents(rows: Rows, saved: Contents, { stream, municipality }: EventHeader): void {
  for (const [address, content] of Object.entries(saved)) {
    const place = placeIn(stream, address);
    const found = content === null ? undefined : foundBy(content);
    if (found === undefined) rows.remove(contents, place);
    else rows.put(contents, { place, municipality, stream, address, row: address.split('/')[1] ?? null, grade: null, words: null, value: null, ...found });
  }
}

/** Undefined for what nobody looks for. */
export function foundBy(content: FieldContent): Partial<ContentRow> | undefined {
  switch (content.kind) {
    case 'text': return { words: folded(content.text) };
    case 'rating': return { grade: content.grade };
    case 'value': return { words: folded(content.value.typed), value: JSON.stringify(content) };
    case 'choice': case 'checks': case 'date': case 'points': return undefined;
  }
}

function placeIn(stream: string, what: string): string {
  return `${stream} ${what}`;
}
