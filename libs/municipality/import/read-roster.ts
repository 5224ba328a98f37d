import { isDay, type Day } from '../../kernel/day.ts';
import { isFiscalYear } from '../../kernel/fiscal-year.ts';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { readTable, type TableRow } from './read-table.ts';
import { columns, faultAt, ranks, roles, type CellFault, type Column, type Holder, type Roster, type RosterRow } from './roster.ts';
import { contradictions } from './contradictions.ts';

const longestCell = 200;
const codeRule = '半角の英小文字で始まる、英小文字・数字・ハイフンの40文字以内としてください。';
const numberPattern = /^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/;
const mailPattern = /^[^\s@]{1,100}@[^\s@]{1,150}$/u;
/** What a spreadsheet takes for the beginning of a formula, in either width. */
const formulaPattern = /^\s*[=+\-@＝＋－＠]|^\t/u;
/** What cannot be seen, or turns what can be seen around. */
const unseenPattern = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The whole list, or everything that is wrong with it, each with its row and column. */
export function readRoster(bytes: Uint8Array): Roster | { readonly faults: readonly CellFault[] } {
  const table = readTable(bytes);
  if ('faults' in table) return table;
  const faults: CellFault[] = [];
  const read = table.map((row) => readRow(row, faults));
  const dated = read.flatMap(({ date, row }) => (date === undefined ? [] : [{ date, row }]));
  const [first] = dated;
  faults.push(...dated.filter(({ date }) => date !== first?.date).map(({ row }) =>
    faultAt(row, '発令日', `${first?.row}行目の発令日（${first?.date}）と異なります。1つのファイルの発令日は1つです。`)));
  const rows = read.flatMap(({ posts }) => posts);
  faults.push(...contradictions(rows));
  if (faults.length > 0 || first === undefined) return { faults: faults.toSorted(byRow) };
  return { date: first.date, rows };
}

function byRow(one: CellFault, other: CellFault): number {
  return (one.row ?? 0) - (other.row ?? 0);
}

type Cells = Readonly<Record<Column, string>>;

/** A row of which a cell is wrong is no post. */
function readRow({ row, cells }: TableRow, faults: CellFault[]): { row: number; date?: Day; posts: readonly RosterRow[] } {
  const before = faults.length;
  const say = (column: Column, message: string) => { faults.push(faultAt(row, column, message)); };
  const trimmed = Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()])) as Cells;
  const unfit = columns.filter((column, index) => {
    const wrong = unfitness(cells[index] ?? '');
    if (wrong !== undefined) say(column, wrong);
    return wrong !== undefined;
  });
  const fit = <Answer>(column: Column, read: (cell: string) => Answer | undefined, message: string): Answer | undefined => {
    if (unfit.includes(column)) return undefined;
    const answer = trimmed[column] === '' ? undefined : read(trimmed[column]);
    if (answer === undefined) say(column, trimmed[column] === '' ? '空欄です。' : message);
    return answer;
  };
  const date = fit('発令日', dayOf, '「2026-04-01」のような実在する日付としてください。');
  const named = (code: Column, name: Column) => ({ id: fit(code, codeOf, codeRule) ?? '', name: fit(name, asIs, '') ?? '' });
  const department = named('部コード', '部名');
  const section = named('課コード', '課名');
  const post = named('職コード', '職名');
  const role = fit('役割', (cell) => own(roles, cell), `${Object.keys(roles).join('・')}のいずれかとしてください。`);
  const rank = trimmed.職位 === '' ? undefined
    : fit('職位', (cell) => own(ranks, cell) ?? codeOf(cell), `${Object.keys(ranks).join('・')}のいずれか、または識別子としてください。`);
  const holder = readHolder(trimmed, fit);
  if (faults.length > before || role === undefined) return { row, posts: [], ...(date !== undefined && { date }) };
  const read = { row, department, section, post: { ...post, role, ...(rank !== undefined && { rank }) }, ...(holder && { holder }) };
  return { row, posts: [read], ...(date !== undefined && { date }) };
}

type Fit = <Answer>(column: Column, read: (cell: string) => Answer | undefined, message: string) => Answer | undefined;

/** Nobody, when neither his number nor his name nor his address is there. */
function readHolder({ 職員番号: number, 氏名: name, メール: mail }: Cells, fit: Fit): Holder | undefined {
  if (number === '' && name === '' && mail === '') return undefined;
  const holder = {
    number: fit('職員番号', (cell) => matching(numberPattern, cell), '半角の英数字とハイフンの20文字以内としてください。') ?? '',
    name: fit('氏名', asIs, '') ?? '',
  };
  if (mail === '') return holder;
  const read = fit('メール', (cell) => matching(mailPattern, cell), 'メールアドレスとして正しくありません。');
  return { ...holder, ...(read !== undefined && { mail: read }) };
}

/** What no cell may hold, whatever its column: a spreadsheet that opens the file must not do anything. */
function unfitness(cell: string): string | undefined {
  if (formulaPattern.test(cell)) {
    return `「${cell.startsWith('\t') ? 'タブ' : cell.trim().slice(0, 1)}」で始まる値は、表計算ソフトで数式として扱われるため受け付けられません。`;
  }
  if (unseenPattern.test(cell)) return '改行などの制御文字が含まれています。';
  if (cell.length > longestCell) return `${longestCell}文字を超えています。`;
  return undefined;
}

/** As it is written, or as spreadsheets save it. */
function dayOf(cell: string): Day | undefined {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(cell) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) && isFiscalYear(Number(year) - 1) ? day : undefined;
}

function codeOf(cell: string): string | undefined {
  return matching(officeIdPattern, cell);
}

function matching(pattern: RegExp, cell: string): string | undefined {
  return pattern.test(cell) ? cell : undefined;
}

function asIs(cell: string): string {
  return cell;
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
