import type { Day } from '../../kernel/day.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { PostRole } from '../domain/municipality.events.ts';

/** The columns of a list of posts and their holders 人事異動の名簿, in this order and with these headings. */
export const columns = [
  '発令日', '部コード', '部名', '課コード', '課名', '職コード', '職名', '役割', '職位', '職員番号', '氏名', 'メール',
] as const;

export type Column = (typeof columns)[number];

/** What an office writes for what the holders of a post may be. */
export const roles: Readonly<Record<string, PostRole>> = {
  担当: 'staff', 承認者: 'approver', 事務局: 'secretariat', 監査: 'auditor', 管理者: 'admin',
};

/** What an office writes for a post's height; any other is written as the word to which approval lines refer. */
export const ranks: Readonly<Record<string, string>> = { 係長: 'chief', 課長: 'manager', 部長: 'director' };

/** What a row calls a department, a section or a post. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who holds a post: the office's number for him names him, whatever he is called. */
export interface Holder {
  readonly number: string;
  readonly name: string;
  readonly mail?: string;
}

/** One post, where it is, and who holds it; without a holder it is vacant. */
export interface RosterRow {
  readonly row: number;
  readonly department: Named;
  readonly section: Named;
  readonly post: Named & { readonly role: PostRole; readonly rank?: string };
  readonly holder?: Holder;
}

/** Who holds which post from a day on. */
export interface Roster {
  readonly date: Day;
  readonly rows: readonly RosterRow[];
}

/** Something wrong in a file of rows: the headings are its first row. What no row can be blamed for has none. */
export interface CellFault extends Fault {
  readonly row?: number;
  readonly column?: string;
}

export function faultAt(row: number, column: string, message: string): CellFault {
  return { path: `${row}行目「${column}」`, row, column, message };
}

export function faultOfFile(message: string): CellFault {
  return { path: 'ファイル', message };
}
