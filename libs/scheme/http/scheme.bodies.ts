import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { LabelBody } from '../../platform/http/label-body.ts';
import type { AdoptScheme } from '../domain/adopt.ts';
import type { Field } from '../domain/scheme.events.ts';

export class LevelBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
}

export class GradeBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) label!: LabelBody;
}

export class RatingScaleBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => GradeBody) grades!: GradeBody[];
}

export class FieldBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsIn(['text', 'rating', 'value']) kind!: 'text' | 'rating' | 'value';
  @IsObject() @ValidateNested() @Type(() => LabelBody) label!: LabelBody;
  @IsBoolean() required!: boolean;
  /** The scale of a rating field. */
  @IsOptional() @IsString() @Matches(officeIdPattern) scale?: string;
  /** Of a text field, in characters as a person counts them. */
  @IsOptional() @IsInt() @Min(1) @Max(100_000) longestLength?: number;
}

export class SheetTypeBody {
  @IsString() @Matches(officeIdPattern) id!: string;
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsString() @Matches(officeIdPattern) level!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => FieldBody) fields!: FieldBody[];
}

export class AdoptSchemeBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => LevelBody) levels!: LevelBody[];
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => RatingScaleBody) scales!: RatingScaleBody[];
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => SheetTypeBody) sheetTypes!: SheetTypeBody[];
}

/** Each kind of field with the members that it has, and no others. */
export function schemeOf({ levels, scales, sheetTypes }: AdoptSchemeBody): AdoptScheme {
  return {
    levels,
    scales,
    sheetTypes: sheetTypes.map(({ id, name, level, fields }) => ({ id, name, level, fields: fields.map(fieldOf) })),
  };
}

function fieldOf({ id, kind, label, required, scale, longestLength }: FieldBody): Field {
  switch (kind) {
    case 'text': return { id, kind, label, required, ...(longestLength !== undefined && { longestLength }) };
    case 'rating': return { id, kind, label, required, scale: scale ?? '' };
    case 'value': return { id, kind, label, required };
  }
}
