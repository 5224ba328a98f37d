import { IsInt, IsOptional, IsString } from 'class-validator';

/** The answer to every command. */
export class ReceiptBody {
  /** What the thing is called in addresses; absent where there is only one. */
  @IsOptional() @IsString() id?: string;
  @IsString() stream!: string;
  @IsInt() revision!: number;
  /** Send it as `Meguri-Position` with a question that must know of this command. */
  @IsString() position!: string;
}

/** Every refusal (RFC 9457). Further members point at what to mend. */
export class ProblemAnswer {
  @IsString() type!: string;
  @IsString() title!: string;
  @IsInt() status!: number;
  @IsString() code!: string;
}
