import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { columns, faultAt, faultOfFile, type CellFault } from './roster.ts';

/** The cells of one row as they were typed, and which row that is. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What a server takes in one request, written in Base64, with room to spare. */
const largestBytes = 700_000;

const whyUnreadable: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: '引用符「"」が閉じていません。',
  CSV_INVALID_CLOSING_QUOTE: '引用符「"」の後に余分な文字があります。',
  INVALID_OPENING_QUOTE: '引用符「"」の前に余分な文字があります。',
};

/** A file of the known columns: rows without anything in them are passed over, and nothing is done for a file that is not sound. */
export function readTable(bytes: Uint8Array): readonly TableRow[] | { readonly faults: readonly CellFault[] } {
  if (bytes.length > largestBytes) return { faults: [faultOfFile(`${largestBytes / 1_000}KBを超えています。`)] };
  const text = decoded(bytes);
  if (text === undefined) return { faults: [faultOfFile('文字コードを判別できません。UTF-8またはShift_JISで保存してください。')] };
  const records = recordsOf(text);
  if ('faults' in records) return records;
  const [heading = [], ...rest] = records;
  const headingFaults = faultsOfHeading(heading);
  if (headingFaults.length > 0) return { faults: headingFaults };
  const rows = rest.map((cells, index) => ({ row: index + 2, cells })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const faults = rows.flatMap(raggedness);
  if (faults.length > 0) return { faults };
  return rows.length === 0 ? { faults: [faultOfFile('見出しのほかに行がありません。')] } : rows;
}

/** Spreadsheets still save Shift_JIS; hardly a text in it is good UTF-8 as well, so that is tried first. */
function decoded(bytes: Uint8Array): string | undefined {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw fault;
    return undefined;
  }
}

function recordsOf(text: string): readonly string[][] | { readonly faults: readonly CellFault[] } {
  try {
    // Rows of another length are let through here so that each of them can be named.
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const { code, records, column } = fault as CsvError & { readonly records: number; readonly column: number };
    return { faults: [faultAt(records + 1, nameOf(column), whyUnreadable[code] ?? 'CSVとして読み取れません。')] };
  }
}

function faultsOfHeading(heading: readonly string[]): readonly CellFault[] {
  return Array.from({ length: Math.max(columns.length, heading.length) }, (_, index): readonly CellFault[] => {
    const [wanted, found] = [columns[index], heading[index]];
    if (wanted === found) return [];
    if (wanted === undefined) return [faultAt(1, nameOf(index), `余分な見出し「${found}」があります。`)];
    return [faultAt(1, wanted, found === undefined ? '見出しがありません。' : `見出しが「${found}」です。「${wanted}」としてください。`)];
  }).flat();
}

function raggedness({ row, cells }: TableRow): readonly CellFault[] {
  if (cells.length === columns.length) return [];
  const first = Math.min(cells.length, columns.length);
  return [faultAt(row, nameOf(first), `列が${cells.length}個あります。${columns.length}個としてください。`)];
}

function nameOf(index: number): string {
  return columns[index] ?? `${index + 1}列目`;
}
