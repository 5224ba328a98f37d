import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength,
  ValidateNested,
} from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { LabelBody } from '../../platform/http/label-body.ts';
import type { Indicator, NodeFlag, TargetReason } from '../domain/plan.events.ts';

const flags = ['priority', 'new', 'repeated'] as const satisfies readonly NodeFlag[];
const classes = ['activity', 'outcome'] as const satisfies readonly Indicator['class'][];
const kinds = ['cumulative', 'annual', 'state'] as const satisfies readonly Indicator['kind'][];
const directions = ['higher', 'lower'] as const satisfies readonly Indicator['direction'][];
export const targetReasons = [
  'result-exceeded', 'result-behind', 'measure-changed', 'circumstances-changed', 'counting-changed', 'correction',
] as const satisfies readonly TargetReason[];

export class UpperNodeBody {
  @IsUUID() plan!: string;
  @IsUUID() node!: string;
}

export class PlanNodeBody {
  /** Of a node that is there and that this one replaces. */
  @IsOptional() @IsUUID() id?: string;
  /** As the office numbers it; no two nodes of a plan have the same. */
  @IsString() @MinLength(1) @MaxLength(40) number!: string;
  /** The number of a node that stands before this one. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(40) parent?: string;
  @IsString() @Matches(officeIdPattern) level!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  /** The lead 所管. */
  @IsString() @Matches(officeIdPattern) section!: string;
  /** 関係: the others that own it. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @Matches(officeIdPattern, { each: true }) related?: string[];
  /** Bodies outside the office, by name. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MinLength(1, { each: true }) @MaxLength(200, { each: true }) outside?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(3) @IsIn(flags, { each: true }) flags?: NodeFlag[];
  /** By the ids of the texts of its level: 目的, 課題. */
  @IsOptional() @IsObject() texts?: Record<string, unknown>;
  /** Nodes of adopted plans that it serves 上位計画. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => UpperNodeBody) upper?: UpperNodeBody[];
}

export class YearValueBody {
  @IsInt() @Min(1927) @Max(9999) year!: number;
  /** As typed: 「延べ4,600社」. */
  @IsString() @MinLength(1) @MaxLength(500) value!: string;
}

export class IndicatorBody {
  /** Of an indicator that is there and that this one replaces. */
  @IsOptional() @IsUUID() id?: string;
  /** The number of its node. */
  @IsString() @MinLength(1) @MaxLength(40) node!: string;
  /** No two indicators of a node have the same. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(40) number?: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsIn(classes) class!: Indicator['class'];
  @IsString() @MaxLength(40) unit!: string;
  @IsIn(kinds) kind!: Indicator['kind'];
  @IsIn(directions) direction!: Indicator['direction'];
  @IsOptional() @IsObject() @ValidateNested() @Type(() => YearValueBody) baseline?: YearValueBody;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => YearValueBody) targets?: YearValueBody[];
  @IsOptional() @IsString() @MinLength(1) @MaxLength(2_000) formula?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(2_000) source?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(2_000) knownWhen?: string;
}

export class DraftPlanBody {
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsInt() @Min(1927) @Max(9999) firstYear!: number;
  @IsInt() @Min(1927) @Max(9999) lastYear!: number;
  @IsOptional() @IsArray() @ArrayMaxSize(3_000) @ValidateNested({ each: true }) @Type(() => PlanNodeBody) nodes?: PlanNodeBody[];
  @IsOptional() @IsArray() @ArrayMaxSize(3_000) @ValidateNested({ each: true }) @Type(() => IndicatorBody) indicators?: IndicatorBody[];
}

export class DraftNodesBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3_000) @ValidateNested({ each: true }) @Type(() => PlanNodeBody) nodes!: PlanNodeBody[];
}

export class DraftIndicatorsBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3_000) @ValidateNested({ each: true }) @Type(() => IndicatorBody) indicators!: IndicatorBody[];
}

export class PrunePlanBody {
  /** By id; what hangs on them goes too. */
  @IsOptional() @IsArray() @ArrayMaxSize(3_000) @IsUUID('all', { each: true }) nodes?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(3_000) @IsUUID('all', { each: true }) indicators?: string[];
}

export class AdoptPlanBody {
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class TargetEvidenceBody {
  @IsString() @Matches(/^[A-Za-z0-9-]{1,100}$/) sheet!: string;
  /** Of the sheet's stream. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) revision!: number;
}

export class ChangeTargetBody {
  @IsInt() @Min(1927) @Max(9999) year!: number;
  /** As typed: 「延べ4,600社」. */
  @IsString() @MaxLength(500) value!: string;
  @IsIn(targetReasons) reason!: TargetReason;
  @IsString() @MaxLength(5_000) text!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => TargetEvidenceBody) evidence?: TargetEvidenceBody[];
}
