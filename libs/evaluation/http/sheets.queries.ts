import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';

const phases = ['drafting', 'submitted', 'approved', 'accepted', 'handed-over', 'concluded', 'final', 'voided'] as const;
const yearPattern = /^\d{4}$/;

export class ListSheetsQuery {
  @IsOptional() @IsString() @Matches(yearPattern) year?: string;
  @IsOptional() @IsString() @Matches(officeIdPattern) department?: string;
  @IsOptional() @IsString() @Matches(officeIdPattern) section?: string;
  @IsOptional() @IsIn(phases) phase?: (typeof phases)[number];
  /** Of those that were submitted: late or in time. */
  @IsOptional() @IsIn(['true', 'false']) late?: 'true' | 'false';
  /** A grade, in any rating of the sheet, or `field:grade`. */
  @IsOptional() @IsString() @Matches(/^([a-z][a-z0-9-]{0,39}:)?[a-z0-9][a-z0-9-]{0,39}$/) rating?: string;
  /** In the fields, or in number and name of the node; of any width and case. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(200) text?: string;
  /** From the page before. */
  @IsOptional() @IsString() @Matches(/^\d{4}\.\d{1,6}$/) cursor?: string;
  /** At most so many, up to 200. */
  @IsOptional() @IsString() @Matches(/^([1-9]\d?|1\d\d|200)$/) limit?: string;
}

export class ListDutiesQuery {
  @IsOptional() @IsString() @Matches(yearPattern) year?: string;
}

export class WorkspaceQuery {
  /** Only the sheets on its agenda. */
  @IsOptional() @IsUUID() meeting?: string;
}
