import type { ModelReader } from '../../../platform/reads/read-model.ts';
import type { Viewer } from '../../domain/content/visibility.ts';
import type { Forms } from '../forms.ts';
import { folded, foundBy, type ContentRow } from './sheets.model.ts';
import type { ToldRow } from './told-rows.ts';

/** A grade in any rating of a sheet, or in one field alone. */
export interface RatingAsked {
  readonly field?: string;
  readonly grade: string;
}

/** What is looked for in what is written on sheets. */
export interface Sought {
  readonly rating?: RatingAsked;
  /** In the fields, or in number and name of the node. */
  readonly text?: string;
}

/** Of these sheets, those on which the viewer sees what is sought: a field that is hidden from him is not told by a search either. */
export async function matching(
  rows: readonly ToldRow[], { rating, text }: Sought,
  { model, forms, viewer, nodes }: {
    readonly model: ModelReader;
    readonly forms: Forms;
    readonly viewer: Viewer;
    /** Those whose number or name has the text. */
    readonly nodes: ReadonlySet<string>;
  },
): Promise<readonly ToldRow[]> {
  const seen = async (found: readonly Found[], row: ToldRow): Promise<boolean> => {
    for (const { stream, address } of found) if (stream === row.stream && await forms.sees(viewer, row, address)) return true;
    return false;
  };
  const rated = rating === undefined ? [] : withGrade(model, rows, rating);
  const written = text === undefined ? [] : withText(model, rows, text);
  const matched: ToldRow[] = [];
  for (const row of rows) {
    const isRated = rating === undefined || await seen(rated, row);
    if (isRated && (text === undefined || nodes.has(row.node) || await seen(written, row))) matched.push(row);
  }
  return matched;
}

type Found = Pick<ContentRow, 'stream' | 'address'>;

function withGrade(model: ModelReader, rows: readonly ToldRow[], { field, grade }: RatingAsked): readonly Found[] {
  const found = [
    ...model.all<Found>(
      `SELECT stream, address FROM sheet_contents WHERE stream IN (SELECT value FROM json_each(@streams)) AND grade = @grade`,
      { streams: streamsOf(rows), grade }),
    ...toldContents(rows).filter((one) => one.grade === grade),
  ];
  return field === undefined ? found : found.filter(({ address }) => address.split('/')[0] === field);
}

function withText(model: ModelReader, rows: readonly ToldRow[], text: string): readonly Found[] {
  const words = folded(text);
  return [
    ...model.all<Found>(
      `SELECT stream, address FROM sheet_contents WHERE stream IN (SELECT value FROM json_each(@streams)) AND instr(words, @words) > 0`,
      { streams: streamsOf(rows), words }),
    ...toldContents(rows).filter((one) => one.words?.includes(words) === true),
  ];
}

/** The grades that stand on these sheets, wherever the viewer sees them: by stream, and there by address. */
export async function gradesOn(
  rows: readonly ToldRow[], { model, forms, viewer }: { readonly model: ModelReader; readonly forms: Forms; readonly viewer: Viewer },
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const byStream = new Map(rows.map((row) => [row.stream, row]));
  const grades = new Map<string, Record<string, string>>();
  const found = [
    ...model.all<Found & { readonly grade: string }>(
      `SELECT stream, address, grade FROM sheet_contents WHERE stream IN (SELECT value FROM json_each(@streams)) AND grade IS NOT NULL`,
      { streams: streamsOf(rows) }),
    ...toldContents(rows),
  ];
  for (const { stream, address, grade } of found) {
    const row = byStream.get(stream);
    if (typeof grade !== 'string') continue;
    if (row !== undefined && await forms.sees(viewer, row, address)) grades.set(stream, { ...grades.get(stream), [address]: grade });
  }
  return grades;
}

/** Those that are seen as they stand now: of the others the model knows what came later as well. */
function streamsOf(rows: readonly ToldRow[]): string {
  return JSON.stringify(rows.filter(({ told }) => told === undefined).map(({ stream }) => stream));
}

/** What is found on sheets of which somebody is told only as they were handed over. */
function toldContents(rows: readonly ToldRow[]): readonly (Found & Partial<Pick<ContentRow, 'grade' | 'words'>>)[] {
  return rows.flatMap(({ stream, told }) => Object.entries(told?.fields ?? {}).map(([address, { content }]) =>
    ({ stream, address, ...(content !== null && foundBy(content)) })));
}
