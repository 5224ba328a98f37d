import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { dayPattern } from '../../kernel/day.ts';
import { officeIdPattern } from '../../kernel/office-id.ts';
import type { Approval } from '../domain/sheet.ts';
import { addressPattern } from './first-evaluation.bodies.ts';

class SeenBody {
  /** The revision of the sheet that was on screen. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) basedOn!: number;
}

export class HandOverBody extends SeenBody {
  @IsString() @Matches(officeIdPattern) stage!: string;
  /** Of a committee's stage. */
  @IsOptional() @IsString() @IsUUID() committee?: string;
  @IsOptional() @IsString() @IsUUID() subgroup?: string;
  /** Needed where the condition of the stage does not hold. */
  @IsOptional() @IsString() @MaxLength(5_000) reason?: string;
}

export class DecideStageBody {
  /** By field of the stage: what was typed. */
  @IsObject() decision!: Record<string, unknown>;
  @IsString() @Matches(dayPattern) decidedOn!: string;
}

export class FinaliseBody extends SeenBody {
  /** Needed where a stage is skipped. */
  @IsOptional() @IsString() @MaxLength(5_000) reason?: string;
}

export class ReopenBody {
  /** A stage that came to a result, or `section`. */
  @IsString() @Matches(officeIdPattern) to!: string;
  @IsString() @MaxLength(5_000) reason!: string;
}

export class AskQuestionBody {
  @IsString() @MaxLength(5_000) text!: string;
  /** The field, or `field/row/column`, to which it points. */
  @IsOptional() @IsString() @Matches(addressPattern) about?: string;
}

export class AnswerQuestionBody {
  @IsString() @MaxLength(5_000) text!: string;
}

const ways = ['in-turn', 'over', 'for-absent'] as const satisfies readonly Approval['way'][];

export class ApproveAnswerBody extends SeenBody {
  /** In turn when nothing is said; 引上げ over the absent, 代決 for the absent holder of the last step. */
  @IsOptional() @IsIn(ways) way?: Approval['way'];
  /** Needed out of turn. */
  @IsOptional() @IsString() @MaxLength(5_000) reason?: string;
}
