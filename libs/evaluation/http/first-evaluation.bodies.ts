import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, MaxLength, Max, Min, MinLength, ValidateNested,
} from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';

export class SaveFieldsBody {
  /** The revision of the sheet that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
  /** By field: what was typed, or null to empty the field. */
  @IsObject() fields!: Record<string, unknown>;
}

export class ApproveBody {
  /** The revision of the sheet that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
}

export class FieldCommentBody {
  @IsString() @Matches(officeIdPattern) field!: string;
  @IsString() @MinLength(1) @MaxLength(2_000) comment!: string;
}

export class SendBackBody {
  @IsString() @MaxLength(5_000) reason!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => FieldCommentBody) comments?: FieldCommentBody[];
}

export class ListSheetsQuery {
  @IsOptional() @Matches(/^\d{4}$/) year?: string;
  @IsOptional() @IsIn(['drafting', 'submitted', 'approved']) phase?: 'drafting' | 'submitted' | 'approved';
  @IsOptional() @IsString() @Matches(officeIdPattern) section?: string;
  /** From the page before. */
  @IsOptional() @IsString() @Matches(/^\d{4}\.\d{1,6}$/) cursor?: string;
  /** At most so many, up to 200. */
  @IsOptional() @Matches(/^([1-9]\d?|1\d\d|200)$/) limit?: string;
}
