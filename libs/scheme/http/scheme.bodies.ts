import { ArrayMaxSize, IsArray } from 'class-validator';

/** The lists of a scheme. What stands in them is looked at as a whole, so that everything that is wrong is told at once. */
export class AdoptSchemeBody {
  @IsArray() @ArrayMaxSize(1_000) levels!: unknown[];
  @IsArray() @ArrayMaxSize(1_000) scales!: unknown[];
  @IsArray() @ArrayMaxSize(1_000) unitPrices!: unknown[];
  @IsArray() @ArrayMaxSize(1_000) sheetTypes!: unknown[];
  @IsArray() @ArrayMaxSize(1_000) approvalLines!: unknown[];
  @IsArray() @ArrayMaxSize(1_000) stages!: unknown[];
}
