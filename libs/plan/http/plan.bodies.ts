import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { LabelBody } from '../../platform/http/label-body.ts';

export class PlanNodeBody {
  /** As the office numbers it; no two nodes of a plan have the same. */
  @IsString() @MinLength(1) @MaxLength(40) number!: string;
  /** The number of a node that stands before this one. */
  @IsOptional() @IsString() @MaxLength(40) parent?: string;
  @IsString() @Matches(officeIdPattern) level!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsString() @Matches(officeIdPattern) section!: string;
}

export class AdoptPlanBody {
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => PlanNodeBody) nodes!: PlanNodeBody[];
}
