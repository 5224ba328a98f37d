import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested,
} from 'class-validator';
import { dayPattern } from '../../kernel/day.ts';
import type { OpinionWay } from '../domain/stage.events.ts';

const ways = ['paper', 'mail', 'spoken'] as const satisfies readonly OpinionWay[];

export class RecuseBody {
  @IsString() @MaxLength(5_000) reason!: string;
}

/** Members are named by their memberships. */
export class ExcludeBody {
  @IsString() @IsUUID() member!: string;
  @IsString() @MaxLength(5_000) reason!: string;
}

export class GiveOpinionBody {
  /** By field of the stage: what was typed. */
  @IsObject() opinion!: Record<string, unknown>;
  /** The hand-over that was on screen, or any later revision of the sheet. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** The revision of the own opinion that was on screen; left out where there was none. */
  @IsOptional() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) revises?: number;
}

export class EnterOpinionBody {
  @IsString() @IsUUID() member!: string;
  /** By field of the stage: what stands on paper, or was said. */
  @IsObject() opinion!: Record<string, unknown>;
  @IsIn(ways) way!: OpinionWay;
  /** A day, today or before. */
  @IsString() @Matches(dayPattern) receivedOn!: string;
  /** The revision of what was entered before and was on screen; left out where there was nothing. */
  @IsOptional() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) revises?: number;
}

export class HeardBody {
  @IsIn(ways) way!: OpinionWay;
  /** A day, today or before. */
  @IsString() @Matches(dayPattern) on!: string;
}

export class ConfirmOpinionBody {
  /** The revision of the sheet that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** Of the secretariat: whose opinion it is. */
  @IsOptional() @IsString() @IsUUID() member?: string;
  /** Of the secretariat: how it heard that the member confirms it. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => HeardBody) heard?: HeardBody;
}

export class DraftedRecommendationBody {
  /** One of the draft before, which keeps its id; left out for a new one. */
  @IsOptional() @IsString() @IsUUID() recommendation?: string;
  @IsString() @MinLength(1) @MaxLength(5_000) text!: string;
}

export class DissentBody {
  @IsString() @IsUUID() member!: string;
  @IsString() @MinLength(1) @MaxLength(5_000) text!: string;
}

export class DraftConclusionBody {
  /** By field of the stage: what was typed. */
  @IsObject() conclusion!: Record<string, unknown>;
  /** 意見・提言, numbered in this order. */
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => DraftedRecommendationBody)
  recommendations!: DraftedRecommendationBody[];
  /** 少数意見. */
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => DissentBody) dissents!: DissentBody[];
  /** The revision of the draft that was on screen; left out where there was none. */
  @IsOptional() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) revises?: number;
}

export class CommentOnWordingBody {
  @IsString() @MaxLength(5_000) text!: string;
}

export class ConcludeBody {
  /** The revision of the draft that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** The meeting or circulation in which it was concluded. */
  @IsString() @IsUUID() meeting!: string;
}

export class ConfirmConclusionBody {
  /** The meeting of the whole committee in which it was confirmed. */
  @IsString() @IsUUID() meeting!: string;
}
