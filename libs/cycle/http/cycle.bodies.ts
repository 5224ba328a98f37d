import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';
import { dayPattern } from '../../kernel/day.ts';
import { officeIdPattern } from '../../kernel/office-id.ts';
import type { PeriodId } from '../domain/cycle.events.ts';
import type { SingleReason } from '../domain/choose.ts';

export class PeriodDaysBody {
  /** The last day of the first evaluation, in Japan. */
  @IsString() @Matches(dayPattern) submission!: string;
  /** The last day on which the approval line decides. */
  @IsOptional() @IsString() @Matches(dayPattern) approval?: string;
  /** The last day on which the secretariat accepts. */
  @IsOptional() @IsString() @Matches(dayPattern) acceptance?: string;
}

export class RotationBody {
  @IsInt() @Min(2) @Max(10) every!: number;
  /** From 0 to one less than `every`. */
  @IsInt() @Min(0) @Max(9) turn!: number;
}

export class LeaveOutBody {
  @IsString() @IsUUID() node!: string;
  @IsIn(['ended', 'evaluated-elsewhere', 'too-early']) reason!: SingleReason;
}

/** Levels, of which nodes may take turns, or nodes: one of the two. */
export class ChooseBody {
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsString({ each: true }) @Matches(officeIdPattern, { each: true }) levels?: string[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2_000) @IsUUID(undefined, { each: true }) nodes?: string[];
  @IsOptional() @IsObject() @ValidateNested() @Type(() => RotationBody) rotation?: RotationBody;
  @IsOptional() @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => LeaveOutBody) leaveOut?: LeaveOutBody[];
}

export class OpenCycleBody {
  /** 実施年度: the year in which it is done. */
  @IsInt() @Min(1927) @Max(9999) year!: number;
  /** 対象年度: the year it is about. */
  @IsInt() @Min(1927) @Max(9999) aboutYear!: number;
  /** In the order in which their nodes are listed. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) plans!: string[];
  @IsObject() @ValidateNested() @Type(() => PeriodDaysBody) periods!: PeriodDaysBody;
  @IsObject() @ValidateNested() @Type(() => ChooseBody) choose!: ChooseBody;
}

export class AddSheetBody {
  @IsString() @IsUUID() plan!: string;
  @IsString() @IsUUID() node!: string;
  @IsString() @MaxLength(2_000) reason!: string;
}

/** One of the three. */
export class ExtendedForBody {
  @IsOptional() @IsIn([true]) all?: true;
  @IsOptional() @IsString() @Matches(officeIdPattern) department?: string;
  /** The node whose sheet it is. */
  @IsOptional() @IsString() @IsUUID() node?: string;
}

export class ExtendDeadlineBody {
  @IsIn(['submission', 'approval', 'acceptance']) period!: PeriodId;
  /** The new last day, in Japan. */
  @IsString() @Matches(dayPattern) date!: string;
  @IsObject() @ValidateNested() @Type(() => ExtendedForBody) for!: ExtendedForBody;
  @IsString() @MaxLength(2_000) reason!: string;
}

export class TakeSchemeVersionBody {
  @IsInt() @Min(1) @Max(1_000_000) schemeVersion!: number;
}
