import type { EventHeader } from '../../../event-store/event-store.ts';
import type { BelongsTo } from '../../../platform/access/access-table.ts';
import { readModel, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import type { Contents, FieldContent, SheetEvent } from '../../domain/sheet.events.ts';
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
  readonly sheetType: string;
  readonly schemeVersion: number;
  readonly phase: SheetPhase;
  /** null until it was submitted. */
  readonly late: number | null;
  /** Of the last event that is nobody's secret: what the secretariat writes into its own fields moves no sheet. */
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
    posts: 'text', sheetType: 'text', schemeVersion: 'integer', phase: 'text', late: 'integer', revision: 'integer', changedAt: 'text',
  },
  indexes: [['municipality', 'year', 'place'], ['municipality', 'node', 'year'], ['municipality', 'section', 'year', 'place'], ['municipality', 'plan']],
};

const posts: Table<PostRow> = {
  name: 'sheet_posts',
  key: 'place',
  columns: { place: 'text', municipality: 'text', post: 'text', stream: 'text' },
  indexes: [['municipality', 'post']],
};

const contents: Table<ContentRow> = {
  name: 'sheet_contents',
  key: 'place',
  columns: {
    place: 'text', municipality: 'text', stream: 'text', address: 'text', row: 'text', grade: 'text', words: 'text', value: 'text',
  },
  indexes: [['stream', 'grade'], ['municipality', 'row']],
};

const moves = onEveryMove((rows, { sheet, place }, { stream, municipality, revision, recordedAt }) => {
  const { year, plan, node, section, department, sheetType, schemeVersion, phase, late, linePosts } = sheet;
  const before = rows.get(sheets, stream);
  putPosts(rows, { stream, municipality }, before === undefined ? [] : postsOf(before), linePosts);
  rows.put(sheets, {
    stream, municipality, year, place, plan, node, section, department, posts: JSON.stringify(linePosts), sheetType, schemeVersion, phase,
    late: late === undefined ? null : Number(late), revision, changedAt: recordedAt,
  });
});

export const sheetsModel = readModel<SheetEvent>({
  name: 'sheets',
  version: 2,
  tables: [sheets, posts, contents, outlines],
  on: {
    ...moves,
    FieldsSaved: write,
    LastYearCopied: write,
    SlipsCorrected: write,
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
export function placeOfRow({ section, department, posts: onLine }: Pick<SheetRow, 'section' | 'department' | 'posts'>): BelongsTo {
  return { section, department, posts: JSON.parse(onLine) as string[] };
}

/** As texts are compared when sheets are searched: in one width, and in small letters. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function postsOf({ posts: onLine }: SheetRow): readonly string[] {
  return JSON.parse(onLine) as string[];
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
function foundBy(content: FieldContent): Partial<ContentRow> | undefined {
  switch (content.kind) {
    case 'text': return { words: folded(content.text) };
    case 'rating': return { grade: content.grade };
    case 'value': return { words: folded(content.value.typed), value: JSON.stringify(content) };
    case 'choice': case 'checks': case 'date': return undefined;
  }
}

function placeIn(stream: string, what: string): string {
  return `${stream} ${what}`;
}
