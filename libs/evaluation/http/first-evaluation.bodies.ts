import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested,
} from 'class-validator';
import { dayPattern } from '../../kernel/day.ts';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { sheetIdPattern } from '../domain/sheet.ts';

export const addressPattern = /^[a-z][a-z0-9-]{0,39}(\/[a-z0-9-]{1,40}\/[a-z][a-z0-9-]{0,39})?$/;

class BasedOnBody {
  /** The revision of the sheet that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
}

export class SaveFieldsBody extends BasedOnBody {
  /** By address (`field`, or `field/row/column` for one cell of a table): what was typed, or null to empty it. */
  @IsObject() fields!: Record<string, unknown>;
}

export class CopyLastYearBody extends BasedOnBody {
  /** An earlier sheet of the same node. */
  @IsString() @Matches(sheetIdPattern) from!: string;
  /** The addresses of what is to be copied. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2_000) @Matches(addressPattern, { each: true }) fields!: string[];
}

export class DecideBody extends BasedOnBody {
  /** 決裁日. */
  @IsOptional() @IsString() @Matches(dayPattern) decidedOn?: string;
  /** 文書番号. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(100) documentNumber?: string;
}

export class ReasonBody {
  @IsString() @MaxLength(5_000) reason!: string;
}

export class DecideOutOfTurnBody extends DecideBody {
  @IsString() @MaxLength(5_000) reason!: string;
}

export class FieldCommentBody {
  @IsString() @Matches(addressPattern) field!: string;
  @IsString() @MinLength(1) @MaxLength(2_000) comment!: string;
}

export class SendBackBody {
  /** A step of the approval line, or `section`, which it is when nothing is said. */
  @IsOptional() @IsString() @Matches(officeIdPattern) to?: string;
  @IsString() @MaxLength(5_000) reason!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => FieldCommentBody) comments?: FieldCommentBody[];
}

export class ChangeFieldsBody extends SaveFieldsBody {
  @IsString() @MaxLength(5_000) reason!: string;
}

export class TransferBody {
  @IsString() @Matches(officeIdPattern) section!: string;
  @IsString() @MaxLength(5_000) reason!: string;
}

export class AttachQuery {
  /** The attachments field of the form. */
  @IsString() @Matches(officeIdPattern) field!: string;
  /** The file's name, without a path. */
  @IsString() @MinLength(1) @MaxLength(1_000) name!: string;
}
