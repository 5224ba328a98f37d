import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, IsUUID, Matches, Max, Min } from 'class-validator';

export class OpenCycleBody {
  /** 実施年度: the year in which it is done. */
  @IsInt() @Min(1927) @Max(9999) year!: number;
  /** 対象年度: the year it is about. */
  @IsInt() @Min(1927) @Max(9999) aboutYear!: number;
  @IsString() @IsUUID() plan!: string;
  /** The last day of the first evaluation, in Japan. */
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) submissionDeadline!: string;
  /** The nodes that get a sheet, by id. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2_000) @IsUUID(undefined, { each: true }) nodes!: string[];
}
