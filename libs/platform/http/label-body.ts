import { IsString, MaxLength, MinLength } from 'class-validator';

/** A word of the office in both languages. */
export class LabelBody {
  @IsString() @MinLength(1) @MaxLength(200) ja!: string;
  @IsString() @MinLength(1) @MaxLength(200) en!: string;
}
