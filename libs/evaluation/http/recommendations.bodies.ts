import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';

const policies = ['follow', 'follow-in-part', 'consider', 'not-follow'] as const;
const phases = ['answering', 'on-line', 'answered', 'closed', 'withdrawn'] as const;
const ways = ['in-turn', 'over', 'for-absent'] as const;
const yearPattern = /^\d{4}$/;
const longestText = 20_000;

export class AdoptGeneralRecommendationBody {
  @IsUUID() committee!: string;
  /** A meeting of the committee that was held, or a circulation. */
  @IsUUID() meeting!: string;
  @IsOptional() @IsInt() @Min(1) @Max(99_999) number?: number;
  @IsString() @MaxLength(longestText) text!: string;
  /** Whose it is to answer. */
  @IsString() @Matches(officeIdPattern) section!: string;
}

export class WriteResponseBody {
  /** The revision of the recommendation that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** 対応する, 一部対応する, 検討する, 対応しない. */
  @IsIn(policies) policy!: (typeof policies)[number];
  @IsString() @MaxLength(longestText) text!: string;
}

export class ApproveResponseBody {
  /** The revision of the recommendation that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** 承認 when nothing is said; 引上げ `over`, 代決 `for-absent`, both with a reason. */
  @IsOptional() @IsIn(ways) way?: (typeof ways)[number];
  @IsOptional() @IsString() @MaxLength(5_000) reason?: string;
}

export class RecommendationReasonBody {
  @IsString() @MaxLength(5_000) reason!: string;
}

export class ReportResultBody {
  @IsInt() @Min(1927) @Max(9_999) year!: number;
  @IsString() @MaxLength(longestText) text!: string;
  /** As typed: a bare figure is one of thousands of yen. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(40) amount?: string;
  /** The version of the plan in which it is reflected. */
  @IsOptional() @IsInt() @Min(1) @Max(9_999) planVersion?: number;
}

export class ListRecommendationsQuery {
  @IsOptional() @IsString() @Matches(yearPattern) year?: string;
  @IsOptional() @IsUUID() committee?: string;
  @IsOptional() @IsString() @Matches(officeIdPattern) section?: string;
  @IsOptional() @IsUUID() node?: string;
  @IsOptional() @IsIn(phases) phase?: (typeof phases)[number];
  /** 総括的提言: those that belong to no sheet. */
  @IsOptional() @IsIn(['true', 'false']) general?: 'true' | 'false';
  /** From the page before. */
  @IsOptional() @IsUUID() cursor?: string;
  /** At most so many, up to 500. */
  @IsOptional() @IsString() @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/) limit?: string;
}
