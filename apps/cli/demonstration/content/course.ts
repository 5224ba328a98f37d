import type { FieldComment } from '../../../../libs/evaluation/domain/sheet.events.ts';

/** A step of the approval line of the default scheme. */
export type StepOfLine = 'chief' | 'manager' | 'co-owners' | 'director';

/** What happens to one sheet in one year. */
export interface Course extends Incidents {
  /** How many open days after the year was opened. */
  readonly submittedOn?: number;
  /** So many open days after the deadline instead. */
  readonly lateBy?: number;
  /** Where it stands today; a number says after how many approvals. Without it the sheet is accepted. */
  readonly ends?: 'untouched' | 'half' | 'sent-back' | number | 'approved';
}

interface Incidents {
  /** 前年度の内容を複写, before anything is typed over it. */
  readonly copied?: readonly string[];
  readonly attached?: { readonly name: string; readonly text: string };
  /** 移管 */
  readonly transferred?: { readonly to: string; readonly reason: string };
  /** 引戻し */
  readonly takenBack?: true;
  readonly sentBack?: SendingBack;
  /** 引上げ: the manager decides over the chief, who sees it afterwards 後閲. */
  readonly over?: string;
  /** 代決: the manager decides for the director, who sees it afterwards. */
  readonly forAbsent?: { readonly reason: string; readonly isReviewed: boolean };
  /** 差替え: what was thought to be settled gives way to what was. */
  readonly replaced?: { readonly provisional: number; readonly reason: string };
  /** 軽微な修正 */
  readonly corrected?: { readonly fields: Readonly<Record<string, string>>; readonly reason: string };
  /** 事務局メモ */
  readonly memo?: string;
  /** 取消 */
  readonly voided?: string;
}

/** 差戻し, to the section where no step is named. */
export interface SendingBack {
  readonly by: StepOfLine | 'secretariat';
  readonly to?: StepOfLine;
  readonly reason: string;
  readonly comments: readonly FieldComment[];
  /** What the section then writes. */
  readonly mended?: Readonly<Record<string, string>>;
}
