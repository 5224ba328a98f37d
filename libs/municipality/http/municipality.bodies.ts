import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateNested,
} from 'class-validator';
import { dayPattern } from '../../kernel/day.ts';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { LabelBody } from '../../platform/http/label-body.ts';
import type { PostRole } from '../domain/municipality.events.ts';

const roles = ['staff', 'approver', 'secretariat', 'auditor', 'admin'] as const satisfies readonly PostRole[];

export class FoundDepartmentBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class FoundSectionBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsString() @Matches(officeIdPattern) department!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class RenameBody {
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class MergeDepartmentsBody {
  /** Those that end. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @IsString({ each: true }) @Matches(officeIdPattern, { each: true }) departments!: string[];
  /** The one that goes on. */
  @IsString() @Matches(officeIdPattern) into!: string;
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class AbolishDepartmentBody {
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
  /** The department to which the sections go that it still has. */
  @IsOptional() @IsString() @Matches(officeIdPattern) sectionsTo?: string;
}

export class MoveSectionBody {
  @IsString() @Matches(officeIdPattern) department!: string;
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class MergeSectionsBody {
  /** Those that end. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @IsString({ each: true }) @Matches(officeIdPattern, { each: true }) sections!: string[];
  /** The one that goes on. */
  @IsString() @Matches(officeIdPattern) into!: string;
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
}

export class AbolishSectionBody {
  /** The fiscal year from which it holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
  /** The section to which the posts go that are still open. */
  @IsOptional() @IsString() @Matches(officeIdPattern) postsTo?: string;
}

export class CreatePostBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsString() @Matches(officeIdPattern) section!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) title!: LabelBody;
  @IsIn(roles) role!: PostRole;
  /** The office's word for its height, to which approval lines refer. */
  @IsOptional() @IsString() @Matches(officeIdPattern) rank?: string;
}

export class AppointBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsString() @Matches(officeIdPattern) post!: string;
  @IsString() @IsUUID() person!: string;
  /** The first day in Japan. */
  @IsOptional() @IsString() @Matches(dayPattern) from?: string;
  /** The last day in Japan. */
  @IsOptional() @IsString() @Matches(dayPattern) to?: string;
}

export class EndAppointmentBody {
  /** The last day in Japan. */
  @IsString() @Matches(dayPattern) to!: string;
}

export class SetWordsBody {
  /** 区民, 市民, 町民 */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => LabelBody) residents?: LabelBody;
  /** 区長, 市長, 町長 */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => LabelBody) mayor?: LabelBody;
  /** 区議会, 市議会, 町議会 */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => LabelBody) assembly?: LabelBody;
}

export class OwnDayBody {
  @IsString() @Matches(dayPattern) date!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
}

export class SetCalendarBody {
  /** Days on which the office is closed by a rule of its own. */
  @IsArray() @ArrayMaxSize(1_000) @ValidateNested({ each: true }) @Type(() => OwnDayBody) closed!: OwnDayBody[];
  /** Days on which it is open, whatever they are besides. */
  @IsArray() @ArrayMaxSize(1_000) @ValidateNested({ each: true }) @Type(() => OwnDayBody) opened!: OwnDayBody[];
}

export class ReadCalendarQuery {
  /** The fiscal year. */
  @IsString() @Matches(/^\d{4}$/) year!: string;
}

export class ReadPostsQuery {
  /** The day in Japan whose holders are asked for; today when it is not said. */
  @IsOptional() @IsString() @Matches(dayPattern) on?: string;
}
