import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { loginPattern } from '../sign-in/accounts.ts';

/** What may name a person: an id from the log, never his name. */
export const personPattern = /^[0-9A-Za-z-]{1,36}$/;

export class PersonToNameBody {
  /** A UUID; without one the person is new here. */
  @IsOptional() @IsString() @Matches(personPattern) id?: string;
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  /** Absent it stays as it is; empty it is taken away. */
  @IsOptional() @IsString() @Matches(/^([^\s@]{1,100}@[^\s@]{1,150})?$/u) mail?: string;
}

export class NamePeopleBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => PersonToNameBody) people!: PersonToNameBody[];
}

export class AccountToIssueBody {
  @IsString() @Matches(personPattern) person!: string;
  /** Small letters, digits, and . _ @ - */
  @IsString() @Matches(loginPattern) login!: string;
}

export class IssueAccountsBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => AccountToIssueBody) accounts!: AccountToIssueBody[];
}

export class LinkIdentityBody {
  /** As the provider names itself. */
  @IsString() @MinLength(1) @MaxLength(300) issuer!: string;
  /** What the provider calls the person. */
  @IsString() @MinLength(1) @MaxLength(300) subject!: string;
}

export class IssueTokenBody {
  /** What the token is for. */
  @IsString() @MinLength(1) @MaxLength(100) label!: string;
}
