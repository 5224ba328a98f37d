import type { EventCatalogue, Members } from '../../kernel/decider.ts';
import type { Decimal } from '../../kernel/value.ts';
import type { Label } from '../../kernel/label.ts';
import type { Condition, Field } from './field.ts';

/** Grades from best to worst, as the office prints them. */
export interface RatingScale {
  readonly id: string;
  readonly name: Label;
  readonly grades: readonly Grade[];
}

export interface Grade {
  readonly id: string;
  readonly label: Label;
  /** The achievement from which it is usual, in per cent; the best grade has no upper bound, the worst no lower one. */
  readonly from?: Decimal;
}

/** One level of a plan: 柱, 施策, 事業. */
export interface Level {
  readonly id: string;
  readonly name: Label;
  /** The level above; absent at the top. */
  readonly parent?: string;
  /** What a node of this level says of itself besides its name: 目的, 課題, 成果目標. */
  readonly texts: readonly { readonly id: string; readonly name: Label }[];
}

/** A part of a form under a heading of its own. */
export interface FormSection {
  readonly id: string;
  readonly name: Label;
  readonly fields: readonly Field[];
}

/** The form of one kind of sheet: which nodes it is for, and what is asked. */
export interface SheetType {
  readonly id: string;
  readonly name: Label;
  readonly level: string;
  readonly sections: readonly FormSection[];
}

/** One step of an approval line after the clerk's: 係長, 課長, 部長. */
export interface ApprovalStep {
  readonly id: string;
  readonly name: Label;
  /** Holders of posts of this rank decide. */
  readonly rank: string;
  readonly within: 'section' | 'department';
  /** 合議: asked of every section that owns the node beside the lead, all of which must agree. */
  readonly ofCoOwners: boolean;
}

/** Of several that fit a sheet, the one that names most of it holds: department and type, department, type, none. */
export interface ApprovalLine {
  readonly department?: string;
  readonly sheetType?: string;
  readonly steps: readonly ApprovalStep[];
}

/** What comes after the first evaluation, in the office's own words and order. */
export interface Stage {
  readonly id: string;
  readonly name: Label;
  readonly evaluator: 'meeting' | 'committee' | 'mayor';
  readonly fields: readonly Field[];
  /** Which sheets go to it; without one, all. */
  readonly condition?: Condition;
  /** Of a committee: what each of its members gives. */
  readonly opinion?: OpinionForm;
}

/** What a member says of a sheet: a rating or points, and texts to the questions of the office. */
export interface OpinionForm {
  readonly fields: readonly Field[];
  /** From when others than the members may see who said what; never when nothing is said. */
  readonly seenBy?: { readonly office?: 'concluded' | 'never'; readonly public?: 'published' | 'never' };
}

/** What a unit of something costs, by fiscal year: 人件費 is 人工 times it. In yen. */
export interface UnitPrice {
  readonly id: string;
  readonly name: Label;
  readonly byYear: Readonly<Record<string, Decimal>>;
}

/** Everything that a municipality sets itself. */
export interface SchemeContents {
  readonly levels: readonly Level[];
  readonly scales: readonly RatingScale[];
  readonly unitPrices: readonly UnitPrice[];
  readonly sheetTypes: readonly SheetType[];
  readonly approvalLines: readonly ApprovalLine[];
  readonly stages: readonly Stage[];
}

export interface SchemeAdopted extends SchemeContents {
  readonly type: 'SchemeAdopted';
  readonly schemeVersion: number;
}

export type SchemeEvent = SchemeAdopted;

export const schemeCatalogue: EventCatalogue<SchemeEvent> = {
  // Version 3 may say what members of a committee are asked; before it there was no committee, and nothing to say of it.
  SchemeAdopted: { version: 3, upcasts: { 1: withLines, 2: (members) => members } },
};

/** Before there were sections of a form and approval lines, a form was one list, and one approver of the section decided. */
function withLines(members: Members): Members {
  const first = members as unknown as FirstScheme;
  return {
    ...members,
    levels: first.levels.map((level) => ({ ...level, texts: [] })),
    unitPrices: [],
    sheetTypes: first.sheetTypes.map(({ fields, ...type }) => ({ ...type, sections: [{ id: 'all', name: type.name, fields }] })),
    approvalLines: [{
      steps: [{ id: 'approval', name: { ja: '承認', en: 'Approval' }, rank: firstRank, within: 'section', ofCoOwners: false }],
    }],
    stages: [],
  };
}

/** The rank of every approver of the time before ranks. */
const firstRank = 'approver';

interface FirstScheme {
  readonly levels: readonly object[];
  readonly sheetTypes: readonly { readonly name: Label; readonly fields: readonly object[] }[];
}
