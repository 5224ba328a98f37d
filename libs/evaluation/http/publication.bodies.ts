import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { PublicationStep } from '../../cycle/domain/cycle.events.ts';
import { sheetIdPattern } from '../domain/sheet.ts';

export class AskPublicationBody {
  /** 委員会資料, 議会, 公表: the public step where nothing is said. */
  @IsOptional() @IsIn(['committee', 'council', 'public']) step?: PublicationStep;
  /** The day that it is dated, in Japan. */
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) on!: string;
  /** All of the year that are final where none are named. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2_000) @IsString({ each: true }) @Matches(sheetIdPattern, { each: true }) sheets?: string[];
  @IsOptional() @IsString() @MaxLength(5_000) reason?: string;
}
