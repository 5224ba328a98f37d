import { IsString, MaxLength, MinLength } from 'class-validator';

export class SignInBody {
  @IsString() @MinLength(1) @MaxLength(200) login!: string;
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
}

export class ChangePasswordBody {
  @IsString() @MinLength(1) @MaxLength(200) current!: string;
  /** At least 12 characters as a person counts them. */
  @IsString() @MinLength(1) @MaxLength(200) next!: string;
}
